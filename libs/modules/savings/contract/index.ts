export * from './permissions.ts';
export * from './common.schema.ts';
export * from './sheet.schema.ts';
export * from './fund.schema.ts';
export * from './loan.schema.ts';
export * from './list.schema.ts';
export * from './savings.port.ts';
export * from './savings.router.ts';
