export * from './permissions.ts';
export * from './programme.schema.ts';
export * from './filter.ts';
export * from './programme.port.ts';
export * from './programme.router.ts';
