export * from './permissions.ts';
export * from './member.schema.ts';
export * from './member.port.ts';
export * from './member.router.ts';
