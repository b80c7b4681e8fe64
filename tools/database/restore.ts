/** `npm run -s restore -- FILE`: writes a backup into an empty database (a new DATA_DIR, or an empty DATABASE_URL), all or nothing. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { join } from 'node:path';
import { diskStore } from '@anyam/server-kit';
import pg from 'pg';
import { withDatabase } from './connect.ts';
import { migrate, readMigrations } from './migrate.ts';

type Line =
  | { anyam: number; migrations: string[] }
  | { table: string; rows: string[] }
  | { file: string; base64: string }
  | { end: true; rows: number };

const file = process.argv[2];
if (!file) {
  console.error('Sebutkan berkasnya: npm run -s restore -- cadangan-2026-11-24.anyam.gz');
  process.exit(2);
}

await withDatabase(async (url, dataDir) => {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: used } = await client.query('SELECT 1 FROM auth_user LIMIT 1');
    if (used.length > 0) throw new Error('Basis data ini sudah berisi. Pakai DATA_DIR baru atau basis data kosong.');
    const files = diskStore(join(dataDir, 'files'));
    await client.query('BEGIN');
    // Foreign keys, chains and append-only guards held when the rows were written; they are stored as they were.
    await client.query("SET LOCAL session_replication_role = 'replica'");
    await client.query('TRUNCATE region CASCADE');
    let rows = 0;
    let complete = false;
    for await (const text of createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity })) {
      const line = JSON.parse(text) as Line;
      if ('anyam' in line) {
        const known = new Set(readMigrations().map((migration) => migration.name));
        const unknown = line.migrations.filter((name) => !known.has(name));
        if (unknown.length > 0) throw new Error(`Cadangan ini dari versi yang lebih baru (${unknown.join(', ')}). Perbarui Anyam dahulu.`);
      } else if ('table' in line) {
        const table = client.escapeIdentifier(line.table);
        await client.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT r.* FROM unnest($1::text[]) AS t(row), jsonb_populate_record(NULL::${table}, t.row::jsonb) r`, [line.rows]);
        rows += line.rows.length;
      } else if ('file' in line) {
        const hash = await files.put(Buffer.from(line.base64, 'base64'));
        if (hash !== line.file) throw new Error(`Berkas ${line.file} rusak di dalam cadangan.`);
      } else {
        complete = line.rows === rows;
      }
    }
    if (!complete) throw new Error('Cadangan ini tidak lengkap; tidak ada yang ditulis.');
    const { rows: sequences } = await client.query<{ seq: string; tbl: string; col: string }>(
      `SELECT s.oid::regclass::text AS seq, a.attrelid::regclass::text AS tbl, quote_ident(a.attname) AS col
       FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
       WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'audit_entry_id', 'audit_entry', 'id'`,
    );
    for (const { seq, tbl, col } of sequences) await client.query(`SELECT setval('${seq}', coalesce((SELECT max(${col}) FROM ${tbl}), 0) + 1, false)`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    console.log(`${rows} baris dipulihkan.`);
  } finally {
    await client.end();
  }
});
