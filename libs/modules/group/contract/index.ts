export * from './permissions.ts';
export * from './group.schema.ts';
export * from './group.port.ts';
export * from './group.place.ts';
export * from './group.router.ts';
export * from './accounts.schema.ts';
