import { formatRupiah } from '../kernel/rupiah.ts';
import type { Bilingual, TextParams } from '../kernel/text.ts';
import type { Sp2d } from './payment-list.ts';
import type { DecreeMatch, Match } from './reconcile.ts';

export type ReconciliationCaseKind = 'returned' | 'amountDiffers' | 'missing' | 'duplicate' | 'unknown' | 'decreeAmountDiffers' | 'notOnSp2d' | 'notInDecree' | 'sp2dTotalDiffers';

/** A difference that somebody has to settle. `key` is the same for the same difference, so that matching again opens no second case. */
export interface ReconciliationCase {
  readonly key: string;
  readonly kind: ReconciliationCaseKind;
  readonly text: Bilingual;
  readonly suggestion: Bilingual;
  readonly params: TextParams;
  readonly groupId: string | null;
  readonly paymentId: string | null;
  readonly statementIds: readonly string[];
}

const WORDS: Readonly<Record<ReconciliationCaseKind, { readonly text: Bilingual; readonly suggestion: Bilingual }>> = {
  returned: {
    text: { id: 'Dana {expected} untuk {name} dikembalikan bank.', en: '{expected} for {name} was sent back by the bank.' },
    suggestion: { id: 'Tanyakan alasannya ke bank, betulkan rekening kelompok, lalu rencanakan ulang tahapnya.', en: "Ask the bank why, correct the group's account, then plan the tranche again." },
  },
  amountDiffers: {
    text: { id: 'Untuk {name}, daftar bayar {expected} sedangkan rekening koran {found}.', en: 'For {name} the payment list says {expected} but the statement {found}.' },
    suggestion: { id: 'Minta penjelasan bank (biaya potong atau salah jumlah) dan catat kekurangan atau pengembaliannya.', en: 'Ask the bank (a charge or a wrong amount) and record what is made up or returned.' },
  },
  missing: {
    text: { id: 'Pembayaran {expected} untuk {name} tidak ada di rekening koran.', en: 'The payment of {expected} to {name} is not on the statement.' },
    suggestion: { id: 'Periksa apakah rekening korannya lengkap; bila lengkap, tanyakan ke bank.', en: 'See whether the statement is complete; if so, ask the bank.' },
  },
  duplicate: {
    text: { id: 'Rekening koran memuat {found} untuk {name} lebih dari sekali.', en: 'The statement shows {found} for {name} more than once.' },
    suggestion: { id: 'Minta bank membatalkan yang kedua, atau jelaskan bila memang dibayar ulang.', en: 'Have the bank take the second one back, or explain it if it was paid anew.' },
  },
  unknown: {
    text: { id: 'Baris rekening koran {found} atas nama {name} tidak ada di daftar bayar.', en: 'The statement line of {found} to {name} is not on the payment list.' },
    suggestion: { id: 'Bila milik salah satu kelompok, cocokkan dengan tangan; bila bukan, tandai sebagai transaksi lain dengan keterangan.', en: 'If it belongs to a group match it by hand; if not, mark it as another transaction with a note.' },
  },
  decreeAmountDiffers: {
    text: { id: 'Untuk {name}, SK menetapkan {expected} sedangkan SP2D {found}.', en: 'For {name} the decree says {expected} but the SP2D {found}.' },
    suggestion: { id: 'Betulkan SP2D atau terbitkan perubahan SK.', en: 'Correct the SP2D or issue a change of the decree.' },
  },
  notOnSp2d: {
    text: { id: '{name} ada di SK ({expected}) tetapi tidak di SP2D.', en: '{name} is in the decree ({expected}) but not on the SP2D.' },
    suggestion: { id: 'Masukkan ke batch berikutnya, atau jelaskan mengapa tidak dibayar.', en: 'Put it into the next batch, or explain why it is not paid.' },
  },
  notInDecree: {
    text: { id: '{name} ada di SP2D ({found}) tetapi tidak di SK.', en: '{name} is on the SP2D ({found}) but not in the decree.' },
    suggestion: { id: 'Hentikan pembayarannya dan periksa dasar penetapannya.', en: 'Stop the payment and look for what it rests on.' },
  },
  sp2dTotalDiffers: {
    text: { id: 'SP2D {name} tertulis {expected}, sedangkan jumlah daftarnya {found}.', en: 'SP2D {name} says {expected} but its list adds up to {found}.' },
    suggestion: { id: 'Cocokkan lampiran SP2D dengan daftar bayar.', en: 'Compare the annex of the SP2D with the payment list.' },
  },
};

/** The open cases of a reconciliation, in the order of its matches. */
export function casesOf(matches: readonly Match[], decree: readonly DecreeMatch[], sp2d: Sp2d, sp2dDifference: bigint): ReconciliationCase[] {
  const rupiah = (amount: bigint | null | undefined) => formatRupiah(amount ?? 0n);
  const make = (kind: ReconciliationCaseKind, subject: string, params: TextParams, more: Partial<ReconciliationCase>): ReconciliationCase =>
    ({ key: `${kind}:${subject}`, kind, ...WORDS[kind], params, groupId: null, paymentId: null, statementIds: [], ...more });
  const nameOf = new Map(matches.flatMap((m) => (m.payment ? [[m.payment.id, m.payment] as const] : [])));

  const fromBank = matches.flatMap((m) => {
    if (m.result === 'paid') return [];
    const payment = m.payment ?? nameOf.get(m.repeats ?? '') ?? null;
    // What is wrong about the amount may be the credit or the return; name the one that differs.
    const line = m.statement.find((s) => s.amount !== m.payment?.amount) ?? m.statement[0];
    const params = { name: payment?.groupName ?? line?.name ?? '', expected: rupiah(payment?.amount), found: rupiah(line?.amount) };
    return [make(m.result, m.payment?.id ?? line?.id ?? '', params, { groupId: payment?.groupId ?? null, paymentId: payment?.id ?? null, statementIds: m.statement.map((s) => s.id) })];
  });
  const fromDecree = decree.flatMap((d) => {
    if (d.result === 'same') return [];
    const kind = d.result === 'amountDiffers' ? 'decreeAmountDiffers' : d.result;
    return [make(kind, d.groupId, { name: d.groupName, expected: rupiah(d.decreed), found: rupiah(d.onSp2d) }, { groupId: d.groupId })];
  });
  const total = sp2dDifference === 0n ? [] : [make('sp2dTotalDiffers', sp2d.number, { name: sp2d.number, expected: rupiah(sp2d.total), found: rupiah(sp2d.total - sp2dDifference) }, {})];
  return [...total, ...fromDecree, ...fromBank];
}

/** True when nothing is open: decree, SP2D and statement say the same. */
export const isReconciled = (r: { readonly cases: readonly ReconciliationCase[] }): boolean => r.cases.length === 0;
