/**
 * `npm run bench` (`-- --json`, `-- --sizes=1000,10000`): figures and ratios side by side in one run, never a pass or fail.
 * Districts of growing size; the group list over HTTP against a bare server; search, detail, dashboard; the importer against a bare COPY.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startApi } from '@anyam/api';
import { readConfig } from '@anyam/server-kit';
import pg from 'pg';
import superjson from 'superjson';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { seedTerritory } from '../seed/territory.ts';
import { seedTraining } from '../seed/training.ts';
import { bareServer } from './bare-server.ts';
import { benchImport } from './import.ts';
import { makeDistrict } from './make-district.ts';

execFileSync(process.execPath, [join(import.meta.dirname, '../prepare.ts')], { stdio: 'inherit' });
const flag = (name: string) => process.argv.find((arg) => arg.startsWith(`--${name}`));
const json = flag('json') !== undefined;
const sizes = (flag('sizes=')?.split('=')[1] ?? '1000,10000,100000').split(',').map(Number);
const SECONDS = 5;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}
async function load(url: string, cookie?: string): Promise<Load> {
  const run = (duration: number) => autocannon({ url, connections: 8, duration, ...(cookie ? { headers: { cookie } } : {}) });
  await run(1);
  const result = await run(SECONDS);
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  const latency = result.latency;
  return { perSecond: Math.round(result.requests.average), p50: latency['p50'] ?? 0, p95: latency['p97_5'] ?? 0 };
}

const dataDir = mkdtempSync(join(tmpdir(), 'anyam-bench-'));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir, database: 'anyam' });
const report: Record<string, unknown> = { node: process.version, seconds: SECONDS };
const started = performance.now();
const config = readConfig({ DATA_DIR: dataDir, PORT: '0' });
await migrate(server.url);
await seedTerritory(server.url);
await seedTraining(server.url, config);
const api = await startApi({ config, databaseUrl: server.url, withJobs: false });
report['startMs'] = Math.round(performance.now() - started);
const bare = await bareServer(server.url);
const client = new pg.Client({ connectionString: server.url });
await client.connect();

try {
  const base = `http://127.0.0.1:${api.port}`;
  const signedIn = await fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ username: 'operator', password: config.TRAINING_PASSWORD }),
  });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const query = (path: string, input: unknown) => `${base}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;

  const districts: Record<string, unknown>[] = [];
  for (const groups of sizes) {
    await makeDistrict(client, groups);
    const { rows } = await client.query<{ id: string; name: string }>(`SELECT id, name FROM kube_group ORDER BY name_key LIMIT 1`);
    const first = rows[0] ?? { id: '', name: '' };
    const list = await load(query('group.list', { page: 1, pageSize: 50, districts: ['35.21.16', '35.21.05'] }), cookie);
    const plain = await load(`http://127.0.0.1:${bare.port}/`);
    districts.push({
      groups,
      list,
      bareList: plain,
      listToBare: Number((list.perSecond / plain.perSecond).toFixed(2)),
      search: await load(query('overview.search', { text: 'ngudi rejki' }), cookie),
      detail: await load(query('group.detail', { id: first.id }), cookie),
      dashboard: await load(query('overview.home', { fiscalYear: 2020 }), cookie),
    });
  }
  report['districts'] = districts;
  const p95 = districts.map((one) => (one['list'] as Load).p95);
  report['listP95Growth'] = Number(((p95.at(-1) ?? 0) / (p95[0] || 1)).toFixed(2));
  report['import'] = await benchImport(client, [10_000, 100_000]);
} finally {
  await client.end();
  await bare.close();
  await api.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

if (json) console.log(JSON.stringify(report, null, 2));
else console.dir(report, { depth: 6 });
process.exit(0);
