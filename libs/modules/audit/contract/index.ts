export * from './permissions.ts';
export * from './audit.schema.ts';
export * from './audit.port.ts';
export * from './audit.router.ts';
