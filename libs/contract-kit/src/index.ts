export * from './call.ts';
export * from './permissions.ts';
export * from './errors.ts';
export * from './procedure.ts';
export * from './paging.ts';
export * from './manifest.ts';
export * from './files.ts';
