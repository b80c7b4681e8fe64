import { beforeAll, describe, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { createAudit, verifyChain } from './audit.service.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
  const actor = { userId: 'u1', name: 'Uji' };
  for (let i = 0; i < 5; i += 1) {
    await kit.work.run(actor, async ({ audit }) => audit({ action: 'test.step', entity: 'thing', entityId: String(i), regionCode: '35.21.16.2003', changes: { n: [i, i + 1] } }));
  }
});

describe('the chain of the audit log', () => {
  it('holds, also under concurrent writers', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        kit.work.run({ userId: 'u2', name: 'Ramai' }, async ({ audit }) => audit({ action: 'test.many', entity: 'thing', entityId: String(i), regionCode: '35.21' })),
      ),
    );
    expect(await verifyChain(kit.db.pool, '35.21')).toEqual({ entries: 25, firstBroken: null });
  });

  it('is not shown to next door, and its export is itself recorded', async () => {
    const audit = createAudit(kit);
    const here = await callFor(kit, { role: 'auditor' });
    const nextDoor = await callFor(kit, { role: 'auditor', area: '35.20' });
    expect((await audit.list(here, { page: 1, pageSize: 50 })).total).toBe(25);
    expect((await audit.list(nextDoor, { page: 1, pageSize: 50 })).total).toBe(0);
    await audit.export(here, {});
    expect((await audit.list(here, { page: 1, pageSize: 50, action: 'audit.export' })).total).toBe(1);
  });

  it('finds one record, one kind, and whole days of the office', async () => {
    const audit = createAudit(kit);
    const call = await callFor(kit, { role: 'auditor' });
    const page = { page: 1, pageSize: 50 } as const;
    // 2020-03-03T18:00Z is 01.00 of the next day in Jakarta.
    kit.clock.set('2020-03-03T18:00:00.000Z');
    await kit.work.run({ userId: 'u3', name: 'Malam' }, async ({ audit: write }) => write({ action: 'test.late', entity: 'night', entityId: 'n1', regionCode: '35.21' }));
    expect((await audit.list(call, { ...page, entity: 'night', from: '2020-03-04', until: '2020-03-04' })).total).toBe(1);
    expect((await audit.list(call, { ...page, entity: 'night', until: '2020-03-03' })).total).toBe(0);
    expect((await audit.list(call, { ...page, entity: 'night', entityId: 'n1' })).rows[0]?.actorName).toBe('Malam');
    expect(await audit.kinds(call)).toEqual(expect.arrayContaining(['night', 'thing']));
  });

  it('tells which entry was changed behind its back', async () => {
    await kit.db.prisma.$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`;
    await kit.db.prisma.$executeRaw`UPDATE audit_entry SET actor_name = 'Orang lain' WHERE chain = '35.21' AND seq = 3`;
    const [third] = await kit.db.prisma.auditEntry.findMany({ where: { chain: '35.21', seq: 3n } });
    expect(await verifyChain(kit.db.pool, '35.21')).toMatchObject({ firstBroken: String(third?.id) });
  });
});
