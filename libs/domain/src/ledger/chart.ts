import type { Bilingual } from '../kernel/text.ts';

export interface AccountKindDefinition {
  readonly label: Bilingual;
  /** Below zero goes only what stands for a source: a contra account, what is owed, a fund. */
  readonly mayBeNegative: boolean;
  /** `false` for such a source when no more may be taken back than it gave: a debt is not paid twice, a fund not overdrawn. */
  readonly mayBePositive?: false;
}

/**
 * The kinds of account of one sort of book: the aid money has one, a group's own books (`books/group-chart.ts`) another.
 * A database checks the same: floor and ceiling by `kind`.
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
