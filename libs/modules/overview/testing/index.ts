import type { DisbursementPort } from '@anyam/disbursement/contract';
import type { OverviewNeeds } from '../contract/needs.ts';

type Figures = Awaited<ReturnType<DisbursementPort['figures']['figures']>>;
type Tasks = Awaited<ReturnType<DisbursementPort['figures']['tasks']>>;
type Reports = Awaited<ReturnType<DisbursementPort['lpj']['list']>>['rows'];

/** A `disbursement` that answers what a test says. */
export function disbursementWith(given: { figures?: Partial<Figures>; tasks?: Tasks; late?: Reports; rejected?: number }): NonNullable<OverviewNeeds['disbursement']> {
  const none = { ceiling: 0n, available: 0n, reserved: 0n, inTransit: 0n, paid: 0n, spent: 0n, accounted: 0n, refunded: 0n, funnel: [], overdue: [], openCases: 0 };
  return {
    figures: { figures: async () => ({ ...none, ...given.figures }), tasks: async () => given.tasks ?? [] },
    proposals: { list: async () => ({ rows: [], total: given.rejected ?? 0, requestedTotal: 0n, counts: [] }) as never },
    lpj: { list: async () => ({ rows: given.late ?? [], total: given.late?.length ?? 0, counts: [], overdueCounts: [] }) },
  };
}
