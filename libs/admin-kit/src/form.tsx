import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { FormProvider, get, useForm as useHookForm, useFormContext, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { readApiError } from './internal/api-error.ts';
import { flattenFaults, sayMessage, SPLIT, takeSchema, zodResolver, type FlatFault, type SchemaSource } from './internal/zod-resolver.ts';
import { Button, type ButtonProps } from './button.tsx';
import { defineTexts, useLanguage, useSay, useText, type Bilingual } from './text.tsx';

export { useFieldArray, useWatch } from 'react-hook-form';

const texts = defineTexts({
  summary: { id: 'Ada {n} hal yang perlu diperbaiki', en: 'There are {n} things to mend' },
  summaryNone: { id: 'Belum tersimpan', en: 'Not saved' },
  prefix: { id: 'Kesalahan: ', en: 'Error: ' },
  optional: { id: 'boleh kosong', en: 'optional' },
});

export type FormApi<In extends FieldValues, Out = In> = UseFormReturn<In, unknown, Out>;

/**
 * A form judged by a schema of its contract: on leaving a field, then at once while it is wrong. The server judges again.
 * Give the schema as `() => import('../contract/group.schema.ts').then((m) => m.createGroup)`: it and zod (35 kB) then come
 * with the first touch of the form instead of with the page.
 */
export function useForm<In extends FieldValues, Out>(schema: SchemaSource<Out, In>, defaultValues: DefaultValues<In>): FormApi<In, Out> {
  const source = useRef(schema);
  source.current = schema;
  useEffect(() => {
    const fetchAhead = () => void takeSchema(source.current).catch(() => undefined);
    const once = { once: true, capture: true };
    for (const event of ['focusin', 'pointerdown']) document.addEventListener(event, fetchAhead, once);
    return () => {
      for (const event of ['focusin', 'pointerdown']) document.removeEventListener(event, fetchAhead, once);
    };
  }, []);
  return useHookForm<In, unknown, Out>({ resolver: zodResolver<In, Out>(schema), defaultValues, mode: 'onTouched', shouldFocusError: false });
}

export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

export interface FormProps<In extends FieldValues, Out> {
  readonly form: FormApi<In, Out>;
  /** What it throws is shown on top; `fields` of an API error land beside their fields. */
  readonly onSubmit: (values: Out) => Promise<unknown> | unknown;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Form<In extends FieldValues, Out>({ form, onSubmit, children, className }: FormProps<In, Out>) {
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const send = form.handleSubmit(
    async (values) => {
      try {
        await onSubmit(values);
      } catch (error) {
        const read = readApiError(error);
        for (const f of read.fields ?? []) form.setError(f.path as Path<In>, { type: 'server', message: `${f.text.id}${SPLIT}${f.text.en}` });
        setFailure(error);
        setAttempt((n) => n + 1);
      }
    },
    () => setAttempt((n) => n + 1),
  );
  const submit = (event: FormEvent) => {
    event.stopPropagation();
    setFailure(null);
    void send(event);
  };
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className={className ? `form ${className}` : 'form'}>
        <ErrorSummary attempt={attempt} failure={failure} />
        {children}
      </form>
    </FormProvider>
  );
}

/** On top even for one fault; focus moves to it, each line leads to its field with the same words as beside it. */
function ErrorSummary({ attempt, failure }: { readonly attempt: number; readonly failure: unknown }) {
  const { formState } = useFormContext();
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const faults = attempt > 0 ? inOrder(flattenFaults(formState.errors)) : [];
  const shown = faults.length > 0 || Boolean(failure);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  useEffect(() => {
    if (!shown) return;
    const plain = document.title;
    document.title = t('prefix') + plain;
    return () => void (document.title = plain);
  }, [shown, t]);
  if (!shown) return null;
  const read = failure ? readApiError(failure) : null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{faults.length > 0 ? t('summary', { n: faults.length }) : t('summaryNone')}</h2>
      {read && <p>{say(read.text, read.params)}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((f) => (
            <li key={f.path}>
              <a
                href={`#${fieldId(f.path)}`}
                onClick={(e) => {
                  const field = document.getElementById(fieldId(f.path));
                  if (!field) return;
                  e.preventDefault();
                  field.scrollIntoView({ block: 'center' });
                  field.focus();
                }}
              >
                {[labelOf(f.path), sayMessage(f.message, language)].filter(Boolean).join(': ')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Faults as their fields stand on the page; one without a field goes last. */
function inOrder(faults: readonly FlatFault[]): readonly FlatFault[] {
  const at = new Map([...document.querySelectorAll('[id^="f-"]')].map((node, i) => [node.id, i]));
  const place = (f: FlatFault) => at.get(fieldId(f.path)) ?? Number.MAX_SAFE_INTEGER;
  return [...faults].sort((a, b) => place(a) - place(b));
}

const labelOf = (path: string): string | undefined => document.getElementById(fieldId(path))?.closest<HTMLElement>('[data-label]')?.dataset['label'];

export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldFrameProps {
  readonly id: string;
  readonly label: Bilingual | string;
  readonly hint?: Bilingual | string | undefined;
  readonly optional?: boolean | undefined;
  readonly error?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label, hint, fault and control, tied together. Use it for controls of your own; the ready fields use it already. */
export function FieldFrame({ id, label, hint, optional, error, children }: FieldFrameProps) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field wrong' : 'field'} data-label={say(label)}>
      <label htmlFor={id}>
        {say(label)} {optional && <span className="muted optional">({t('optional')})</span>}
      </label>
      {hint && <div className="hint" id={`${id}-hint`}>{say(hint)}</div>}
      {error && <div className="field-error" id={`${id}-error`}>{sayMessage(error, language)}</div>}
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': described })}
    </div>
  );
}

export interface FieldProps {
  /** Path in the form's values: `name`, `lines.0.amount`. */
  readonly name: string;
  readonly label: Bilingual | string;
  readonly hint?: Bilingual | string;
  readonly optional?: boolean;
}

/** The fault of a field of the form around it. */
export function useFault(name: string): string | undefined {
  const { formState } = useFormContext();
  return (get(formState.errors, name) as { message?: string } | undefined)?.message;
}

/** Buttons under a form; they stay in sight on a phone. */
export const FormActions = ({ children }: { readonly children: ReactNode }) => <div className="form-actions">{children}</div>;

export function SubmitButton({ children, ...rest }: Omit<ButtonProps, 'type'>) {
  const { formState } = useFormContext();
  return (
    <Button variant="primary" type="submit" busy={formState.isSubmitting} {...rest}>
      {children}
    </Button>
  );
}

/** Fields that belong together under a heading. */
export function FieldGroup({ title, children, columns }: { readonly title?: Bilingual | string; readonly children: ReactNode; readonly columns?: 2 }) {
  const say = useSay();
  return (
    <fieldset className={columns ? 'field-group two' : 'field-group'}>
      {title && <legend>{say(title)}</legend>}
      {children}
    </fieldset>
  );
}
