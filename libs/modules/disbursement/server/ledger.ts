import { AID_CHART, aidAccounts, emptyLedger, ledgerError, ledgerFailure, postAll, setCeiling, type AccountId, type Transfer } from '@anyam/domain/ledger';
import { formatRupiah, isoDate, type IsoDate, type Rupiah } from '@anyam/domain/kernel';
import { ledgerRepository, type TransferRow } from '../persistence/ledger.repository.ts';
import type { Hand } from './context.ts';
import { fail } from './errors.ts';

export interface Refs {
  readonly groupId?: string | null;
  readonly proposalId?: string | null;
  readonly trancheId?: string | null;
  readonly lpjId?: string | null;
}
export type Posting = Transfer & { readonly refs: Refs };

export const withRefs = (transfers: readonly Transfer[], refs: Refs): Posting[] => transfers.map((t) => ({ ...t, refs }));

const stored = (t: TransferRow): Transfer => ({
  id: t.id, kind: t.kind, from: t.from as AccountId, to: t.to as AccountId, amount: t.amount as Rupiah, on: isoDate(t.on),
  ...(t.document === null ? {} : { document: t.document }), ...(t.reverses === null ? {} : { reverses: t.reverses }), ...(t.reason === null ? {} : { reason: t.reason }),
});

/**
 * Posts in the caller's transaction, all or none. The accounts are locked in order of id, then the domain's ledger judges
 * with their balances; the database's floors judge once more. A known transfer does nothing; one that was taken back
 * since cannot be posted again.
 */
export async function postTransfers(hand: Hand, at: { regencyCode: string; programmeId: string }, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  const accounts = [...new Set(postings.flatMap((p) => [p.from, p.to]))];
  const balances = await ledgerRepository.lock(hand.query, accounts);
  const ids = [...new Set(postings.flatMap((p) => (p.reverses === undefined ? [p.id] : [p.id, p.reverses])))];
  const known = await ledgerRepository.transfers(hand.query, ids);
  const ledger = {
    ...emptyLedger(AID_CHART),
    balances: new Map(balances.map((b) => [b.id as AccountId, b.balance])),
    transfers: new Map(known.map((t) => [t.id, stored(t)])),
    reversals: new Map(known.flatMap((t) => (t.reversedBy === null ? [] : [[t.id, t.reversedBy] as const]))),
  };
  const bare = postings.map(({ refs: _refs, ...transfer }) => transfer);
  const posted = postAll(ledger, bare);
  if (!posted.ok) {
    const { error } = posted;
    if (error.code === 'BALANCE_SHORT' && error.account?.includes('/budget/')) {
      throw fail('CEILING_EXCEEDED', { available: formatRupiah(error.available ?? 0n), total: formatRupiah((error.available ?? 0n) + (error.short ?? 0n)) });
    }
    throw ledgerFailure(error);
  }
  if (posted.value.outcomes.includes('reversedSince')) throw ledgerError('ALREADY_REVERSED');
  const fresh = postings.filter((_, i) => posted.value.outcomes[i] === 'posted');
  if (fresh.length === 0) return;
  const made = await ledgerRepository.insert(hand.query, fresh.map((p) => ({
    id: p.id, regency_code: at.regencyCode, programme_id: at.programmeId, kind: p.kind, from_account: p.from, to_account: p.to, amount: p.amount, counts_on: p.on,
    document: p.document ?? null, reverses: p.reverses ?? null, reason: p.reason ?? null,
    group_id: p.refs.groupId ?? null, proposal_id: p.refs.proposalId ?? null, tranche_id: p.refs.trancheId ?? null, lpj_id: p.refs.lpjId ?? null,
    actor_id: hand.who.userId, at: hand.now.toISOString(),
  })));
  // Somebody posted one of them between our look and our insert: begin again from what is there now.
  if (made !== fresh.length) throw fail('CHANGED_MEANWHILE', { state: 'buku besar berubah', stateEn: 'the ledger changed' });
}

/** The receipts of these tranches that were not taken back, by tranche. */
export async function receivedTransfers(hand: Hand, trancheIds: readonly string[]): Promise<Map<string, Transfer[]>> {
  const made = new Map<string, Transfer[]>();
  for (const { trancheId, ...row } of await ledgerRepository.received(hand.query, trancheIds)) {
    made.set(trancheId, [...(made.get(trancheId) ?? []), stored(row)]);
  }
  return made;
}

/** Brings the ledger's ceiling to what the programme says, under a lock; then gives what is left of it. */
export async function syncCeiling(hand: Hand, programme: { id: string; regencyCode: string; ceiling: bigint; dpaNumber: string }): Promise<bigint> {
  await ledgerRepository.lockCeiling(hand.query, programme.id);
  const now = await ledgerRepository.ceiling(hand.query, programme.id);
  const moves = setCeiling({
    budgetLineId: programme.id, revision: now.revisions + 1, current: now.appropriated as Rupiah, ceiling: programme.ceiling as Rupiah, on: hand.today, document: programme.dpaNumber,
  });
  await postTransfers(hand, { regencyCode: programme.regencyCode, programmeId: programme.id }, withRefs(moves, {}));
  return programme.ceiling - now.appropriated + now.left;
}

/** Day a transfer counts for: never before the paper, never in the future. */
export const countsOn = (day: string | null, today: IsoDate): IsoDate => (day !== null && day < today ? isoDate(day) : today);

export const reservedAccount = (programmeId: string, proposalId: string): AccountId => aidAccounts.reserved(programmeId, proposalId);
