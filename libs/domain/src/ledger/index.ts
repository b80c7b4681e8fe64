export * from './chart.ts';
export * from './ledger.ts';
export * from './named-transfer.ts';
export * from './errors.ts';
export * from './aid-chart.ts';
export * from './aid-transfers.ts';
