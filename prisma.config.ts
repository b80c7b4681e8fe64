import { defineConfig } from 'prisma/config';

/** `schema` is put together from the modules by tools/database/generate.ts. */
export default defineConfig({
  schema: 'node_modules/.anyam/schema',
  migrations: { path: 'libs/server-kit/prisma/migrations' },
});
