import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { ZodType } from 'zod';
import type { Language } from '@anyam/domain/kernel';

/** What a sentence needs of an issue; zod's own type is a wide union. */
interface Issue {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
}

/** A schema writes both languages into one message: `Indonesian || English`. One without the mark stands for both. */
export const SPLIT = ' || ';
export function sayMessage(message: string, language: Language): string {
  const [id = message, en = id] = message.split(/ \|\| |\u001f/);
  return language === 'en' ? en : id;
}

const both = (id: string, en: string) => `${id}${SPLIT}${en}`;

/** Sentences for what a schema says without words of its own. */
export function plainSentence(issue: Issue): string {
  const empty = issue.input === undefined || issue.input === null || issue.input === '';
  if (empty) return both('Wajib diisi.', 'This must be filled in.');
  const text = issue.origin === 'string';
  const list = issue.origin === 'array' || issue.origin === 'set';
  switch (issue.code) {
    case 'too_small':
      if (text) return both(`Paling sedikit ${issue.minimum} huruf atau angka.`, `At least ${issue.minimum} characters.`);
      if (list) return both(`Pilih paling sedikit ${issue.minimum}.`, `Choose at least ${issue.minimum}.`);
      return both(`Paling sedikit ${group(issue.minimum)}.`, `At least ${group(issue.minimum)}.`);
    case 'too_big':
      if (text) return both(`Paling banyak ${issue.maximum} huruf atau angka.`, `At most ${issue.maximum} characters.`);
      if (list) return both(`Pilih paling banyak ${issue.maximum}.`, `Choose at most ${issue.maximum}.`);
      return both(`Paling banyak ${group(issue.maximum)}.`, `At most ${group(issue.maximum)}.`);
    case 'invalid_value':
      return both('Pilih salah satu.', 'Choose one.');
    default:
      return both('Isian ini tidak dapat dibaca. Periksa penulisannya.', 'This cannot be read. Check how it is written.');
  }
}

const group = (n: unknown) => (typeof n === 'number' || typeof n === 'bigint' ? n.toLocaleString('id-ID') : '');

export type SchemaSource<Out, In> = ZodType<Out, In> | (() => Promise<ZodType<Out, In>>);

export const takeSchema = <Out, In>(source: SchemaSource<Out, In>): Promise<ZodType<Out, In>> => (typeof source === 'function' ? source() : Promise.resolve(source));

export function zodResolver<In extends FieldValues, Out>(source: SchemaSource<Out, In>): Resolver<In, unknown, Out> {
  return async (values) => {
    const schema = await takeSchema(source);
    const result = await schema.safeParseAsync(values, { error: (issue) => plainSentence(issue) });
    if (result.success) return { values: result.data, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const issue of result.error.issues) place(errors, issue.path, { type: issue.code ?? 'schema', message: issue.message });
    return { values: {}, errors: errors as FieldErrors<In> };
  };
}

/** The first fault of a field is the one shown. */
function place(tree: Record<string, unknown>, path: readonly PropertyKey[], fault: { type: string; message: string | undefined }): void {
  const keys = path.length > 0 ? path.map(String) : ['root'];
  let at = tree;
  for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
  const last = keys.at(-1)!;
  const there = at[last] as { type?: unknown } | undefined;
  if (typeof there?.type !== 'string') at[last] = { ...there, ...fault };
}

export interface FlatFault {
  readonly path: string;
  readonly message: string;
}

/** Faults of a form as a list, in the order of its fields. */
export function flattenFaults(errors: object, prefix = ''): FlatFault[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null || key === 'ref') return [];
    const path = prefix ? `${prefix}.${key}` : key;
    const own = 'message' in value && typeof value.message === 'string' && value.message ? [{ path, message: value.message }] : [];
    const isLeaf = 'type' in value && typeof value.type === 'string';
    return isLeaf ? own : [...own, ...flattenFaults(value, path)];
  });
}
