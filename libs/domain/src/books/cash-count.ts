import { rupiah, type IsoDate, type Rupiah } from '../kernel/index.ts';

/** Notes and coins of the rupiah in use, in rupiah. Note and coin of Rp 1.000 are counted together. */
export const DENOMINATIONS = [100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50] as const;
export type Denomination = (typeof DENOMINATIONS)[number];

/** What was in the cash box, and who was there when it was counted. */
export interface CashCount {
  readonly id: string;
  readonly countedOn: IsoDate;
  /** Pieces by denomination, integers >= 0. */
  readonly pieces: Readonly<Partial<Record<Denomination, number>>>;
  /** Why box and book differ; needed only then. */
  readonly reason?: string;
}

/** Value of the counted notes and coins. RangeError on a number of pieces that is no whole number >= 0. */
export const countedAmount = (pieces: CashCount['pieces']): Rupiah =>
  rupiah(DENOMINATIONS.reduce((total, value) => {
    const n = pieces[value] ?? 0;
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of pieces: ${n}`);
    return total + BigInt(value) * BigInt(n);
  }, 0n));
