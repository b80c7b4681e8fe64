/**
 * Writes libs/registry from the folders of libs/modules and libs/opd: the one place that lists the modules.
 * Run by install, start and test; `--check` fails when the written files are not what the folders say.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'libs/registry/src');
const HEAD = '// Written by tools/module/registry.ts from the module folders. Do not edit.\n';

interface Found {
  readonly id: string;
  readonly name: string;
  has(part: string): boolean;
}

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function findModules(): Found[] {
  const found: Found[] = [];
  for (const family of ['libs/modules', 'libs/opd']) {
    if (!existsSync(join(root, family))) continue;
    for (const id of readdirSync(join(root, family)).sort()) {
      const folder = join(root, family, id);
      if (existsSync(join(folder, 'manifest.ts'))) found.push({ id, name: camel(id), has: (part) => existsSync(join(folder, part)) });
    }
  }
  return found;
}

/** Nest makes a port before the ports that need it; the order of the files does not matter, only that each is there. */
async function files(): Promise<Record<string, string>> {
  const modules = findModules();
  const contracts = modules.filter((m) => m.has('contract/index.ts'));
  const servers = modules.filter((m) => m.has(`server/${m.id}.module.ts`));
  const admins = modules.filter((m) => m.has('admin/index.ts'));
  const text: Record<string, string> = {
    'manifests.ts': `${modules.map((m) => `import { ${m.name}Manifest } from '@anyam/${m.id}/manifest';`).join('\n')}
      export const manifests = [${modules.map((m) => `${m.name}Manifest`).join(', ')}] as const;`,
    'contract.ts': `import { router } from '@anyam/contract-kit';
      ${contracts.map((m) => `import { ${m.name}Router } from '@anyam/${m.id}/contract';`).join('\n')}
      export const appRouter = router({ ${contracts.map((m) => `${m.name}: ${m.name}Router`).join(', ')} });
      export type AppRouter = typeof appRouter;`,
    'server.ts': `${servers.map((m) => `import { ${m.name}Module } from '@anyam/${m.id}/server';`).join('\n')}
      export const serverModules = [${servers.map((m) => `${m.name}Module`).join(', ')}];
      /** Module id and the name its port has in \`ctx.services\`. */
      export const ports = { ${servers.map((m) => `'${m.id}': '${m.name}'`).join(', ')} } as const;`,
    'admin.ts': `${admins.map((m) => `import { screens as ${m.name}Screens } from '@anyam/${m.id}/admin';`).join('\n')}
      export const screens = [${admins.map((m) => `...${m.name}Screens`).join(', ')}];`,
  };
  for (const [name, source] of Object.entries(text)) {
    text[name] = await format(HEAD + source, { parser: 'typescript', singleQuote: true, printWidth: 140 });
  }
  return text;
}

const check = process.argv.includes('--check');
let stale = 0;
for (const [name, source] of Object.entries(await files())) {
  const path = join(out, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === source) continue;
  if (check) {
    console.error(`libs/registry/src/${name} is not up to date: run node tools/module/registry.ts`);
    stale += 1;
  } else writeFileSync(path, source);
}
process.exitCode = stale ? 1 : 0;
