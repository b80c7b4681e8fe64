import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '@anyam/server-kit';
import { killNow, serveIn } from '@anyam/server-kit/killable-server';
import { callFor } from '@anyam/server-kit/testing';
import { apiFixture, type ApiFixture } from './testing/api-fixture.ts';
import { madeUpRoster } from '@anyam/server-kit/made-up-roster';
import { actorOf } from './testing/walk.ts';

const GROUPS = 60;
let fixture: ApiFixture;
beforeAll(async () => {
  fixture = await apiFixture();
});

describe('a server killed while it stores an import', () => {
  it('leaves nothing half done and nothing doubled, twenty times over, and the next start finishes the work', async () => {
    const { kit, services, programmeId } = fixture;
    const call = await callFor(kit, { role: 'operator', permission: 'roster.import', userId: actorOf('operator', '35.21').userId });
    const bytes = new TextEncoder().encode(madeUpRoster(GROUPS));
    await kit.files.put(bytes);
    const fileId = randomUUID();
    await kit.db.prisma.storedFile.create({
      data: { id: fileId, regencyCode: '35.21', sha256: sha256Hex(bytes), name: 'besar.csv', mime: 'text/csv', size: bytes.length, uploadedBy: call.actor.userId, uploadedAt: kit.clock.now(), dhash: null },
    });
    const imported = await services.roster.start(call, { fileId, programmeId, asOf: '2020-03-03' });
    expect(imported).toMatchObject({ groups: GROUPS, members: GROUPS * 10, blocks: 0 });
    await services.roster.store(call, { id: imported.id, key: randomUUID() });

    const standing = async () => {
      const { rows } = await kit.db.pool.query<{ state: string; groups: number; members: number }>(
        `SELECT i.state, (SELECT count(*)::int FROM kube_group g WHERE g.import_id = i.id) AS groups,
                (SELECT count(*)::int FROM membership m JOIN kube_group g ON g.id = m.group_id WHERE g.import_id = i.id) AS members
         FROM roster_import i WHERE i.id = $1`,
        [imported.id],
      );
      return rows[0];
    };
    const seen = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      // Put back to the moment before, when an earlier round got through, so every round has something to interrupt.
      if ((await standing())?.state === 'stored') {
        await services.roster.undo(call, { id: imported.id, reason: 'ulang uji' });
        await kit.db.prisma.rosterImport.update({ where: { id: imported.id }, data: { state: 'storing', progress: 0 } });
      }
      const child = await serveIn(kit.url);
      await new Promise((done) => setTimeout(done, round * 25));
      await killNow(child);
      const now = await standing();
      seen.add(now?.state ?? '');
      expect(['storing', 'stored']).toContain(now?.state);
      expect(now?.groups, `round ${round}: ${now?.state}`).toBe(now?.state === 'stored' ? GROUPS : 0);
      expect(now?.members).toBe(now?.state === 'stored' ? GROUPS * 10 : 0);
    }
    const last = await serveIn(kit.url);
    await expect.poll(standing, { timeout: 20_000, interval: 100 }).toEqual({ state: 'stored', groups: GROUPS, members: GROUPS * 10 });
    await killNow(last);
    expect(seen.has('storing')).toBe(true);
  }, 900_000);
});
