import type { Database, Tx } from '@anyam/server-kit';

export interface CheckedGroup {
  id: string; regencyCode: string; districtCode: string; villageCode: string; name: string; business: string; accountNumber: string | null;
}
export interface CheckedMember {
  personId: string; name: string; nationalId: string; familyCardNo: string; birthDate: string; sex: 'L' | 'P'; villageCode: string;
  occupation: string | null; married: boolean | null; phone: string | null; role: 'chair' | 'secretary' | 'treasurer' | 'member';
}

/** What a judgement reads, inside the transaction that stores it. */
export function checkRepository({ pool }: Database) {
  return {
    async group(tx: Tx, id: string): Promise<CheckedGroup | null> {
      const rows = await tx.$queryRaw<CheckedGroup[]>`
        SELECT id::text, regency_code AS "regencyCode", district_code AS "districtCode", village_code AS "villageCode", name, business, account_number AS "accountNumber"
        FROM kube_group WHERE id = ${id}::uuid`;
      return rows[0] ?? null;
    },
    members: (tx: Tx, groupId: string) => tx.$queryRaw<CheckedMember[]>`
      SELECT p.id::text AS "personId", p.name, p.national_id AS "nationalId", m.family_card_no AS "familyCardNo", p.birth_date::text AS "birthDate", p.sex,
             p.village_code AS "villageCode", p.occupation, p.married, p.phone, m.role
      FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.group_id = ${groupId}::uuid AND m.left_on IS NULL
      ORDER BY array_position(ARRAY['chair','secretary','treasurer','member'], m.role), p.name_key`,
    accountHolders: (tx: Tx, regency: string, groupId: string, key: string) => tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM kube_group
      WHERE regency_code = ${regency} AND id <> ${groupId}::uuid AND state <> 'bubar'
        AND ltrim(regexp_replace(account_number, '\\D', '', 'g'), '0') = ${key}`,
    elsewhere: (tx: Tx, groupId: string, niks: string[]) => tx.$queryRaw<{ nationalId: string; districtCode: string; regencyCode: string }[]>`
      SELECT p.national_id AS "nationalId", g.district_code AS "districtCode", g.regency_code AS "regencyCode"
      FROM person p JOIN membership m ON m.person_id = p.id AND m.left_on IS NULL JOIN kube_group g ON g.id = m.group_id
      WHERE p.national_id = ANY(${niks}) AND m.group_id <> ${groupId}::uuid`,
    places: (tx: Tx, codes: string[]) => tx.$queryRaw<{ code: string; name: string }[]>`SELECT code, name FROM region WHERE code = ANY(${codes})`,
    priorByFamily: (tx: Tx, extractId: string, kks: string[]) => tx.$queryRaw<{ familyCardNo: string; year: number; programme: string; amount: bigint | null }[]>`
      SELECT p.family_card_no AS "familyCardNo", a.year, a.programme, a.amount
      FROM person p JOIN prior_aid_entry a ON a.national_id = p.national_id AND a.extract_id = ${extractId}::uuid
      WHERE p.family_card_no = ANY(${kks})`,
    async latest(groupId: string) {
      const { rows } = await pool.query<{
        id: string; moment: string; asOf: string; checkedAt: Date; checkedBy: string; ruleSetId: string; version: number; registerPeriod: string | null;
        registerSha256: string | null; priorAidPeriod: string | null; blocks: number; warnings: number; findings: unknown;
      }>({
        name: 'member-latest-check',
        text: `SELECT c.id, c.moment, c.as_of::text AS "asOf", c.checked_at AS "checkedAt", c.checked_by AS "checkedBy", c.rule_set_id AS "ruleSetId", s.version,
                 r.period AS "registerPeriod", r.file_sha256 AS "registerSha256", a.period AS "priorAidPeriod", c.blocks, c.warnings, c.findings
               FROM eligibility_check c JOIN rule_set s ON s.id = c.rule_set_id
               LEFT JOIN register_extract r ON r.id = c.register_id LEFT JOIN register_extract a ON a.id = c.prior_aid_id
               WHERE c.group_id = $1 ORDER BY c.checked_at DESC LIMIT 1`,
        values: [groupId],
      });
      return rows[0] ?? null;
    },
  };
}
