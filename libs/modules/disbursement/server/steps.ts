import { stepRefused, type Blocker, type Result } from '@anyam/domain/kernel';
import { flowRepository } from '../persistence/flow.repository.ts';
import type { Hand } from './context.ts';
import { fail } from './errors.ts';
import { stateNames } from './view.ts';

type FlowName = 'proposal' | 'batch' | 'tranche' | 'lpj';

export interface StepOf {
  readonly regencyCode: string;
  readonly flow: FlowName;
  readonly entityId: string;
  readonly groupId: string | null;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly note?: string | null;
}

/** Records steps in the history that separation guards read, and in the audit log. */
export async function recordSteps({ unit, query, who, now }: Hand, steps: readonly StepOf[]): Promise<void> {
  await flowRepository.add(query, steps.map((s) => ({
    regency_code: s.regencyCode, flow: s.flow, entity_id: s.entityId, action: s.action, from_state: s.from, to_state: s.to,
    actor_id: who.userId, actor_name: who.name, at: now.toISOString(), note: s.note ?? null,
  })));
  for (const s of steps) {
    unit.audit({
      action: `disbursement.${s.flow}.${s.action}`, entity: s.flow, entityId: s.entityId, groupId: s.groupId, regionCode: s.regencyCode,
      changes: { state: [s.from, s.to] }, reason: s.note ?? null,
    });
  }
}

/** The next state, or the refusal as the error of the edge. */
export function allowed<S extends string>(decision: Result<S, readonly Blocker[]>): S {
  if (!decision.ok) throw stepRefused(decision.error);
  return decision.value;
}

/** Refuses when the person saw another state than the one there is, and says the present one. */
export function expectState(flow: FlowName, present: string, expected: string): void {
  if (present !== expected) throw fail('CHANGED_MEANWHILE', stateNames(flow, present));
}
