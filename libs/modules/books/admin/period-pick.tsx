import { FieldFrame } from '@anyam/admin-kit/form';
import { formatDate } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { useLanguage } from '@anyam/admin-kit/text';
import { useId } from 'react';
import { periodChoices } from './periods.ts';
import { words } from './words.ts';

/** Which stretch of the books is on screen; not printed. */
export function PeriodPick({
  firstOn,
  today,
  value,
  onChange,
}: {
  readonly firstOn: string | null;
  readonly today: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const language = useLanguage();
  const label = (p: string) => (p.length === 4 ? `${language === 'id' ? 'Tahun' : 'Year'} ${p}` : formatDate(`${p}-01`, language, 'month'));
  return (
    <div className="print:hidden">
      <FieldFrame id={id} label={words.period}>
        {(c) => (
          <Select
            {...c}
            className="medium"
            value={value}
            options={periodChoices(firstOn, today).map((p) => ({ value: p, label: label(p) }))}
            onChange={(e) => onChange(e.target.value)}
          />
        )}
      </FieldFrame>
    </div>
  );
}
