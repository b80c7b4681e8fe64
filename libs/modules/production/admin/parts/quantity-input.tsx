import { TextInput } from '@anyam/admin-kit/inputs';
import { useLanguage } from '@anyam/admin-kit/text';
import { inVillageUnits, sayQuantity, unitLabel, type Measured } from '@anyam/domain/production';
import { useState } from 'react';

const wholeOf = (text: string): number => (/^\d{1,8}$/.test(text) ? Number(text) : 0);

export interface QuantityInputProps {
  /** Of the first box. */
  readonly id: string;
  readonly measured: Measured;
  /** Base units; null while nothing is typed. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** What is counted, for a screen reader: each box adds its unit. */
  readonly label: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
}

/** One box a unit as the village counts, largest first: 1 kodi 2 gulung 3 lembar. The sum stands beside them when there are several. */
export function QuantityInput({ id, measured, value, onChange, label, ...aria }: QuantityInputProps) {
  const language = useLanguage();
  const units = [...[...measured.units].sort((a, b) => b.factor - a.factor), { name: measured.baseUnit, factor: 1 }];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    (value === null ? {} : Object.fromEntries(inVillageUnits(measured, value).map((a) => [a.unit, String(a.count)]))));
  const change = (unit: string, text: string) => {
    const next = { ...typed, [unit]: text.replace(/\D/g, '').slice(0, 8) };
    setTyped(next);
    const empty = units.every((u) => (next[u.name] ?? '') === '');
    onChange(empty ? null : units.reduce((sum, u) => sum + wholeOf(next[u.name] ?? '') * u.factor, 0));
  };
  return (
    <div className="row flex-wrap">
      {units.map((u, i) => (
        <span key={u.name} className="row gap-1">
          <TextInput
            {...aria} id={i === 0 ? id : `${id}-${u.name}`} className="num w-20" inputMode="numeric" autoComplete="off"
            aria-label={`${label}: ${unitLabel(u.name)[language]}`} value={typed[u.name] ?? ''} onChange={(e) => change(u.name, e.target.value)}
          />
          <span>{unitLabel(u.name)[language]}</span>
        </span>
      ))}
      {units.length > 1 && value !== null && <span className="muted small" aria-live="polite">= {sayQuantity({ ...measured, units: [] }, value, language)}</span>}
    </div>
  );
}
