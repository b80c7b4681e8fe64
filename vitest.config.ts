import { defineConfig } from 'vitest/config';

const away = ['**/node_modules/**', '**/.next/**'];

/** Two sizes: `unit` needs nothing, `medium` a real PostgreSQL (one server a run, a copy of a template database a file). */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{apps,libs,tools}/**/*.spec.ts'], exclude: ['**/*.medium.spec.ts', ...away] } },
      {
        test: {
          name: 'medium',
          include: ['{apps,libs,tools}/**/*.medium.spec.ts'],
          exclude: away,
          globalSetup: ['tools/testing/database.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
