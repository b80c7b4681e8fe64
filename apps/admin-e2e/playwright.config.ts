import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserOptions } from './src/browser.ts';

const root = join(import.meta.dirname, '../..');
const port = Number(process.env['ANYAM_E2E_PORT'] ?? 3217);
// Workers read this file too: only the first makes the folder, the others inherit it.
process.env['ANYAM_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'anyam-e2e-'));
chmodSync(process.env['ANYAM_E2E_DATA'], 0o755);

export default defineConfig({
  testDir: 'src',
  testMatch: '*.journey.ts',
  outputDir: join(root, 'test-results/journeys'),
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results/journeys.json') }]],
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1440, height: 940 },
    trace: 'retain-on-failure',
    launchOptions: await browserOptions(),
  },
  webServer: {
    command: `${process.execPath} --disable-warning=ExperimentalWarning tools/start.ts`,
    cwd: root,
    url: `http://localhost:${port}/healthz`,
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { ...(process.env as Record<string, string>), PORT: String(port), DATA_DIR: process.env['ANYAM_E2E_DATA'], DATABASE_URL: '' },
  },
});
