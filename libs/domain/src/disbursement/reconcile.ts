import type { Rupiah } from '../kernel/rupiah.ts';
import { nameSimilarity, plainName } from './names.ts';
import type { DecreedLine, PaymentLine, Sp2d, StatementLine } from './payment-list.ts';
import { casesOf, type ReconciliationCase } from './reconcile-cases.ts';

export type MatchResult = 'paid' | 'returned' | 'amountDiffers' | 'missing' | 'duplicate' | 'unknown';

/**
 * One outcome. `paid`, `returned`, `amountDiffers` and `missing` carry the payment line (and the statement lines that
 * settle it); `duplicate` and `unknown` carry one statement line, `duplicate` names the payment it repeats in `repeats`.
 */
export interface Match {
  readonly result: MatchResult;
  readonly payment: PaymentLine | null;
  readonly statement: readonly StatementLine[];
  readonly by: 'reference' | 'account' | 'name' | null;
  readonly repeats: string | null;
}

export interface DecreeMatch {
  readonly groupId: string;
  readonly result: 'same' | 'amountDiffers' | 'notOnSp2d' | 'notInDecree';
  readonly decreed: Rupiah | null;
  readonly onSp2d: Rupiah | null;
  readonly groupName: string;
}

export interface Reconciliation {
  /** Every payment line and every statement line stands in exactly one match. */
  readonly matches: readonly Match[];
  /** Every group of the decree and of the SP2D stands here once. */
  readonly decree: readonly DecreeMatch[];
  /** Paper total less sum of its lines, rupiah; zero when sound. */
  readonly sp2dDifference: bigint;
  readonly cases: readonly ReconciliationCase[];
}

type Route = 'reference' | 'account' | 'name';
interface Slot {
  readonly payment: PaymentLine;
  credit?: StatementLine;
  back?: StatementLine;
  by: Route | null;
}

/**
 * Matches decree (BNBA), SP2D and bank statement line by line (rule 25). A statement line finds its payment by reference,
 * else by account, else - only where the statement names no account - by the same amount and a name at least
 * `nameSimilarityPercent` alike that fits one payment alone. Total (never throws, any input) and deterministic: the order
 * of the inputs does not matter. Ids must be unique within each list.
 */
export function reconcile(bnba: readonly DecreedLine[], sp2d: Sp2d, statement: readonly StatementLine[], rules: { readonly nameSimilarityPercent: number }): Reconciliation {
  const slots: Slot[] = byId(sp2d.lines).map((payment) => ({ payment, by: null }));
  const extra: Match[] = [];
  for (const kind of ['credit', 'return'] as const) assign(slots, byId(statement.filter((s) => s.kind === kind)), kind === 'credit' ? 'credit' : 'back', rules.nameSimilarityPercent, extra);
  const matches = [...slots.map(settle), ...extra.sort((a, b) => compare(a.statement[0]!.id, b.statement[0]!.id))];
  const decree = compareDecree(bnba, sp2d.lines);
  const sp2dDifference = sp2d.total - sp2d.lines.reduce((a, l) => a + l.amount, 0n);
  return { matches, decree, sp2dDifference, cases: casesOf(matches, decree, sp2d, sp2dDifference) };
}

type Test = (slot: Slot, line: StatementLine) => boolean;

/** Gives every line a free slot, the surest test over all lines first; what is left repeats a slot or is unknown. */
function assign(slots: readonly Slot[], lines: readonly StatementLine[], place: 'credit' | 'back', percent: number, extra: Match[]): void {
  const sameAmount: Test = (s, l) => s.payment.amount === l.amount;
  const reference: Test = (s, l) => sameReference(s.payment.reference, l.reference);
  const account: Test = (s, l) => sameAccount(s.payment.accountNo, l.accountNo);
  const alike: Test = (s, l) => digits(l.accountNo) === '' && sameAmount(s, l) && likeness(s, l) >= percent;
  const passes: readonly { readonly by: Route; readonly test: Test; readonly only?: boolean }[] = [
    { by: 'reference', test: (s, l) => reference(s, l) && sameAmount(s, l) },
    { by: 'reference', test: reference },
    { by: 'account', test: (s, l) => account(s, l) && sameAmount(s, l) },
    { by: 'account', test: account, only: true },
    { by: 'name', test: alike, only: true },
  ];
  let left = lines;
  for (const { by, test, only } of passes)
    left = left.filter((line) => {
      const free = slots.filter((s) => s[place] === undefined && test(s, line));
      const unsure = free.length > 1 && (only === true || isMasked(line.accountNo));
      const fitting = unsure ? free.filter((s) => likeness(s, line) >= percent) : free;
      const slot = fitting[0];
      if (!slot || (unsure && fitting.length > 1)) return true;
      slot[place] = line;
      slot.by ??= by;
      return false;
    });
  for (const line of left) {
    const repeated = slots.find((s) => s[place] !== undefined && (reference(s, line) || (account(s, line) && sameAmount(s, line)) || alike(s, line)));
    extra.push({ result: repeated ? 'duplicate' : 'unknown', payment: null, statement: [line], by: null, repeats: repeated?.payment.id ?? null });
  }
}

const likeness = (s: Slot, l: StatementLine): number => Math.max(nameSimilarity(s.payment.accountName, l.name), nameSimilarity(s.payment.groupName, l.name));

function settle({ payment, credit, back, by }: Slot): Match {
  const statement = [credit, back].filter((s) => s !== undefined);
  const result = (): MatchResult => {
    if (!credit && !back) return 'missing';
    if ((credit && credit.amount !== payment.amount) || (back && back.amount !== payment.amount)) return 'amountDiffers';
    return back ? 'returned' : 'paid';
  };
  return { result: result(), payment, statement, by, repeats: null };
}

function compareDecree(bnba: readonly DecreedLine[], lines: readonly PaymentLine[]): DecreeMatch[] {
  const total = <T extends { groupId: string; amount: Rupiah; groupName: string }>(items: readonly T[]) => {
    const map = new Map<string, { amount: bigint; name: string }>();
    for (const i of byId(items.map((x) => ({ ...x, id: `${x.groupId} ${x.groupName}` })))) map.set(i.groupId, { amount: (map.get(i.groupId)?.amount ?? 0n) + i.amount, name: map.get(i.groupId)?.name ?? i.groupName });
    return map;
  };
  const planned = total(bnba);
  const ordered = total(lines);
  return [...new Set([...planned.keys(), ...ordered.keys()])].sort(compare).map((groupId) => {
    const p = planned.get(groupId);
    const o = ordered.get(groupId);
    const result = !o ? 'notOnSp2d' : !p ? 'notInDecree' : p.amount === o.amount ? 'same' : 'amountDiffers';
    return { groupId, result, decreed: (p?.amount ?? null) as Rupiah | null, onSp2d: (o?.amount ?? null) as Rupiah | null, groupName: p?.name ?? o?.name ?? '' };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => compare(a.id, b.id));
const digits = (text: string): string => text.replace(/\D/g, '');

function sameReference(ours: string, theirs: string): boolean {
  const reference = plainName(ours).replaceAll(' ', '');
  return reference.length >= 4 && plainName(theirs).split(' ').some((word) => word === reference);
}

const isMasked = (account: string): boolean => /[*x]/i.test(account);

/** Equal digits, leading zeros aside; a number with hidden digits agrees when at least four at its end do. */
function sameAccount(ours: string, theirs: string): boolean {
  const [a, b] = [digits(ours), digits(theirs)];
  if (a === '' || b === '') return false;
  if (!isMasked(theirs)) return a.replace(/^0+/, '') === b.replace(/^0+/, '');
  const tail = digits(theirs.split(/[*x]+/i).at(-1) ?? '');
  return tail.length >= 4 && a.endsWith(tail);
}
