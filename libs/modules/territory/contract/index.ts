export * from './permissions.ts';
export * from './territory.schema.ts';
export * from './territory.port.ts';
export * from './territory.router.ts';
