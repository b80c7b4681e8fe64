import { moduleApi, useQueryClient } from '@anyam/admin-kit/api';
import type { MeetingRouter } from '@anyam/meeting/contract';
import type { z } from 'zod';
import type { entryRow, fundView, loanDetail, loanRow, loansOutput, readAloudView, savingsRow, SavingsRouter, sheetDeposit, sheetView } from '../../contract/index.ts';

export const useSavingsApi = moduleApi<SavingsRouter>('savings');
export const useMeetingApi = moduleApi<MeetingRouter>('meeting');

export type Fund = z.infer<typeof fundView>;
export type Entry = z.infer<typeof entryRow>;
export type Loans = z.infer<typeof loansOutput>;
export type LoanRow = z.infer<typeof loanRow>;
export type Loan = z.infer<typeof loanDetail>;
export type Sheet = z.infer<typeof sheetView>;
export type SheetRow = Sheet['rows'][number];
export type Deposit = z.input<typeof sheetDeposit>;
export type ReadAloud = z.infer<typeof readAloudView>;
export type SavingsRow = z.infer<typeof savingsRow>;

export { newKey } from '@anyam/admin-kit/new-key';

/** Money moves through several pages at once, so after a write all that is on screen is asked for again. */
export function useRefresh(): () => Promise<unknown> {
  const api = useSavingsApi();
  const meetings = useMeetingApi();
  const client = useQueryClient();
  return () => Promise.all([api.sheet, api.fund, api.loans, api.lists, meetings.detail].map((part) => client.invalidateQueries(part.pathFilter())));
}
