export * from './permissions.ts';
export * from './decision.schema.ts';
export * from './meeting.schema.ts';
export * from './meeting.port.ts';
export * from './meeting.router.ts';
