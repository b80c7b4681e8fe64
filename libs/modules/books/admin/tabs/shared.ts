import type { Overview } from '../api.ts';

/** What the tabs over a period get. */
export interface PeriodTab {
  readonly books: Overview;
  readonly period: string;
  readonly onPeriod: (period: string) => void;
}
