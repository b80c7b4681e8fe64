import { formatRupiah, rupiah, sum, type IsoDate, type Rupiah } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { savingsFinding, type SavingsFinding } from './findings.ts';
import type { IksStanding } from './iks.ts';
import { arrearsOf } from './loan-payment.ts';
import { owedOn, type Instalment } from './loan-schedule.ts';
import { reserveOf } from './loan-terms.ts';
import { officerShareFindings } from './officer-share.ts';

/** A loan that is not paid off or written off. */
export interface OpenLoan {
  readonly loanId: string;
  readonly memberId: string;
  readonly schedule: readonly Instalment[];
}

/** Everything that somebody should look at in a group's fund on a day: officers' share, reserve, arrears, IKS behind. */
export function fundFindings(
  fund: { readonly total: Rupiah; readonly loans: readonly OpenLoan[]; readonly standings: readonly IksStanding[]; readonly officerIds: readonly string[] },
  on: IsoDate,
  rules: Pick<RuleSet, 'officerLoanPercent' | 'fundReservePercent' | 'arrearsDays' | 'badLoanDays'>,
): SavingsFinding[] {
  const { total, loans, standings, officerIds } = fund;
  const debts = loans.map((l) => ({ memberId: l.memberId, amount: owedOn(l.schedule).principal }));
  const free = rupiah(total - sum(debts.map((d) => d.amount)));
  const reserve = reserveOf(fund, rules);
  return [
    ...officerShareFindings({ fund: total, debts, officerIds }, rules),
    ...(debts.length > 0 && free < reserve ? [savingsFinding('RESERVE_SHORT', { free: formatRupiah(free), reserve: formatRupiah(reserve) })] : []),
    ...loans.flatMap(({ loanId, schedule }) => {
      const { amount, count, days, level } = arrearsOf(schedule, on, rules);
      const code = level === 'bad' ? 'LOAN_BAD' : level === 'arrears' ? 'LOAN_IN_ARREARS' : null;
      return code === null ? [] : [savingsFinding(code, { amount: formatRupiah(amount), count, days }, loanId)];
    }),
    ...standings.filter((s) => s.owed > 0n).map((s) =>
      savingsFinding('IKS_BEHIND', { agreed: formatRupiah(s.agreed), paid: formatRupiah(s.paid) }, s.memberId)),
  ];
}
