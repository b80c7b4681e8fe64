import type { Database } from '@anyam/server-kit';

export interface ProgrammeRecord {
  readonly id: string; readonly regencyCode: string; readonly name: string; readonly fiscalYear: number; readonly source: string; readonly budgetType: string; readonly ceiling: bigint;
  readonly dpaNumber: string; readonly state: string; readonly createdBy: string; readonly createdAt: Date;
}
export interface RuleSetRecord {
  readonly id: string; readonly programmeId: string; readonly version: number; readonly validFrom: Date; readonly settings: unknown; readonly reason: string; readonly createdBy: string;
  readonly createdAt: Date; readonly frozenAt: Date | null;
}

const PROGRAMME = `p.id, p.regency_code AS "regencyCode", p.name, p.fiscal_year AS "fiscalYear", p.source, p.budget_type AS "budgetType", p.ceiling, p.dpa_number AS "dpaNumber", p.state,
  p.created_by AS "createdBy", p.created_at AS "createdAt"`;
const RULES = `r.id, r.programme_id AS "programmeId", r.version, r.valid_from::timestamp AT TIME ZONE 'UTC' AS "validFrom", r.settings, r.reason, r.created_by AS "createdBy",
  r.created_at AS "createdAt", r.frozen_at AS "frozenAt"`;

/**
 * Reads of programmes and their rule sets. The area is judged by the service: a programme belongs to a whole regency.
 * What other modules ask for inside their transactions is read on `pool`: it must not wait for a connection of the pool that the transactions hold.
 */
export function programmeRepository({ prisma, pool }: Database) {
  const one = async <T extends object>(name: string, text: string, values: unknown[]): Promise<T | null> => (await pool.query<T>({ name: `programme-${name}`, text, values })).rows[0] ?? null;
  return {
    list: (fiscalYear?: number) =>
      prisma.programme.findMany({
        where: fiscalYear === undefined ? {} : { fiscalYear },
        orderBy: [{ fiscalYear: 'desc' }, { name: 'asc' }],
        take: 500,
      }),
    find: (id: string) => one<ProgrammeRecord>('find', `SELECT ${PROGRAMME} FROM programme p WHERE p.id = $1`, [id]),
    versions: (programmeId: string) => prisma.ruleSet.findMany({ where: { programmeId }, orderBy: { version: 'desc' }, take: 1000 }),
    ruleSet: (id: string) => one<RuleSetRecord>('rules', `SELECT ${RULES} FROM rule_set r WHERE r.id = $1`, [id]),
    inForce: (programmeId: string, on: string) =>
      one<RuleSetRecord>('in-force', `SELECT ${RULES} FROM rule_set r WHERE r.programme_id = $1 AND r.valid_from <= $2::date ORDER BY r.valid_from DESC, r.version DESC LIMIT 1`, [programmeId, on]),
    latestVersions: (programmeIds: string[]) =>
      prisma.ruleSet.groupBy({ by: ['programmeId'], where: { programmeId: { in: programmeIds } }, _max: { version: true } }),
    /** The rules of a regency on a day: of the programme of that year before all others, then of the newest. */
    inForceFor: (regencyCode: string, on: string) =>
      one<RuleSetRecord>(
        'in-force-for',
        `SELECT ${RULES} FROM programme p JOIN rule_set r ON r.programme_id = p.id WHERE p.regency_code = $1 AND r.valid_from <= $2::date
         ORDER BY p.fiscal_year = extract(year FROM $2::date) DESC, p.fiscal_year DESC, p.created_at DESC, p.id, r.valid_from DESC, r.version DESC LIMIT 1`,
        [regencyCode, on],
      ),
  };
}
