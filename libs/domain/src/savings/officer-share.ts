import { formatRupiah, sum, type Rupiah } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { savingsFinding, type SavingsFinding } from './findings.ts';
import type { MemberAmount } from './iks.ts';

/** Warns when the principal that officers owe together is above the rule set's share of the fund (rule 38). `fund` and debts in rupiah. */
export function officerShareFindings(
  about: { readonly fund: Rupiah; readonly debts: readonly MemberAmount[]; readonly officerIds: readonly string[] },
  rules: Pick<RuleSet, 'officerLoanPercent'>,
): SavingsFinding[] {
  const { fund, debts, officerIds } = about;
  const held = sum(debts.filter((d) => officerIds.includes(d.memberId)).map((d) => d.amount));
  if (held * 100n <= fund * BigInt(rules.officerLoanPercent)) return [];
  // Rounded up: a share just above the limit must not read as the limit itself.
  const percent = fund === 0n ? 100 : Number((held * 100n + fund - 1n) / fund);
  return [savingsFinding('OFFICERS_BORROW_MUCH', { held: formatRupiah(held), percent, limit: rules.officerLoanPercent })];
}
