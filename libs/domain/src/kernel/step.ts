import { DomainError } from './domain-error.ts';
import { sayBlocker, type Blocker } from './flow.ts';
import type { Language } from './text.ts';

/**
 * The error to throw for a refused step of any flow: STEP_FORBIDDEN when role or separation of duty stands against it,
 * else STEP_BLOCKED (a conflict). Its sentence holds all reasons, in both languages; `params.codes` their codes.
 */
export function stepRefused(blockers: readonly Blocker[]): DomainError {
  const personal = blockers.some((b) => b.code === 'ROLE_NEEDED' || b.code === 'SEPARATION_OF_DUTY');
  const say = (language: Language) => [...new Set(blockers.map((b) => sayBlocker(b, language)))].join(' ');
  return new DomainError(personal ? 'STEP_FORBIDDEN' : 'STEP_BLOCKED', { kind: personal ? 'forbidden' : 'conflict', text: { id: say('id'), en: say('en') } }, { codes: blockers.map((b) => b.code).join(',') });
}
