import { CalendarDays } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ChangeEvent, type ComponentProps, type ReactNode } from 'react';
import { formatDate, groupDigits, parseDay, parseMoney } from './internal/format.ts';
import { IconButton } from './button.tsx';
import { defineTexts, useLanguage, useText } from './text.tsx';

const texts = defineTexts({ pick: { id: 'Pilih tanggal di kalender', en: 'Choose a day in the calendar' } });

/** Bare controls without label; the `*Field` of `fields` put a label, hint and fault around them. */
export const TextInput = ({ className, ...rest }: ComponentProps<'input'>) => <input type="text" {...rest} className={className ? `ctl ${className}` : 'ctl'} />;

export interface MoneyInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly value: bigint | null;
  readonly onChange: (value: bigint | null) => void;
  /** Under the field: the amount in words. */
  readonly words?: (value: bigint) => ReactNode;
}

/** Whole rupiah, grouped while it is typed or pasted. */
export function MoneyInput({ value, onChange, words, className, ...rest }: MoneyInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const text = value === null ? '' : groupDigits(value.toString(), 0).text;
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const change = (e: ChangeEvent<HTMLInputElement>) => {
    const typed = e.target.value;
    caret.current = groupDigits(typed, e.target.selectionStart ?? typed.length).caret;
    onChange(parseMoney(typed.replace(/[^\d.,\s\u00a0Rp]/gi, '')));
  };
  return (
    <>
      <span className={className ? `affix ${className}` : 'affix'}>
        <span className="affix-before" aria-hidden>Rp</span>
        <input {...rest} ref={input} className="ctl num" inputMode="numeric" autoComplete="off" value={text} onChange={change} />
      </span>
      {words && value !== null && <div className="hint words">{words(value)}</div>}
    </>
  );
}

export interface DateInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> {
  /** `2020-03-03`, or the text that could not be read. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
}

const slashed = (day: string) => day.split('-').reverse().join('-');

/** Takes a day in any clear form ("12 Mei 1980", "12/5/80"); the calendar is a help, never the only way. */
export function DateInput({ value, onChange, onBlur, className, id, ...rest }: DateInputProps) {
  const t = useText(texts);
  const language = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const day = value ? parseDay(value) : null;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <span className={className ? `affix ${className}` : 'affix'}>
        <input
          {...rest}
          id={id}
          className="ctl"
          placeholder="12-05-1980"
          autoComplete="off"
          value={typed ?? (day ? slashed(day) : (value ?? ''))}
          onChange={(e) => {
            setTyped(e.target.value);
            onChange(e.target.value.trim() === '' ? null : (parseDay(e.target.value) ?? e.target.value));
          }}
          onBlur={() => {
            setTyped(null);
            onBlur?.();
          }}
        />
        <IconButton icon={CalendarDays} label={t('pick')} className="affix-after" onClick={() => picker.current?.showPicker?.()} />
        <input ref={picker} type="date" tabIndex={-1} aria-hidden className="picker" value={day ?? ''} onChange={(e) => onChange(e.target.value || null)} />
      </span>
      {day && <div className="hint words">{formatDate(day, language, 'weekday')}</div>}
    </>
  );
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  readonly options: readonly Option[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
}

/** The system's own list: best on a phone, and free. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={className ? `ctl select ${className}` : 'ctl select'}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((o) => (
        <option key={o.value} value={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  );
}
