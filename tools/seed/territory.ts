/** Loads the Kemendagri codes from the package idn-area-data: provinces to villages, some 91,000 rows, once. */
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { normalisePlaceName, regionCode } from '@anyam/domain/kernel';
import pg from 'pg';
import data from 'idn-area-data/package.json' with { type: 'json' };

interface Row {
  code: string;
  level: number;
  parent: string | null;
  name: string;
  key: string;
}

/** `within` keeps only one regency (with its province), for tests. Gives the number of rows written; 0 when they are there already. */
export async function seedTerritory(url: string, within?: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM region LIMIT 1');
    if (rowCount) return 0;
    const rows: Row[] = [];
    const add = (code: string, level: number, parent: string | null, name: string) => {
      const dotted = regionCode(code);
      if (within && !within.startsWith(dotted) && !dotted.startsWith(within)) return;
      rows.push({ code: dotted, level, parent: parent && regionCode(parent), name: name, key: normalisePlaceName(name) });
    };
    for (const p of await getProvinces()) add(p.code, 1, null, p.name);
    for (const r of await getRegencies()) add(r.code, 2, r.province_code, r.name);
    for (const d of await getDistricts()) add(d.code, 3, d.regency_code, d.name);
    for (const v of await getVillages()) add(v.code, 4, v.district_code, v.name);
    await client.query('BEGIN');
    for (let i = 0; i < rows.length; i += 10_000) {
      const part = rows.slice(i, i + 10_000);
      await client.query(
        `INSERT INTO region (code, level, parent, name, name_key, version)
         SELECT *, $6 FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[])`,
        [part.map((r) => r.code), part.map((r) => r.level), part.map((r) => r.parent), part.map((r) => r.name), part.map((r) => r.key), `idn-area-data ${data.version}`],
      );
    }
    await client.query('COMMIT');
    await client.query('ANALYZE region');
    return rows.length;
  } finally {
    await client.end();
  }
}
