import type { Deposit } from './api.ts';

export type Attended = 'present' | 'represented' | 'excused' | 'absent';

/** What was typed for one member and is not sent yet. */
export interface Typed {
  readonly attendance?: Attended | undefined;
  readonly representative?: string | undefined;
  readonly iks?: bigint | null | undefined;
  readonly voluntary?: bigint | null | undefined;
  /** By loan. */
  readonly loans?: Readonly<Record<string, bigint | null>> | undefined;
  readonly deposits?: readonly Deposit[] | undefined;
}
/** By member. */
export type Draft = Readonly<Record<string, Typed>>;

const loansOf = (t: Typed): readonly bigint[] => Object.values(t.loans ?? {}).flatMap((n) => (n ? [n] : []));
export const moneyOf = (t: Typed | undefined): bigint => (t ? (t.iks ?? 0n) + (t.voluntary ?? 0n) + loansOf(t).reduce((a, b) => a + b, 0n) : 0n);
const isEmpty = (t: Typed): boolean => t.attendance === undefined && moneyOf(t) === 0n && (t.deposits ?? []).length === 0;

/** What stands on the sheet so far, in rupiah, and how many pieces are accepted. */
export function sumsOf(draft: Draft) {
  const rows = Object.values(draft);
  const add = (pick: (t: Typed) => bigint) => rows.reduce((n, t) => n + pick(t), 0n);
  const iks = add((t) => t.iks ?? 0n);
  const voluntary = add((t) => t.voluntary ?? 0n);
  const instalment = add((t) => loansOf(t).reduce((a, b) => a + b, 0n));
  return {
    iks, voluntary, instalment, money: iks + voluntary + instalment, filled: rows.filter((t) => !isEmpty(t)).length,
    deposits: rows.reduce((n, t) => n + (t.deposits ?? []).length, 0),
  };
}

/** The rows to send: only those on which something stands. */
export const rowsOf = (draft: Draft) =>
  Object.entries(draft).filter(([, t]) => !isEmpty(t)).map(([memberId, t]) => ({
    memberId, attendance: t.attendance ?? null, representative: t.attendance === 'represented' ? (t.representative?.trim() || null) : null,
    iks: t.iks ?? 0n, voluntary: t.voluntary ?? 0n, deposits: [...(t.deposits ?? [])],
    instalments: Object.entries(t.loans ?? {}).flatMap(([loanId, amount]) => (amount ? [{ loanId, amount }] : [])),
  }));

/** A reload in the middle of a meeting loses nothing. */
const place = (meetingId: string): string => `anyam-sheet-${meetingId}`;
const MONEY = /^\d+n$/;

export function keepDraft(meetingId: string, draft: Draft): void {
  try {
    if (Object.values(draft).every(isEmpty)) sessionStorage.removeItem(place(meetingId));
    else sessionStorage.setItem(place(meetingId), JSON.stringify(draft, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)));
  } catch {
    // Without storage the sheet works all the same.
  }
}
export function readDraft(meetingId: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(place(meetingId)) ?? '{}', (_, v: unknown) => (typeof v === 'string' && MONEY.test(v) ? BigInt(v.slice(0, -1)) : v)) as Draft;
  } catch {
    return {};
  }
}
