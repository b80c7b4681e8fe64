import type { Bilingual } from '../kernel/text.ts';

export interface AccountKindDefinition {
  readonly label: Bilingual;
  /** Only a contra account, the source of what a book may spend, goes below zero. */
  readonly mayBeNegative: boolean;
}

/**
 * The kinds of account of one sort of book. The aid money has one; a group's own books (cash, bank, savings, loans, ...)
 * are to get another. A database checks the same two columns: `kind`, `may_be_negative`.
 */
export type Chart<K extends string = string> = Readonly<Record<K, AccountKindDefinition>>;

/** An account as text, `book/kind/owner`: equal text is the same account, everywhere and without a lookup. */
export type AccountId = string & { readonly __unit: 'account' };

export interface AccountParts {
  readonly book: string;
  readonly kind: string;
  readonly owner: string;
}

/**
 * Names an account. `book` is what must balance by itself (for aid: the budget line), `owner` whose share it is.
 * Throws RangeError on an empty part or a `/` inside, because names are made by code and never typed by users.
 */
export function accountId<K extends string>(book: string, kind: K, owner: string): AccountId {
  if ([book, kind, owner].some((part) => part === '' || part.includes('/'))) throw new RangeError(`not an account: ${book} / ${kind} / ${owner}`);
  return `${book}/${kind}/${owner}` as AccountId;
}

export function accountParts(id: AccountId): AccountParts {
  const [book = '', kind = '', owner = ''] = id.split('/');
  return { book, kind, owner };
}
