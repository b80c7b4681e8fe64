import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { contains, type RegionCode } from '@anyam/domain/kernel';
import { changedRules, KUBE_2020, programmeError, ruleSetToJson, validateRuleSet, type RuleSet } from '@anyam/domain/programme';
import { isUniqueViolation, type Kit } from '@anyam/server-kit';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { JudgingRules, ProgrammePort, ProgrammeRow } from '../contract/index.ts';
import { programmeRepository, type ProgrammeRecord as Stored, type RuleSetRecord as StoredRules } from '../persistence/programme.repository.ts';
import { fail } from './errors.ts';
import { createExport } from './export.ts';

/** Programmes and their rules are for all of a regency: whoever works in any part of it reads them. */
const worksIn = (call: Call, regency: string): boolean =>
  call.scope.some((grant) => contains(grant.area, regency as RegionCode) || contains(regency as RegionCode, grant.area));

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A stored rule set. A field that came after it was stored has the value of the default set, which is how it was judged until then. */
export function readRules(settings: unknown): RuleSet {
  const checked = validateRuleSet({ ...ruleSetToJson(KUBE_2020), ...(settings as Record<string, unknown>) });
  if (!checked.ok) throw programmeError('RULE_SET_INVALID', { count: checked.error.length });
  return checked.value;
}

export function createProgramme({ db, work, clock, config }: Kit, { territory }: { territory: TerritoryPort }): ProgrammePort {
  const repository = programmeRepository(db);

  // A stored rule set never changes: it is read and checked once.
  const known = new Map<string, RuleSet>();
  function rulesOf(row: StoredRules): RuleSet {
    let rules = known.get(row.id);
    if (!rules) known.set(row.id, (rules = readRules(row.settings)));
    return rules;
  }
  const judging = (row: StoredRules): JudgingRules => ({ id: row.id, programmeId: row.programmeId, version: row.version, rules: rulesOf(row) });
  const view = (row: StoredRules) => ({
    id: row.id, programmeId: row.programmeId, version: row.version, validFrom: day(row.validFrom), reason: row.reason,
    frozenAt: row.frozenAt, settings: ruleSetToJson(readRules(row.settings)) as Record<string, string | number | boolean | (string | number)[]>,
  });
  const row = (p: Stored, regencyName: string, ruleSetVersion: number | null): ProgrammeRow => ({
    ...p, source: p.source as ProgrammeRow['source'], budgetType: p.budgetType as ProgrammeRow['budgetType'],
    state: p.state as ProgrammeRow['state'], regencyName, ruleSetVersion,
  });

  async function mine(call: Call, id: string, write = false): Promise<Stored> {
    const found = await repository.find(id);
    if (!found || !(write ? reaches(call, { regionCode: found.regencyCode }) : worksIn(call, found.regencyCode))) throw common('NOT_FOUND');
    return found;
  }

  /** The regency that a grant for the whole of it names; a wider grant makes programmes for the office's own regency. */
  function regencyOf(call: Call): string {
    const own = call.scope.find((grant) => /^\d{2}\.\d{2}$/.test(grant.area));
    if (own) return own.area;
    if (reaches(call, { regionCode: config.REGION_CODE })) return config.REGION_CODE;
    throw fail('ONLY_REGENCY');
  }

  const list: ProgrammePort['list'] = async (call, { fiscalYear }) => {
    const all = (await repository.list(fiscalYear)).filter((p) => worksIn(call, p.regencyCode));
    const [names, versions] = await Promise.all([
      territory.names([...new Set(all.map((p) => p.regencyCode))]),
      repository.latestVersions(all.map((p) => p.id)),
    ]);
    const versionOf = new Map(versions.map((v) => [v.programmeId, v._max.version]));
    return all.map((p) => row(p, names.get(p.regencyCode) ?? p.regencyCode, versionOf.get(p.id) ?? null));
  };

  return {
    list,
    exportXlsx: createExport({ clock, work, config }, list),

    async get(call, { id }) {
      const found = await mine(call, id);
      const [names, versions] = await Promise.all([territory.names([found.regencyCode]), repository.versions(id)]);
      const today = clock.today();
      const current = [...versions].filter((v) => day(v.validFrom) <= today)
        .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime() || b.version - a.version)[0];
      const rules = versions.map((v) => readRules(v.settings));
      const roles = new Set(call.scope.filter((g) => contains(g.area, found.regencyCode as RegionCode)).map((g) => g.role));
      return {
        ...row(found, names.get(found.regencyCode) ?? found.regencyCode, versions[0]?.version ?? null),
        canManage: roles.has('admin') || roles.has('kabid'),
        canRules: roles.has('admin'),
        ruleSets: versions.map((v, i) => ({
          id: v.id, version: v.version, validFrom: day(v.validFrom), reason: v.reason, createdBy: v.createdBy, createdAt: v.createdAt,
          frozenAt: v.frozenAt, current: v.id === current?.id,
          changed: rules[i + 1] ? changedRules(rules[i + 1] as RuleSet, rules[i] as RuleSet).map((c) => ({ key: c.key, before: String(c.before), after: String(c.after) })) : [],
        })),
      };
    },

    async create(call, { key, ...input }) {
      const regencyCode = regencyOf(call);
      try {
        return await work.once(key, 'programme.create', call.actor, async ({ tx, now, audit }) => {
          const id = randomUUID();
          await tx.programme.create({ data: { id, regencyCode, ...input, state: 'open', createdBy: call.actor.userId, createdAt: now } });
          await tx.ruleSet.create({
            data: {
              id: randomUUID(), programmeId: id, version: 1, validFrom: new Date(`${input.fiscalYear}-01-01`),
              settings: ruleSetToJson(KUBE_2020) as object, reason: 'Aturan bawaan KUBE 2020', createdBy: call.actor.userId, createdAt: now,
            },
          });
          audit({
            action: 'programme.create', entity: 'programme', entityId: id, regionCode: regencyCode,
            changes: { name: [null, input.name], ceiling: [null, input.ceiling], fiscalYear: [null, input.fiscalYear], source: [null, input.source], budgetType: [null, input.budgetType], dpaNumber: [null, input.dpaNumber] },
          });
          return { id };
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw fail('NAME_TAKEN', { name: input.name, fiscalYear: input.fiscalYear });
        throw error;
      }
    },

    async update(call, { id, seenCeiling, reason, ...input }) {
      const before = await mine(call, id, true);
      try {
        await work.run(call.actor, async ({ tx, audit }) => {
          const { count } = await tx.programme.updateMany({ where: { id, ceiling: seenCeiling, state: before.state, name: before.name, dpaNumber: before.dpaNumber }, data: input });
          if (count === 0) throw common('CHANGED_MEANWHILE');
          const fields = ['name', 'ceiling', 'dpaNumber', 'state'] as const;
          audit({
            action: 'programme.update', entity: 'programme', entityId: id, regionCode: before.regencyCode, reason,
            changes: Object.fromEntries(fields.filter((f) => before[f] !== input[f]).map((f) => [f, [before[f], input[f]] as const])),
          });
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw fail('NAME_TAKEN', { name: input.name, fiscalYear: before.fiscalYear });
        throw error;
      }
    },

    async ruleSet(call, { id }) {
      const found = await repository.ruleSet(id);
      if (!found) throw common('NOT_FOUND');
      await mine(call, found.programmeId);
      return view(found);
    },

    async currentRules(call, { programmeId, on }) {
      const programme = await mine(call, programmeId);
      const found = await repository.inForce(programmeId, on ?? clock.today());
      if (!found) throw programmeError('RULE_SET_NOT_FOUND', { programme: programme.name, fiscalYear: programme.fiscalYear });
      return view(found);
    },

    async addRuleSet(call, { programmeId, basedOn, validFrom, reason, settings }) {
      const programme = await mine(call, programmeId, true);
      const [latest] = await repository.versions(programmeId);
      if (!latest || latest.version !== basedOn) throw common('CHANGED_MEANWHILE');
      const before = readRules(latest.settings);
      const checked = validateRuleSet({ ...ruleSetToJson(before), ...settings });
      if (!checked.ok) {
        const first = checked.error.slice(0, 3);
        throw fail('RULE_INVALID', { text: first.map((p) => p.text.id).join(' '), textEn: first.map((p) => p.text.en).join(' ') });
      }
      const changed = changedRules(before, checked.value);
      if (changed.length === 0 && day(latest.validFrom) === validFrom) throw programmeError('RULE_SET_UNCHANGED');
      try {
        return await work.run(call.actor, async ({ tx, now, audit }) => {
          const made = await tx.ruleSet.create({
            data: {
              id: randomUUID(), programmeId, version: basedOn + 1, validFrom: new Date(validFrom),
              settings: ruleSetToJson(checked.value) as object, reason, createdBy: call.actor.userId, createdAt: now,
            },
          });
          audit({
            action: 'programme.addRuleSet', entity: 'ruleSet', entityId: made.id, regionCode: programme.regencyCode, reason,
            changes: Object.fromEntries([['version', [basedOn, basedOn + 1]], ...changed.map((c) => [c.key, [c.before, c.after]])]) as Record<string, readonly [unknown, unknown]>,
          });
          return view(made);
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw common('CHANGED_MEANWHILE');
        throw error;
      }
    },

    find: (id) => repository.find(id),
    async ruleSetAt(programmeId, on) {
      const found = await repository.inForce(programmeId, on);
      if (found) return judging(found);
      const programme = await repository.find(programmeId);
      throw programmeError('RULE_SET_NOT_FOUND', { programme: programme?.name ?? '', fiscalYear: programme?.fiscalYear ?? 0 });
    },
    async ruleSetById(id) {
      const found = await repository.ruleSet(id);
      if (!found) throw common('NOT_FOUND');
      return judging(found);
    },
    async rulesForRegency(regencyCode, on) {
      const found = await repository.inForceFor(regencyCode, on);
      return found && judging(found);
    },
    async freeze(tx, ruleSetId, now) {
      await tx.ruleSet.updateMany({ where: { id: ruleSetId, frozenAt: null }, data: { frozenAt: now } });
    },
  };
}
