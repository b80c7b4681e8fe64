import type { Query } from '@anyam/server-kit';

/** What aid needs to know of a group. Reads only; the group's own module writes. */
export interface AidGroup {
  readonly id: string;
  readonly regencyCode: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly districtName: string;
  readonly name: string;
  readonly business: string;
  readonly state: string;
  readonly facilitatorId: string | null;
  readonly facilitatorName: string | null;
  readonly bank: string | null;
  readonly accountNumber: string | null;
  readonly accountName: string | null;
  readonly signatoryIds: readonly string[];
  readonly accountShared: boolean;
}
export interface AidMember {
  readonly groupId: string;
  readonly personId: string;
  readonly name: string;
  readonly nationalId: string;
  readonly familyCardNo: string;
  readonly address: string;
  readonly occupation: string | null;
  readonly role: 'chair' | 'secretary' | 'treasurer' | 'member';
}

export const groupReads = {
  groups: (query: Query, ids: readonly string[]) =>
    query<AidGroup>(
      `SELECT g.id::text AS id, g.regency_code AS "regencyCode", g.village_code AS "villageCode", v.name AS "villageName", d.name AS "districtName", g.name, g.business, g.state,
              g.facilitator_id AS "facilitatorId", u.name AS "facilitatorName", g.bank, g.account_number AS "accountNumber", g.account_name AS "accountName", g.signatory_ids::text[] AS "signatoryIds",
              (g.account_number IS NOT NULL AND EXISTS (SELECT 1 FROM kube_group o WHERE o.regency_code = g.regency_code AND o.account_number = g.account_number AND o.id <> g.id AND o.state <> 'bubar')) AS "accountShared"
       FROM kube_group g JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id
       WHERE g.id = ANY($1::uuid[])`,
      [ids],
    ),
  members: (query: Query, ids: readonly string[]) =>
    query<AidMember>(
      `SELECT m.group_id::text AS "groupId", m.person_id::text AS "personId", p.name, p.national_id AS "nationalId", p.family_card_no AS "familyCardNo", coalesce(p.address, '') AS address, p.occupation, m.role
       FROM membership m JOIN person p ON p.id = m.person_id WHERE m.group_id = ANY($1::uuid[]) AND m.left_on IS NULL ORDER BY p.name, p.id`,
      [ids],
    ),
  /** Latest judgement a group and programme; drafts judge nothing. */
  eligibility: (query: Query, ids: readonly string[]) =>
    query<{ groupId: string; programmeId: string; moment: string; blocks: number; warnings: number; period: string | null }>(
      `SELECT DISTINCT ON (e.group_id, s.programme_id) e.group_id::text AS "groupId", s.programme_id::text AS "programmeId", e.moment, e.blocks, e.warnings, r.period
       FROM eligibility_check e JOIN rule_set s ON s.id = e.rule_set_id LEFT JOIN register_extract r ON r.id = e.register_id
       WHERE e.group_id = ANY($1::uuid[]) AND e.moment <> 'draft' ORDER BY e.group_id, s.programme_id, e.checked_at DESC, array_position(ARRAY['payment', 'decree', 'submission'], e.moment)`,
      [ids],
    ),
  /** Worst step of the overdue ladder among the group's open reports. */
  overdue: (query: Query, ids: readonly string[]) =>
    query<{ groupId: string; step: string }>(
      `SELECT group_id::text AS "groupId", (ARRAY['none','reminder','letter','barred','refund'])[max(array_position(ARRAY['none','reminder','letter','barred','refund'], overdue))] AS step
       FROM lpj WHERE group_id = ANY($1::uuid[]) AND state IN ('belum', 'draf', 'dikembalikan') GROUP BY group_id`,
      [ids],
    ),
};
