import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trial } from './testing/trial.ts';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'anyam-layout-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const COUNT = Number(process.env.LAYOUTS ?? 24);

describe('one office, many layouts', () => {
  it.each(Array.from({ length: COUNT }, (_, i) => i + 1))('finds the planted faults and nothing else (%i)', async (seed) => {
    const { missed, extra, groups, members, at } = await trial(seed, folder);
    expect({ missed, extra, groups: groups[0], members: members[0], at }).toEqual({ missed: [], extra: [], groups: groups[1], members: members[1], at });
  }, 60_000);
});
