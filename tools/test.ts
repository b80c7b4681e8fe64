/** `npm test`: everything, through Nx and its cache. Ends with one line `N passed, N failed` over Vitest and Playwright. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = (file: string, args: string[]) =>
  spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } }).status ?? 1;

interface VitestResult { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
interface PlaywrightResult { stats: { expected: number; unexpected: number; flaky: number } }
const read = <T>(name: string): T | null => {
  const path = join(root, 'test-results', name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
};

rmSync(join(root, 'test-results'), { recursive: true, force: true });
let status = run('tools/prepare.ts', []);
status ||= run('tools/module/registry.ts', ['--check']);
const steps: [string, string[]][] = [
  ['aturan, tipe, lapisan', ['run-many', '-t', 'lint', 'typecheck', 'layers', '--parallel=2', '--output-style=static']],
  ['uji satuan dan menengah', ['run-many', '-t', 'unit', 'medium', '--parallel=1', '--output-style=static']],
  ['perjalanan di peramban', ['run-many', '-t', 'journeys', '--parallel=1', '--output-style=static']],
];
for (const [title, args] of steps) {
  console.log(`\n== ${title}`);
  const code = run('node_modules/nx/dist/bin/nx.js', args);
  status ||= code;
}

let passed = 0;
let failed = 0;
for (const name of ['unit.json', 'medium.json']) {
  const result = read<VitestResult>(name);
  passed += result?.numPassedTests ?? 0;
  failed += result ? result.numFailedTests : 1;
}
const journeys = read<PlaywrightResult>('journeys.json');
passed += (journeys?.stats.expected ?? 0) + (journeys?.stats.flaky ?? 0);
failed += journeys ? journeys.stats.unexpected : 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = status || (failed > 0 ? 1 : 0);
