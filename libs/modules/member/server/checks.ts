import { randomUUID } from 'node:crypto';
import {
  accountKey, regionIndex, type FamilyCardNo, type IsoDate, type NationalId, type RegionCode,
} from '@anyam/domain/kernel';
import { checkGroup, findingText, isFindingCode, type CheckContext, type Elsewhere, type FindingParams, type PriorAid } from '@anyam/domain/member';
import { countedProgramme } from '@anyam/domain/roster';
import type { AccessPort } from '@anyam/access/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { Kit, Tx } from '@anyam/server-kit';
import type { CheckView, MemberPort, Moment } from '../contract/index.ts';
import { checkRepository } from '../persistence/check.repository.ts';
import { extractRepository } from '../persistence/extract.repository.ts';
import { fail } from './errors.ts';

interface StoredFinding {
  code: string; severity: 'block' | 'warn'; field: string; params: FindingParams; personId: string | null; personName: string | null;
}

/** Judges a group by the rules in force and keeps the judgement with all it rested on (rules 8-14). */
export function createChecks({ db }: Kit, { programme, access }: { programme: ProgrammePort; access: AccessPort }): Pick<MemberPort, 'check' | 'latest'> {
  const repository = checkRepository(db);
  const stored = extractRepository(db);

  async function context(tx: Tx, group: { id: string; regencyCode: string; villageCode: string; accountNumber: string | null }, niks: string[], kks: string[], codes: string[], moment: Moment, asOf: string, rules: CheckContext['rules']) {
    const { register, priorAid: prior } = await stored.newest(group.regencyCode);
    const [registered, listed, byKk, elsewhere, places, holders] = await Promise.all([
      register ? stored.registerRows(register.id, niks) : [],
      prior ? stored.priorRows(prior.id, niks, kks) : [],
      prior ? repository.priorByFamily(tx, prior.id, kks) : [],
      repository.elsewhere(tx, group.id, niks),
      repository.places(tx, [...new Set([...codes, ...codes.map((c) => c.slice(0, 8)), group.villageCode, group.villageCode.slice(0, 8)])]),
      group.accountNumber ? repository.accountHolders(tx, group.regencyCode, group.id, accountKey(group.accountNumber) ?? '') : [],
    ]);
    const entries = new Map(registered.map((r) => [r.nationalId, { name: r.name ?? '', kk: r.familyCardNo, villageCode: r.villageCode as RegionCode | null, decile: r.decile, status: r.status }]));
    const aid = new Map<string, PriorAid[]>();
    const add = (number: string | null | undefined, { year, programme, amount }: PriorAid) => {
      if (number) aid.set(number, [...(aid.get(number) ?? []), { year, programme: countedProgramme(programme, rules.priorAidPrograms), amount }]);
    };
    for (const row of listed) for (const number of [row.nationalId, row.familyCardNo]) add(number, row);
    for (const row of byKk) add(row.familyCardNo, row);
    const where = new Map<string, Elsewhere>(elsewhere.map((e) => [
      e.nationalId, e.regencyCode !== group.regencyCode ? 'otherRegency' : e.districtCode === group.villageCode.slice(0, 8) ? 'sameDistrict' : 'otherDistrict',
    ]));
    const checking: CheckContext = {
      asOf: asOf as IsoDate, moment, rules,
      register: register && { period: register.period, find: (nik) => entries.get(nik) },
      ...(prior ? { priorAid: (nik: NationalId | null, kk: FamilyCardNo | null) => [...(nik ? aid.get(nik) ?? [] : []), ...(kk ? aid.get(kk) ?? [] : [])] } : {}),
      elsewhere: (nik) => (nik ? where.get(nik) : undefined),
      accountTaken: () => (holders[0]?.n ?? 0) > 0,
      gazetteer: regionIndex(places.map((p) => ({ code: p.code as RegionCode, name: p.name }))),
      area: group.regencyCode as RegionCode,
    };
    return { checking, register, prior };
  }

  const show = (findings: readonly StoredFinding[]): CheckView['findings'] =>
    findings.map((f) => ({
      code: f.code, severity: f.severity, field: f.field, personId: f.personId, personName: f.personName,
      text: isFindingCode(f.code)
        ? { id: findingText({ code: f.code, params: f.params }, 'id'), en: findingText({ code: f.code, params: f.params }, 'en') }
        : { id: f.code, en: f.code },
    }));

  return {
    async check(unit, who, { groupId, moment, asOf, programmeId }) {
      const tx = unit.tx as Tx;
      const group = await repository.group(tx, groupId);
      if (!group) throw fail('GROUP_NOT_FOUND');
      const judge = programmeId ? await programme.ruleSetAt(programmeId, asOf) : await programme.rulesForRegency(group.regencyCode, asOf);
      if (!judge) throw fail('NO_RULES');
      const members = await repository.members(tx, groupId);
      const { checking, register, prior } = await context(
        tx, group, members.map((m) => m.nationalId), members.map((m) => m.familyCardNo), members.map((m) => m.villageCode), moment, asOf, judge.rules);
      const located = checkGroup(
        {
          name: group.name, business: group.business, account: group.accountNumber, villageCode: group.villageCode as RegionCode,
          members: members.map((m) => ({
            name: m.name, nik: m.nationalId, kk: m.familyCardNo, birthDate: m.birthDate, sex: m.sex, villageCode: m.villageCode as RegionCode,
            occupation: m.occupation, married: m.married, phone: m.phone, roles: m.role === 'member' ? [] : [m.role],
          })),
        },
        checking,
      );
      const findings: StoredFinding[] = located.map((f) => {
        const member = f.member === null ? undefined : members[f.member];
        return { code: f.code, severity: f.severity, field: f.field, params: f.params, personId: member?.personId ?? null, personName: member?.name ?? null };
      });
      const id = randomUUID();
      const blocks = findings.filter((f) => f.severity === 'block').length;
      const warnings = findings.length - blocks;
      await tx.eligibilityCheck.create({
        data: {
          id, regencyCode: group.regencyCode, groupId, moment, ruleSetId: judge.id, registerId: register?.id ?? null, priorAidId: prior?.id ?? null,
          asOf: new Date(asOf), findings: JSON.parse(JSON.stringify(findings)) as object, blocks, warnings, checkedBy: who.userId, checkedAt: unit.now,
        },
      });
      await programme.freeze(tx, judge.id, unit.now);
      unit.audit({
        action: 'member.check', entity: 'eligibilityCheck', entityId: id, groupId, regionCode: group.villageCode,
        changes: { moment: [null, moment], ruleSetVersion: [null, judge.version], register: [null, register?.period ?? null], blocks: [null, blocks], warnings: [null, warnings] },
      });
      return {
        id, moment, asOf, checkedAt: unit.now, checkedBy: who.name, ruleSetId: judge.id, ruleSetVersion: judge.version,
        registerPeriod: register?.period ?? null, registerSha256: register?.fileSha256 ?? null, priorAidPeriod: prior?.period ?? null, blocks, warnings, findings: show(findings),
      };
    },

    async latest(groupId) {
      const found = await repository.latest(groupId);
      if (!found) return null;
      const names = await access.names([found.checkedBy]);
      const { version, findings, ...rest } = found;
      return { ...rest, moment: found.moment as Moment, ruleSetVersion: version, checkedBy: names.get(found.checkedBy) ?? found.checkedBy, findings: show(findings as StoredFinding[]) };
    },
  };
}
