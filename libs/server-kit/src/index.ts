export * from './config.ts';
export * from './database.ts';
export * from './unit-of-work.ts';
export * from './scope.ts';
export * from './files.ts';
export * from './sheet.ts';
export * from './jobs.ts';
export * from './server-module.ts';
