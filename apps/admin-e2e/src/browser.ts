import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** An installed Chromium where there is one; else, on Linux x64, the one inside the npm package @sparticuz/chromium. */
export async function browserOptions(): Promise<LaunchOptions> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  const named = process.env['CHROMIUM_PATH'];
  const installed = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    return { executablePath: await chromium.executablePath(), args: [...chromium.args.filter((arg) => !/^--(headless|single-process|user-agent)/.test(arg)), ...args] };
  }
  return { args };
}
