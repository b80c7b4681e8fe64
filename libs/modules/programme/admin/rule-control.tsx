import type { ControlProps } from '@anyam/admin-kit/form';
import { MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { formatDate } from '@anyam/admin-kit/format';
import type { RuleField } from '@anyam/domain/programme';
import { useState } from 'react';
import { optionWords, SEVERITY_LABEL, yesNo } from './rule-words.ts';

const texts = defineTexts({
  day: { id: 'Tanggal', en: 'Day' },
  month: { id: 'Bulan', en: 'Month' },
  perLine: { id: 'Satu per baris.', en: 'One per line.' },
});

interface Props {
  readonly field: RuleField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly control: ControlProps;
}

/** The control for one rule, by its kind. What cannot be read is handed on as typed, so that the check can say so. */
export function RuleControl({ field, value, onChange, control }: Props) {
  const language = useLanguage();
  switch (field.kind) {
    case 'integer':
    case 'percent':
      return (
        <span className="affix short">
          <TextInput {...control} className="num" inputMode="numeric" autoComplete="off" value={String(value ?? '')} onChange={(e) => onChange(wholeNumber(e.target.value))} />
          {field.unit && <span className="affix-unit">{field.unit[language]}</span>}
        </span>
      );
    case 'rupiah':
      return <MoneyInput {...control} className="medium" value={typeof value === 'bigint' ? value : null} onChange={onChange} />;
    case 'boolean':
      return <Select {...control} className="medium" value={String(value)} onChange={(e) => onChange(e.target.value === 'true')} options={[true, false].map((v) => ({ value: String(v), label: yesNo(v, language) }))} />;
    case 'severity':
      return <Select {...control} className="medium" value={String(value)} onChange={(e) => onChange(e.target.value)} options={(['block', 'warn', 'off'] as const).map((v) => ({ value: v, label: SEVERITY_LABEL[v][language] }))} />;
    case 'choice':
      return <Select {...control} className="medium" value={String(value)} onChange={(e) => onChange(e.target.value)} options={field.options.map((v) => ({ value: v, label: optionWords(v, language) }))} />;
    case 'monthDay':
      return <MonthDay value={String(value)} onChange={onChange} control={control} />;
    case 'percents':
      return <Percents value={value as readonly number[]} onChange={onChange} control={control} />;
    case 'list':
      return field.options ? <Ticks options={field.options} value={value as readonly string[]} onChange={onChange} control={control} /> : <Lines value={value as readonly string[]} onChange={onChange} control={control} />;
  }
}

const wholeNumber = (text: string): number | string => {
  const plain = text.replace(/[\s.]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : text;
};

function MonthDay({ value, onChange, control }: { readonly value: string; readonly onChange: (v: string) => void; readonly control: ControlProps }) {
  const t = useText(texts);
  const language = useLanguage();
  const [month = '01', day = '01'] = value.split('-');
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <span className="row">
      <Select {...control} aria-label={t('day')} style={{ width: 90 }} value={day} onChange={(e) => onChange(`${month}-${e.target.value}`)} options={Array.from({ length: 28 }, (_, i) => ({ value: two(i + 1), label: String(i + 1) }))} />
      <Select aria-label={t('month')} style={{ width: 170 }} value={month} onChange={(e) => onChange(`${e.target.value}-${day}`)} options={Array.from({ length: 12 }, (_, i) => ({ value: two(i + 1), label: formatDate(`2001-${two(i + 1)}-01`, language, 'dayMonth').replace(/^1 /, '') }))} />
    </span>
  );
}

/** "60, 40": keeps what is typed until it is left, and hands on the numbers at once. */
function Percents({ value, onChange, control }: { readonly value: readonly number[]; readonly onChange: (v: readonly number[]) => void; readonly control: ControlProps }) {
  const plain = value.join(', ');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="affix medium">
      <TextInput
        {...control}
        inputMode="text"
        placeholder="60, 40"
        value={typed ?? plain}
        onBlur={() => setTyped(null)}
        onChange={(e) => {
          setTyped(e.target.value);
          onChange(e.target.value.split(/[^\d]+/).filter(Boolean).map(Number));
        }}
      />
      <span className="affix-unit">%</span>
    </span>
  );
}

function Lines({ value, onChange, control }: { readonly value: readonly string[]; readonly onChange: (v: readonly string[]) => void; readonly control: ControlProps }) {
  const t = useText(texts);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value.join('\n');
  return (
    <>
      <textarea
        {...control}
        className="ctl"
        rows={Math.min(8, Math.max(3, value.length + 1))}
        value={text}
        onBlur={() => setTyped(null)}
        onChange={(e) => {
          setTyped(e.target.value);
          onChange(e.target.value.split('\n').map((l) => l.trim()).filter(Boolean));
        }}
      />
      <div className="hint">{t('perLine')}</div>
    </>
  );
}

function Ticks({ options, value, onChange, control }: { readonly options: readonly string[]; readonly value: readonly string[]; readonly onChange: (v: readonly string[]) => void; readonly control: ControlProps }) {
  const language = useLanguage();
  return (
    <div className="choices" role="group" aria-describedby={control['aria-describedby']}>
      {options.map((o, i) => (
        <label key={o} className="choice">
          <input type="checkbox" id={i === 0 ? control.id : `${control.id}-${o}`} checked={value.includes(o)} onChange={(e) => onChange(options.filter((x) => (x === o ? e.target.checked : value.includes(x))))} />
          <span>{optionWords(o, language)}</span>
        </label>
      ))}
    </div>
  );
}
