import type { IsoDate, Result, Blocker, Bilingual } from '@anyam/domain/kernel';
import { decisionInForce, requireDecision, type DecisionKind, type DecisionTest, type RecordedDecision } from '@anyam/domain/meeting';
import type { LoanRules } from '@anyam/domain/savings';
import type { Transaction } from '@anyam/member/contract';
import type { z } from 'zod';
import type { decisionView } from '../contract/index.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import type { Query } from '@anyam/server-kit';
import type { SavingsContext } from './context.ts';

/** The group's decisions, and which of them carried something already. */
export interface Decided {
  readonly all: readonly RecordedDecision[];
  readonly used: ReadonlyMap<string, string>;
}

export async function decidedBy(c: SavingsContext, tx: Transaction, query: Query, groupId: string): Promise<Decided> {
  const all = await c.needs.meeting.decisions(tx, groupId);
  const used = await fundRepository.decisionsUsed(query, groupId);
  return { all, used: new Map(used.map((d) => [d.decisionId, d.subjectId])) };
}

type Of<K extends DecisionKind> = Extract<RecordedDecision, { kind: K }>;

/** The decision that carries an act on a day, among those that carried nothing else yet. */
export const requireUnused = <K extends DecisionKind>({ all, used }: Decided, kind: K, on: IsoDate, test: DecisionTest<K>, subjectId?: string): Result<Of<K>, Blocker> =>
  requireDecision(kind, all, on, (d) => (!used.has(d.id) || used.get(d.id) === subjectId) && test(d));

/** Rules of loans that hold on a day. Without a decision: no service charge, monthly, and the rule set's limit. */
export function loanRulesOn({ all }: Decided, on: IsoDate): LoanRules & { readonly decided: boolean } {
  const found = decisionInForce('loanRules', all, on);
  return found ? { ...found.content, decided: true } : { charge: { kind: 'none' }, order: 'serviceFirst', every: 'month', limit: null, decided: false };
}

export const viewOf = (d: RecordedDecision): z.infer<typeof decisionView> => ({ id: d.id, kind: d.kind, wording: d.wording, heldOn: d.heldOn, meetingId: d.meetingId });

export const PURPOSE_LABEL: Readonly<Record<string, Bilingual>> = {
  productiveCapital: { id: 'Modal produktif', en: 'Productive capital' },
  diversification: { id: 'Penganekaragaman usaha', en: 'Diversification' },
  socialHelp: { id: 'Bantuan sosial', en: 'Help' },
};
export const purposeLabel = (purpose: string): Bilingual => PURPOSE_LABEL[purpose] ?? { id: purpose, en: purpose };
