import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@anyam/contract-kit';
import { memberFor } from '@anyam/member/testing';
import { programmeFor } from '@anyam/programme/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { MemberPort } from '@anyam/member/contract';
import { groupListInput, type GroupPort, type ImportedGroup } from '../contract/index.ts';
import { groupFor, importedGroup, key, person, VILLAGE } from '../testing/index.ts';

let kit: TestKit;
let group: GroupPort;
let member: MemberPort;
let operator: Call;
let kabid: Call;
let neighbour: Call;

beforeAll(async () => {
  kit = await testKit();
  group = groupFor(kit);
  member = memberFor(kit);
  operator = await callFor(kit, { role: 'operator' });
  kabid = await callFor(kit, { role: 'kabid' });
  neighbour = await callFor(kit, { role: 'operator', area: '35.20' });
  await programmeFor(kit).create(await callFor(kit, { role: 'admin' }), { key: key(), name: 'KUBE', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 1n, dpaNumber: '1' });
});

const list = (call: Call, filter: object = {}) => group.list(call, groupListInput.parse(filter));
const minutes = (present: number, heldOn = '2020-03-01') => ({ heldOn, number: null, present, decision: 'Disetujui bersama', fileId: null });
async function form(groups: ImportedGroup[], importId = randomUUID()) {
  return { importId, ...(await kit.work.run(operator.actor, (unit) => group.formFromImport(unit, operator.actor, { importId, regencyCode: '35.21', on: '2020-03-03', groups }))) };
}
const joining = (id: string, over: object = {}) => ({ key: key(), id, on: '2020-03-02', person: { ...person(), ...over } });

describe('many groups by one recap of minutes', () => {
  it('forms those that are complete, completes what the recap brings, and tells why of the others', async () => {
    const { groupIds } = await form([importedGroup({ state: 'candidate', address: null, formedOn: null }), importedGroup({ state: 'candidate', size: 2, formedOn: null }), importedGroup({ state: 'candidate', formedOn: null })]);
    const [one, small, two] = groupIds as [string, string, string];
    const fileId = randomUUID();
    await kit.db.prisma.storedFile.create({ data: { id: fileId, regencyCode: '35.21', sha256: '0'.repeat(64), name: 'rekap.pdf', mime: 'application/pdf', size: 1, uploadedBy: 'test', uploadedAt: kit.clock.now() } });
    const input = { key: key(), ids: [...groupIds], on: '2020-03-02', number: 'BA/1', decision: 'Dibentuk', minutesFileId: fileId, papersFileId: fileId, officersSign: true, chairAddress: true, dryRun: true };
    const trial = await group.formMany(operator, input);
    expect(trial.done).toBe(2);
    expect(trial.rows.find((r) => r.id === small)?.why.map((w) => w.id).join(' ')).toContain('paling sedikit');
    expect((await group.detail(operator, { id: one })).state).toBe('candidate');

    const real = { ...input, dryRun: false };
    expect(await group.formMany(operator, real)).toMatchObject({ done: 2 });
    expect(await group.formMany(operator, real)).toMatchObject({ done: 2 });
    const detail = await group.detail(operator, { id: one });
    expect(detail).toMatchObject({ state: 'formed', formedOn: '2020-03-02', address: 'RT 01 RW 02', account: { problems: [] } });
    expect(detail.minutes).toHaveLength(1);
    expect(detail.minutes[0]).toMatchObject({ number: 'BA/1', present: 10, fileId });
    expect(detail.papers.map((p) => p.kind).sort()).toEqual(['attendance', 'domicile']);
    expect((await group.detail(operator, { id: two })).state).toBe('formed');
    expect((await group.detail(operator, { id: small })).state).toBe('candidate');

    expect((await group.formMany(neighbour, { ...real, key: key(), ids: [small] })).rows).toEqual([expect.objectContaining({ name: '–', ok: false })]);
    expect((await group.formMany(operator, { ...real, key: key(), ids: [one] })).rows[0]).toMatchObject({ ok: false });
  });
});

describe('a group by hand', () => {
  it('is made once for a key, and its name once in a village', async () => {
    const input = { key: key(), name: 'Mugi Jaya', villageCode: VILLAGE, business: 'Ternak kambing', address: null, phone: null };
    const { id } = await group.create(operator, input);
    expect(await group.create(operator, input)).toEqual({ id });
    await expect(group.create(operator, { ...input, key: key(), name: 'KUBE MUGI  JAYA' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    const detail = await group.detail(operator, { id });
    expect(detail).toMatchObject({ name: 'KUBE Mugi Jaya', villageName: 'Dumplengan', state: 'candidate', members: 0 });
    expect(detail.flags).toEqual(expect.arrayContaining(['sizeUnder', 'officersMissing', 'noAccount']));
    expect(detail.tasks.map((t) => t.state)).toEqual(['incomplete', 'incomplete', 'notOpened', 'notOpened', 'notOpened', 'notOpened']);
    expect(detail.buttons.find((b) => b.action === 'form')?.blockers.map((b) => b.code)).toContain('FILE_INCOMPLETE');
  });

  it('grows task by task until it can be declared formed', async () => {
    const { id } = await group.create(operator, { key: key(), name: 'Ngudi Rejeki', villageCode: VILLAGE, business: 'Anyaman tikar', address: 'RT 1', phone: null });
    for (let i = 0; i < 6; i += 1) await group.join(operator, joining(id));
    let detail = await group.detail(operator, { id });
    expect(detail.members).toBe(6);
    expect(detail.flags).not.toContain('sizeUnder');
    const [a, b, c] = detail.memberships.map((m) => m.membershipId) as [string, string, string];
    const officers = { task: 'officers' as const, id, seenAt: detail.updatedAt, chair: a, secretary: b, treasurer: c, on: '2020-03-03', minutes: minutes(6) };
    await expect(group.saveTask(operator, { ...officers, minutes: minutes(2) })).rejects.toMatchObject({ code: 'QUORUM_NOT_MET' });
    await expect(group.saveTask(operator, { ...officers, secretary: a })).rejects.toMatchObject({ code: 'OFFICERS_SAME' });
    kit.clock.set('2020-03-03T01:30:00.000Z');
    await group.saveTask(operator, officers);
    await expect(group.saveTask(operator, officers)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await group.markTask(operator, { id, task: 'papers', notApplicable: true, note: 'Tidak diminta' });
    await expect(group.transition(operator, { id, from: 'candidate', action: 'form', assetsDecided: false, fundDecided: false })).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    expect(await group.transition(operator, { id, from: 'candidate', action: 'form', on: '2020-03-03', minutes: minutes(6), assetsDecided: false, fundDecided: false })).toEqual({ state: 'formed' });
    await expect(group.transition(operator, { id, from: 'candidate', action: 'form', on: '2020-03-03', minutes: minutes(6), assetsDecided: false, fundDecided: false })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    detail = await group.detail(kabid, { id });
    expect(detail).toMatchObject({ state: 'formed', formedOn: '2020-03-03' });
    await group.transition(kabid, { id, from: 'formed', action: 'activate', on: '2020-03-03', assetsDecided: false, fundDecided: false });

    await group.saveTask(operator, { task: 'account', id, seenAt: (await group.detail(operator, { id })).updatedAt, bank: 'Bank Jatim', number: '0012-3456-789', holder: 'KUBE Ngudi Rejeki', signatories: [detail.officers[0]?.personId ?? '', detail.officers[2]?.personId ?? ''] });
    detail = await group.detail(operator, { id });
    expect(detail.account).toMatchObject({ number: '********789', problems: [] });

    const leaver = detail.memberships.at(-1)?.membershipId ?? '';
    await group.leave(operator, { id, membershipId: leaver, on: '2020-03-03', reason: 'moved', note: null, minutes: minutes(5) });
    detail = await group.detail(operator, { id });
    expect(detail.members).toBe(5);
    const timeline = await group.timeline(operator, { id });
    expect(timeline.entries.map((e) => e.action)).toEqual(expect.arrayContaining(['group.create', 'group.join', 'group.form', 'group.activate', 'group.leave', 'group.save.account']));
  });
});

describe('rule 7: one living group a person and a family', () => {
  it('refuses the same NIK or family card elsewhere, whoever is first', async () => {
    const { groupIds } = await form([importedGroup({ size: 5 }), importedGroup({ size: 5 })]);
    const [one, two] = groupIds as [string, string];
    const someone = person();
    await group.join(operator, { ...joining(one), person: someone, minutes: minutes(5) });
    await expect(group.join(operator, { ...joining(two), person: someone, minutes: minutes(5) })).rejects.toMatchObject({ code: expect.stringMatching(/PERSON_TAKEN|FAMILY_TAKEN/) });
    await expect(group.join(operator, { ...joining(two), person: { ...person(), familyCardNo: someone.familyCardNo }, minutes: minutes(5) })).rejects.toMatchObject({ code: 'FAMILY_TAKEN' });
    const told = await member.lookup(operator, { nationalId: someone.nationalId, groupId: two });
    expect(told).toMatchObject({ memberElsewhere: true });
    const village = await callFor(kit, { role: 'operator', area: '35.21.01' });
    const outside = await member.lookup(village, { nationalId: someone.nationalId });
    expect(outside).toMatchObject({ memberElsewhere: true, person: null });
    expect(JSON.stringify(outside)).not.toContain(someone.name);
  });

  it('lets one of two racing writers win', async () => {
    const { groupIds } = await form([importedGroup({ size: 5 }), importedGroup({ size: 5 })]);
    const someone = person();
    const done = await Promise.allSettled(groupIds.map((id) => group.join(operator, { ...joining(id), person: someone, minutes: minutes(5) })));
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
    const counts = await Promise.all(groupIds.map(async (id) => (await group.detail(operator, { id })).members));
    expect(counts.reduce((a, b) => a + b)).toBe(11);
  });
});

describe('next door', () => {
  it('sees and writes nothing', async () => {
    const { groupIds } = await form([importedGroup()]);
    const id = groupIds[0] as string;
    const detail = await group.detail(operator, { id });
    expect((await list(neighbour)).total).toBe(0);
    expect((await group.facets(neighbour, groupListInput.parse({}))).total).toBe(0);
    const other = await callFor(kit, { role: 'pendamping', area: '35.21' });
    for (const call of [neighbour, other]) {
      for (const attempt of [
        () => group.detail(call, { id }),
        () => group.timeline(call, { id }),
        () => group.reveal(call, { id, purpose: 'ingin tahu' }),
        () => group.check(call, { id }),
        () => group.openTask(call, { id, task: 'account' }),
        () => group.join(call, joining(id)),
        () => group.leave(call, { id, membershipId: detail.memberships[0]?.membershipId ?? '', on: '2020-03-03', reason: 'moved', note: null, minutes: minutes(10) }),
        () => group.transition(call, { id, from: 'formed', action: 'dissolve', reason: 'coba', on: '2020-03-03', minutes: minutes(10), assetsDecided: true, fundDecided: true }),
        () => group.saveTask(call, { task: 'identity', id, seenAt: detail.updatedAt, name: 'Bajak', business: 'x1', formedOn: null }),
        () => member.get(call, { id: detail.memberships[0]?.personId ?? '' }),
        () => member.reveal(call, { id: detail.memberships[0]?.personId ?? '', purpose: 'ingin tahu' }),
      ]) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await group.detail(operator, { id })).name).toBe(detail.name);
  });

  it('a facilitator sees the own groups, however wide the area', async () => {
    const facilitator = await callFor(kit, { role: 'pendamping', area: '35.21.16' });
    await form([importedGroup({ facilitatorId: facilitator.actor.userId }), importedGroup()]);
    expect((await list(facilitator)).total).toBe(1);
    const people = await member.list(facilitator, { page: 1, pageSize: 50, villages: [], districts: [], status: 'all', sort: 'name', desc: false });
    expect(people.total).toBe(10);
  });
});

describe('an import', () => {
  it('stores by sets, counts, and is taken back whole', async () => {
    const before = await kit.db.prisma.person.count();
    const { importId, groups, persons, memberships, groupIds } = await form(Array.from({ length: 4 }, () => importedGroup()));
    expect({ groups, persons, memberships }).toEqual({ groups: 4, persons: 40, memberships: 40 });
    expect(await group.detail(operator, { id: groupIds[0] as string })).toMatchObject({ members: 10, state: 'formed', flags: [] });
    const removed = await kit.work.run(operator.actor, (unit) => group.undoImport(unit, operator.actor, importId));
    expect(removed).toEqual({ groups: 4, persons: 40, memberships: 40 });
    expect(await kit.db.prisma.person.count()).toBe(before);
    expect(await kit.db.prisma.group.count({ where: { importId } })).toBe(0);
  });

  it('is not taken back once something rests on it', async () => {
    const { importId, groupIds } = await form([importedGroup(), importedGroup()]);
    await group.check(operator, { id: groupIds[1] as string });
    await expect(kit.work.run(operator.actor, (unit) => group.undoImport(unit, operator.actor, importId))).rejects.toMatchObject({ code: 'IMPORT_IN_USE' });
    expect(await kit.db.prisma.group.count({ where: { importId } })).toBe(2);
  });

  it('stores nothing when one person is taken', async () => {
    const sound = importedGroup();
    await form([sound]);
    const groups = await kit.db.prisma.group.count();
    const clash = importedGroup();
    await expect(form([importedGroup(), { ...clash, members: [...clash.members.slice(1), sound.members[3] as (typeof sound.members)[0]] }])).rejects.toMatchObject({ code: expect.stringMatching(/TAKEN/) });
    expect(await kit.db.prisma.group.count()).toBe(groups);
  });
});

describe('the list', () => {
  it('finds a name that is spelled nearly right, filters, sorts and counts', async () => {
    const name = 'Sumber Barokah Makmur';
    const { groupIds } = await form([importedGroup({ name: `KUBE ${name}`, business: 'Warung sembako' })]);
    await group.setAid(kit.db.prisma, [{ groupId: groupIds[0] as string, aidStage: 'diterima', fiscalYear: 2020, received: 20_000_000n, addFlags: ['lpjLate'] }]);
    expect((await list(operator, { q: 'sumber baroka' })).rows[0]?.name).toBe(`KUBE ${name}`);
    expect((await list(operator, { q: 'sumbr brokah makmr' })).rows[0]?.name).toBe(`KUBE ${name}`);
    const page = await list(operator, { business: ['Warung sembako'], stages: ['diterima'], fiscalYear: 2020, flags: ['lpjLate'], districts: ['35.21.16'], sort: 'received', desc: true });
    expect(page).toMatchObject({ total: 1, received: 20_000_000n });
    await group.setAid(kit.db.prisma, [{ groupId: groupIds[0] as string, removeFlags: ['lpjLate'] }]);
    expect((await list(operator, { flags: ['lpjLate'] })).total).toBe(0);
    const facets = await group.facets(operator, groupListInput.parse({}));
    expect(facets.stages).toEqual(expect.arrayContaining([{ value: 'diterima', label: 'diterima', count: 1 }]));
    for (const odd of [{ q: '%' }, { q: "'; drop" }, { q: '___' }, { q: 'kube' }, { page: 4000 }, { q: '\\' }, { q: 'a\u0301' }]) await expect(list(operator, odd)).resolves.toBeDefined();
  });

  it('exports what is shown as text that no formula can hide in', async () => {
    await form([importedGroup({ name: '=HYPERLINK("x")', business: '@SUM(A1)' })]);
    const file = await group.exportXlsx(operator, { ...groupListInput.parse({}), language: 'id' });
    expect(file.fileName).toMatch(/^kelompok-2020-03-03\.xlsx$/);
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});

describe('a judgement', () => {
  it('is kept with its rule set, which then stays as it is', async () => {
    const { groupIds } = await form([importedGroup()]);
    const id = groupIds[0] as string;
    const result = await group.check(operator, { id });
    expect(result).toMatchObject({ moment: 'draft', ruleSetVersion: 1, blocks: 0 });
    expect((await member.latest(id))?.id).toBe(result.id);
    expect((await kit.db.prisma.ruleSet.findUnique({ where: { id: result.ruleSetId } }))?.frozenAt).not.toBeNull();
    await expect(kit.work.run(operator.actor, (unit) => member.check(unit, operator.actor, { groupId: id, moment: 'submission', asOf: '2020-03-03' }))).resolves.toMatchObject({ blocks: 1 });
  });

  it('looks into the newest register and prior-aid list', async () => {
    const g = importedGroup();
    const { groupIds } = await form([g]);
    const [first, second, ...rest] = g.members;
    await kit.work.run(operator.actor, async (unit) => {
      const register = [first, ...rest].map((m) => ({ nationalId: m?.nationalId ?? '', familyCardNo: null, name: m?.name ?? '', villageCode: VILLAGE, decile: 2, status: 'active' as const }));
      const kept = await member.storeExtract(unit, operator.actor, { regencyCode: '35.21', kind: 'register', period: 'Maret 2020', fileName: 'dtks.xlsx', fileSha256: 'a'.repeat(64), register });
      expect(kept).toMatchObject({ stored: 9, already: false });
      expect(await member.storeExtract(unit, operator.actor, { regencyCode: '35.21', kind: 'register', period: 'Maret 2020', fileName: 'dtks.xlsx', fileSha256: 'a'.repeat(64), register })).toMatchObject({ already: true });
      await member.storeExtract(unit, operator.actor, { regencyCode: '35.21', kind: 'priorAid', period: '2019', fileName: 'x.xlsx', fileSha256: 'b'.repeat(64), priorAid: [{ nationalId: first?.nationalId ?? '', year: 2018, programme: 'KUBE', amount: 2_000_000n }] });
    });
    const result = await group.check(operator, { id: groupIds[0] as string });
    expect(result.findings.filter((f) => f.personId).map((f) => [f.code, f.personName])).toEqual(expect.arrayContaining([['PRIOR_AID', first?.name], ['NOT_IN_REGISTER', second?.name]]));
    expect(result.registerPeriod).toBe('Maret 2020');
  });
});

describe('duplicates', () => {
  it('of groups are shown side by side and merged', async () => {
    const { groupIds } = await form([importedGroup({ name: 'KUBE Karya Lestari Abadi' }), importedGroup({ name: 'KUBE Karya Lestari Abbadi' })]);
    const [one, two] = groupIds as [string, string];
    const page = await group.duplicates(operator, { page: 1, pageSize: 50 });
    expect(page.rows.some((p) => [p.first.id, p.second.id].sort().join() === [one, two].sort().join())).toBe(true);
    await expect(group.decide(neighbour, { firstId: one, secondId: two, decision: 'merged', keepId: one, reason: 'sama' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await group.decide(operator, { firstId: one, secondId: two, decision: 'merged', keepId: one, reason: 'kelompok yang sama' });
    await expect(group.detail(operator, { id: two })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(group.decide(operator, { firstId: one, secondId: two, decision: 'kept', reason: 'lagi' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('of persons are merged with their memberships, or kept apart', async () => {
    const twin = person({ name: 'Suparmiyati Ningsih', birthDate: '1975-04-11' });
    const { groupIds } = await form([{ ...importedGroup({ size: 5 }) }, { ...importedGroup({ size: 5 }) }]);
    await group.join(operator, { ...joining(groupIds[0] as string), person: twin, minutes: minutes(5) });
    await group.join(operator, { ...joining(groupIds[1] as string), person: person({ name: 'Suparmiati Ningsih', birthDate: '1975-04-11' }), minutes: minutes(5) });
    const pair = (await member.duplicates(operator, { page: 1, pageSize: 50 })).rows.find((p) => p.first.name.startsWith('Suparmi'));
    expect(pair?.reasons).toEqual(expect.arrayContaining(['name', 'birthDate']));
    expect(pair?.first.nik).toContain('******');
    await member.decide(operator, { firstId: pair?.first.id ?? '', secondId: pair?.second.id ?? '', decision: 'merged', keepId: pair?.first.id, reason: 'orang yang sama' });
    const counts = await Promise.all(groupIds.map(async (id) => (await group.detail(operator, { id })).members));
    expect(counts.reduce((a, b) => a + b)).toBe(11);
  });
});

describe('a member', () => {
  it('is changed with a reason, and revealed with a purpose that is on record', async () => {
    const { groupIds } = await form([importedGroup()]);
    const detail = await group.detail(operator, { id: groupIds[0] as string });
    const id = detail.memberships[0]?.personId ?? '';
    const before = await member.get(operator, { id });
    const change = { id, seenAt: before.updatedAt, reason: 'Sesuai KTP', name: 'Nama Baru', birthPlace: null, birthDate: before.birthDate, sex: before.sex, villageCode: VILLAGE, address: 'RT 5', phone: '081234567890', occupation: null, married: true };
    kit.clock.set('2020-03-03T02:00:00.000Z');
    await member.update(operator, change);
    await expect(member.update(operator, change)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const second = detail.memberships[1];
    const other = await member.reveal(operator, { id: second?.personId ?? '', purpose: 'Mencocokkan KTP' });
    const now = await member.get(operator, { id });
    await expect(member.update(operator, { ...change, seenAt: now.updatedAt, familyCardNo: other.familyCard })).rejects.toMatchObject({ code: 'FAMILY_TAKEN' });
    await expect(member.update(operator, { ...change, seenAt: now.updatedAt, nationalId: other.nik })).rejects.toMatchObject({ code: 'NIK_TAKEN' });
    const entries = await kit.db.prisma.auditEntry.findMany({ where: { entityId: second?.personId ?? '', action: 'member.reveal' } });
    expect(entries).toMatchObject([{ reason: 'Mencocokkan KTP' }]);
    expect(JSON.stringify(entries, (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(other.nik);
    const found = await member.list(operator, { q: other.nik.slice(-4), page: 1, pageSize: 50, villages: [], districts: [], status: 'active', sort: 'name', desc: false });
    expect(found.rows.map((r) => r.id)).toContain(second?.personId);
    expect((await member.list(operator, { q: 'nama bru', page: 1, pageSize: 50, villages: [], districts: [], status: 'all', sort: 'name', desc: false })).rows.map((r) => r.id)).toContain(id);
  });
});
