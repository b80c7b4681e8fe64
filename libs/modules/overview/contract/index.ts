export * from './permissions.ts';
export * from './overview.schema.ts';
export * from './overview.port.ts';
export * from './overview.router.ts';
export type * from './needs.ts';
