/** Vitest's global set-up for the medium tests: one throwaway server a run, one template database on it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type {} from '@anyam/server-kit/testing';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { seedTerritory } from '../seed/territory.ts';

export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'anyam-test-'));
  // Run by root, the server itself runs as another user and must get through.
  chmodSync(dataDir, 0o755);
  const server = await startEmbedded({ dataDir, database: 'anyam_template', throwaway: true });
  await migrate(server.url);
  await seedTerritory(server.url, '35.21');
  const maintenance = new URL(server.url);
  maintenance.pathname = '/postgres';
  project.provide('databaseUrl', maintenance.href);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
