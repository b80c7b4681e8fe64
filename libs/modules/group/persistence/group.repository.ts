import { scopeSql, type Database, type Tx } from '@anyam/server-kit';
import type { Call } from '@anyam/contract-kit';
import { stateOf, storedState, type GroupState } from './codes.ts';

type Raw = Pick<Tx, '$queryRawUnsafe'>;

interface Stored {
  id: string; regencyCode: string; districtCode: string; villageCode: string; name: string; nameKey: string; business: string; address: string | null; phone: string | null; state: string;
  formedOn: string | null; facilitatorId: string | null; bank: string | null; accountNumber: string | null; accountName: string | null; signatoryIds: string[]; memberCount: number;
  aidStage: string; fiscalYear: number | null; received: bigint; accounted: bigint; flags: string[]; createdAt: Date; updatedAt: Date;
}
export type GroupData = Omit<Stored, 'state'> & { state: GroupState };

export interface MembershipRecord {
  membershipId: string; groupId: string; personId: string; name: string; nationalId: string; familyCardNo: string; role: 'chair' | 'secretary' | 'treasurer' | 'member'; birthDate: string; sex: 'L' | 'P';
  villageCode: string; villageName: string; address: string | null; joinedOn: string; leftOn: string | null; leaveReason: string | null; leaveNote: string | null;
}

const COLUMNS = `g.id::text, g.regency_code AS "regencyCode", g.district_code AS "districtCode", g.village_code AS "villageCode", g.name, g.name_key AS "nameKey", g.business, g.address, g.phone, g.state,
  g.formed_on::text AS "formedOn", g.facilitator_id AS "facilitatorId", g.bank, g.account_number AS "accountNumber", g.account_name AS "accountName", g.signatory_ids::text[] AS "signatoryIds",
  g.member_count AS "memberCount", g.aid_stage AS "aidStage", g.fiscal_year::int AS "fiscalYear", g.received, g.accounted, g.flags, g.created_at AS "createdAt", g.updated_at AS "updatedAt"`;
const MEMBERS = `SELECT m.id::text AS "membershipId", m.group_id::text AS "groupId", p.id::text AS "personId", p.name, p.national_id AS "nationalId", m.family_card_no AS "familyCardNo", m.role,
    p.birth_date::text AS "birthDate", p.sex, p.village_code AS "villageCode", coalesce(v.name, p.village_code) AS "villageName", p.address, m.joined_on::text AS "joinedOn",
    m.left_on::text AS "leftOn", m.leave_reason AS "leaveReason", m.leave_note AS "leaveNote"
  FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN region v ON v.code = p.village_code`;
const OFFICERS_FIRST = `m.left_on DESC NULLS FIRST, array_position(ARRAY['chair','secretary','treasurer','member'], m.role), p.name_key`;

const read = (row: Stored): GroupData => ({ ...row, state: stateOf(row.state) });

export function groupRepository({ pool, prisma }: Database) {
  return {
    async get(tx: Raw, id: string, lock = false): Promise<GroupData | null> {
      const rows = await tx.$queryRawUnsafe<Stored[]>(`SELECT ${COLUMNS} FROM kube_group g WHERE g.id = $1::uuid ${lock ? 'FOR UPDATE' : ''}`, id);
      return rows[0] ? read(rows[0]) : null;
    },
    async many(tx: Raw, ids: readonly string[]): Promise<GroupData[]> {
      if (ids.length === 0) return [];
      return (await tx.$queryRawUnsafe<Stored[]>(`SELECT ${COLUMNS} FROM kube_group g WHERE g.id = ANY($1::uuid[])`, ids)).map(read);
    },
    members: (tx: Raw, ids: readonly string[]): Promise<MembershipRecord[]> =>
      tx.$queryRawUnsafe<MembershipRecord[]>(`${MEMBERS} WHERE m.group_id = ANY($1::uuid[]) AND m.left_on IS NULL ORDER BY m.group_id, ${OFFICERS_FIRST}`, ids) as Promise<MembershipRecord[]>,

    /** The group with the names beside it, for the detail. */
    async find(id: string) {
      const { rows } = await pool.query<Stored & { villageName: string; districtName: string; facilitatorName: string | null }>({
        name: 'group-detail',
        text: `SELECT ${COLUMNS}, coalesce(v.name, g.village_code) AS "villageName", coalesce(d.name, '') AS "districtName", u.name AS "facilitatorName"
               FROM kube_group g LEFT JOIN region v ON v.code = g.village_code LEFT JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id
               WHERE g.id = $1 AND g.merged_into IS NULL`,
        values: [id],
      });
      return rows[0] ? { ...rows[0], state: stateOf(rows[0].state) } : null;
    },
    async memberships(id: string): Promise<MembershipRecord[]> {
      const { rows } = await pool.query<MembershipRecord>({ name: 'group-memberships', text: `${MEMBERS} WHERE m.group_id = $1 ORDER BY ${OFFICERS_FIRST} LIMIT 500`, values: [id] });
      return rows;
    },
    minutes: (groupId: string) => prisma.storedMinutes.findMany({ where: { groupId }, orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }], take: 200 }),
    async papers(groupId: string) {
      const { rows } = await pool.query<{ id: string; kind: string; fileId: string; fileName: string; addedAt: Date }>({
        name: 'group-papers',
        text: `SELECT p.id, p.kind, p.file_id AS "fileId", f.name AS "fileName", p.added_at AS "addedAt" FROM group_paper p JOIN stored_file f ON f.id = p.file_id WHERE p.group_id = $1 ORDER BY p.added_at DESC LIMIT 200`,
        values: [groupId],
      });
      return rows;
    },
    /** Groups whose minutes or papers hold this file. */
    async ofFile(fileId: string): Promise<{ id: string; villageCode: string; facilitatorId: string | null }[]> {
      const { rows } = await pool.query<{ id: string; villageCode: string; facilitatorId: string | null }>({
        name: 'group-of-file',
        text: `SELECT g.id::text, g.village_code AS "villageCode", g.facilitator_id AS "facilitatorId" FROM kube_group g
               WHERE g.id IN (SELECT group_id FROM stored_minutes WHERE file_id = $1 UNION ALL SELECT group_id FROM group_paper WHERE file_id = $1)`,
        values: [fileId],
      });
      return rows;
    },
    tasks: (groupId: string) => prisma.groupTask.findMany({ where: { groupId } }),
    async businesses(call: Call): Promise<string[]> {
      const params: unknown[] = [];
      const text = `SELECT g.business, count(*) FROM kube_group g WHERE ${scopeSql(call, 'g.village_code', 'g.facilitator_id', params)} GROUP BY g.business ORDER BY 2 DESC LIMIT 100`;
      return (await pool.query<{ business: string }>(text, params)).rows.map((row) => row.business);
    },
    async timeline(groupId: string, before: bigint | undefined, limit: number) {
      const { rows } = await pool.query<{ id: bigint; at: Date; actorName: string; action: string; entity: string; reason: string | null; changes: Record<string, [unknown, unknown]> }>({
        name: 'group-timeline',
        text: `SELECT id, at, actor_name AS "actorName", action, entity, reason, changes FROM audit_entry WHERE group_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3`,
        values: [groupId, before ?? 9_223_372_036_854_775_807n, limit],
      });
      return rows;
    },
    async namesIn(regencyCode: string): Promise<Map<string, string>> {
      const { rows } = await pool.query<{ key: string; id: string }>({
        name: 'group-names', text: `SELECT village_code || '|' || name_key AS key, id FROM kube_group WHERE regency_code = $1 AND state <> 'bubar' AND merged_into IS NULL`, values: [regencyCode] });
      return new Map(rows.map((row) => [row.key, row.id]));
    },
    async accountsTaken(regencyCode: string, keys: readonly string[]): Promise<Set<string>> {
      const { rows } = await pool.query<{ key: string }>({
        name: 'group-accounts',
        text: `SELECT ltrim(regexp_replace(account_number, '\\D', '', 'g'), '0') AS key FROM kube_group
               WHERE regency_code = $1 AND account_number IS NOT NULL AND state <> 'bubar' AND ltrim(regexp_replace(account_number, '\\D', '', 'g'), '0') = ANY($2)`,
        values: [regencyCode, keys],
      });
      return new Set(rows.map((row) => row.key));
    },
    async nameTaken(tx: Raw, villageCode: string, nameKey: string, except: string | null): Promise<boolean> {
      const rows = await tx.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM kube_group WHERE village_code = $1 AND name_key = $2 AND state <> 'bubar' AND id IS DISTINCT FROM $3::uuid`, villageCode, nameKey, except);
      return (rows[0]?.n ?? 0) > 0;
    },
    async refresh(tx: Pick<Tx, '$queryRawUnsafe'>, ids: readonly string[], rules: { sizeMin: number; sizeMax: number }): Promise<void> {
      await tx.$queryRawUnsafe('SELECT 1 AS done FROM kube_group_refresh($1::uuid[], $2::int, $3::int)', ids, rules.sizeMin, rules.sizeMax);
    },
    steps: (groupId: string) => prisma.flowStep.findMany({ where: { entityId: groupId, flow: 'group' }, orderBy: { id: 'asc' }, take: 500 }),
    stored: storedState,
  };
}
