import type { Database, Tx } from './database.ts';

/** Runs a query inside a transaction or on the pool, alike. Dates are selected `::text`, so both give the same. */
export type Query = <T>(text: string, values?: readonly unknown[]) => Promise<T[]>;

export const inTx = (tx: Tx): Query => <T>(text: string, values: readonly unknown[] = []) => tx.$queryRawUnsafe<T[]>(text, ...values);

export const onPool = ({ pool }: Database): Query => async <T>(text: string, values: readonly unknown[] = []) => (await pool.query(text, values as unknown[])).rows as T[];

/** Rows for `jsonb_to_recordset`: bigint as digits. */
export const asRows = (rows: readonly object[]): string => JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** Text that may stand in a LIKE pattern. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** So many rows are found by another index and then sorted in an instant. */
export const FEW_ROWS = 20_000;
/** A text column to order by without its index: the planner else reads all rows in order until enough of them fit. */
export const sortedText = (column: string): string => `(${column} || '')`;
