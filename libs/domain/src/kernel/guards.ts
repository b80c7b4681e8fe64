import { blocker, roleNames, type Blocker, type FlowContext, type FlowRole } from './flow.ts';
import type { TextParams } from './text.ts';

/** A guard that holds while `holds(facts)`; else the sentence, and the roles that can clear it. */
export const requires = <F>(holds: (facts: F, context: FlowContext<F>) => boolean, code: string, id: string, en: string, roles: readonly FlowRole[], params: (facts: F) => TextParams = () => ({})) =>
  (context: FlowContext<F>): Blocker | null => (holds(context.facts, context) ? null : blocker(code, { id, en }, roleNames(roles), params(context.facts)));
