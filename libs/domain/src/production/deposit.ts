import { err, formatDate, ok, type Bilingual, type IsoDate, type Language, type Result } from '../kernel/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';
import type { LotCode } from './lot-code.ts';
import type { Lot } from './lot.ts';
import { gradeProblem, type Product } from './product.ts';
import { positiveProblem, sayQuantity, toBase, type Amount } from './quantity.ts';

export const REJECT_REASONS = ['wrongSize', 'loose', 'torn', 'dirty', 'damp', 'badColour', 'wrongGoods', 'other'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];
export const REJECT_REASON_LABEL: Readonly<Record<RejectReason, Bilingual>> = {
  wrongSize: { id: 'Ukuran tidak sesuai', en: 'Wrong size' },
  loose: { id: 'Anyaman atau jahitan kendur', en: 'Loose weave or seam' },
  torn: { id: 'Sobek atau rusak', en: 'Torn or broken' },
  dirty: { id: 'Kotor', en: 'Dirty' },
  damp: { id: 'Lembap atau berjamur', en: 'Damp or mouldy' },
  badColour: { id: 'Warna tidak sesuai', en: 'Wrong colour' },
  wrongGoods: { id: 'Bukan barang yang diminta', en: 'Not the goods asked for' },
  other: { id: 'Lainnya', en: 'Other' },
};

/** As written at the meeting, in any units of the product. One deposit is of one grade; other grades are deposits of their own. */
export interface DepositEntry {
  readonly id: string;
  readonly memberId: string;
  readonly grade: string;
  readonly on: IsoDate;
  readonly handedIn: readonly Amount[];
  readonly accepted: readonly Amount[];
  readonly rejected: readonly { readonly amounts: readonly Amount[]; readonly reason: RejectReason; readonly note?: string }[];
}

/** In base units: accepted and rejected sum to what was handed in. */
export interface Deposit {
  readonly id: string;
  readonly memberId: string;
  readonly productId: string;
  readonly grade: string;
  readonly on: IsoDate;
  readonly handedIn: number;
  readonly accepted: number;
  readonly rejected: readonly { readonly quantity: number; readonly reason: RejectReason; readonly note?: string }[];
}

/**
 * Checks a deposit and brings it to base units (rule 40: accepted <= handed in). All three figures are typed and must agree
 * (DEPOSIT_NOT_EVEN), because a rejection that is only a remainder hides a miscount. Every problem is named.
 */
export function makeDeposit(product: Product, entry: DepositEntry, today: IsoDate): Result<Deposit, readonly ProductionProblem[]> {
  const found: ProductionProblem[] = [];
  const base = (amounts: readonly Amount[]): number => {
    const r = toBase(product, amounts);
    if (!r.ok) found.push(r.error);
    return r.ok ? r.value : 0;
  };
  const handedIn = base(entry.handedIn);
  const accepted = base(entry.accepted);
  const rejected = entry.rejected.map(({ amounts, reason, note = '' }) =>
    ({ quantity: base(amounts), reason, ...(note.trim() === '' ? {} : { note: note.trim() }) }));
  const back = rejected.reduce((total, r) => total + r.quantity, 0);
  if (found.length === 0) {
    const wrong = [handedIn, ...rejected.map((r) => r.quantity)].map(positiveProblem).find((p) => p !== null);
    const say = (n: number) => sayQuantity(product, n, 'id');
    if (wrong) found.push(wrong);
    else if (accepted + back !== handedIn) {
      found.push(productionProblem('DEPOSIT_NOT_EVEN', { handedIn: say(handedIn), accepted: say(accepted), rejected: say(back) }));
    }
  }
  const grade = gradeProblem(product, entry.grade);
  if (grade) found.push(grade);
  if (rejected.some((r) => r.reason === 'other' && r.note === undefined)) found.push(productionProblem('REJECT_NOTE_MISSING'));
  if (entry.on > today) found.push(productionProblem('DAY_IN_FUTURE', { on: entry.on }));
  const { id, memberId, on } = entry;
  return found.length > 0 ? err(found) : ok({ id, memberId, productId: product.id, grade: entry.grade, on, handedIn, accepted, rejected });
}

/** The lot of what was accepted, all of it available; null when everything was rejected. `id` and `code` come from the edge. */
export function lotOf(deposit: Deposit, given: { readonly id: string; readonly code: LotCode }): Lot | null {
  if (deposit.accepted === 0) return null;
  const { memberId, productId, grade, on, accepted } = deposit;
  return { ...given, memberId, productId, grade, on, accepted, reserved: new Map(), sold: new Map(), withdrawn: 0 };
}

/** A line of a slip: a label and what stands behind it. */
export interface SlipLine {
  readonly label: string;
  readonly text: string;
}

const SLIP_LABEL = {
  member: { id: 'Anggota', en: 'Member' },
  on: { id: 'Tanggal', en: 'Date' },
  product: { id: 'Barang', en: 'Goods' },
  handedIn: { id: 'Disetor', en: 'Handed in' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
} as const satisfies Record<string, Bilingual>;

/** What the printed slip says, line by line. The lot code is printed large above it; a deposit wholly rejected has none. */
export function slipLines(about: { readonly deposit: Deposit; readonly product: Product; readonly memberName: string }, language: Language): SlipLine[] {
  const { deposit, product, memberName } = about;
  const say = (n: number) => sayQuantity(product, n, language);
  const line = (label: keyof typeof SLIP_LABEL, text: string): SlipLine => ({ label: SLIP_LABEL[label][language], text });
  return [
    line('member', memberName),
    line('on', formatDate(deposit.on, language)),
    line('product', `${product.name}, ${deposit.grade}`),
    line('handedIn', say(deposit.handedIn)),
    line('accepted', say(deposit.accepted)),
    ...deposit.rejected.map((r) => line('rejected', `${say(r.quantity)}: ${REJECT_REASON_LABEL[r.reason][language]}${r.note ? ` (${r.note})` : ''}`)),
  ];
}
