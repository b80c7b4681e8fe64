import type { Call } from '@anyam/contract-kit';
import { receiptedTotal, trancheConditions, trancheFlow, type Expenditure, type LpjState, type TrancheCondition, type TrancheConditionFacts, type TrancheFacts } from '@anyam/domain/disbursement';
import { isoDate, rupiah, type Need } from '@anyam/domain/kernel';
import { batchRepository, type BatchLineRecord } from '../persistence/batch.repository.ts';
import { flowRepository, type StepRow } from '../persistence/flow.repository.ts';
import { ledgerRepository } from '../persistence/ledger.repository.ts';
import { lpjRepository, type ExpenditureRecord } from '../persistence/lpj.repository.ts';
import type { Query } from '@anyam/server-kit';
import { trancheRepository, type TrancheRecord } from '../persistence/tranche.repository.ts';
import { actorAt, type Aid } from './context.ts';
import { reservedAccount } from './ledger.ts';
import { loadMatters, type Matter } from './matter.ts';
import { historyOf } from './view.ts';

export interface TrancheMatter {
  readonly record: TrancheRecord;
  readonly matter: Matter;
  readonly conditions: readonly TrancheCondition[];
  readonly facts: TrancheFacts;
  /** Of the proposal, the batches it was in, and itself. */
  readonly steps: readonly StepRow[];
  /** Newest payment line. */
  readonly line: BatchLineRecord | null;
  readonly reserved: bigint;
}

export const expenditureOf = (e: ExpenditureRecord): Expenditure => ({
  id: e.id, budgetLineId: e.budgetLineId, on: isoDate(e.on), payee: e.payee, goods: e.goods, amount: rupiah(e.amount), witnesses: e.witnesses,
  receipt: e.fileId === null ? null : { fileId: e.fileId, sha256: e.sha256 ?? '', dHash: e.dhash as never, uploadedOn: isoDate(e.uploadedOn ?? e.on) },
});

/** Tranches that the call reaches, with their conditions, in a fixed number of queries. */
export async function loadTranches(aid: Aid, query: Query, call: Call | null, ids: readonly string[], lock = false): Promise<Map<string, TrancheMatter>> {
  const records = await trancheRepository.find(query, [...new Set(ids)], lock);
  const matters = await loadMatters(aid, query, call, records.map((r) => r.proposalId));
  const reached = records.filter((r) => matters.has(r.proposalId));
  const trancheIds = reached.map((r) => r.id);
  const lines = new Map((await batchRepository.linesOfTranches(query, trancheIds)).map((l) => [l.trancheId, l]));
  const batches = await trancheRepository.batchesOf(query, trancheIds);
  const steps = await flowRepository.steps(query, [...new Set([...trancheIds, ...batches.map((b) => b.batchId)])]);
  const stepsOf = new Map<string, StepRow[]>();
  for (const s of steps) stepsOf.set(s.entityId, [...(stepsOf.get(s.entityId) ?? []), s]);
  const batchesOf = new Map<string, string[]>();
  for (const b of batches) batchesOf.set(b.trancheId, [...(batchesOf.get(b.trancheId) ?? []), b.batchId]);
  const reserved = new Map((await ledgerRepository.balances(query, [...new Set(reached.map((r) => reservedAccount(r.programmeId, r.proposalId)))])).map((b) => [b.id, b.balance]));
  const cases = new Map((await batchRepository.openCasesOf(query, reached.map((r) => r.groupId))).map((c) => [c.groupId, c.n]));
  const differs = await query<{ trancheId: string }>(`SELECT DISTINCT tranche_id::text AS "trancheId" FROM reconciliation_case WHERE tranche_id = ANY($1::uuid[]) AND kind = 'amountDiffers'`, [trancheIds]);
  const before = await lpjRepository.expenditures(query, reached.flatMap((r) => (r.prevLpjId ? [r.prevLpjId] : [])));

  const made = new Map<string, TrancheMatter>();
  for (const record of reached) {
    const matter = matters.get(record.proposalId) as Matter;
    const line = lines.get(record.id) ?? null;
    const held = reserved.get(reservedAccount(record.programmeId, record.proposalId)) ?? 0n;
    const since = record.prevReceivedOn;
    const visit = matter.facts.fieldVisit;
    const conditionFacts: TrancheConditionFacts = {
      previous: record.no === 1 ? null : {
        received: rupiah(record.prevReceived ?? 0n),
        receipted: receiptedTotal(before.filter((e) => e.lpjId === record.prevLpjId && !e.removed).map(expenditureOf), matter.rules),
        reportAccepted: record.prevLpjState === 'diterima', confirmations: record.prevConfirmations,
      },
      visit: visit && since !== null && visit.on >= since ? (visit.suitable ? 'suitable' : 'notSuitable') : 'none',
      openCases: cases.get(record.groupId) ?? 0,
      amount: rupiah(record.amount), reserved: rupiah(held),
      // Kept by the savings module of a later issue; its condition is in no rule set until then.
      solidarityFundAlive: true,
    };
    const conditions = trancheConditions(record.no, conditionFacts, matter.rules);
    const facts: TrancheFacts = {
      conditions, sp2dAmount: rupiah(line?.amount ?? record.amount),
      bankAmount: line && (line.result === 'paid' || line.result === 'amountDiffers') && line.bankAmount !== null ? rupiah(line.bankAmount) : null,
      differenceCaseOpen: differs.some((d) => d.trancheId === record.id), bankReturned: line?.result === 'returned', accountRepaired: record.repaired,
      confirmations: record.confirmations, confirmationsNeeded: matter.rules.minConfirmations, report: (record.lpjState ?? 'belum') as LpjState,
    };
    const own = [...(stepsOf.get(record.id) ?? []), ...(batchesOf.get(record.id) ?? []).flatMap((id) => stepsOf.get(id) ?? []), ...matter.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
    made.set(record.id, { record, matter, conditions, facts, steps: own, line, reserved: held });
  }
  return made;
}

export const trancheContext = (call: Call, t: TrancheMatter, given: readonly Need[] = []) => ({
  actor: actorAt(call, { regionCode: t.matter.group.villageCode, facilitatorId: t.matter.group.facilitatorId }), history: historyOf(t.steps), given, facts: t.facts,
});

export const trancheButtons = (call: Call, t: TrancheMatter) => (trancheFlow.isState(t.record.state) ? trancheFlow.buttons(t.record.state, trancheContext(call, t)) : []);
