import { AlertTriangle, Check, Circle, Info, XCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '@anyam/domain/kernel';
import { useSay, type Bilingual } from './text.tsx';

export type { Tone };

const SIGN: Readonly<Record<Tone, LucideIcon>> = { ok: Check, warn: AlertTriangle, bad: XCircle, info: Info, neutral: Circle };

export interface ChipProps {
  readonly tone?: Tone;
  readonly children: Bilingual | string | number;
  /** `dot` (default) is a filled point; `sign` an icon of the tone; `none` for plain labels and counts. */
  readonly mark?: 'dot' | 'sign' | 'none';
}

/** A status: mark, word and colour together, never colour alone. */
export function Chip({ tone = 'neutral', mark = 'dot', children }: ChipProps) {
  const say = useSay();
  const Sign = SIGN[tone];
  return (
    <span className={`chip ${tone}`}>
      {mark === 'dot' && <span className="dot" aria-hidden />}
      {mark === 'sign' && <Sign size={14} strokeWidth={2.25} aria-hidden />}
      {typeof children === 'number' ? children : say(children)}
    </span>
  );
}

/** The chip of a flow's state: `<StateChip of={flow.states[group.state]} />`. */
export function StateChip({ of }: { readonly of: { readonly label: Bilingual; readonly tone: Tone } }) {
  return <Chip tone={of.tone}>{of.label}</Chip>;
}
