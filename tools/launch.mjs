/**
 * The door of every npm command. Plain JavaScript that any Node from 20.19 runs: it installs what is missing,
 * then hands over to the Node of this project (node_modules/node), which runs the TypeScript tools as they are.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command = 'start', ...args] = process.argv.slice(2);
const TOOLS = {
  start: ['tools/start.ts'],
  dev: ['tools/start.ts', '--dev'],
  test: ['tools/test.ts'],
  bench: ['tools/bench/main.ts'],
  import: ['tools/import/main.ts'],
  audit: ['tools/database/verify-audit.ts'],
  backup: ['tools/database/backup.ts'],
  restore: ['tools/database/restore.ts'],
};
const tool = TOOLS[command];
if (!tool) {
  console.error(`Perintah tidak dikenal: ${command}. Yang ada: ${Object.keys(TOOLS).join(', ')}`);
  process.exit(2);
}

const stamp = join(root, 'node_modules/.anyam-installed');
const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Memasang yang belum ada (npm ci), sekali saja …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: '1', PRISMA_ENGINES_CHECKSUM_IGNORE_MISSING: '1', NX_DAEMON: 'false' },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, lock);
}

const bin = join(root, 'node_modules/.bin');
// These import the Prisma client at once, so it must be written before they are loaded; the others see to it themselves.
if (['start', 'dev', 'bench', 'audit', 'backup', 'restore'].includes(command)) {
  const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  const made = spawnSync(node, ['--disable-warning=ExperimentalWarning', 'tools/prepare.ts'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (made.status !== 0) process.exit(made.status ?? 1);
}
const child = spawn(join(bin, process.platform === 'win32' ? 'node.cmd' : 'node'), ['--disable-warning=ExperimentalWarning', ...tool, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NEXT_TELEMETRY_DISABLED: '1', NX_DAEMON: 'false' },
});
// Ctrl+C reaches the whole group by itself; a signal sent to this process alone is passed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => undefined);
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
