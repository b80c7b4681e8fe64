/**
 * `npm run -s backup -- FILE`: the whole of Anyam in one compressed file, read in one snapshot while it runs:
 * every table as JSON lines, then the uploaded files. `restore` writes it back into an empty database.
 */
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { withDatabase } from './connect.ts';
import { readMigrations } from './migrate.ts';

const BATCH = 2_000;
const file = process.argv[2];
if (!file) {
  console.error('Sebutkan berkasnya: npm run -s backup -- cadangan-2026-11-24.anyam.gz');
  process.exit(2);
}
if (existsSync(file)) {
  console.error(`${file} sudah ada; pakai nama lain.`);
  process.exit(2);
}

await withDatabase(async (url, dataDir) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const out = createGzip();
  const target = createWriteStream(file, { mode: 0o600 });
  out.pipe(target);
  const line = async (value: unknown) => {
    if (!out.write(`${JSON.stringify(value)}\n`)) await new Promise((done) => out.once('drain', done));
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = readMigrations().map((migration) => migration.name);
    await line({ anyam: 1, at: new Date().toISOString(), migrations });
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' ORDER BY 1`,
    );
    let rows = 0;
    for (const { name } of tables) {
      await client.query(`DECLARE read_out CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${client.escapeIdentifier(name)} t`);
      for (;;) {
        const part = await client.query<{ row: string }>(`FETCH ${BATCH} FROM read_out`);
        if (part.rows.length === 0) break;
        rows += part.rows.length;
        // Kept as text: a bigint passes through no JavaScript number.
        await line({ table: name, rows: part.rows.map((one) => one.row) });
      }
      await client.query('CLOSE read_out');
    }
    const { rows: files } = await client.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM stored_file');
    for (const { sha256 } of files) {
      const path = join(dataDir, 'files', sha256.slice(0, 2), sha256);
      if (existsSync(path)) await line({ file: sha256, base64: readFileSync(path).toString('base64') });
      else console.error(`berkas ${sha256} tidak ada di ${dataDir}`);
    }
    await line({ end: true, rows });
    await client.query('COMMIT');
    out.end();
    await finished(target);
    console.log(`${file}: ${rows} baris, ${files.length} berkas`);
  } finally {
    await client.end();
  }
});
