/** Puts the modules' .prisma files together and writes the Prisma client. No binary is fetched: generating runs on WASM. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'node_modules/.anyam/schema');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFileSync(join(root, 'libs/server-kit/prisma/base.prisma'), join(out, 'base.prisma'));
for (const family of ['libs/modules', 'libs/opd']) {
  if (!existsSync(join(root, family))) continue;
  for (const module of readdirSync(join(root, family))) {
    const file = join(root, family, module, 'persistence', `${module}.prisma`);
    if (existsSync(file)) copyFileSync(file, join(out, `${module}.prisma`));
  }
}
// The CLI looks for its engine before it does anything, and `generate` never runs it.
const engine = join(root, 'node_modules/.anyam/no-engine');
writeFileSync(engine, '', { mode: 0o755 });
execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--config', join(root, 'prisma.config.ts')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
});
