import type { Tx } from '@anyam/server-kit';

export interface GroupInsert {
  id: string; villageCode: string; name: string; nameKey: string; business: string; address: string | null; phone: string | null; state: string; formedOn: string | null;
  facilitatorId: string | null; bank: string | null; accountNumber: string | null; accountName: string | null;
}
export interface MemberInsert {
  membershipId: string; personId: string; groupId: string; nationalId: string; familyCardNo: string; name: string; nameKey: string; birthPlace: string | null; birthDate: string; sex: string;
  villageCode: string; address: string | null; phone: string | null; occupation: string | null; married: boolean | null; role: string; joinedOn: string;
}

const PEOPLE = `jsonb_to_recordset($1::jsonb) AS r("membershipId" uuid, "personId" uuid, "groupId" uuid, "nationalId" text, "familyCardNo" text, name text, "nameKey" text, "birthPlace" text, "birthDate" date,
  sex text, "villageCode" text, address text, phone text, occupation text, married boolean, role text, "joinedOn" date)`;

/** Whole imports by sets: three statements whatever the number of rows. */
export const groupImport = {
  groups: (tx: Tx, rows: readonly GroupInsert[], about: { regencyCode: string; importId: string; by: string; now: Date }): Promise<number> =>
    tx.$executeRawUnsafe(
      `INSERT INTO kube_group (id, regency_code, district_code, village_code, name, name_key, business, address, phone, state, formed_on, facilitator_id, bank, account_number, account_name, import_id, created_by, created_at, updated_at)
       SELECT id, $2, left("villageCode", 8), "villageCode", name, "nameKey", business, address, phone, state, "formedOn", "facilitatorId", bank, "accountNumber", "accountName", $3::uuid, $4, $5::timestamptz, $5::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "villageCode" text, name text, "nameKey" text, business text, address text, phone text, state text, "formedOn" date, "facilitatorId" text, bank text, "accountNumber" text, "accountName" text)`,
      JSON.stringify(rows), about.regencyCode, about.importId, about.by, about.now) as Promise<number>,

  /** Persons and memberships in one statement. New persons are made; of known ones only what was empty is filled in. */
  async people(tx: Tx, rows: readonly MemberInsert[], about: { regencyCode: string; importId: string; by: string; now: Date }): Promise<{ persons: number; memberships: number }> {
    const made = await tx.$queryRawUnsafe<{ persons: number; memberships: number }[]>(
      `WITH input AS MATERIALIZED (SELECT * FROM ${PEOPLE}),
       put AS (
         INSERT INTO person (id, regency_code, national_id, family_card_no, name, name_key, birth_place, birth_date, sex, village_code, address, phone, occupation, married, import_id, created_by, created_at, updated_at)
         SELECT "personId", $2, "nationalId", "familyCardNo", name, "nameKey", "birthPlace", "birthDate", sex, "villageCode", address, phone, occupation, married, $3::uuid, $4, $5::timestamptz, $5::timestamptz FROM input
         ON CONFLICT (regency_code, national_id) DO UPDATE SET
           address = coalesce(person.address, EXCLUDED.address), phone = coalesce(person.phone, EXCLUDED.phone), occupation = coalesce(person.occupation, EXCLUDED.occupation),
           birth_place = coalesce(person.birth_place, EXCLUDED.birth_place), married = coalesce(person.married, EXCLUDED.married)
         RETURNING id, national_id, merged_into, import_id
       ),
       joined AS (
         INSERT INTO membership (id, regency_code, group_id, person_id, family_card_no, role, joined_on, import_id, created_by, created_at)
         SELECT i."membershipId", $2, i."groupId", coalesce(p.merged_into, p.id), i."familyCardNo", i.role, i."joinedOn", $3::uuid, $4, $5::timestamptz
         FROM input i JOIN put p ON p.national_id = i."nationalId"
         RETURNING 1
       )
       SELECT (SELECT count(*)::int FROM put JOIN input ON input."personId" = put.id) AS persons, (SELECT count(*)::int FROM joined) AS memberships`,
      JSON.stringify(rows), about.regencyCode, about.importId, about.by, about.now);
    return made[0] ?? { persons: 0, memberships: 0 };
  },

  steps: (tx: Tx, groupIds: readonly string[], about: { regencyCode: string; importId: string; by: string; byName: string; now: Date }): Promise<number> =>
    tx.$executeRawUnsafe(
      `INSERT INTO flow_step (regency_code, flow, entity_id, action, from_state, to_state, actor_id, actor_name, at, note)
       SELECT $2, 'group', id, 'group.import', 'candidate', 'formed', $3, $4, $5::timestamptz, $6 FROM unnest($1::uuid[]) AS id`,
      groupIds, about.regencyCode, about.by, about.byName, about.now, about.importId) as Promise<number>,

  /** What someone did with the groups of an import since. Empty rows mean that it can be taken back. */
  async resting(tx: Tx, importId: string): Promise<number> {
    const rows = await tx.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM kube_group g WHERE g.import_id = $1::uuid AND (
         g.aid_stage <> 'none' OR g.received > 0 OR g.merged_into IS NOT NULL OR g.updated_at <> g.created_at
         OR EXISTS (SELECT 1 FROM kube_group o WHERE o.merged_into = g.id)
         OR EXISTS (SELECT 1 FROM stored_minutes s WHERE s.group_id = g.id)
         OR EXISTS (SELECT 1 FROM group_paper a WHERE a.group_id = g.id)
         OR EXISTS (SELECT 1 FROM eligibility_check e WHERE e.group_id = g.id)
         OR EXISTS (SELECT 1 FROM membership m WHERE m.group_id = g.id AND (m.import_id IS DISTINCT FROM $1::uuid OR m.left_on IS NOT NULL)))`, importId);
    return rows[0]?.n ?? 0;
  },
  async remove(tx: Tx, importId: string): Promise<{ groups: number; persons: number; memberships: number }> {
    const memberships = await tx.$executeRawUnsafe('DELETE FROM membership WHERE import_id = $1::uuid', importId);
    await tx.$executeRawUnsafe('DELETE FROM group_task WHERE group_id IN (SELECT id FROM kube_group WHERE import_id = $1::uuid)', importId);
    const groups = await tx.$executeRawUnsafe('DELETE FROM kube_group WHERE import_id = $1::uuid', importId);
    const persons = await tx.$executeRawUnsafe(
      `DELETE FROM person p WHERE p.import_id = $1::uuid AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id) AND NOT EXISTS (SELECT 1 FROM person o WHERE o.merged_into = p.id)`, importId);
    return { groups, persons, memberships };
  },
};
