import { fill, type Bilingual, type Language, type TextParams } from './text.ts';

/** How the edge answers: a status for HTTP and tRPC, chosen by meaning and not by number. */
export type ErrorKind = 'invalid' | 'forbidden' | 'notFound' | 'conflict' | 'tooMany' | 'unavailable';

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** Says what is wrong and what to do next; `{name}` places are filled from the error's params. */
  readonly text: Bilingual;
}

/**
 * The one error that edges throw. The sentence comes from the definition of its code,
 * so a code without words in both languages does not compile.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly text: Bilingual;
  readonly params: TextParams;

  constructor(code: string, definition: ErrorDefinition, params: TextParams = {}) {
    super(`${code}: ${fill(definition.text.en, params)}`);
    this.name = 'DomainError';
    this.code = code;
    this.kind = definition.kind;
    this.text = definition.text;
    this.params = params;
  }

  say(language: Language): string {
    return fill(this.text[language], this.params);
  }
}

/**
 * Makes a family of errors from a table of definitions.
 * `const fail = errorFamily({ GROUP_NOT_FOUND: {...} }); throw fail('GROUP_NOT_FOUND');`
 */
export function errorFamily<const T extends Record<string, ErrorDefinition>>(definitions: T) {
  return (code: keyof T & string, params?: TextParams): DomainError =>
    new DomainError(code, definitions[code] as ErrorDefinition, params);
}
