import type { HistoryEntry, Separation } from '../kernel/flow.ts';
import type { Bilingual } from '../kernel/text.ts';

const keep = (action: string, notSameAs: readonly string[], id: string, en: string): Separation => ({ action, notSameAs, text: { id, en } satisfies Bilingual });

const PROPOSED = ['proposal.submit', 'proposal.resubmit'];
const VERIFIED = ['proposal.passPapers', 'proposal.passField'];
const PAID = ['batch.recordPaymentRequest', 'batch.recordPaymentOrder', 'batch.recordSp2d', 'batch.send'];
const WRITTEN = ['lpj.start', 'lpj.submit', 'lpj.resubmit'];

/**
 * Who must be somebody else, over the whole way of a batch from proposal to accepted LPJ (rules 21, 23, 27, 33; "four eyes"
 * is an assumption where no rule is cited). The five steps propose, verify, approve, authorise and pay are pairwise apart,
 * so five people touch every batch. Roles alone would not do: one person may hold two of them.
 */
export const SEPARATIONS: readonly Separation[] = [
  ...['proposal.passPapers', 'proposal.passField'].map((a) =>
    keep(a, PROPOSED, 'Anda yang mengajukan usulan ini, jadi verifikasinya harus oleh petugas lain.', 'You handed this proposal in, so somebody else must verify it.')),
  ...PROPOSED.map((a) =>
    keep(a, VERIFIED, 'Anda sudah memverifikasi usulan ini, jadi pengajuan kembali harus oleh operator lain.', 'You verified this proposal, so another operator must hand it in again.')),
  keep('proposal.decree', [...PROPOSED, ...VERIFIED], 'Anda ikut mengajukan atau memverifikasi usulan ini, jadi penetapannya harus oleh pejabat lain.', 'You proposed or verified this, so another official must decree it.'),
  keep('batch.lock', ['batch.approve', 'batch.authorise'], 'Anda pernah menyetujui batch ini, jadi penguncian ulang harus oleh operator lain.', 'You approved this batch before, so another operator must lock it again.'),
  keep('batch.approve', ['batch.lock', ...PROPOSED, ...VERIFIED], 'Anda ikut mengusulkan, memverifikasi, atau menyusun batch ini, jadi persetujuannya harus oleh pejabat lain.', 'You proposed, verified or drew up part of this batch, so another official must approve it.'),
  keep('batch.authorise', ['batch.lock', 'batch.approve', ...PROPOSED, ...VERIFIED], 'Anda ikut mengusulkan, memverifikasi, menyusun, atau menyetujui batch ini, jadi pengesahannya harus oleh pejabat lain.', 'You proposed, verified, drew up or approved part of this batch, so another official must authorise it.'),
  ...PAID.map((a) =>
    keep(a, ['batch.lock', 'batch.approve', 'batch.authorise', 'proposal.decree', ...PROPOSED, ...VERIFIED], 'Anda sudah bertindak pada usulan atau batch ini sebelum pembayaran, jadi pembayarannya harus oleh bendahara lain.', 'You acted on this proposal or batch before payment, so another treasurer must pay it.')),
  ...['batch.reconcile', 'batch.close', 'tranche.confirmReceipt', 'tranche.recordReturn'].map((a) =>
    keep(a, PAID, 'Anda yang membayarkan, jadi pencocokan dengan rekening koran harus oleh petugas lain.', 'You made the payment, so somebody else must match it with the bank statement.')),
  keep('lpj.resubmit', ['lpj.review', 'lpj.giveBack'], 'Anda pernah memeriksa LPJ ini, jadi pengajuan kembali harus oleh petugas lain.', 'You reviewed this report, so somebody else must hand it in again.'),
  keep('lpj.review', [...WRITTEN, ...PAID], 'Anda ikut menyusun LPJ ini atau membayarkan dananya, jadi pemeriksaannya harus oleh petugas lain.', 'You wrote this report or paid the money, so somebody else must review it.'),
  keep('lpj.accept', [...WRITTEN, ...PAID, ...PROPOSED], 'Anda ikut mengusulkan, membayarkan, atau menyusun LPJ ini, jadi penerimaannya harus oleh pejabat lain.', 'You proposed, paid or wrote this report, so another official must accept it.'),
];

/** The steps of which no two may be by one person, with the actions that stand for each. */
export const FIVE_HANDS = {
  propose: PROPOSED,
  verify: VERIFIED,
  approve: ['batch.approve'],
  authorise: ['batch.authorise'],
  pay: PAID,
} as const;

/** For an audit of what is on record: every pair of steps that one person did and must not have. Empty on a sound history. */
export function separationBreaches(history: readonly HistoryEntry[]): { readonly first: HistoryEntry; readonly second: HistoryEntry; readonly text: Bilingual }[] {
  return history.flatMap((second, i) =>
    SEPARATIONS.filter((s) => s.action === second.action).flatMap((s) =>
      history.slice(0, i).filter((first) => first.actorId === second.actorId && s.notSameAs.includes(first.action)).map((first) => ({ first, second, text: s.text }))));
}
