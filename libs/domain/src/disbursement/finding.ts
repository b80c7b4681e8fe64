import { blocker, type Blocker } from '../kernel/flow.ts';
import type { Bilingual, TextParams } from '../kernel/text.ts';

export type Severity = 'block' | 'warn';

/** A blocker that may be only a warning, and names the thing it is about (a line, an expenditure) so that a form can mark it. */
export interface Finding extends Blocker {
  readonly severity: Severity;
  readonly where?: string;
}

export const finding = (severity: Severity, code: string, text: Bilingual, clearedBy: Bilingual, params: TextParams = {}, where?: string): Finding =>
  ({ ...blocker(code, text, clearedBy, params), severity, ...(where === undefined ? {} : { where }) });

/** Those that stop the work. */
export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.severity === 'block');
