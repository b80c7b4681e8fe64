export * from './permissions.ts';
export * from './common.schema.ts';
export * from './party.schema.ts';
export * from './offer.schema.ts';
export * from './deal.schema.ts';
export * from './trade.schema.ts';
export * from './marketplace-broker.port.ts';
export * from './marketplace-broker.router.ts';
