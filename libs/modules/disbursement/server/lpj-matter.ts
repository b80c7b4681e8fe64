import { fail as common, type Call } from '@anyam/contract-kit';
import { documentBlockers, lpjFindings, type DocumentKind, type Finding, type LpjFacts, type LpjFactsForCheck } from '@anyam/domain/disbursement';
import { daysBetween, isoDate, rupiah, type IsoDate, type Need } from '@anyam/domain/kernel';
import { asRows, sha256Hex, type Query } from '@anyam/server-kit';
import { ledgerRepository } from '../persistence/ledger.repository.ts';
import { lpjRepository, type ExpenditureRecord, type LpjRecord } from '../persistence/lpj.repository.ts';
import { flowRepository, type StepRow } from '../persistence/flow.repository.ts';
import { actorAt, type Aid } from './context.ts';
import { expenditureOf, loadTranches, type TrancheMatter } from './tranche-matter.ts';
import { historyOf } from './view.ts';

export interface LpjMatter {
  readonly record: LpjRecord;
  readonly tranche: TrancheMatter;
  /** Also those removed, for the ledger. */
  readonly all: readonly ExpenditureRecord[];
  readonly expenditures: readonly ExpenditureRecord[];
  readonly confirmations: Awaited<ReturnType<typeof lpjRepository.confirmations>>;
  readonly notes: Awaited<ReturnType<typeof lpjRepository.notes>>;
  readonly findings: readonly Finding[];
  readonly facts: LpjFacts;
  readonly steps: readonly StepRow[];
  readonly booked: bigint;
  readonly spentBefore: ReadonlyMap<string, bigint>;
}

/** States in which the writers may change it; and those in which the money stands in the books. */
export const OPEN_STATES = ['belum', 'draf', 'dikembalikan'];
export const EDITABLE_STATES = ['draf', 'dikembalikan'];

/** What officers confirm: the outlays and balances, whoever typed them. */
export const contentHash = (content: { expenditures: readonly object[]; accountBalance: bigint; cashBalance: bigint; balanceOn: string | null }): string =>
  sha256Hex(asRows([content.expenditures, [content.accountBalance, content.cashBalance, content.balanceOn]]));

export async function loadLpj(aid: Aid, query: Query, call: Call | null, id: string, today: IsoDate, lock = false): Promise<LpjMatter> {
  const record = await lpjRepository.find(query, id, lock);
  if (!record) throw common('NOT_FOUND');
  const tranche = (await loadTranches(aid, query, call, [record.trancheId])).get(record.trancheId);
  if (!tranche) throw common('NOT_FOUND');
  const rules = tranche.matter.rules;
  const all = await lpjRepository.expenditures(query, [id]);
  const expenditures = all.filter((e) => !e.removed);
  const [confirmations, notes, before] = [await lpjRepository.confirmations(query, id), await lpjRepository.notes(query, id), await lpjRepository.spentBefore(query, record.proposalId, record.trancheId)];
  const booked = await ledgerRepository.held(query, id, record.trancheId);
  const hashes = expenditures.flatMap((e) => (e.sha256 ? [e.sha256] : []));
  const pictures = expenditures.flatMap((e) => (e.dhash === null ? [] : [e.dhash]));
  const others = hashes.length === 0 ? [] : await lpjRepository.otherReceipts(query, id, record.regencyCode, hashes, pictures, rules.receiptHashDistance);

  const officer = (role: 'chair' | 'treasurer') => tranche.matter.members.find((m) => m.role === role)?.personId ?? `no ${role}`;
  const receivedOn = isoDate(tranche.record.receivedOn ?? record.dueOn);
  const spentBefore = new Map(before.map((b) => [b.budgetLineId, b.amount]));
  const check: LpjFactsForCheck = {
    reportId: id, received: rupiah(tranche.record.received ?? 0n), receivedOn, reportedOn: isoDate(record.balanceOn ?? today),
    plan: tranche.matter.facts.plan, spentBefore: Object.fromEntries(before.map((b) => [b.budgetLineId, rupiah(b.amount)])),
    expenditures: expenditures.map(expenditureOf), refunded: rupiah(record.refunded), accountBalance: rupiah(record.accountBalance), cash: rupiah(record.cashBalance),
    // A draft is not booked; from handing in on the books must agree.
    booksBalance: OPEN_STATES.includes(record.state) ? null : rupiah(booked),
    officers: { chairId: officer('chair'), treasurerId: officer('treasurer') },
    confirmations: confirmations.filter((c) => c.contentHash === record.contentHash).map((c) => ({ office: c.role, memberId: c.personId, byThemselves: true, on: isoDate(c.on) })),
    typedByFacilitator: record.typedByFacilitator,
    shift: record.shiftFileId === null ? null : { minutesFileId: record.shiftFileId, approved: record.shiftApprovedBy !== null },
    withdrawals: record.withdrawnOn === null || record.withdrawn === 0n ? [] : [{ on: isoDate(record.withdrawnOn), amount: rupiah(record.withdrawn) }],
  };
  const proven = record.proofFileId !== null || tranche.facts.bankAmount !== null;
  const documents: DocumentKind[] = [...tranche.matter.facts.documents, ...(proven ? ['transferProof' as const] : [])];
  const papers: Finding[] = documentBlockers({ documents }, 'report', rules).map((b) => ({ ...b, severity: 'block' as const }));
  const findings = [...lpjFindings(check, others.map((o) => ({ reportId: o.lpjId, expenditureId: o.expenditureId, sha256: o.sha256, dHash: o.dhash as never })), today, rules), ...papers];
  const noted = (f: Finding) => notes.some((n) => n.code === f.code && n.subject === (f.where ?? ''));
  const facts: LpjFacts = { findings, warningsWithoutNote: findings.filter((f) => f.severity === 'warn' && !noted(f)).length, moneyReceived: tranche.record.received !== null };
  const steps = [...(await flowRepository.steps(query, [id])), ...tranche.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  return { record, tranche, all, expenditures, confirmations, notes, findings, facts, steps, booked, spentBefore };
}

export const lpjContext = (call: Call, m: LpjMatter, given: readonly Need[] = []) => ({
  actor: actorAt(call, { regionCode: m.tranche.matter.group.villageCode, facilitatorId: m.tranche.matter.group.facilitatorId }), history: historyOf(m.steps), given, facts: m.facts,
});

/** Days since the report was due, while nobody handed it in. */
export const daysLate = (state: string, dueOn: string, today: IsoDate): number => (OPEN_STATES.includes(state) ? Math.max(0, daysBetween(isoDate(dueOn), today)) : 0);
