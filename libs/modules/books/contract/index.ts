export * from './permissions.ts';
export * from './common.schema.ts';
export * from './entry.schema.ts';
export * from './report.schema.ts';
export * from './month.schema.ts';
export * from './district.schema.ts';
export * from './books.port.ts';
export * from './books.router.ts';
