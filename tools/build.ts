/** The console's production build, made again only when a source of it changed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'apps/admin/**/*.{ts,tsx,css,mjs}',
  'libs/{domain,contract-kit,admin-kit,registry}/src/**/*.{ts,tsx,css}',
  'libs/{modules,opd}/*/manifest.ts',
  'libs/{modules,opd}/*/{admin,contract}/**/*.{ts,tsx,css}',
  'package-lock.json',
];

export function buildConsole(root: string): void {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, exclude: (name) => /node_modules|\.next/.test(String(name)) }).sort();
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  const now = hash.digest('hex');
  const stamp = join(root, 'apps/admin/.next/anyam.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Membangun konsol (sekali, setiap kali berubah) …');
  execFileSync(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: join(root, 'apps/admin'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  writeFileSync(stamp, now);
}
