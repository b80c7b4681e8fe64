import type { Database } from '@anyam/server-kit';

interface RegionRecord {
  code: string;
  name: string;
  parent: string | null;
}
interface MatchRecord extends RegionRecord {
  parentName: string | null;
  similarity: number;
}

/** Reads of the reference table. Codes and names are public, so no area is applied here. */
export function territoryRepository({ pool, prisma }: Database) {
  return {
    async children(parent: string): Promise<RegionRecord[]> {
      const { rows } = await pool.query<RegionRecord>({
        name: 'territory-children',
        text: 'SELECT code, name, parent FROM region WHERE parent = $1 ORDER BY name',
        values: [parent],
      });
      return rows;
    },
    async match(within: string, key: string, limit: number): Promise<MatchRecord[]> {
      const { rows } = await pool.query<MatchRecord>({
        name: 'territory-match',
        text: `SELECT r.code, r.name, r.parent, p.name AS "parentName", max(similarity(k.key, $2))::float8 AS similarity
               FROM region r
               LEFT JOIN region p ON p.code = r.parent
               CROSS JOIN LATERAL (SELECT r.name_key AS key UNION ALL SELECT a.alias_key FROM region_alias a WHERE a.region_code = r.code) k
               WHERE r.level = 4 AND r.code ~>=~ $1 AND r.code ~<~ $4
               GROUP BY r.code, p.name
               ORDER BY 5 DESC, r.name
               LIMIT $3`,
        values: [`${within}.`, key, limit, `${within}/`],
      });
      return rows;
    },
    async names(codes: readonly string[]): Promise<Map<string, string>> {
      if (codes.length === 0) return new Map();
      const { rows } = await pool.query<{ code: string; name: string }>({
        name: 'territory-names',
        text: 'SELECT code, name FROM region WHERE code = ANY($1)',
        values: [codes],
      });
      return new Map(rows.map((row) => [row.code, row.name]));
    },
    async entries(within: string): Promise<{ code: string; name: string; aliases: string[] }[]> {
      const { rows } = await pool.query<{ code: string; name: string; aliases: string[] }>({
        name: 'territory-entries',
        text: `SELECT r.code, r.name, coalesce(array_agg(a.alias) FILTER (WHERE a.alias IS NOT NULL), '{}') AS aliases
               FROM region r LEFT JOIN region_alias a ON a.region_code = r.code
               WHERE r.code = $1 OR r.code LIKE $1 || '.%' GROUP BY r.code`,
        values: [within],
      });
      return rows;
    },
    async about(within: string): Promise<{ name: string; version: string; districts: number; villages: number; aliases: number } | undefined> {
      const { rows } = await pool.query<{ name: string; version: string; districts: number; villages: number; aliases: number }>({
        name: 'territory-about',
        text: `SELECT r.name, r.version,
                 (SELECT count(*)::int FROM region d WHERE d.level = 3 AND d.code LIKE $2) AS districts,
                 (SELECT count(*)::int FROM region v WHERE v.level = 4 AND v.code LIKE $2) AS villages,
                 (SELECT count(*)::int FROM region_alias a WHERE a.region_code = $1 OR a.region_code LIKE $2) AS aliases
               FROM region r WHERE r.code = $1`,
        values: [within, `${within}.%`],
      });
      return rows[0];
    },
    find: (code: string) => prisma.region.findUnique({ where: { code }, select: { code: true, name: true, level: true } }),
    aliases: () => prisma.regionAlias.findMany({ orderBy: [{ regionCode: 'asc' }, { alias: 'asc' }] }),
    alias: (id: string) => prisma.regionAlias.findUnique({ where: { id } }),
  };
}
