/** What must be written before anything runs: the registry and the Prisma client. Skips the client when no schema changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import './module/registry.ts';

const root = join(import.meta.dirname, '..');
const hash = createHash('sha256');
for (const file of globSync(['libs/*/prisma/base.prisma', 'libs/*/*/persistence/*.prisma'], { cwd: root }).sort()) {
  hash.update(file).update(readFileSync(join(root, file)));
}
const stamp = join(root, 'node_modules/.anyam/client.sha256');
const now = hash.digest('hex');
const made = existsSync(join(root, 'libs/server-kit/src/generated/prisma/client.ts'));
if (!made || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  await import('./database/generate.ts');
  mkdirSync(join(root, 'node_modules/.anyam'), { recursive: true });
  writeFileSync(stamp, now);
}
