import { useController, useFormContext } from 'react-hook-form';
import type { ComponentProps, ReactNode } from 'react';
import { sayMessage } from './internal/zod-resolver.ts';
import { Combobox, type ComboboxProps } from './combobox.tsx';
import { FieldFrame, fieldId, useFault, type FieldProps } from './form.tsx';
import { DateInput, MoneyInput, Select, TextInput, type Option } from './inputs.tsx';
import { useLanguage, useSay, type Bilingual } from './text.tsx';

/** Ready fields: inside a `Form`, named by their path in its values. */
export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly autoComplete?: string;
  readonly width?: 'short' | 'medium';
  readonly inputProps?: ComponentProps<'input'>;
}

export function TextField({ name, label, hint, optional, type = 'text', autoComplete = 'off', width, inputProps }: TextFieldProps) {
  const { register } = useFormContext();
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <TextInput {...inputProps} {...c} {...register(name)} type={type} autoComplete={autoComplete} className={width ?? ''} />}
    </FieldFrame>
  );
}

/** Digits that are no amount (NIK, account, number of members): text, so that no digit is lost; spaces and dots are taken out. */
export function NumberTextField({ name, label, hint, optional, width = 'medium' }: FieldProps & { readonly width?: 'short' | 'medium' }) {
  const { field } = useController({ name });
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <TextInput {...c} {...field} value={(field.value as string | null) ?? ''} inputMode="numeric" autoComplete="off" className={`num-text ${width}`} onChange={(e) => field.onChange(e.target.value.replace(/[\s.\u00a0]/g, ''))} />}
    </FieldFrame>
  );
}

/** A whole count that the schema wants as a number (`z.int()`); empty is null. */
export function CountField({ name, label, hint, optional, unit }: FieldProps & { readonly unit?: string }) {
  const { field } = useController({ name });
  const read = (text: string) => (text.trim() === '' ? null : /^\d{1,9}$/.test(text.replace(/[\s.]/g, '')) ? Number(text.replace(/[\s.]/g, '')) : text);
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => (
        <span className="affix short">
          <input {...c} {...field} value={String((field.value as number | string | null) ?? '')} className="ctl num" inputMode="numeric" autoComplete="off" onChange={(e) => field.onChange(read(e.target.value))} />
          {unit && <span className="affix-unit">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

export function MoneyField({ name, label, hint, optional, words }: FieldProps & { readonly words?: (value: bigint) => ReactNode }) {
  const { field } = useController({ name });
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <MoneyInput {...c} className="medium" value={(field.value as bigint | null | undefined) ?? null} onChange={field.onChange} onBlur={field.onBlur} name={name} {...(words ? { words } : {})} />}
    </FieldFrame>
  );
}

export function DateField({ name, label, hint, optional }: FieldProps) {
  const { field } = useController({ name });
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <DateInput {...c} className="medium" name={name} value={(field.value as string | null | undefined) ?? null} onChange={field.onChange} onBlur={field.onBlur} />}
    </FieldFrame>
  );
}

export function SelectField({ name, label, hint, optional, options, placeholder, width }: FieldProps & { readonly options: readonly Option[]; readonly placeholder?: string; readonly width?: 'short' | 'medium' }) {
  const { register } = useFormContext();
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <Select {...c} {...register(name)} options={options} placeholder={placeholder} className={width ?? ''} />}
    </FieldFrame>
  );
}

export function TextAreaField({ name, label, hint, optional, rows = 4 }: FieldProps & { readonly rows?: number }) {
  const { register } = useFormContext();
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <textarea {...c} {...register(name)} rows={rows} className="ctl" />}
    </FieldFrame>
  );
}

export function ComboboxField({ name, label, hint, optional, ...rest }: FieldProps & Omit<ComboboxProps, 'id' | 'value' | 'onChange' | 'label'>) {
  const { field } = useController({ name });
  const say = useSay();
  return (
    <FieldFrame id={fieldId(name)} label={label} hint={hint} optional={optional} error={useFault(name)}>
      {(c) => <Combobox {...rest} {...c} label={say(label)} value={(field.value as string | null | undefined) ?? null} onChange={(v) => field.onChange(v)} onBlur={field.onBlur} />}
    </FieldFrame>
  );
}

export function RadioField({ name, label, hint, optional, options, inline }: FieldProps & { readonly options: readonly Option[]; readonly inline?: boolean }) {
  const { register } = useFormContext();
  const say = useSay();
  const language = useLanguage();
  const error = useFault(name);
  const id = fieldId(name);
  return (
    <fieldset className={error ? 'field wrong' : 'field'} data-label={say(label)} aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}>
      <legend className="label">
        {say(label)} {optional && <span className="muted optional">({say({ id: 'boleh kosong', en: 'optional' })})</span>}
      </legend>
      {hint && <div className="hint" id={`${id}-hint`}>{say(hint)}</div>}
      {error && <div className="field-error" id={`${id}-error`}>{sayMessage(error, language)}</div>}
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((o, i) => (
          <label key={o.value} className="choice">
            <input type="radio" id={i === 0 ? id : `${id}-${o.value}`} value={o.value} {...register(name)} />
            <span>
              {o.label}
              {o.hint && <span className="hint">{o.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CheckboxField({ name, label, hint }: Omit<FieldProps, 'optional'>) {
  const { register } = useFormContext();
  const say = useSay();
  const language = useLanguage();
  const error = useFault(name);
  const id = fieldId(name);
  return (
    <div className={error ? 'field wrong' : 'field'} data-label={say(label)}>
      {error && <div className="field-error" id={`${id}-error`}>{sayMessage(error, language)}</div>}
      <label className="choice">
        <input type="checkbox" id={id} aria-invalid={Boolean(error)} aria-describedby={error ? `${id}-error` : undefined} {...register(name)} />
        <span>
          {say(label)}
          {hint && <span className="hint">{say(hint)}</span>}
        </span>
      </label>
    </div>
  );
}

/** Several of a few. */
export function CheckboxGroupField({ name, label, hint, options }: Omit<FieldProps, 'optional'> & { readonly options: readonly Option[] }) {
  const { field } = useController({ name });
  const chosen = (field.value as readonly string[] | undefined) ?? [];
  return (
    <CheckboxGroup
      label={label}
      {...(hint ? { hint } : {})}
      error={useFault(name)}
      id={fieldId(name)}
      options={options}
      value={chosen}
      onChange={field.onChange}
    />
  );
}

interface CheckboxGroupProps {
  readonly id: string;
  readonly label: Bilingual | string;
  readonly hint?: Bilingual | string;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

function CheckboxGroup({ id, label, hint, error, options, value, onChange }: CheckboxGroupProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <fieldset className={error ? 'field wrong' : 'field'} data-label={say(label)} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">{say(label)}</legend>
      {hint && <div className="hint">{say(hint)}</div>}
      {error && <div className="field-error" id={`${id}-error`}>{sayMessage(error, language)}</div>}
      <div className="choices">
        {options.map((o, i) => (
          <label key={o.value} className="choice">
            <input type="checkbox" id={i === 0 ? id : `${id}-${o.value}`} checked={value.includes(o.value)} onChange={(e) => onChange(e.target.checked ? [...value, o.value] : value.filter((v) => v !== o.value))} />
            <span>{o.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
