import { isPartner, type Call } from '@anyam/contract-kit';
import { scopeSql, sortedText, type Database } from '@anyam/server-kit';
import { stateOf, storedState, type GroupState } from './codes.ts';

export interface GroupFilter {
  key: string | null;
  /** Also names that are only like the key; asked for when none holds it. */
  fuzzy?: 'word' | 'name';
  districts: readonly string[]; villages: readonly string[]; business: readonly string[]; states: readonly GroupState[]; stages: readonly string[];
  facilitator?: string | undefined; fiscalYear?: number | undefined; flags: readonly string[];
}
export interface GroupOrder { sort: 'name' | 'members' | 'received' | 'created'; desc: boolean; limit: number; offset: number }

interface Raw {
  id: string; name: string; villageCode: string; villageName: string; districtName: string; business: string; state: string; aidStage: string; members: number;
  received: bigint; accounted: bigint; fiscalYear: number | null; flags: string[]; facilitatorName: string | null; createdAt: Date;
}
export type GroupRowRecord = Omit<Raw, 'state'> & { state: GroupState };

const SORT = { name: 'g.name_key', members: 'g.member_count', received: 'g.received', created: 'g.created_at' } as const;

const COLUMNS = `g.id, g.name, g.village_code AS "villageCode", coalesce(v.name, g.village_code) AS "villageName", coalesce(d.name, '') AS "districtName", g.business, g.state,
  g.aid_stage AS "aidStage", g.member_count AS members, g.received, g.accounted, g.fiscal_year AS "fiscalYear", g.flags, u.name AS "facilitatorName", g.created_at AS "createdAt"`;
const NAMES = `LEFT JOIN region v ON v.code = g.village_code LEFT JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id`;

/** One name a shape of query, so each connection prepares it once. */
const nameOf = (text: string): string => {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `group-list-${(hash >>> 0).toString(36)}-${text.length}`;
};

const escapeLike = (text: string): string => text.replace(/[%_\\]/g, '\\$&');

export function groupListRepository({ pool }: Database) {
  const query = async <T extends object>(text: string, values: unknown[]): Promise<T[]> => (await pool.query<T>({ name: nameOf(text), text, values })).rows;

  function condition(call: Call, f: GroupFilter): { where: string; params: unknown[]; rank: string | null } {
    const params: unknown[] = [];
    const put = (value: unknown): string => `$${params.push(value)}`;
    // One value compares with "=", so an index on (column, name) gives the order too.
    const oneOf = (column: string, values: readonly unknown[]): string => (values.length === 1 ? `${column} = ${put(values[0])}` : `${column} = ANY(${put(values)})`);
    const where = ['g.merged_into IS NULL'];
    const [grant, another] = call.scope;
    const only = grant && !another ? grant : undefined;
    const depth = only?.area.split('.').length ?? 0;
    // A single grant for a whole regency or kecamatan is an equality, which an index answers alone.
    if (only && depth === 2) where.push(`g.regency_code = ${put(only.area)}`);
    if (only && depth === 3 && f.districts.length === 0) where.push(`g.district_code = ${put(only.area)}`);
    if (only?.ownGroupsOnly) where.push(`g.facilitator_id = ${put(call.actor.userId)}`);
    if (!only || depth !== 2 || isPartner(only.role)) where.push(scopeSql(call, 'g.village_code', 'g.facilitator_id', params));
    if (f.districts.length > 0) where.push(oneOf('g.district_code', f.districts));
    if (f.villages.length > 0) where.push(oneOf('g.village_code', f.villages));
    if (f.business.length > 0) where.push(oneOf('g.business', f.business));
    if (f.states.length > 0) where.push(oneOf('g.state', f.states.map(storedState)));
    if (f.stages.length > 0) where.push(oneOf('g.aid_stage', f.stages));
    if (f.fiscalYear !== undefined) where.push(`g.fiscal_year = ${put(f.fiscalYear)}`);
    if (f.facilitator !== undefined) where.push(f.facilitator === 'none' ? 'g.facilitator_id IS NULL' : `g.facilitator_id = ${put(f.facilitator)}`);
    if (f.flags.length > 0) where.push(`g.flags && ${put(f.flags)}`);
    let rank: string | null = null;
    if (f.key) {
      if (f.fuzzy && f.key.length >= 3) {
        const key = put(f.key);
        // `%` finds by index; the bound above its 0.3 keeps chance likeness out.
        where.push(f.fuzzy === 'word' ? `${key} <% g.name_key` : `(g.name_key % ${key} AND similarity(g.name_key, ${key}) >= 0.4)`);
        rank = `word_similarity(${key}, g.name_key) + similarity(${key}, g.name_key) DESC`;
      } else where.push(`g.name_key LIKE ${put(`%${escapeLike(f.key)}%`)}`);
    }
    return { where: where.join(' AND '), params, rank };
  }

  /** `few`: the total is known to be small, so the rows are found by the index of the name's parts and sorted, not read in order until enough fit. */
  async function rows(call: Call, f: GroupFilter, o: GroupOrder, few = false): Promise<GroupRowRecord[]> {
    const { where, params, rank } = condition(call, f);
    const direction = o.desc ? 'DESC' : 'ASC';
    const by = few && o.sort === 'name' ? sortedText(SORT.name) : SORT[o.sort];
    const order = rank && o.sort === 'name' && !o.desc ? `${rank}, g.name_key, g.id` : `${by} ${direction}, g.id ${direction}`;
    const limit = params.push(o.limit);
    const offset = params.push(o.offset);
    // The page is cut first; names are joined to its rows alone.
    const found = await query<Raw>(
      `SELECT ${COLUMNS} FROM (SELECT * FROM kube_group g WHERE ${where} ORDER BY ${order} LIMIT $${limit} OFFSET $${offset}) g ${NAMES} ORDER BY ${order}`, params);
    return found.map((row) => ({ ...row, state: stateOf(row.state) }));
  }

  return {
    rows,
    async totals(call: Call, f: GroupFilter): Promise<{ total: number; received: bigint }> {
      const { where, params } = condition(call, f);
      const [sum] = await query<{ total: number; received: bigint }>(`SELECT count(*)::int AS total, coalesce(sum(g.received), 0)::bigint AS received FROM kube_group g WHERE ${where}`, params);
      return sum ?? { total: 0, received: 0n };
    },
    /** Counts of every filter's values over the caller's whole area, in one pass. */
    async facets(call: Call, f: GroupFilter) {
      const { where, params } = condition(call, f);
      return query<{ kind: string; value: string; label: string; n: number }>(
        `WITH mine AS MATERIALIZED (SELECT district_code, village_code, business, state, aid_stage, facilitator_id, fiscal_year, flags FROM kube_group g WHERE ${where}),
         counted AS (
           SELECT CASE WHEN grouping(district_code) = 0 THEN 'districts' WHEN grouping(village_code) = 0 THEN 'villages' WHEN grouping(business) = 0 THEN 'business'
                       WHEN grouping(state) = 0 THEN 'states' WHEN grouping(aid_stage) = 0 THEN 'stages' WHEN grouping(facilitator_id) = 0 THEN 'facilitators'
                       WHEN grouping(fiscal_year) = 0 THEN 'years' ELSE 'total' END AS kind,
                  coalesce(district_code, village_code, business, state, aid_stage, facilitator_id, fiscal_year::text, '') AS value, count(*)::int AS n
           FROM mine GROUP BY GROUPING SETS ((district_code), (village_code), (business), (state), (aid_stage), (facilitator_id), (fiscal_year), ())
           UNION ALL SELECT 'flags', flag, count(*)::int FROM mine, unnest(flags) AS flag GROUP BY flag
         )
         SELECT c.kind, c.value, coalesce(r.name, u.name, c.value) AS label, c.n FROM counted c
         LEFT JOIN region r ON c.kind IN ('districts', 'villages') AND r.code = c.value
         LEFT JOIN auth_user u ON c.kind = 'facilitators' AND u.id = c.value
         WHERE c.kind = 'total' OR c.value <> '' ORDER BY c.kind, label`, params);
    },
    /** Pairs of groups that may be one: like names in one regency, or one account, phone or address. */
    async pairs(call: Call, limit: number): Promise<{ a: string; b: string }[]> {
      const params: unknown[] = [];
      const a = scopeSql(call, 'a.village_code', 'a.facilitator_id', params);
      const b = scopeSql(call, 'b.village_code', 'b.facilitator_id', params);
      const alive = `a.merged_into IS NULL AND b.merged_into IS NULL AND a.state <> 'bubar' AND b.state <> 'bubar' AND ${a} AND ${b}`;
      return query<{ a: string; b: string }>(
        `WITH pair AS (
           SELECT a.id AS a, b.id AS b, similarity(a.name_key, b.name_key) AS s FROM kube_group a JOIN kube_group b ON b.village_code = a.village_code AND left(b.name_key, 2) = left(a.name_key, 2) AND b.id > a.id
             WHERE similarity(a.name_key, b.name_key) > 0.45 AND ${alive}
           UNION ALL
           SELECT a.id, b.id, 1 FROM kube_group a JOIN kube_group b ON b.regency_code = a.regency_code AND b.name_key = a.name_key AND b.id > a.id WHERE ${alive}
           UNION ALL
           SELECT a.id, b.id, 2 FROM kube_group a JOIN kube_group b ON b.regency_code = a.regency_code AND b.account_number = a.account_number AND b.id > a.id WHERE ${alive}
           UNION ALL
           SELECT a.id, b.id, 1 FROM kube_group a JOIN kube_group b ON b.regency_code = a.regency_code AND b.phone = a.phone AND b.id > a.id WHERE ${alive}
         )
         SELECT a, b FROM pair WHERE NOT EXISTS (SELECT 1 FROM duplicate_decision d WHERE d.kind = 'group' AND d.first_id = a AND d.second_id = b)
         GROUP BY a, b ORDER BY max(s) DESC, a, b LIMIT $${params.push(limit)}`, params);
    },
    async sides(ids: readonly string[]) {
      const found = await query<Raw & { address: string | null; phone: string | null; accountNumber: string | null; chair: string | null; regencyCode: string; facilitatorId: string | null }>(
        `SELECT ${COLUMNS}, g.address, g.phone, g.account_number AS "accountNumber", g.regency_code AS "regencyCode", g.facilitator_id AS "facilitatorId",
           (SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.group_id = g.id AND m.left_on IS NULL AND m.role = 'chair') AS chair
         FROM kube_group g ${NAMES} WHERE g.id = ANY($1)`, [ids]);
      return found.map((row) => ({ ...row, state: stateOf(row.state) }));
    },
  };
}
