import { Button } from '@anyam/admin-kit/button';
import { Combobox } from '@anyam/admin-kit/combobox';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, MoneyInput, Select, TextInput, type Option } from '@anyam/admin-kit/inputs';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState, type ReactNode } from 'react';
import { newKey, useRefresh } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({ ...words, missing: { id: 'Isi {what}.', en: 'Fill in: {what}.' }, short: { id: 'Tulis paling sedikit 5 huruf.', en: 'At least 5 letters.' } });

export type Value = string | number | bigint | null;
export type Values = Readonly<Record<string, Value>>;
export interface Ask {
  readonly name: string;
  readonly label: Bilingual;
  readonly kind: 'money' | 'date' | 'count' | 'text' | 'reason' | 'select' | 'search' | 'password';
  readonly hint?: Bilingual | string;
  readonly optional?: boolean;
  readonly options?: readonly Option[];
  readonly search?: (text: string) => Promise<readonly Option[]>;
  readonly words?: (amount: bigint) => ReactNode;
}

export interface AskDialogProps {
  readonly title: Bilingual | string;
  readonly asks: readonly Ask[];
  readonly start?: Values;
  readonly save?: Bilingual;
  readonly danger?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly onClose: () => void;
  /** What it throws is shown inside. The key names this dialog: pressed twice it is one step. */
  readonly onSave: (values: Values, key: string) => Promise<unknown>;
  readonly children?: (values: Values, set: (name: string, value: Value) => void) => ReactNode;
  /** Beyond empty fields: why it cannot be saved yet. */
  readonly fault?: (values: Values) => string | undefined;
}

/** A small form in a dialog: a few questions of plain kinds, and what stands with them. Mount it while it is open. */
export function AskDialog({ title, asks, start = {}, save = words.save, danger, size = 'sm', onClose, onSave, children, fault }: AskDialogProps) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [values, setValues] = useState<Values>(start);
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const set = (name: string, value: Value) => {
    setTouched(true);
    setValues((old) => ({ ...old, [name]: value }));
  };
  const wrong = (a: Ask): string | undefined => {
    const value = values[a.name] ?? null;
    if (value === null || value === '') return a.optional ? undefined : t('missing', { what: say(a.label).toLowerCase() });
    if (a.kind === 'count' && typeof value !== 'number') return t('missing', { what: say(a.label).toLowerCase() });
    if (a.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return t('missing', { what: say(a.label).toLowerCase() });
    return a.kind === 'reason' && String(value).trim().length < 5 ? t('short') : undefined;
  };
  const extra = tried ? fault?.(values) : undefined;
  const confirm = async () => {
    setTried(true);
    const first = asks.find(wrong);
    if (first) return document.getElementById(`${id}-${first.name}`)?.focus();
    if (fault?.(values)) return;
    setBusy(true);
    setFailure(null);
    try {
      await onSave(values, key);
      toast({ text: t('saved') });
      await refresh();
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open size={size} onClose={onClose} title={title} dirty={touched}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>{say(save)}</Button>
        </>
      }
    >
      <ErrorNotice error={failure} />
      {extra && <div className="field-error" role="alert">{extra}</div>}
      {asks.map((a) => (
        <FieldFrame key={a.name} id={`${id}-${a.name}`} label={a.label} hint={a.hint} optional={a.optional} error={tried ? wrong(a) : undefined}>
          {(c) => <Control ask={a} value={values[a.name] ?? null} onChange={(v) => set(a.name, v)} control={c} />}
        </FieldFrame>
      ))}
      {children?.(values, set)}
    </Dialog>
  );
}

function Control({ ask: a, value, onChange, control: c }: { readonly ask: Ask; readonly value: Value; readonly onChange: (value: Value) => void; readonly control: object }) {
  const t = useText(texts);
  const say = useSay();
  const text = value === null ? '' : String(value);
  switch (a.kind) {
    case 'money':
      return <MoneyInput {...c} className="medium" value={typeof value === 'bigint' ? value : null} onChange={onChange} {...(a.words ? { words: a.words } : {})} />;
    case 'date':
      return <DateInput {...c} value={value === null ? null : text} onChange={onChange} />;
    case 'count':
      return <TextInput {...c} className="short num" inputMode="numeric" autoComplete="off" value={text} onChange={(e) => onChange(/^\d{1,8}$/.test(e.target.value.trim()) ? Number(e.target.value) : e.target.value === '' ? null : e.target.value)} />;
    case 'select':
      return <Select {...c} value={text} placeholder={t('choose')} options={a.options ?? []} onChange={(e) => onChange(e.target.value || null)} />;
    case 'search':
      return <Combobox {...c} label={say(a.label)} value={value === null ? null : text} search={a.search ?? (() => [])} onChange={onChange} />;
    case 'reason':
      return <textarea {...c} className="ctl" rows={3} maxLength={1000} value={text} onChange={(e) => onChange(e.target.value)} />;
    default:
      return <TextInput {...c} type={a.kind === 'password' ? 'password' : 'text'} autoComplete={a.kind === 'password' ? 'new-password' : 'off'} maxLength={200} value={text} onChange={(e) => onChange(e.target.value)} />;
  }
}
