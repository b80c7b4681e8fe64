import { reaches, type Call } from '@anyam/contract-kit';
import {
  receiptedTotal, trancheConditions, trancheFlow, type DisbursementRules, type Expenditure, type LpjState, type ProposalFacts, type TrancheCondition, type TrancheConditionFacts, type TrancheFacts,
} from '@anyam/domain/disbursement';
import { isoDate, rupiah, type Need } from '@anyam/domain/kernel';
import { batchRepository, type BatchLineRecord } from '../persistence/batch.repository.ts';
import { flowRepository, type StepRow } from '../persistence/flow.repository.ts';
import { groupReads } from '../persistence/group.reads.ts';
import { ledgerRepository } from '../persistence/ledger.repository.ts';
import { lpjRepository, type ExpenditureRecord } from '../persistence/lpj.repository.ts';
import type { Query } from '@anyam/server-kit';
import { proposalRepository } from '../persistence/proposal.repository.ts';
import { trancheRepository, type TrancheRecord } from '../persistence/tranche.repository.ts';
import { actorAt, type Aid } from './context.ts';
import { reservedAccount } from './ledger.ts';
import { loadMatters, moneyRulesOf, visitOf, type Matter } from './matter.ts';
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

/** What the conditions of tranches are judged by, beside the rules, the group's visit and the record itself. */
async function conditionsFor(query: Query, records: readonly TrancheRecord[]) {
  const [reserved, cases, before] = await Promise.all([
    ledgerRepository.balances(query, [...new Set(records.map((r) => reservedAccount(r.programmeId, r.proposalId)))]),
    batchRepository.openCasesOf(query, records.map((r) => r.groupId)),
    lpjRepository.expenditures(query, records.flatMap((r) => (r.prevLpjId ? [r.prevLpjId] : []))),
  ]);
  const held = new Map(reserved.map((b) => [b.id, b.balance]));
  const open = new Map(cases.map((c) => [c.groupId, c.n]));
  const spent = Map.groupBy(before.filter((e) => !e.removed), (e) => e.lpjId);
  const reservedFor = (record: TrancheRecord): bigint => held.get(reservedAccount(record.programmeId, record.proposalId)) ?? 0n;
  return {
    reservedFor,
    of(record: TrancheRecord, visit: ProposalFacts['fieldVisit'], rules: DisbursementRules): readonly TrancheCondition[] {
      const since = record.prevReceivedOn;
      const facts: TrancheConditionFacts = {
        previous: record.no === 1 ? null : {
          received: rupiah(record.prevReceived ?? 0n), receipted: receiptedTotal((spent.get(record.prevLpjId ?? '') ?? []).map(expenditureOf), rules),
          reportAccepted: record.prevLpjState === 'diterima', confirmations: record.prevConfirmations,
        },
        visit: visit && since !== null && visit.on >= since ? (visit.suitable ? 'suitable' : 'notSuitable') : 'none',
        openCases: open.get(record.groupId) ?? 0,
        amount: rupiah(record.amount), reserved: rupiah(reservedFor(record)),
        // Kept by the savings module of a later issue; its condition is in no rule set until then.
        solidarityFundAlive: true,
      };
      return trancheConditions(record.no, facts, rules);
    },
  };
}

/** These tranches, in their order, with what each still waits for, for the list to choose from: no more is read than the conditions ask. */
export async function waitingTranches(aid: Aid, call: Call, ids: readonly string[]) {
  const { query } = aid;
  const place = new Map(ids.map((id, i) => [id, i]));
  const records = (await trancheRepository.find(query, ids)).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const proposals = new Map((await proposalRepository.find(query, records.map((r) => r.proposalId))).map((p) => [p.id, p]));
  const groups = new Map((await groupReads.groups(query, records.map((r) => r.groupId))).map((g) => [g.id, g]));
  const conditions = await conditionsFor(query, records);
  const rules = await moneyRulesOf(aid, proposals.values());
  return records.flatMap((record) => {
    const [proposal, group] = [proposals.get(record.proposalId), groups.get(record.groupId)];
    const own = proposal && rules.get(proposal.ruleSetId);
    if (!proposal || !group || !own || !reaches(call, { regionCode: group.villageCode, facilitatorId: group.facilitatorId })) return [];
    return [{ record, group, conditions: conditions.of(record, visitOf(proposal), own) }];
  });
}

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
  const judged = await conditionsFor(query, reached);
  const differs = new Set((await query<{ trancheId: string }>(`SELECT DISTINCT tranche_id::text AS "trancheId" FROM reconciliation_case WHERE tranche_id = ANY($1::uuid[]) AND kind = 'amountDiffers'`, [trancheIds])).map((d) => d.trancheId));

  const made = new Map<string, TrancheMatter>();
  for (const record of reached) {
    const matter = matters.get(record.proposalId) as Matter;
    const line = lines.get(record.id) ?? null;
    const conditions = judged.of(record, matter.facts.fieldVisit, matter.rules);
    const facts: TrancheFacts = {
      conditions, sp2dAmount: rupiah(line?.amount ?? record.amount),
      bankAmount: line && (line.result === 'paid' || line.result === 'amountDiffers') && line.bankAmount !== null ? rupiah(line.bankAmount) : null,
      differenceCaseOpen: differs.has(record.id), bankReturned: line?.result === 'returned', accountRepaired: record.repaired,
      confirmations: record.confirmations, confirmationsNeeded: matter.rules.minConfirmations, report: (record.lpjState ?? 'belum') as LpjState,
    };
    const own = [...(stepsOf.get(record.id) ?? []), ...(batchesOf.get(record.id) ?? []).flatMap((id) => stepsOf.get(id) ?? []), ...matter.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
    made.set(record.id, { record, matter, conditions, facts, steps: own, line, reserved: judged.reservedFor(record) });
  }
  return made;
}

export const trancheContext = (call: Call, t: TrancheMatter, given: readonly Need[] = []) => ({
  actor: actorAt(call, { regionCode: t.matter.group.villageCode, facilitatorId: t.matter.group.facilitatorId }), history: historyOf(t.steps), given, facts: t.facts,
});

export const trancheButtons = (call: Call, t: TrancheMatter) => (trancheFlow.isState(t.record.state) ? trancheFlow.buttons(t.record.state, trancheContext(call, t)) : []);
