import { FieldFrame, fieldId, useFault, type FieldProps } from '@anyam/admin-kit/form';
import { TextInput, type Option } from '@anyam/admin-kit/inputs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { Meeting } from './parts/api.ts';

const texts = defineTexts({
  pick: { id: 'Pilih', en: 'Choose' },
  percent: { id: 'Persen', en: 'Per cent' },
  percentHint: { id: 'Misalnya 5 atau 2,5.', en: 'For example 5 or 2.5.' },
  loan: { id: 'Pinjaman', en: 'Loan' },
});
/** Where the content of the decision stands in the form's values. */
export const C = 'decided.content';

/** Per cent as a person types it, two places at most; the value is basis points. */
export function PercentField({ name, label, hint }: FieldProps) {
  const t = useText(texts);
  const { field } = useController({ name });
  const bps = field.value as number | undefined;
  const [typed, setTyped] = useState(bps === undefined ? '' : String(bps / 100).replace('.', ','));
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint ?? texts.percentHint} error={useFault(name)}>
      {(c) => (
        <span className="affix short">
          <input
            {...c} className="ctl num" inputMode="decimal" autoComplete="off" value={typed} onBlur={field.onBlur}
            onChange={(e) => {
              setTyped(e.target.value);
              const text = e.target.value.trim().replace(',', '.');
              field.onChange(/^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined);
            }}
          />
          <span className="affix-unit">{t('percent').toLowerCase()}</span>
        </span>
      )}
    </FieldFrame>
  );
}

/** A text that is null when empty. */
export function BlankField({ name, label, hint }: FieldProps) {
  const { field } = useController({ name });
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional error={useFault(name)}>
      {(c) => <TextInput {...c} className="medium" autoComplete="off" value={(field.value as string | null) ?? ''} onBlur={field.onBlur} onChange={(e) => field.onChange(e.target.value || null)} />}
    </FieldFrame>
  );
}

/** Which loan, and with it whose: the borrower is taken from the loan. */
export function LoanField({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const form = useFormContext();
  const { field } = useController({ name: `${C}.loanId` });
  const loans = m.choices.loan ?? [];
  return (
    <FieldFrame id={fieldId(`${C}.loanId`)} label={texts.loan} error={useFault(`${C}.loanId`)}>
      {(c) => (
        <select
          {...c} className="ctl select" value={field.value as string}
          onChange={(e) => {
            field.onChange(e.target.value);
            form.setValue(`${C}.memberId`, loans.find((l) => l.id === e.target.value)?.memberId ?? '', { shouldDirty: true });
          }}
        >
          <option value="">{t('pick')}</option>
          {loans.map((l) => <option key={l.id} value={l.id}>{[l.label, l.hint].filter(Boolean).join(' · ')}</option>)}
        </select>
      )}
    </FieldFrame>
  );
}

/** A choice that changes which other fields there are. */
export function Switch({ label, value, options, onChange }: { readonly label: FieldProps['label']; readonly value: string; readonly options: readonly Option[]; readonly onChange: (value: string) => void }) {
  const id = `decision-${options.map((o) => o.value).join('-')}`;
  return (
    <FieldFrame id={id} label={label}>
      {(c) => (
        <select {...c} className="ctl select" value={value} onChange={(e) => onChange(e.target.value)}>
          {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
        </select>
      )}
    </FieldFrame>
  );
}
