import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { OverviewNeeds } from '../contract/needs.ts';
import { groupFor } from '@anyam/group/testing';
import { disbursementWith } from '../testing/index.ts';
import { createOverview } from './overview.service.ts';

let kit: TestKit;
const NAMES = new Map([['35.21.16.2003', 'Dumplengan'], ['35.21.16.2009', 'Banjarbanggi']]);

const needs = (more: Partial<OverviewNeeds> = {}): OverviewNeeds => ({
  territory: {
    names: async () => NAMES,
    match: async (_call, { within }) =>
      [{ code: '35.21.16.2003', name: 'Dumplengan', parent: '35.21.16', parentName: 'Pitu', similarity: 0.7 }, { code: '35.21.01.2001', name: 'Lain', parent: '35.21.01', parentName: 'Sine', similarity: 0.1 }]
        .filter((v) => v.code.startsWith(within)),
  },
  programme: {
    list: async () => [{ id: 'p', regencyCode: '35.21', regencyName: 'Ngawi', name: 'KUBE', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 800n, dpaNumber: '1', state: 'open', ruleSetVersion: 1, createdAt: new Date() }],
  },
  member: { list: async () => ({ rows: [], total: 0 }) },
  ...more,
});

async function group(data: { name: string; village?: string; state?: string; stage?: string; flags?: string[]; facilitator?: string; members?: number }): Promise<string> {
  const id = randomUUID();
  const village = data.village ?? '35.21.16.2003';
  await kit.db.prisma.$executeRaw`
    INSERT INTO kube_group (id, regency_code, district_code, village_code, name, name_key, business, state, facilitator_id, created_by, created_at, updated_at, member_count, aid_stage, fiscal_year, received, flags)
    VALUES (${id}::uuid, '35.21', left(${village}, 8), ${village}, ${data.name}, ${data.name.toLowerCase()}, 'kambing', ${data.state ?? 'aktif'}, ${data.facilitator ?? null}, 'test',
      '2020-02-20T00:00:00Z', '2020-02-20T00:00:00Z', ${data.members ?? 10}, ${data.stage ?? 'none'}, 2020, 0, ${data.flags ?? []})`;
  return id;
}

beforeAll(async () => {
  kit = await testKit();
});

describe('the home page', () => {
  it('of a district without groups says where to begin', async () => {
    const home = await createOverview(kit, needs()).home(await callFor(kit, { role: 'operator' }), { fiscalYear: 2020 });
    expect(home).toMatchObject({ fresh: true, tasks: [], risks: [], partOfDay: 'morning', time: '08:00', zone: 'WIB', today: '2020-03-03', first: 'tasks' });
  });

  it('counts the area of the caller, and of a facilitator the own groups only', async () => {
    const facilitator = await callFor(kit, { role: 'pendamping', area: '35.21.16' });
    const mine = facilitator.actor.userId;
    await group({ name: 'Mugi Jaya', stage: 'diterima', facilitator: mine });
    await group({ name: 'Ngudi Barokah', stage: 'retur', facilitator: mine });
    await group({ name: 'Mekar Asri', stage: 'diajukan', flags: ['sizeUnder'], members: 4 });
    await group({ name: 'Calon Baru', state: 'calon', facilitator: mine });
    await group({ name: 'Guyub Rukun', village: '35.21.01.2001', stage: 'none', facilitator: mine });
    const overview = createOverview(kit, needs());

    const all = await overview.home(await callFor(kit, { role: 'operator' }), { fiscalYear: 2020 });
    expect(all.figures.groups).toMatchObject({ active: 4, total: 5, added: 5 });
    expect(all.funnel.map((f) => f.count)).toEqual([3, 2, 2, 1, 1, 0]);
    expect(all.tasks.map((t) => [t.id, t.count, t.oldestDays])).toEqual([['drafts', 1, 12], ['unaccompanied', 1, 12]]);
    expect(all.risks.map((r) => [r.name, r.level])).toEqual([['Ngudi Barokah', 'high'], ['Mekar Asri', 'medium']]);
    expect(all.risks[1]?.reason.id).toContain('4 anggota');

    const own = await overview.home(facilitator, { fiscalYear: 2020 });
    expect(own.figures.groups).toMatchObject({ active: 2, total: 3 });
    expect(own.tasks.map((t) => t.id)).toEqual(['drafts']);
    const nextDoor = await overview.home(await callFor(kit, { role: 'operator', area: '35.20' }), { fiscalYear: 2020 });
    expect(nextDoor).toMatchObject({ fresh: true, riskTotal: 0 });
  });

  it('takes money, tasks and late reports from the aid module, and lets leaders read first', async () => {
    const id = await group({ name: 'Sumber Rejeki', stage: 'dipakai', flags: ['lpjLate'] });
    const late = { groupId: id, groupName: 'Sumber Rejeki', villageName: 'Dumplengan', daysLate: 34, overdue: 'letter' };
    const disbursement = disbursementWith({
      figures: { paid: 512n, reserved: 96n, inTransit: 10n },
      tasks: [{ id: 'verify', label: { id: 'usulan menunggu verifikasi', en: 'proposals to verify' }, count: 5, amount: 100n, oldest: new Date('2020-02-20T00:00:00Z'), path: '/bantuan?keadaan=diajukan' }],
      late: [late as never],
      rejected: 46,
    });
    const home = await createOverview(kit, needs({ disbursement })).home(await callFor(kit, { role: 'pimpinan' }), { fiscalYear: 2020 });
    expect(home.first).toBe('figures');
    expect(home.tasks.map((t) => t.id)).not.toContain('overdue');
    const operator = await createOverview(kit, needs({ disbursement })).home(await callFor(kit, { role: 'operator' }), { fiscalYear: 2020 });
    expect(operator.tasks.find((t) => t.id === 'overdue')).toMatchObject({ count: 1, oldestDays: 34 });
    expect(operator.tasks[0]).toMatchObject({ action: { id: 'Buka antrean' }, path: '/bantuan?keadaan=diajukan' });
    expect(home.figures.money).toMatchObject({ ceiling: 800n, paid: 512n, reserved: 96n, fromLedger: true });
    expect(home.rejected.count).toBe(46);
    expect(home.tasks[0]).toMatchObject({ id: 'verify', count: 5, oldestDays: 12 });
    expect(home.risks.filter((r) => r.groupId === id)).toEqual([expect.objectContaining({ level: 'high', reason: expect.objectContaining({ id: 'LPJ lewat batas 34 hari; sudah ditegur dengan surat.' }) })]);
  });

  it('offers waiting imports to those who import', async () => {
    const roster = { waiting: async () => ({ imports: 1, rows: 21, oldest: new Date('2020-03-01T00:00:00Z'), lastId: 'x', fileName: 'kube.xlsx' }) };
    const overview = createOverview(kit, needs({ roster }));
    const operator = await overview.home(await callFor(kit, { role: 'operator' }), { fiscalYear: 2020 });
    expect(operator.tasks.find((t) => t.id === 'imports')).toMatchObject({ count: 21, path: '/impor/x', note: { id: 'kube.xlsx' } });
    const auditor = await overview.home(await callFor(kit, { role: 'auditor' }), { fiscalYear: 2020 });
    expect(auditor.tasks.map((t) => t.id)).not.toContain('imports');
  });

  it('is exported as a sheet, and the export is on record', async () => {
    const call = await callFor(kit, { role: 'kabid' });
    const file = await createOverview(kit, needs()).export(call, { fiscalYear: 2020, language: 'id' });
    expect(file.fileName).toBe('ringkasan-2020-2020-03-03.xlsx');
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(await kit.db.prisma.auditEntry.count({ where: { action: 'overview.export', actorId: call.actor.userId } })).toBe(1);
  });
});

describe('the search', () => {
  it('shows villages of the own area that are alike, and asks members alone for figures', async () => {
    const asked: string[] = [];
    const member = { list: async (_call: unknown, input: { q?: string | undefined }) => (asked.push(input.q ?? ''), { rows: [], total: 0 }) };
    const overview = createOverview(kit, needs({ member: member as never }));
    const here = await overview.search(await callFor(kit, { role: 'operator', area: '35.21.16.2003' }), { text: 'dumplengan' });
    expect(here.groups).toEqual([{ kind: 'village', label: { id: 'Desa', en: 'Villages' }, hits: [{ id: '35.21.16.2003', label: 'Dumplengan', hint: 'Kec. Pitu', href: '/kelompok?desa=35.21.16.2003' }] }]);
    const nextDoor = await overview.search(await callFor(kit, { role: 'operator', area: '35.20' }), { text: 'dumplengan' });
    expect(nextDoor.groups).toEqual([]);
    expect((await overview.search(await callFor(kit, { role: 'operator' }), { text: '0024' })).groups).toEqual([]);
    expect(asked).toEqual(['dumplengan', 'dumplengan', '0024']);
  });
});

describe("an officer's start page", () => {
  it('shows the own group with what the other modules tell, and no other group', async () => {
    const id = await group({ name: 'Ngudi Waluyo' });
    const next = await group({ name: 'Tetangga' });
    const asked: string[] = [];
    const overview = createOverview(kit, needs({
      group: { list: async () => ({ rows: [], total: 0, received: 0n }), get: (tx, groupId) => groupFor(kit).get(tx, groupId) },
      savings: { fund: { get: async (_call, { groupId }) => (asked.push(groupId), { total: 900n, lendable: 300n, toUse: [{}] }) as never } },
    }));
    const officer = await callFor(kit, { role: 'pengurus', subjectId: id, permission: 'overview.own' });
    expect(await overview.own(officer)).toMatchObject({
      group: { id, name: 'Ngudi Waluyo', villageName: 'Dumplengan', members: 10 }, facilitator: null, fund: { total: 900n, lendable: 300n }, books: null, meeting: null, stock: null, deals: null,
      tasks: [{ id: 'fund', path: `/kelompok/${id}/simpanan` }],
    });
    expect(asked).toEqual([id]);
    expect((await overview.own(await callFor(kit, { role: 'pengurus', subjectId: next, permission: 'overview.own' }))).group.name).toBe('Tetangga');
    for (const outsider of [await callFor(kit, { role: 'pengurus', subjectId: randomUUID() }), await callFor(kit, { role: 'pengurus', area: '35.20', subjectId: id }), await callFor(kit, { role: 'operator' })]) {
      await expect(overview.own(outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
