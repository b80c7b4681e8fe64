export * from './permissions.ts';
export * from './access.schema.ts';
export * from './access.port.ts';
export * from './access.router.ts';
export * from './role-names.ts';
