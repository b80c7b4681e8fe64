import { useSay } from '@anyam/admin-kit/text';
import { useRef, useState, type KeyboardEvent } from 'react';
import { CHOICES, isNumeric, showCell, type CellField } from './words.ts';

export interface CellInputProps {
  readonly field: CellField;
  readonly label: string;
  readonly value: string;
  /** The first letter, when typing opened the cell. */
  readonly typed: string | null;
  /** `down` and `across` say where to go next; 0 stays. */
  readonly onDone: (value: string, down: number, across: number) => void;
  readonly onCancel: () => void;
}

/** The cell while it is mended: Enter keeps and goes down, Tab keeps and goes on, Esc leaves it as it was. */
export function CellInput({ field, label, value, typed, onDone, onCancel }: CellInputProps) {
  const say = useSay();
  const before = showCell(field, value);
  const choices = CHOICES[field];
  const [text, setText] = useState(typed !== null && !choices ? typed : before);
  const left = useRef(false);
  const leave = (run: () => void) => {
    if (left.current) return;
    left.current = true;
    run();
  };
  const done = (down: number, across: number) => leave(() => (text.trim() === before.trim() ? onDone(value, down, across) : onDone(text.trim(), down, across)));
  const onKeyDown = (e: KeyboardEvent) => {
    e.stopPropagation();
    if (e.key === 'Enter' || e.key === 'Tab') {
      e.preventDefault();
      const step = e.shiftKey ? -1 : 1;
      done(e.key === 'Enter' ? step : 0, e.key === 'Tab' ? step : 0);
    } else if (e.key === 'Escape') {
      e.preventDefault();
      leave(onCancel);
    }
  };
  const shared = { autoFocus: true, 'aria-label': label, value: text, onKeyDown, onBlur: () => done(0, 0), onClick: (e: { stopPropagation: () => void }) => e.stopPropagation() };
  if (choices) {
    return (
      <select {...shared} className="ctl select" style={{ minHeight: 30, paddingBlock: 2, minWidth: 120 }} onChange={(e) => setText(e.target.value)}>
        {!choices.some((c) => c.value === text) && <option value={text}>{text || '–'}</option>}
        {choices.map((c) => (
          <option key={c.value} value={c.value}>{say(c.label)}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      autoComplete="off"
      inputMode={isNumeric(field) ? 'numeric' : 'text'}
      maxLength={200}
      style={field === 'nik' || field === 'kk' ? { minWidth: 176 } : undefined}
      onChange={(e) => setText(e.target.value)}
      onFocus={(e) => typed === null && e.target.select()}
    />
  );
}
