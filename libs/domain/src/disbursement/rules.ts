import type { Rupiah } from '../kernel/rupiah.ts';
import type { BudgetCategory } from './budget-plan.ts';
import type { DocumentKind } from './documents.ts';
import type { TrancheConditionKey } from './tranche-conditions.ts';
import type { OverdueLadder } from './lpj-due.ts';

/**
 * The part of a dated rule set that money is judged by. Every field is a setting of programme x fiscal year x source of
 * funds; no default stands here. Amounts are rupiah, spans are days, shares are whole percent.
 */
export interface DisbursementRules {
  readonly budgetType: 'socialAid' | 'grant';
  /** Rule 18: the most a group may ask is rate x members, or the flat ceiling when there is one. */
  readonly ratePerMember: Rupiah;
  readonly flatCeiling: Rupiah | null;
  /** Rule 17: the papers of the budget type; by when each is needed follows from what it is (`DOCUMENT_STAGE`). */
  readonly requiredDocuments: readonly DocumentKind[];
  /** Rule 18: lines of another category are refused. */
  readonly productiveCategories: readonly BudgetCategory[];
  /** Rule 19: words of a line that name a purpose the aid must not serve. `allowedPhrases` are taken out first ("makanan ternak"). */
  readonly forbiddenWords: readonly string[];
  readonly allowedPhrases: readonly string[];
  /** Rule 21: whether a facilitator may do the field verification, also of an own group. */
  readonly verifierMayBePendamping: boolean;
  /** Rule 45: ordinary members a field verification must have met. */
  readonly visitMembersMet: number;
  /** Rule 20: guidance (bimtek) must be held before a group is ready for payment. */
  readonly trainingRequired: boolean;
  /** Rule 23. */
  readonly accountSignatories: number;
  /** How alike (percent) the holder on the account and the group's name must be; also for matching the bank's statement by name. */
  readonly nameSimilarityPercent: number;
  /** Shares of the tranches in percent, summing to 100; `[100]` pays at once. */
  readonly trancheSplit: readonly number[];
  /** Rule 26: what a tranche waits for. Those about the tranche before are left out for the first one. */
  readonly trancheConditions: readonly TrancheConditionKey[];
  readonly receiptsPercentForNext: number;
  /** Rule 27: ordinary members who confirmed the receipt themselves. */
  readonly minConfirmations: number;
  /** Rule 28: cash of at least this share, taken within these days of receipt, needs receipts within those days of taking it. */
  readonly cashOutPercent: number;
  readonly cashOutWithinDays: number;
  readonly receiptsWithinDays: number;
  /** Rule 29: a line may be overspent by this share before minutes and approval are needed. */
  readonly rabShiftPercent: number;
  /** Rule 30. */
  readonly receiptlessWitnesses: number;
  /** Rule 31: the earlier of the two dates counts. */
  readonly lpjDueDays: number;
  readonly lpjFixedDue: { readonly month: number; readonly day: number } | null;
  readonly overdueLadder: OverdueLadder;
  /** Rule 33: receipts whose 64-bit image hashes differ in at most so many bits count as the same photo. */
  readonly receiptHashDistance: number;
}
