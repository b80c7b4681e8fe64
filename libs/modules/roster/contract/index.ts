export * from './permissions.ts';
export * from './roster.schema.ts';
export * from './roster.port.ts';
export * from './roster.router.ts';
