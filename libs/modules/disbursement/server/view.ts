import {
  batchFlow, lpjFlow, proposalFlow, trancheFlow, workFlow, type Finding,
} from '@anyam/domain/disbursement';
import { fill, type Bilingual, type Blocker, type Button, type HistoryEntry } from '@anyam/domain/kernel';
import type { BlockerView, ButtonView, StateView, StepView } from '../contract/index.ts';
import type { StepRow } from '../persistence/flow.repository.ts';

const FLOWS: Readonly<Record<string, { states: Readonly<Record<string, { label: Bilingual; tone: StateView['tone'] }>>; actions: Readonly<Record<string, { label: Bilingual }>> }>> = {
  proposal: proposalFlow, batch: batchFlow, tranche: trancheFlow, lpj: lpjFlow, work: workFlow,
};

export function blockerView(b: Blocker | Finding): BlockerView {
  return {
    code: b.code,
    text: { id: fill(b.text.id, b.params), en: fill(b.text.en, b.params) },
    clearedBy: { id: b.clearedBy.id, en: b.clearedBy.en },
    severity: 'severity' in b ? b.severity : 'block',
    where: 'where' in b ? (b.where ?? null) : null,
  };
}

export const buttonView = (b: Button<string, string>): ButtonView => ({
  action: b.action, label: { ...b.label }, to: b.to, needs: [...b.needs], enabled: b.enabled, blockers: b.blockers.map(blockerView),
});

export function stateView(flow: 'proposal' | 'batch' | 'tranche' | 'lpj' | 'work', state: string): StateView {
  const s = FLOWS[flow]?.states[state];
  return { key: state, label: s ? { ...s.label } : { id: state, en: state }, tone: s?.tone ?? 'neutral' };
}

export const stateNames = (flow: 'proposal' | 'batch' | 'tranche' | 'lpj', state: string): { state: string; stateEn: string } => {
  const { label } = stateView(flow, state);
  return { state: label.id, stateEn: label.en };
};

const DECREE_LABEL: Readonly<Record<string, Bilingual>> = { issue: { id: 'Tetapkan SK', en: 'Issue the decree' }, draft: { id: 'Susun konsep SK', en: 'Draft the decree' } };

export const stepView = (s: StepRow): StepView => ({
  flow: s.flow, action: `${s.flow}.${s.action}`, label: { ...(FLOWS[s.flow]?.actions[s.action]?.label ?? DECREE_LABEL[s.action] ?? { id: s.action, en: s.action }) },
  from: s.from, to: s.to, actorName: s.actorName, at: s.at, note: s.note,
});

export const historyOf = (steps: readonly StepRow[]): HistoryEntry[] =>
  steps.map((s) => ({ action: `${s.flow}.${s.action}`, actorId: s.actorId, at: s.at.toISOString() }));

/** All but the last four figures hidden. */
export const maskTail = (text: string | null): string | null => (text === null ? null : text.length <= 4 ? '••••' : `${'•'.repeat(text.length - 4)}${text.slice(-4)}`);
