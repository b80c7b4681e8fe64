/**
 * `npm run bench` (`-- --json`, `-- --sizes=1000,10000`, `-- --skip=javascript,lists,economy,import`): figures and ratios side by side in one run, never a pass or fail.
 * Start time; JavaScript of each kind of page against its budget; districts of growing size: the group list over HTTP against a bare server,
 * and every other list; the group's economy (prices, stock, books of ten years, a whole meeting at once) against bare SQL; the importer against a bare COPY.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type ApiServer } from '@anyam/api';
import { readConfig } from '@anyam/server-kit';
import pg from 'pg';
import { buildConsole } from '../build.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { seedTerritory } from '../seed/territory.ts';
import { seedTraining } from '../seed/training.ts';
import { bareServer } from './bare-server.ts';
import { benchEconomy } from './economy.ts';
import { benchImport } from './import.ts';
import { benchJavascript } from './javascript.ts';
import { LISTS, measure, SECONDS, signIn, type Load } from './load.ts';
import { makeDistrict } from './make-district.ts';
import { benchKit, callOf, makeOldGroup, matsOf } from './old-group.ts';

const root = join(import.meta.dirname, '../..');
const flag = (name: string) => process.argv.find((arg) => arg.startsWith(`--${name}`));
const json = flag('json') !== undefined;
const sizes = (flag('sizes=')?.split('=')[1] ?? '1000,10000,100000').split(',').map(Number);
const skipped = (flag('skip=')?.split('=')[1] ?? '').split(',');
const say = (text: string) => console.error(text);

const dataDir = mkdtempSync(join(tmpdir(), 'anyam-bench-'));
chmodSync(dataDir, 0o755);
const config = readConfig({ DATA_DIR: dataDir, PORT: '0' });
buildConsole(root);
const { createWeb } = await import('@anyam/admin-app');

/** As `npm start` does it, up to the first answer. */
async function start() {
  const started = performance.now();
  const server = await startEmbedded({ dataDir, database: 'anyam' });
  await migrate(server.url);
  await seedTerritory(server.url);
  await seedTraining(server.url, config);
  const web = await createWeb({ dev: false });
  const api: ApiServer = await startApi({ config, databaseUrl: server.url, fallback: web.handle });
  process.env['ANYAM_INTERNAL_URL'] = `http://127.0.0.1:${api.port}`;
  await fetch(`http://127.0.0.1:${api.port}/healthz`);
  const ms = Math.round(performance.now() - started);
  return {
    ms, api, url: server.url,
    async stop() {
      await api.close();
      await web.close();
      await server.stop();
    },
  };
}

/** Waits until the server has answered what a slow measurement left behind, so that the next one is not blamed for it. */
async function settle(watch: pg.Client): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    const { rows } = await watch.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()`);
    if (rows[0]?.n === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

const report: Record<string, unknown> = { node: process.version, seconds: SECONDS };
const first = await start();
await first.stop();
const second = await start();
report['start'] = { firstMs: first.ms, againMs: second.ms };
say(`start: ${first.ms} ms, again ${second.ms} ms`);

const client = new pg.Client({ connectionString: second.url });
await client.connect();
const bare = await bareServer(second.url);
const old = benchKit(second.url, config, dataDir);
try {
  const base = `http://127.0.0.1:${second.api.port}`;
  const session = await signIn(base, config.TRAINING_PASSWORD);
  const operator = await callOf(old.kit, 'operator');
  const productId = await matsOf(old.kit, operator);
  const idOf = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id ?? '';

  const districts: Record<string, unknown>[] = [];
  for (const groups of sizes) {
    await makeDistrict(client, groups, productId);
    const ids = {
      group: await idOf(`SELECT id FROM kube_group WHERE aid_stage = 'diterima' ORDER BY name_key LIMIT 1`),
      person: await idOf('SELECT id FROM person ORDER BY name_key LIMIT 1'),
      programme: await idOf(`SELECT id FROM programme WHERE name = 'KUBE uji' AND fiscal_year = 2020`),
    };
    if (!skipped.includes('javascript') && groups === sizes[0]) {
      report['javascript'] = await benchJavascript(base, session.cookie, ids);
      say('javascript: done');
    }
    // Turn about, so that a busy machine is not taken for one of the two being slow.
    const rounds = [];
    for (let i = 0; i < 3; i += 1) rounds.push({ ours: await measure(session.url('group.list', LISTS.filtered), session.cookie), bare: await measure(`http://127.0.0.1:${bare.port}/`) });
    const best = rounds.reduce((a, b) => (b.ours.perSecond > a.ours.perSecond ? b : a));
    const others: Record<string, unknown> = {};
    for (const [name, path, input] of skipped.includes('lists') ? [] : LISTS.others(ids)) {
      await settle(client);
      others[name] = await measure(session.url(path, input), session.cookie, 3);
    }
    await settle(client);
    if (!skipped.includes('economy')) {
      const group = await makeOldGroup(old, operator, productId);
      await client.query('ANALYZE');
      others['economy'] = await benchEconomy(session, bare, client, group);
    }
    const mid = rounds.map((r) => r.ours.perSecond / r.bare.perSecond).sort((a, b) => a - b)[1] ?? 0;
    districts.push({ groups, list: best.ours, bareList: best.bare, listToBare: Number(mid.toFixed(2)), ...others });
    say(`${groups} groups: done`);
  }
  report['districts'] = districts;
  const p95 = districts.map((one) => (one['list'] as Load).p95);
  const bareP95 = districts.map((one) => (one['bareList'] as Load).p95);
  const growth = (all: readonly number[]) => Number(((all.at(-1) ?? 0) / (all[0] || 1)).toFixed(2));
  report['listP95Growth'] = growth(p95);
  report['bareP95Growth'] = growth(bareP95);
  if (!skipped.includes('economy')) {
    const at = (one: Record<string, unknown>, name: string) => (one['economy'] as Record<string, { ours: { p95: number } }>)[name]?.ours.p95 ?? 0;
    report['economyP95Growth'] = Object.fromEntries(['board', 'prices', 'cashBook', 'balanceSheet', 'profitAndLoss', 'sheetOf20'].map((name) => [name, growth(districts.map((one) => at(one, name)))]));
  }
  if (!skipped.includes('import')) report['import'] = await benchImport(client, dataDir, [10_000, 100_000]);
} finally {
  await client.end();
  await old.kit.db.close();
  await bare.close();
  await second.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

if (json) console.log(JSON.stringify(report, null, 2));
else console.dir(report, { depth: 6 });
process.exit(0);
