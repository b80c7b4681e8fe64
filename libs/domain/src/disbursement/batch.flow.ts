import { defineFlow, type ActionOf, type StateOf } from '../kernel/flow.ts';
import { formatRupiah, type Rupiah } from '../kernel/rupiah.ts';
import { requires } from '../kernel/guards.ts';
import { SEPARATIONS } from './separation.ts';
import type { WorkState } from './work.flow.ts';

/** What a payment batch is judged by. Its history holds the steps of all its proposals too, so that duties stay apart. */
export interface BatchFacts {
  readonly work: WorkState;
  readonly lines: number;
  /** Lines whose tranche still waits for something (see `trancheConditions`). */
  readonly waitingLines: number;
  /** Lines whose members were not judged for payment, or with blocking findings (rule 10). */
  readonly ineligibleLines: number;
  /** Rupiah to be paid, and rupiah reserved for these proposals in the ledger. */
  readonly total: Rupiah;
  readonly reserved: Rupiah;
  /** Every payment line and statement line has its result. */
  readonly statementMatched: boolean;
  readonly openCases: number;
}

const idle = requires<BatchFacts>((f) => f.work === 'idle', 'WORK_GOING_ON', 'Masih ada pekerjaan latar pada batch ini. Tunggu sampai selesai; bila gagal, coba lagi atau batalkan pekerjaannya.', 'Background work on this batch is not finished. Wait; if it failed, try again or give it up.', ['operator', 'bendahara']);
const hasLines = requires<BatchFacts>((f) => f.lines > 0, 'BATCH_EMPTY', 'Batch masih kosong. Tambahkan kelompok yang siap cair.', 'The batch is empty. Add groups that are ready for payment.', ['operator']);
const noneWaiting = requires<BatchFacts>((f) => f.waitingLines === 0, 'LINES_WAITING', '{n} kelompok belum memenuhi syarat tahapnya. Keluarkan dari batch atau penuhi syaratnya.', '{n} groups do not meet the conditions of their tranche. Take them out or meet the conditions.', ['operator', 'pendamping'], (f) => ({ n: f.waitingLines }));
const eligible = requires<BatchFacts>((f) => f.ineligibleLines === 0, 'LINES_NOT_ELIGIBLE', 'Kelayakan {n} kelompok belum diperiksa untuk pembayaran atau ada temuan yang menghalangi.', 'Eligibility of {n} groups was not checked for payment, or findings block it.', ['operator'], (f) => ({ n: f.ineligibleLines }));
const covered = requires<BatchFacts>((f) => f.total <= f.reserved, 'NOT_RESERVED', 'Batch berjumlah {total}, sedangkan dana yang dicadangkan {reserved}. Kurangi batch atau tetapkan cadangannya.', 'The batch is {total} but {reserved} is reserved. Make the batch smaller or reserve the money.', ['operator', 'kepala'], (f) => ({ total: formatRupiah(f.total), reserved: formatRupiah(f.reserved) }));
const matched = requires<BatchFacts>((f) => f.statementMatched, 'STATEMENT_NOT_MATCHED', 'Rekening koran belum dicocokkan seluruhnya. Unggah rekening koran dan selesaikan pencocokan.', 'The bank statement is not matched in full. Upload it and finish the matching.', ['operator', 'verifikator']);
const noCases = requires<BatchFacts>((f) => f.openCases === 0, 'CASES_OPEN', 'Masih ada {n} selisih yang belum diselesaikan. Selesaikan setiap kasus dengan keterangan.', '{n} differences are still open. Settle each case with a note.', ['operator', 'verifikator', 'kabid'], (f) => ({ n: f.openCases }));

/** Batch pembayaran: lock, approve, authorise, release, pay, reconcile, close. Cancelling is possible until the SP2D is issued. */
export const batchFlow = defineFlow({
  name: 'batch',
  initial: 'draf',
  states: {
    draf: { label: { id: 'Draf', en: 'Draft' }, tone: 'neutral' },
    dikunci: { label: { id: 'Dikunci', en: 'Locked' }, tone: 'info' },
    disetujui: { label: { id: 'Disetujui', en: 'Approved' }, tone: 'info' },
    disahkan: { label: { id: 'Disahkan', en: 'Authorised' }, tone: 'info' },
    sppLs: { label: { id: 'SPP-LS diajukan', en: 'SPP-LS filed' }, tone: 'info' },
    spm: { label: { id: 'SPM terbit', en: 'SPM issued' }, tone: 'info' },
    sp2dTerbit: { label: { id: 'SP2D terbit', en: 'SP2D issued' }, tone: 'info' },
    dikirim: { label: { id: 'Dikirim ke bank', en: 'Sent to the bank' }, tone: 'warn' },
    direkonsiliasi: { label: { id: 'Direkonsiliasi', en: 'Reconciled' }, tone: 'ok' },
    ditutup: { label: { id: 'Ditutup', en: 'Closed' }, tone: 'ok', final: true },
    dibatalkan: { label: { id: 'Dibatalkan', en: 'Cancelled' }, tone: 'bad', final: true },
  },
  actions: {
    lock: { label: { id: 'Kunci', en: 'Lock' }, from: ['draf'], to: 'dikunci', roles: ['operator'], guards: [idle, hasLines, noneWaiting, eligible, covered] },
    unlock: { label: { id: 'Buka kunci', en: 'Unlock' }, from: ['dikunci', 'disetujui'], to: 'draf', roles: ['operator', 'kabid', 'kepala'], needs: ['reason'], guards: [idle] },
    approve: { label: { id: 'Setujui', en: 'Approve' }, from: ['dikunci'], to: 'disetujui', roles: ['kabid'], needs: ['password'], guards: [idle, noneWaiting, eligible, covered] },
    authorise: { label: { id: 'Sahkan', en: 'Authorise' }, from: ['disetujui'], to: 'disahkan', roles: ['kepala'], needs: ['password'], guards: [idle, eligible, covered] },
    recordPaymentRequest: { label: { id: 'Catat SPP-LS', en: 'Record SPP-LS' }, from: ['disahkan'], to: 'sppLs', roles: ['bendahara'], needs: ['number', 'date'], guards: [idle] },
    recordPaymentOrder: { label: { id: 'Catat SPM', en: 'Record SPM' }, from: ['sppLs'], to: 'spm', roles: ['bendahara'], needs: ['number', 'date'], guards: [idle] },
    recordSp2d: { label: { id: 'Catat SP2D', en: 'Record SP2D' }, from: ['spm'], to: 'sp2dTerbit', roles: ['bendahara'], needs: ['number', 'date', 'evidence'], guards: [idle, covered] },
    send: { label: { id: 'Kirim daftar ke bank', en: 'Send the list to the bank' }, from: ['sp2dTerbit'], to: 'dikirim', roles: ['bendahara'], needs: ['password'], guards: [idle] },
    reconcile: { label: { id: 'Nyatakan cocok', en: 'Declare reconciled' }, from: ['dikirim'], to: 'direkonsiliasi', roles: ['operator', 'verifikator', 'kabid'], guards: [idle, matched] },
    close: { label: { id: 'Tutup batch', en: 'Close the batch' }, from: ['direkonsiliasi'], to: 'ditutup', roles: ['kepala', 'kabid'], guards: [idle, noCases] },
    cancel: { label: { id: 'Batalkan batch', en: 'Cancel the batch' }, from: ['draf', 'dikunci', 'disetujui', 'disahkan', 'sppLs', 'spm'], to: 'dibatalkan', roles: ['kabid', 'kepala'], needs: ['reason'], guards: [idle] },
  },
  separations: SEPARATIONS,
});
export type BatchState = StateOf<typeof batchFlow>;
export type BatchAction = ActionOf<typeof batchFlow>;
