import { FEW_ROWS, scopeSql, sortedText, wholeRegency, type Database } from '@anyam/server-kit';
import type { Call } from '@anyam/contract-kit';

export interface PersonRecord {
  id: string; regencyCode: string; name: string; nationalId: string; familyCardNo: string; birthDate: string; sex: 'L' | 'P';
  villageCode: string; villageName: string; districtName: string;
  groupId: string | null; groupName: string | null; role: 'chair' | 'secretary' | 'treasurer' | 'member' | null;
  groupVillage: string | null; facilitatorId: string | null;
}
export interface PersonFull extends PersonRecord {
  birthPlace: string | null; address: string | null; phone: string | null; occupation: string | null; married: boolean | null; updatedAt: Date;
}
export interface ListFilter {
  key: string | null; fuzzy?: 'word' | 'name'; digits: string | null; villages: readonly string[]; districts: readonly string[];
  status: 'all' | 'active' | 'former'; sort: 'name' | 'village' | 'birthDate'; desc: boolean; limit: number; offset: number;
}

const FROM = `FROM person p
  LEFT JOIN membership m ON m.person_id = p.id AND m.left_on IS NULL
  LEFT JOIN kube_group g ON g.id = m.group_id
  LEFT JOIN region v ON v.code = p.village_code
  LEFT JOIN region d ON d.code = v.parent`;
const BRIEF = `p.id, p.regency_code AS "regencyCode", p.name, p.national_id AS "nationalId", p.family_card_no AS "familyCardNo", p.birth_date::text AS "birthDate", p.sex,
  p.village_code AS "villageCode", coalesce(v.name, p.village_code) AS "villageName", coalesce(d.name, '') AS "districtName",
  g.id AS "groupId", g.name AS "groupName", m.role, g.village_code AS "groupVillage", g.facilitator_id AS "facilitatorId"`;
const FULL = `${BRIEF}, p.birth_place AS "birthPlace", p.address, p.phone, p.occupation, p.married, p.updated_at AS "updatedAt"`;
/** A member is seen from where the group is; someone in no group from where the person lives. */
const PLACE = 'coalesce(g.village_code, p.village_code)';
const SORT = { name: 'p.name_key', village: 'p.village_code', birthDate: 'p.birth_date' } as const;

export function personRepository({ pool }: Database) {
  const short = (text: string): string => {
    let hash = 0;
    for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    return (hash >>> 0).toString(36);
  };
  const query = async <T extends object>(text: string, values: unknown[]): Promise<T[]> =>
    (await pool.query<T>({ name: `member-${short(text)}`, text, values })).rows;

  return {
    async list(call: Call, f: ListFilter): Promise<{ rows: PersonRecord[]; total: number }> {
      const params: unknown[] = [];
      const put = (value: unknown): string => `$${params.push(value)}`;
      // A grant for a whole regency needs no look at groups: a person and the group are of one regency.
      const regency = wholeRegency(call);
      const where = ['p.merged_into IS NULL', regency ? `p.regency_code = ${put(regency)}` : scopeSql(call, PLACE, 'g.facilitator_id', params)];
      let order: string = `${SORT[f.sort]} ${f.desc ? 'DESC' : 'ASC'}, p.id ${f.desc ? 'DESC' : 'ASC'}`;
      if (f.digits) where.push(f.digits.length === 16 ? `p.national_id = ${put(f.digits)}` : `right(p.national_id, 4) = ${put(f.digits)}`);
      else if (f.key && f.fuzzy && f.key.length >= 3) {
        const key = put(f.key);
        // `%` finds by index; the bound above its 0.3 keeps chance likeness out.
        const like = f.fuzzy === 'word' ? `${key} <% p.name_key` : `(p.name_key % ${key} AND similarity(p.name_key, ${key}) >= 0.4)`;
        // In a whole regency a first thousand that is alike is enough to choose the likest from, and to count.
        where.push(regency ? `p.id IN (SELECT p.id FROM person p WHERE ${where.join(' AND ')} AND ${like} LIMIT 1000)` : like);
        if (f.sort === 'name' && !f.desc) order = `word_similarity(${key}, p.name_key) + similarity(${key}, p.name_key) DESC, p.name_key, p.id`;
      } else if (f.key) where.push(`p.name_key LIKE ${put(`%${f.key.replace(/[%_\\]/g, '\\$&')}%`)}`);
      if (f.villages.length > 0) where.push(`p.village_code = ANY(${put(f.villages)})`);
      if (f.districts.length > 0) where.push(`left(p.village_code, 8) = ANY(${put(f.districts)})`);
      if (f.status === 'active') where.push('m.id IS NOT NULL');
      if (f.status === 'former') where.push('m.id IS NULL AND EXISTS (SELECT 1 FROM membership o WHERE o.person_id = p.id)');
      const condition = where.join(' AND ');
      const members = 'LEFT JOIN membership m ON m.person_id = p.id AND m.left_on IS NULL';
      const joined = !regency ? `${members} LEFT JOIN kube_group g ON g.id = m.group_id` : f.status === 'all' ? '' : members;
      // Everybody in a group of the regency: each has one living membership, so these are counted alone.
      const [counting, counted] = regency && f.status === 'active' && where.length === 3
        ? ['SELECT count(*)::int AS total FROM membership m WHERE m.regency_code = $1 AND m.left_on IS NULL', [regency]] as const
        : [`SELECT count(*)::int AS total FROM person p ${joined} WHERE ${condition}`, [...params]] as const;
      const count = async (): Promise<number> => (await query<{ total: number }>(counting, [...counted]))[0]?.total ?? 0;
      const page = (by: string): Promise<PersonRecord[]> => {
        const values = [...params];
        // Cut first; names are joined to its rows alone.
        const cut = `(SELECT p.* FROM person p ${joined} WHERE ${condition} ORDER BY ${by} LIMIT $${values.push(f.limit)} OFFSET $${values.push(f.offset)}) p`;
        return query<PersonRecord>(`SELECT ${BRIEF} ${FROM.replace('person p', cut)} ORDER BY ${by}`, values);
      };
      if (f.key && !f.fuzzy && f.sort === 'name') {
        const total = await count();
        return { total, rows: await page(total <= FEW_ROWS ? order.replace(SORT.name, sortedText(SORT.name)) : order) };
      }
      const [rows, total] = await Promise.all([page(order), count()]);
      return { rows, total };
    },
    async find(id: string): Promise<PersonFull | null> {
      return (await query<PersonFull>(`SELECT ${FULL} ${FROM} WHERE p.id = $1 AND p.merged_into IS NULL`, [id]))[0] ?? null;
    },
    async byNik(regency: string, nik: string): Promise<PersonFull | null> {
      return (await query<PersonFull>(
        `SELECT ${FULL} ${FROM} WHERE p.id = (SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.regency_code = $1 AND x.national_id = $2)`, [regency, nik],
      ))[0] ?? null;
    },
    memberships: (personId: string) =>
      query<{ id: string; groupId: string; groupName: string; role: 'chair' | 'secretary' | 'treasurer' | 'member'; joinedOn: string; leftOn: string | null; leaveReason: string | null; leaveNote: string | null; received: bigint; villageCode: string; facilitatorId: string | null }>(
        `SELECT m.id, g.id AS "groupId", g.name AS "groupName", m.role, m.joined_on::text AS "joinedOn", m.left_on::text AS "leftOn", m.leave_reason AS "leaveReason",
                m.leave_note AS "leaveNote", g.received, g.village_code AS "villageCode", g.facilitator_id AS "facilitatorId"
         FROM membership m JOIN kube_group g ON g.id = m.group_id WHERE m.person_id = $1 ORDER BY m.joined_on DESC, m.created_at DESC LIMIT 100`, [personId]),
    priorAid: (regency: string, nik: string) =>
      query<{ year: number; programme: string; amount: bigint | null; period: string }>(
        `SELECT a.year, a.programme, a.amount, e.period FROM prior_aid_entry a JOIN register_extract e ON e.id = a.extract_id
         WHERE a.national_id = $2 AND a.extract_id = (SELECT id FROM register_extract WHERE regency_code = $1 AND kind = 'priorAid' ORDER BY created_at DESC LIMIT 1)
         ORDER BY a.year DESC LIMIT 50`, [regency, nik]),
    register: (regency: string, nik: string) =>
      query<{ decile: number | null; status: string; period: string }>(
        `SELECT r.decile, r.status, e.period FROM register_entry r JOIN register_extract e ON e.id = r.extract_id
         WHERE r.national_id = $2 AND r.extract_id = (SELECT id FROM register_extract WHERE regency_code = $1 AND kind = 'register' ORDER BY created_at DESC LIMIT 1)`, [regency, nik]),
    history: (personId: string) =>
      query<{ at: Date; actorName: string; action: string; reason: string | null; fields: string[] }>(
        `SELECT at, actor_name AS "actorName", action, reason, ARRAY(SELECT jsonb_object_keys(changes)) AS fields
         FROM audit_entry WHERE entity = 'person' AND entity_id = $1 ORDER BY id DESC LIMIT 50`, [personId]),
    /** Whether this NIK, or another NIK of this family card, is in a living group. */
    taken: (regency: string, nik: string, kk: string | null, groupId: string | null) =>
      query<{ nik: boolean; family: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id WHERE m.left_on IS NULL AND m.regency_code = $1 AND p.national_id = $2 AND m.group_id IS DISTINCT FROM $4::uuid) AS nik,
                EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id WHERE m.left_on IS NULL AND m.regency_code = $1 AND m.family_card_no = $3 AND p.national_id <> $2) AS family`,
        [regency, nik, kk, groupId]),
    async takenMany(regency: string, niks: readonly string[], kks: readonly string[]) {
      const [byNik, byKk] = await Promise.all([
        query<{ v: string }>('SELECT p.national_id AS v FROM person p JOIN membership m ON m.person_id = p.id AND m.left_on IS NULL WHERE p.regency_code = $1 AND p.national_id = ANY($2)', [regency, niks]),
        query<{ v: string }>('SELECT m.family_card_no AS v FROM membership m WHERE m.regency_code = $1 AND m.left_on IS NULL AND m.family_card_no = ANY($2)', [regency, kks]),
      ]);
      return { nationalIds: new Set(byNik.map((r) => r.v)), familyCards: new Set(byKk.map((r) => r.v)) };
    },
    /**
     * Pairs that may be one person (rule 16), likest first. Blocks keep it from comparing everybody with everybody:
     * same birth date and like names; same village and same name; same phone and like names.
     */
    async pairs(call: Call, limit: number): Promise<{ a: string; b: string }[]> {
      const params: unknown[] = [];
      const a = scopeSql(call, 'a.village_code', null, params);
      const b = scopeSql(call, 'b.village_code', null, params);
      return query<{ a: string; b: string }>(
        `WITH pair AS (
           SELECT a.id AS a, b.id AS b, similarity(a.name_key, b.name_key) AS s, 1 AS w FROM person a JOIN person b ON b.regency_code = a.regency_code AND b.birth_date = a.birth_date AND b.id > a.id
             WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND similarity(a.name_key, b.name_key) > 0.45 AND ${a} AND ${b}
           UNION ALL
           SELECT a.id, b.id, similarity(a.name_key, b.name_key), 0 FROM person a JOIN person b ON b.village_code = a.village_code AND b.name_key = a.name_key AND b.id > a.id
             WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND ${a} AND ${b}
           UNION ALL
           SELECT a.id, b.id, similarity(a.name_key, b.name_key), 1 FROM person a JOIN person b ON b.regency_code = a.regency_code AND b.phone = a.phone AND b.id > a.id
             WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND similarity(a.name_key, b.name_key) > 0.3 AND ${a} AND ${b}
         )
         SELECT a, b FROM pair
         WHERE NOT EXISTS (SELECT 1 FROM duplicate_decision d WHERE d.kind = 'person' AND d.first_id = a AND d.second_id = b)
         GROUP BY a, b ORDER BY max(s + w) DESC, a, b LIMIT $${params.push(limit)}`, params);
    },
    full: (ids: readonly string[]) => query<PersonFull>(`SELECT ${FULL} ${FROM} WHERE p.id = ANY($1)`, [ids]),
  };
}
