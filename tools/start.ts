/** `npm start`: the whole of Anyam on one address. `npm run dev` the same, reloading on change. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi, type ApiServer } from '@anyam/api';
import { readConfig, type Config } from '@anyam/server-kit';
import { buildConsole } from './build.ts';
import { startEmbedded, type EmbeddedServer } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { preparePeople } from './seed/production.ts';
import { seedTerritory } from './seed/territory.ts';
import { seedTraining, trainingAccounts } from './seed/training.ts';

const root = join(import.meta.dirname, '..');
const dev = process.argv.includes('--dev');

async function main(): Promise<void> {
  const config = readConfig({ ...process.env, AUTH_SECRET: process.env['AUTH_SECRET'] || trainingSecret() });
  const embedded = config.DATABASE_URL ? null : await startEmbedded({ dataDir: config.DATA_DIR, database: 'anyam' });
  const databaseUrl = config.DATABASE_URL ?? (embedded as EmbeddedServer).url;
  const stopping: { api?: ApiServer; web?: { close(): Promise<void> } } = {};
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await stopping.api?.close().catch(() => undefined);
    await stopping.web?.close().catch(() => undefined);
    await embedded?.stop().catch(() => undefined);
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));

  try {
    await migrate(databaseUrl);
    await seedTerritory(databaseUrl);
    if (config.ANYAM_MODE === 'training') await seedTraining(databaseUrl, config);
    else await preparePeople(databaseUrl, config);
    if (!dev) buildConsole(root);
    const { createWeb } = await import('@anyam/admin-app');
    const web = await createWeb({ dev });
    stopping.web = web;
    const accounts = config.ANYAM_MODE === 'training' ? trainingAccounts(config) : undefined;
    const api = await startApi({ config, databaseUrl, fallback: web.handle, trainingAccounts: accounts });
    stopping.api = api;
    process.env['ANYAM_INTERNAL_URL'] = `http://127.0.0.1:${api.port}`;
    announce(config, api.address, accounts);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}

/** Training needs no settings: its secret is made once and kept with its data. Production names its own, or does not start. */
function trainingSecret(): string | undefined {
  if (process.env['ANYAM_MODE'] === 'production') return undefined;
  const folder = process.env['DATA_DIR'] || '.data';
  const file = join(folder, 'auth.secret');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function announce(config: Config, address: string, accounts: ReturnType<typeof trainingAccounts> | undefined): void {
  console.log(`\nAnyam siap di ${address}`);
  if (!accounts) return;
  console.log(`\nData latihan. Sandi semua akun: ${accounts.password}`);
  for (const account of accounts.accounts) console.log(`  ${account.username.padEnd(20)} ${account.role}`);
  console.log('\nCtrl+C untuk berhenti.');
}

await main();
