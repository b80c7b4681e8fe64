import { accountId, type AccountId, type Chart } from './chart.ts';

/**
 * The accounts of aid money. One book is one budget line (pagu of the DPA); it balances by itself. Reserved money belongs
 * to one proposal and money in transit to one tranche, so no group can be paid from what was set aside for another.
 */
export const AID_CHART = {
  appropriation: { label: { id: 'Sumber pagu', en: 'Appropriation' }, mayBeNegative: true },
  budget: { label: { id: 'Sisa pagu', en: 'Budget left' }, mayBeNegative: false },
  reserved: { label: { id: 'Dicadangkan', en: 'Reserved' }, mayBeNegative: false },
  inTransit: { label: { id: 'Dalam perjalanan (SP2D terbit)', en: 'In transit (SP2D issued)' }, mayBeNegative: false },
  groupCash: { label: { id: 'Rekening kelompok', en: "Group's account" }, mayBeNegative: false },
  spent: { label: { id: 'Dibelanjakan', en: 'Spent' }, mayBeNegative: false },
  returnedToTreasury: { label: { id: 'Disetor kembali ke kas daerah', en: 'Returned to the treasury' }, mayBeNegative: false },
} as const satisfies Chart;
export type AidAccountKind = keyof typeof AID_CHART;

/** Accounts of one budget line, one proposal, one tranche; ids are opaque text without `/`. */
export const aidAccounts = {
  appropriation: (budgetLineId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'appropriation', budgetLineId),
  budget: (budgetLineId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'budget', budgetLineId),
  reserved: (budgetLineId: string, proposalId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'reserved', proposalId),
  inTransit: (budgetLineId: string, trancheId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'inTransit', trancheId),
  groupCash: (budgetLineId: string, groupId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'groupCash', groupId),
  spent: (budgetLineId: string, groupId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'spent', groupId),
  returnedToTreasury: (budgetLineId: string, groupId: string): AccountId => accountId<AidAccountKind>(budgetLineId, 'returnedToTreasury', groupId),
};
