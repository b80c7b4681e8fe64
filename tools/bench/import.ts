/** Reading and judging roster rows from a CSV file, against a bare COPY-like load of the same rows. */
import { KUBE_2020 } from '@anyam/domain/programme';
import { checkRoster } from '@anyam/domain/member';
import { readRoster } from '@anyam/domain/roster';
import { regionCode, type IsoDate } from '@anyam/domain/kernel';
import { loadTerritory, readSheets, REGISTER_LIMITS } from '@anyam/roster/reading';
import type pg from 'pg';
import { madeUpRoster } from '@anyam/server-kit/made-up-roster';

export async function benchImport(client: pg.Client, sizes: readonly number[]): Promise<Record<string, unknown>[]> {
  const gazetteer = await (await loadTerritory()).gazetteer(regionCode('35.21'));
  const results: Record<string, unknown>[] = [];
  for (const rows of sizes) {
    const bytes = new TextEncoder().encode(madeUpRoster(rows / 10));
    const started = performance.now();
    const sheets = await readSheets(bytes, 'bench.csv', REGISTER_LIMITS);
    const asOf = '2020-03-03' as IsoDate;
    const reading = readRoster(sheets, { asOf, isVillage: (text) => gazetteer.match(text, { level: 'village' }).code !== null });
    const findings = checkRoster(reading.groups, { asOf, moment: 'draft', rules: KUBE_2020, gazetteer, area: regionCode('35.21') });
    const ms = performance.now() - started;
    const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024);

    await client.query('CREATE TEMP TABLE bare_row (line text)');
    const lines = new TextDecoder().decode(bytes).split('\n');
    const bareStarted = performance.now();
    await client.query('INSERT INTO bare_row SELECT unnest($1::text[])', [lines]);
    const bareMs = performance.now() - bareStarted;
    await client.query('DROP TABLE bare_row');
    results.push({
      rows, members: reading.members, findings: findings.length, ms: Math.round(ms), rowsPerSecond: Math.round((rows * 1000) / ms), rssMb: memory,
      bareRowsPerSecond: Math.round((rows * 1000) / bareMs), toBare: Number((bareMs / ms).toFixed(3)),
    });
  }
  return results;
}
