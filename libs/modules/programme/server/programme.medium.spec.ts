import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { ProgrammePort } from '../contract/index.ts';
import { programmeFor } from '../testing/index.ts';

let kit: TestKit;
let programme: ProgrammePort;

beforeAll(async () => {
  kit = await testKit();
  programme = programmeFor(kit);
});

const input = (name: string) => ({ key: randomUUID(), name, fiscalYear: 2020, source: 'APBD' as const, budgetType: 'bansos' as const, ceiling: 800_000_000n, dpaNumber: 'DPA/1.06/2020' });

describe('programme', () => {
  it('is made once for a key, with the default rules as version 1', async () => {
    const admin = await callFor(kit, { role: 'admin' });
    const wanted = input('KUBE APBD');
    const { id } = await programme.create(admin, wanted);
    expect(await programme.create(admin, wanted)).toEqual({ id });
    const detail = await programme.get(admin, { id });
    expect(detail).toMatchObject({ ceiling: 800_000_000n, ruleSetVersion: 1, canManage: true, canRules: true, regencyName: expect.stringContaining('Ngawi') });
    expect(detail.ruleSets).toHaveLength(1);
    await expect(programme.create(admin, input('KUBE APBD'))).rejects.toMatchObject({ code: 'NAME_TAKEN' });
  });

  it('gives the rules in force on a day, and a new version does not reach back', async () => {
    const admin = await callFor(kit, { role: 'admin' });
    const { id } = await programme.create(admin, input('Aturan'));
    await programme.addRuleSet(admin, { programmeId: id, basedOn: 1, validFrom: '2020-07-01', reason: 'Perbup 12/2020', settings: { ageMax: 59 } });
    expect((await programme.ruleSetAt(id, '2020-06-30')).rules.ageMax).toBe(60);
    expect((await programme.ruleSetAt(id, '2020-07-01')).rules.ageMax).toBe(59);
    expect((await programme.get(admin, { id })).ruleSets[0]?.changed).toEqual([{ key: 'ageMax', before: '60', after: '59' }]);
    await expect(programme.ruleSetAt(id, '2019-12-31')).rejects.toMatchObject({ code: 'RULE_SET_NOT_FOUND' });
    await expect(programme.addRuleSet(admin, { programmeId: id, basedOn: 1, validFrom: '2020-08-01', reason: 'terlambat', settings: { ageMax: 58 } })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await expect(programme.addRuleSet(admin, { programmeId: id, basedOn: 2, validFrom: '2020-08-01', reason: 'salah', settings: { ageMax: 5 } })).rejects.toMatchObject({ code: 'RULE_INVALID' });
    await expect(programme.addRuleSet(admin, { programmeId: id, basedOn: 2, validFrom: '2020-08-01', reason: 'aneh', settings: { ageMax: ['a', 1], ageMin: null, hantu: 5, sizeMax: Number.NaN } })).rejects.toMatchObject({ code: 'RULE_INVALID' });
  });

  it('freezes a rule set that has judged, and the database keeps it so', async () => {
    const admin = await callFor(kit, { role: 'admin' });
    const { id } = await programme.create(admin, input('Beku'));
    const { id: rules } = await programme.ruleSetAt(id, '2020-03-03');
    await programme.freeze(kit.db.prisma, rules, kit.clock.now());
    await programme.freeze(kit.db.prisma, rules, kit.clock.now());
    await expect(kit.db.prisma.ruleSet.update({ where: { id: rules }, data: { reason: 'lain' } })).rejects.toThrow();
  });

  it('is read in all of its regency and nowhere else', async () => {
    const { id } = await programme.create(await callFor(kit, { role: 'kabid' }), input('Wilayah'));
    const nextDoor = await callFor(kit, { role: 'admin', area: '35.20' });
    await expect(programme.get(nextDoor, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await programme.list(nextDoor, {})).toEqual([]);
    const verifier = await callFor(kit, { role: 'verifikator', area: '35.21.16' });
    expect((await programme.get(verifier, { id })).canManage).toBe(false);
    const change = { id, seenCeiling: 800_000_000n, name: 'Wilayah', ceiling: 1n, dpaNumber: 'x', state: 'open' as const, reason: 'coba' };
    await expect(programme.update(nextDoor, change)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(programme.update(verifier, change)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells the second of two who change the ceiling', async () => {
    const kabid = await callFor(kit, { role: 'kabid' });
    const { id } = await programme.create(kabid, input('Balapan'));
    const change = (ceiling: bigint) => programme.update(kabid, { id, seenCeiling: 800_000_000n, name: 'Balapan', ceiling, dpaNumber: 'x', state: 'open', reason: 'perubahan DPA' });
    const done = await Promise.allSettled([change(900_000_000n), change(950_000_000n)]);
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
  });
});
