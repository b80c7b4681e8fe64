import type { RuleSet } from '../programme/index.ts';
import type { BudgetCategory } from './budget-plan.ts';
import type { DisbursementRules } from './rules.ts';
import type { TrancheConditionKey } from './tranche-conditions.ts';

/** Settings of money rules that rule sets do not (yet) hold. A field that a rule set gains goes out of here. */
export interface DisbursementExtras {
  readonly productiveCategories: readonly BudgetCategory[];
  readonly allowedPhrases: readonly string[];
  readonly trainingRequired: boolean;
  readonly nameSimilarityPercent: number;
  /** 0 leaves the condition out. */
  readonly receiptsPercentForNext: number;
  readonly visitBeforeNextTranche: boolean;
  readonly receiptHashDistance: number;
}

/** Our assumptions for KUBE 2020, none of them read in a rule. */
export const EXTRAS_2020: DisbursementExtras = {
  productiveCategories: ['rawMaterial', 'equipment', 'livestock', 'feed', 'veterinary', 'premises', 'packaging', 'freight', 'stock'],
  allowedPhrases: ['potongan kain', 'potongan bambu', 'potongan kayu'],
  trainingRequired: true,
  nameSimilarityPercent: 60,
  receiptsPercentForNext: 80,
  visitBeforeNextTranche: true,
  receiptHashDistance: 6,
};

/** The money rules of a rule set. Severities other than `block` do not stop money, so they leave the condition out. */
export function disbursementRules(r: RuleSet, extras: DisbursementExtras = EXTRAS_2020): DisbursementRules {
  const [month, day] = r.reportFixedDate.split('-').map(Number) as [number, number];
  const conditions: readonly (TrancheConditionKey | false)[] = [
    extras.receiptsPercentForNext > 0 && 'receipts',
    r.trancheNeedsReport === 'block' && 'reportAccepted',
    r.trancheNeedsConfirmation === 'block' && 'memberConfirmations',
    extras.visitBeforeNextTranche && 'visitSuitable',
    'noOpenCase',
    'budgetLeft',
  ];
  return {
    budgetType: r.budgetType,
    ratePerMember: r.ratePerMember,
    flatCeiling: r.amountMode === 'flat' ? r.flatCeiling : null,
    requiredDocuments: r.budgetType === 'grant' ? r.documentsGrant : r.documentsSocialAid,
    productiveCategories: extras.productiveCategories,
    forbiddenWords: r.forbiddenBudgetWords,
    allowedPhrases: extras.allowedPhrases,
    verifierMayBePendamping: r.verifierNotFacilitator !== 'block',
    visitMembersMet: r.visitMembersMet,
    trainingRequired: extras.trainingRequired,
    accountSignatories: r.accountSignatories,
    nameSimilarityPercent: extras.nameSimilarityPercent,
    trancheSplit: r.trancheSplit,
    trancheConditions: conditions.filter((c) => c !== false),
    receiptsPercentForNext: extras.receiptsPercentForNext,
    minConfirmations: r.memberConfirmations,
    cashOutPercent: r.cashOutPercent,
    cashOutWithinDays: r.cashOutDays,
    receiptsWithinDays: r.receiptUploadDays,
    rabShiftPercent: r.budgetShiftPercent,
    receiptlessWitnesses: r.witnessesWithoutReceipt,
    lpjDueDays: r.reportDueDays,
    lpjFixedDue: { month, day },
    overdueLadder: { reminder: r.reminderDays, letter: r.letterDays, barred: r.barredDays, refund: r.refundDays },
    receiptHashDistance: extras.receiptHashDistance,
  };
}
