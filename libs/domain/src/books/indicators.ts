import { daysBetween, sum, type Bilingual, type IsoDate } from '../kernel/index.ts';
import { groupBy } from './group-by.ts';

/** A share in whole percent, half rounded up; null when the whole is zero, because then there is nothing to say. Both >= 0. */
export const percentOf = (part: bigint, whole: bigint): number | null => (whole === 0n ? null : Number((part * 200n + whole) / (whole * 2n)));

/** Turnover, rupiah: amounts at which buyers accepted goods, less what disputes took off. */
export const turnover = (sales: readonly { readonly accepted: bigint; readonly reduced: bigint }[]): bigint => sum(sales.map((s) => s.accepted - s.reduced));

/** Margin, rupiah and whole percent of turnover (rounded towards zero): turnover less material and other costs. */
export function margin(of: { readonly turnover: bigint; readonly material: bigint; readonly costs: bigint }): { amount: bigint; percent: number | null } {
  const amount = of.turnover - of.material - of.costs;
  return { amount, percent: of.turnover === 0n ? null : Number((amount * 100n) / of.turnover) };
}

/** Members with income: persons who got more than nothing of the proceeds; one with several shares counts once. */
export const membersWithIncome = (shares: readonly { readonly memberId: string; readonly gross: bigint }[]): number =>
  new Set(shares.filter((s) => s.gross > 0n).map((s) => s.memberId)).size;

/** IKS paid of agreed, whole percent: what members paid against what they owed by the decision on the rate. Above 100 when more was paid. */
export const iksPaidOfAgreed = (iks: { readonly paid: bigint; readonly agreed: bigint }): number | null => percentOf(iks.paid, iks.agreed);

/** Arrears, rupiah: principal that fell due and was not repaid; and its share in whole percent of all principal still out. */
export function arrears(
  loans: readonly { readonly fallenDue: bigint; readonly repaid: bigint; readonly outstanding: bigint }[],
): { amount: bigint; percent: number | null } {
  const amount = sum(loans.map((l) => (l.fallenDue > l.repaid ? l.fallenDue - l.repaid : 0n)));
  return { amount, percent: percentOf(amount, sum(loans.map((l) => l.outstanding))) };
}

/** Buyers: how many parties bought, and the one with most of the turnover, in whole percent (rule 41). Ties go to the first by id. */
export function buyers(
  sales: readonly { readonly partyId: string; readonly amount: bigint }[],
): { count: number; largest: { partyId: string; percent: number } | null } {
  const byParty = [...groupBy(sales, (s) => s.partyId)].map(([partyId, own]) => ({ partyId, amount: sum(own.map((s) => s.amount)) }))
    .filter((p) => p.amount > 0n)
    .sort((a, b) => (a.amount !== b.amount ? (a.amount > b.amount ? -1 : 1) : a.partyId < b.partyId ? -1 : 1));
  const [first] = byParty;
  if (!first) return { count: 0, largest: null };
  return { count: byParty.length, largest: { partyId: first.partyId, percent: percentOf(first.amount, sum(byParty.map((p) => p.amount))) as number } };
}

/** Stock age, whole days: mean of unsold goods by quantity in base units (rounded down), and the oldest; null without stock. */
export function stockAge(
  lots: readonly { readonly since: IsoDate; readonly quantity: number }[], today: IsoDate,
): { meanDays: number; oldestDays: number } | null {
  const held = lots.filter((l) => l.quantity > 0).map((l) => ({ days: daysBetween(l.since, today), quantity: BigInt(l.quantity) }));
  if (held.length === 0) return null;
  const meanDays = Number(sum(held.map((l) => BigInt(l.days) * l.quantity)) / sum(held.map((l) => l.quantity)));
  return { meanDays, oldestDays: Math.max(...held.map((l) => l.days)) };
}

/** The definition that a screen shows beside the figure. */
export const INDICATORS = {
  turnover: {
    id: 'Omzet: nilai barang yang diterima pembeli, dikurangi potongan sengketa.',
    en: 'Turnover: value of goods accepted by buyers, less reductions in disputes.',
  },
  margin: {
    id: 'Marjin: omzet dikurangi bahan dan biaya lain.',
    en: 'Margin: turnover less material and other costs.',
  },
  membersWithIncome: {
    id: 'Anggota berpenghasilan: anggota yang mendapat bagian hasil pada masa itu.',
    en: 'Members with income: members who got a share of proceeds in the period.',
  },
  iksPaidOfAgreed: {
    id: 'IKS terbayar: iuran yang dibayar dibanding yang disepakati.',
    en: 'IKS paid: contributions paid against those agreed.',
  },
  arrears: {
    id: 'Tunggakan: pokok yang jatuh tempo belum dibayar, dan bagiannya dari sisa pinjaman.',
    en: 'Arrears: principal due and not paid, and its share of loans outstanding.',
  },
  buyers: {
    id: 'Pembeli: jumlah pembeli, dan bagian pembeli terbesar dari omzet.',
    en: 'Buyers: their number, and the share of the largest in turnover.',
  },
  stockAge: {
    id: 'Umur stok: rata-rata hari barang belum terjual, menurut jumlahnya.',
    en: 'Stock age: mean days that goods have been unsold, by quantity.',
  },
} as const satisfies Record<string, Bilingual>;
export type Indicator = keyof typeof INDICATORS;
