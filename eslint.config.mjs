import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const onlyDependOn = (sourceTag, ...tags) => ({ sourceTag, onlyDependOnLibsWithTags: tags });

/** Who may import whom between projects. The layers inside a module are kept by .dependency-cruiser.mjs. */
const boundaries = [
  onlyDependOn('type:domain'),
  onlyDependOn('type:contract-kit', 'type:domain'),
  onlyDependOn('type:server-kit', 'type:domain', 'type:contract-kit'),
  onlyDependOn('type:admin-kit', 'type:domain', 'type:contract-kit'),
  onlyDependOn('type:module', 'type:domain', 'type:contract-kit', 'type:server-kit', 'type:admin-kit', 'type:module'),
  onlyDependOn('type:opd', 'type:domain', 'type:contract-kit', 'type:server-kit', 'type:admin-kit', 'type:module'),
  onlyDependOn('type:registry', 'type:domain', 'type:contract-kit', 'type:module', 'type:opd'),
  onlyDependOn('type:app', 'type:domain', 'type:contract-kit', 'type:server-kit', 'type:admin-kit', 'type:registry', 'type:app', 'type:sign-in'),
  onlyDependOn('type:sign-in', 'type:domain', 'type:contract-kit', 'type:server-kit', 'type:admin-kit', 'type:module'),
  onlyDependOn('type:tool', '*'),
];

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/.next/**', '**/generated/**', '**/next-env.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: boundaries, enforceBuildableLibDependency: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['tools/**', 'apps/admin-e2e/**'], rules: { 'no-console': 'off' } },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'The domain imports nothing but itself.' }] }],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'window', 'document'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes in as an argument.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Randomness comes in as an argument.' },
      ],
    },
  },
);
