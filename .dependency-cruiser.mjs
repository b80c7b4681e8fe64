/** The layers inside a module, and the walls between modules. See CONTRIBUTING.md. */
const MODULE = '^libs/(modules|opd)/([^/]+)';
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    never('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }, 'A cycle hides who needs whom.'),
    never('contract-is-thin', { path: `${MODULE}/contract/` }, { path: '/(server|persistence|admin)/|server-kit|admin-kit|@nestjs|react|^(node:)?(fs|path|crypto)$' }),
    never('persistence-is-low', { path: `${MODULE}/persistence/`, pathNot: '\\.spec\\.ts$' }, { path: '/(server|admin)/|@nestjs' }),
    never('own-persistence-only', { path: `${MODULE}/` }, { path: `${MODULE}/persistence/`, pathNot: '^libs/$1/$2/' }),
    never('own-server-only', { path: `${MODULE}/`, pathNot: '\\.spec\\.ts$' }, { path: `${MODULE}/server/`, pathNot: '^libs/$1/$2/' }),
    never('own-admin-only', { path: `${MODULE}/` }, { path: `${MODULE}/admin/`, pathNot: '^libs/$1/$2/' }),
    never('screens-are-browser', { path: `${MODULE}/admin/|^libs/admin-kit/` }, { path: '^libs/.+/(server|persistence)/|server-kit|@nestjs|@prisma|generated/prisma' }),
    never('nest-in-wiring-only', { path: `${MODULE}/(server|persistence|contract)/`, pathNot: '\\.module\\.ts$' }, { path: '@nestjs' }),
    never('apps-know-no-module', { path: '^apps/', pathNot: '^apps/admin-e2e/' }, { path: '^libs/(modules|opd)/', pathNot: '^libs/modules/access/' }, 'The sign-in host is access; everything else comes through the registry.'),
    never('opd-apart', { path: '^libs/opd/([^/]+)/' }, { path: '^libs/opd/', pathNot: '^libs/opd/$1/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.next|generated/prisma/(models|internal))' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
