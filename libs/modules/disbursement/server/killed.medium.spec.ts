import { killNow, serveIn } from '@anyam/server-kit/killable-server';
import { testKit } from '@anyam/server-kit/testing';
import { expect, it } from 'vitest';
import { aidFor, batchAtSpm, fileFor, groupsFor, key, programmeWith, ready, staffFor, verified } from '../testing/index.ts';

const ROUNDS = 20;
const GROUPS = 2;

it('a server killed while it issues SP2D, twenty times over, leaves no batch in between and doubles no money', { timeout: 900_000 }, async () => {
  const kit = await testKit();
  const aid = aidFor(kit);
  const staff = await staffFor(kit);
  const programmeId = await programmeWith(kit, BigInt(ROUNDS * GROUPS) * 20_000_000n);
  const proposals = await verified(kit, aid, staff, programmeId, await groupsFor(kit, staff, ROUNDS * GROUPS));
  await ready(kit, aid, staff, programmeId, proposals);
  const tranches = (await aid.batches.ready(staff.operator, { programmeId })).map((t) => t.trancheId);
  const batches: string[] = [];
  for (let i = 0; i < ROUNDS; i += 1) batches.push(await batchAtSpm(kit, aid, staff, programmeId, tranches.slice(i * GROUPS, (i + 1) * GROUPS)));

  const standing = async () => (await kit.db.pool.query<{ id: string; state: string; work: string; issued: number; planned: number; moved: number; money: bigint }>(
    `SELECT b.id::text, b.state, b.work_state AS work,
            (SELECT count(*)::int FROM tranche t WHERE t.batch_id = b.id AND t.state = 'sp2d') AS issued, (SELECT count(*)::int FROM tranche t WHERE t.batch_id = b.id AND t.state = 'spm') AS planned,
            (SELECT count(*)::int FROM ledger_transfer l JOIN tranche t ON t.id = l.tranche_id WHERE t.batch_id = b.id AND l.kind = 'sendSp2d') AS moved,
            (SELECT coalesce(sum(l.amount), 0)::bigint FROM ledger_transfer l JOIN tranche t ON t.id = l.tranche_id WHERE t.batch_id = b.id AND l.kind = 'sendSp2d') AS money
     FROM payment_batch b ORDER BY b.number`)).rows;
  const done = { issued: GROUPS, planned: 0, moved: GROUPS, money: BigInt(GROUPS) * 20_000_000n };
  const untouched = { issued: 0, planned: GROUPS, moved: 0, money: 0n };
  const seen = new Set<string>();
  for (const [round, id] of batches.entries()) {
    await aid.batches.act(staff.bendahara, { id, key: key(), action: 'recordSp2d', expectedState: 'spm', number: `SP2D/${round}`, date: kit.clock.today(), fileId: await fileFor(kit) });
    const server = await serveIn(kit.url);
    await new Promise((after) => setTimeout(after, round * 15));
    await killNow(server);
    for (const b of await standing()) {
      expect(b, `round ${round}`).toMatchObject(b.state === 'sp2dTerbit' ? { ...done, work: 'idle' } : { ...untouched, state: 'spm' });
      if (b.id === id) seen.add(b.state === 'sp2dTerbit' ? 'done' : b.work);
    }
  }
  expect([...seen].some((state) => state === 'queued' || state === 'running'), [...seen].join()).toBe(true);

  const last = await serveIn(kit.url);
  await expect.poll(async () => (await standing()).filter((b) => b.state === 'sp2dTerbit').length, { timeout: 60_000, interval: 200 }).toBe(ROUNDS);
  await killNow(last);
  for (const b of await standing()) expect(b).toMatchObject({ ...done, state: 'sp2dTerbit', work: 'idle' });
  expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ reserved: 0n, inTransit: BigInt(ROUNDS * GROUPS) * 20_000_000n });
});
