import type { IsoDate } from '../kernel/plain-date.ts';
import type { Rupiah } from '../kernel/rupiah.ts';
import { aidAccounts as at } from './aid-chart.ts';
import type { AccountId } from './chart.ts';
import type { Transfer } from './ledger.ts';
import { named, type BusinessKey } from './named-transfer.ts';

/** The named movements of aid money. */
export type AidTransferKind = 'setCeiling' | 'reserve' | 'release' | 'sendSp2d' | 'receive' | 'bankReturn' | 'spend' | 'refund';

interface Common {
  readonly budgetLineId: string;
  /** Rupiah, > 0. */
  readonly amount: Rupiah;
  /** Day it counts for. */
  readonly on: IsoDate;
  readonly document?: string;
}
interface ForProposal extends Common {
  readonly proposalId: string;
}
interface ForTranche extends ForProposal {
  readonly trancheId: string;
  /** 1 for the first sending, 2 after a return by the bank, and so on. */
  readonly attempt: number;
}
interface ForGroup extends Common {
  readonly groupId: string;
}

const make = (kind: AidTransferKind, key: BusinessKey, from: AccountId, to: AccountId, c: Common): Transfer => named(kind, key, from, to, c);

/**
 * Moves the ceiling from what it is to what the DPA says now: one transfer up or down, none when equal. `revision` counts
 * the DPA and its changes (1, 2, ...). Going down fails at posting when more than the rest is already reserved (rule 22).
 */
export function setCeiling(c: { budgetLineId: string; revision: number; current: Rupiah; ceiling: Rupiah; on: IsoDate; document?: string }): Transfer[] {
  const change = c.ceiling - c.current;
  if (change === 0n) return [];
  const source = at.appropriation(c.budgetLineId);
  const budget = at.budget(c.budgetLineId);
  const [from, to] = change > 0n ? [source, budget] : [budget, source];
  return [make('setCeiling', [c.budgetLineId, c.revision], from, to, { ...c, amount: (change > 0n ? change : -change) as Rupiah })];
}

/** Sets money aside for a proposal when its decree is signed, before anything is sent (rule 22). `revision`: of the decree, from 1. */
export const reserve = (c: ForProposal & { readonly revision: number }): Transfer[] =>
  [make('reserve', [c.proposalId, c.revision], at.budget(c.budgetLineId), at.reserved(c.budgetLineId, c.proposalId), c)];

/** Gives reserved money back to the budget line: a decree revoked, a tranche cancelled, the year's rest. `key` names the cause once. */
export const release = (c: ForProposal & { readonly key: string }): Transfer[] =>
  [make('release', [c.proposalId, c.key], at.reserved(c.budgetLineId, c.proposalId), at.budget(c.budgetLineId), c)];

/** The SP2D is issued: reserved money is on its way (rule 24). */
export const sendSp2d = (c: ForTranche): Transfer[] =>
  [make('sendSp2d', [c.trancheId, c.attempt], at.reserved(c.budgetLineId, c.proposalId), at.inTransit(c.budgetLineId, c.trancheId), c)];

/** The bank's statement shows the money on the group's account (rule 25). `statementLineId` makes one line count once. */
export const receive = (c: ForGroup & { readonly trancheId: string; readonly statementLineId: string }): Transfer[] =>
  [make('receive', [c.trancheId, c.statementLineId], at.inTransit(c.budgetLineId, c.trancheId), at.groupCash(c.budgetLineId, c.groupId), c)];

/** The bank sent it back (retur): it is reserved for the same proposal again. */
export const bankReturn = (c: ForTranche): Transfer[] =>
  [make('bankReturn', [c.trancheId, c.attempt], at.inTransit(c.budgetLineId, c.trancheId), at.reserved(c.budgetLineId, c.proposalId), c)];

/** The group spent it on a line of its RAB (rule 29). A corrected expenditure gets the next `revision` after the reversal of the first. */
export const spend = (c: ForGroup & { readonly expenditureId: string; readonly revision: number }): Transfer[] =>
  [make('spend', [c.expenditureId, c.revision], at.groupCash(c.budgetLineId, c.groupId), at.spent(c.budgetLineId, c.groupId), c)];

/** The group pays unspent or misspent aid back into the treasury (last step of the overdue ladder, rule 31). */
export const refund = (c: ForGroup & { readonly depositId: string }): Transfer[] =>
  [make('refund', [c.depositId], at.groupCash(c.budgetLineId, c.groupId), at.returnedToTreasury(c.budgetLineId, c.groupId), c)];
