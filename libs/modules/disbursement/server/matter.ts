import { reaches, type Call } from '@anyam/contract-kit';
import { disbursementRules, type BudgetLine, type DisbursementRules, type DocumentKind, type EligibilityPoint, type GroupAccount, type OverdueStep, type ProposalFacts } from '@anyam/domain/disbursement';
import { isoDate, rupiah } from '@anyam/domain/kernel';
import type { RuleSet } from '@anyam/domain/programme';
import { flowRepository, type StepRow } from '../persistence/flow.repository.ts';
import { groupReads, type AidGroup, type AidMember } from '../persistence/group.reads.ts';
import { ledgerRepository } from '../persistence/ledger.repository.ts';
import { proposalRepository, type DocumentRecord, type LineRecord, type ProposalRecord } from '../persistence/proposal.repository.ts';
import type { Query } from '@anyam/server-kit';
import type { Aid } from './context.ts';

export interface Programme {
  readonly id: string;
  readonly regencyCode: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly source: string;
  readonly budgetType: string;
  readonly ceiling: bigint;
  readonly dpaNumber: string;
  readonly state: string;
}

/** One proposal with all that the domain judges it by. */
export interface Matter {
  readonly record: ProposalRecord;
  readonly group: AidGroup;
  readonly members: readonly AidMember[];
  readonly lines: readonly LineRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly programme: Programme;
  readonly ruleSet: { readonly id: string; readonly version: number; readonly rules: RuleSet };
  readonly rules: DisbursementRules;
  readonly available: bigint;
  readonly steps: readonly StepRow[];
  readonly facts: ProposalFacts;
}

/** The money rules of a programme: budget type as the programme says it. */
export const moneyRules = (programme: Pick<Programme, 'budgetType'>, rules: RuleSet): DisbursementRules =>
  disbursementRules({ ...rules, budgetType: programme.budgetType === 'hibah' ? 'grant' : 'socialAid' });

const POINT: Readonly<Record<string, EligibilityPoint>> = { submission: 'proposal', decree: 'decree', payment: 'payment' };

export const planOf = (lines: readonly LineRecord[]): BudgetLine[] =>
  lines.map((l) => ({ id: l.id, description: l.description, quantity: l.quantity, unit: l.unit, unitPrice: rupiah(l.unitPrice), category: l.category as BudgetLine['category'] }));

/** What is left of a programme's ceiling, as the programme says it now. */
export async function availableOf(query: Query, programme: Pick<Programme, 'id' | 'ceiling'>): Promise<bigint> {
  const now = await ledgerRepository.ceiling(query, programme.id);
  return programme.ceiling - now.appropriated + now.left;
}

export function accountOf(group: AidGroup, members: readonly AidMember[], rules: RuleSet): GroupAccount | null {
  if (!group.accountNumber) return null;
  const officials = rules.facilitatorOccupations.map((word) => word.toLowerCase());
  return {
    bank: group.bank ?? '', number: group.accountNumber, holder: group.accountName ?? '', groupName: group.name, sharedWithOtherGroup: group.accountShared,
    signatories: group.signatoryIds.map((personId) => {
      const member = members.find((m) => m.personId === personId);
      const occupation = (member?.occupation ?? '').toLowerCase();
      return { personId, isOfficer: member !== undefined && member.role !== 'member', isFacilitatorOrOfficial: occupation !== '' && officials.some((word) => occupation.includes(word)) };
    }),
  };
}

/** The field visit that a proposal tells of. */
export const visitOf = (record: ProposalRecord): ProposalFacts['fieldVisit'] =>
  record.visitedOn === null ? null : { on: isoDate(record.visitedOn), suitable: record.visitSuitable === true, ordinaryMembersMet: record.visitMet ?? 0 };

/** The money rules by rule set of these records, each asked for once. A programme that is gone leaves its own out. */
export async function moneyRulesOf(aid: Aid, records: Iterable<{ readonly programmeId: string; readonly ruleSetId: string }>): Promise<Map<string, DisbursementRules>> {
  const found = new Map<string, DisbursementRules>();
  for (const { programmeId, ruleSetId } of new Map([...records].map((r) => [r.ruleSetId, r])).values()) {
    const programme = await aid.ports.programme.find(programmeId);
    if (programme) found.set(ruleSetId, moneyRules(programme, (await aid.ports.programme.ruleSetById(ruleSetId)).rules));
  }
  return found;
}

const grouped = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const row of rows) map.set(key(row), [...(map.get(key(row)) ?? []), row]);
  return map;
};

/**
 * Loads proposals that the call reaches, in a fixed number of queries however many. Those out of reach or not there are
 * left out. `lock` holds the proposal rows until the transaction ends.
 */
export async function loadMatters(aid: Aid, query: Query, call: Call | null, ids: readonly string[], lock = false): Promise<Map<string, Matter>> {
  const records = await proposalRepository.find(query, [...new Set(ids)], lock);
  const groupIds = [...new Set(records.map((r) => r.groupId))];
  const found = records.map((r) => r.id);
  const groups = new Map((await groupReads.groups(query, groupIds)).map((g) => [g.id, g]));
  const members = grouped(await groupReads.members(query, groupIds), (m) => m.groupId);
  const lines = grouped(await proposalRepository.lines(query, found), (l) => l.proposalId);
  const documents = grouped(await proposalRepository.documents(query, found), (d) => d.proposalId);
  const eligibility = new Map((await groupReads.eligibility(query, groupIds)).map((e) => [`${e.groupId} ${e.programmeId}`, e]));
  const overdue = new Map((await groupReads.overdue(query, groupIds)).map((o) => [o.groupId, o.step]));
  const steps = grouped(await flowRepository.steps(query, found), (s) => s.entityId);

  const programmes = new Map<string, { programme: Programme; available: bigint }>();
  const ruleSets = new Map<string, Matter['ruleSet']>();
  for (const r of records) {
    if (!programmes.has(r.programmeId)) {
      const programme = await aid.ports.programme.find(r.programmeId);
      if (programme) programmes.set(r.programmeId, { programme, available: await availableOf(query, programme) });
    }
    if (!ruleSets.has(r.ruleSetId)) ruleSets.set(r.ruleSetId, await aid.ports.programme.ruleSetById(r.ruleSetId));
  }

  const matters = new Map<string, Matter>();
  for (const record of records) {
    const group = groups.get(record.groupId);
    const money = programmes.get(record.programmeId);
    const ruleSet = ruleSets.get(record.ruleSetId);
    if (!group || !money || !ruleSet) continue;
    if (call && !reaches(call, { regionCode: group.villageCode, facilitatorId: group.facilitatorId })) continue;
    const own = members.get(group.id) ?? [];
    const docs = documents.get(record.id) ?? [];
    const e = eligibility.get(`${group.id} ${record.programmeId}`);
    const point = e ? POINT[e.moment] : undefined;
    const kinds = docs.map((d) => d.kind as DocumentKind);
    const facts: ProposalFacts = {
      group: { name: group.name, mayPropose: group.state === 'terbentuk' || group.state === 'aktif', members: own.length, facilitatorIds: group.facilitatorId ? [group.facilitatorId] : [] },
      requested: rupiah(record.requested),
      plan: planOf(lines.get(record.id) ?? []),
      // The frozen list of an issued decree is the BNBA paper itself.
      documents: record.decreeNumber === null ? kinds : [...kinds, 'recipientList'],
      account: accountOf(group, own, ruleSet.rules),
      eligibility: e && point ? { at: point, blocks: e.blocks, warns: e.warnings, registerPeriod: e.period ?? '-' } : null,
      overdue: (overdue.get(group.id) ?? 'none') as OverdueStep,
      fieldVisit: visitOf(record),
      trainingHeldOn: record.trainingOn === null ? null : isoDate(record.trainingOn),
      budgetAvailable: rupiah(money.available),
      moneySent: record.moneySent,
    };
    matters.set(record.id, {
      record, group, members: own, lines: lines.get(record.id) ?? [], documents: docs, programme: money.programme, ruleSet, rules: moneyRules(money.programme, ruleSet.rules),
      available: money.available, steps: steps.get(record.id) ?? [], facts,
    });
  }
  return matters;
}
