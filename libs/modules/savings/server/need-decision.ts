import { DomainError, type Blocker, type Result } from '@anyam/domain/kernel';
import { fill } from '@anyam/domain/kernel';

/** The decision, or DECISION_NEEDED with the sentence of what stands in the way. */
export function needDecision<T>(found: Result<T, Blocker>): T {
  if (found.ok) return found.value;
  const { text, params, code } = found.error;
  throw new DomainError('DECISION_NEEDED', { kind: 'conflict', text: { id: fill(text.id, params), en: fill(text.en, params) } }, { codes: code });
}
