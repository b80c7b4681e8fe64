import { formatRupiah } from '@anyam/domain/kernel';
import { owedOn } from '@anyam/domain/savings';
import { inTx, type Kit, type Tx } from '@anyam/server-kit';
import type { SavingsPort } from '../contract/index.ts';
import { loanRepository } from '../persistence/loan.repository.ts';
import { meetingReads } from '../persistence/meeting.reads.ts';
import { savingsContext, type Needs } from './context.ts';
import { moveLoans } from './daily.ts';
import { createFund } from './fund.ts';
import { createLists } from './lists.ts';
import { createLoans } from './loans.ts';
import { createShare } from './share.ts';
import { createSheet } from './sheet.ts';

export function createSavings(kit: Kit, needs: Needs): SavingsPort {
  const c = savingsContext(kit, needs);
  let day = '';
  /** Once a day in each process; doing it twice moves nothing. */
  kit.jobs.sweep(async () => {
    const today = kit.clock.today();
    if (today === day) return;
    await moveLoans(c);
    day = today;
  });
  // No month of the books is closed while the sheet of one of its meetings is open.
  needs.books.guardClose((tx, groupId, through) => meetingReads.open(inTx(tx as Tx), groupId, through));
  // What a decision to reschedule or write off may name.
  needs.meeting.offer('loan', async (tx, groupId) => (await loanRepository.ofGroup(inTx(tx as Tx), groupId, 'running')).map((l) =>
    ({ id: l.id, label: `${l.memberName}: ${l.what}`, hint: formatRupiah(owedOn(l.schedule).total), memberId: l.memberId })));
  return { sheet: createSheet(c), fund: createFund(c), loans: createLoans(c), lists: createLists(c), daily: () => moveLoans(c), ...createShare(c) };
}
