/** The importer with all its checks (register, earlier aid, territory) on roster files of growing size, against a bare COPY of the same rows. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeUpRoster } from '@anyam/server-kit/made-up-roster';
import type pg from 'pg';

interface Run {
  readonly ms: number;
  readonly members: number;
  readonly findings: number;
  readonly peakMb: number;
}

/** `folder` must be readable by the database server, which reads the file of the COPY itself. */
export async function benchImport(client: pg.Client, folder: string, sizes: readonly number[]): Promise<Record<string, unknown>[]> {
  const results: Record<string, unknown>[] = [];
  for (const rows of sizes) {
    const [roster, register, priorAid] = ['roster', 'register', 'prior-aid'].map((name) => join(folder, `${name}-${rows}.csv`)) as [string, string, string];
    const lines = madeUpRoster(rows / 10).split('\n');
    const people = lines.slice(1).map((line) => line.split(';'));
    writeFileSync(roster, lines.join('\n'));
    writeFileSync(register, ['NIK;No KK;Nama;Desa;Desil;Status', ...people.map((p) => [p[5], p[6], p[4], p[1], '2', 'Aktif'].join(';'))].join('\n'));
    writeFileSync(priorAid, ['NIK;Nama;Tahun;Program', ...people.filter((_, i) => i % 50 === 0).map((p) => [p[5], p[4], '2018', 'KUBE'].join(';'))].join('\n'));
    const once = () =>
      JSON.parse(
        execFileSync(
          process.execPath,
          ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'import-once.ts'), '--roster', roster, '--register', register, '--prior-aid', priorAid,
            '--region', '35.21', '--as-of', '2020-03-03', '--dry-run', '--max-mb', '64'],
          { encoding: 'utf8' },
        ),
      ) as Run;
    const runs = [once(), once()];
    const { ms, members, findings, peakMb } = runs.reduce((best, run) => (run.ms < best.ms ? run : best));

    await client.query('CREATE TABLE bare_row (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text, l text)');
    let bareMs = Infinity;
    for (let round = 0; round < 2; round += 1) {
      await client.query('TRUNCATE bare_row');
      const started = performance.now();
      await client.query(`COPY bare_row FROM '${roster.replaceAll("'", "''")}' WITH (FORMAT csv, DELIMITER ';', HEADER)`);
      bareMs = Math.min(bareMs, performance.now() - started);
    }
    await client.query('DROP TABLE bare_row');
    results.push({
      rows, members, findings, ms: Math.round(ms), rowsPerSecond: Math.round((rows * 1000) / ms), peakMb,
      copyRowsPerSecond: Math.round((rows * 1000) / bareMs), toCopy: Number((bareMs / ms).toFixed(3)),
    });
  }
  return results;
}
