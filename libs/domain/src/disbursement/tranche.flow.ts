import { defineFlow, type ActionOf, type FlowContext, type StateOf } from '../kernel/flow.ts';
import { formatRupiah, type Rupiah } from '../kernel/rupiah.ts';
import { requires } from '../kernel/guards.ts';
import type { LpjState } from './lpj.flow.ts';
import { SEPARATIONS } from './separation.ts';
import { conditionBlockers, type TrancheCondition } from './tranche-conditions.ts';

export interface TrancheFacts {
  readonly conditions: readonly TrancheCondition[];
  /** Rupiah of its SP2D line. */
  readonly sp2dAmount: Rupiah;
  /** What the statement shows, rupiah; null without bank evidence (rule 25). */
  readonly bankAmount: Rupiah | null;
  /** A case is open about a difference between the two. */
  readonly differenceCaseOpen: boolean;
  readonly bankReturned: boolean;
  /** The account was corrected and checked after the return. */
  readonly accountRepaired: boolean;
  readonly confirmations: number;
  readonly confirmationsNeeded: number;
  readonly report: LpjState;
}
type Context = FlowContext<TrancheFacts>;

const conditionsMet = (c: Context) => conditionBlockers(c.facts.conditions);
const evidence = requires<TrancheFacts>((f) => f.bankAmount !== null, 'NO_BANK_EVIDENCE', 'Belum ada bukti dari bank bahwa dana masuk. Cocokkan dengan rekening koran lebih dulu.', 'The bank has not shown that the money arrived. Match the bank statement first.', ['operator', 'verifikator']);
const sameOrCase = requires<TrancheFacts>((f) => f.bankAmount === null || f.bankAmount === f.sp2dAmount || f.differenceCaseOpen, 'AMOUNT_DIFFERS', 'Dana masuk {bank}, sedangkan SP2D {sp2d}. Buka kasus selisih lebih dulu.', '{bank} arrived but the SP2D says {sp2d}. Open a case about the difference first.', ['operator', 'verifikator'], (f) => ({ bank: formatRupiah(f.bankAmount ?? 0n), sp2d: formatRupiah(f.sp2dAmount) }));
const returned = requires<TrancheFacts>((f) => f.bankReturned, 'NO_RETURN_ON_STATEMENT', 'Rekening koran tidak menunjukkan retur untuk kelompok ini.', 'The statement shows no return for this group.', ['operator', 'verifikator']);
const repaired = requires<TrancheFacts>((f) => f.accountRepaired, 'ACCOUNT_NOT_REPAIRED', 'Rekening kelompok belum diperbaiki setelah retur. Betulkan nomor atau nama rekeningnya.', "The group's account was not corrected after the return. Correct its number or name.", ['operator', 'pendamping']);
const confirmed = requires<TrancheFacts>((f) => f.confirmations >= f.confirmationsNeeded, 'CONFIRMATIONS_FEW', 'Baru {have} dari {need} anggota biasa yang menyatakan dana diterima. Kumpulkan pernyataan anggota.', '{have} of {need} ordinary members confirmed the receipt. Collect their confirmations.', ['pendamping'], (f) => ({ have: f.confirmations, need: f.confirmationsNeeded }));
const reportAccepted = requires<TrancheFacts>((f) => f.report === 'diterima', 'REPORT_NOT_ACCEPTED', 'LPJ tahap ini belum diterima.', 'The report on this tranche is not accepted.', ['kabid']);

/** Pencairan per tahap, rules 24-27. The first moves follow its batch; the server makes them together with the batch's. */
export const trancheFlow = defineFlow({
  name: 'tranche',
  initial: 'direncanakan',
  states: {
    direncanakan: { label: { id: 'Direncanakan', en: 'Planned' }, tone: 'neutral' },
    sppLs: { label: { id: 'SPP-LS', en: 'SPP-LS' }, tone: 'info' },
    spm: { label: { id: 'SPM', en: 'SPM' }, tone: 'info' },
    sp2d: { label: { id: 'SP2D terbit', en: 'SP2D issued' }, tone: 'info' },
    diterima: { label: { id: 'Diterima di rekening', en: 'On the account' }, tone: 'ok' },
    retur: { label: { id: 'Retur bank', en: 'Returned by the bank' }, tone: 'bad' },
    perbaikanRekening: { label: { id: 'Perbaikan rekening', en: 'Correcting the account' }, tone: 'warn' },
    dipakai: { label: { id: 'Dipakai', en: 'In use' }, tone: 'info' },
    dipertanggungjawabkan: { label: { id: 'Dipertanggungjawabkan', en: 'Accounted for' }, tone: 'ok', final: true },
    dibatalkan: { label: { id: 'Dibatalkan', en: 'Cancelled' }, tone: 'bad', final: true },
  },
  actions: {
    requestPayment: { label: { id: 'Ajukan SPP-LS', en: 'File SPP-LS' }, from: ['direncanakan'], to: 'sppLs', roles: ['bendahara'], guards: [conditionsMet] },
    orderPayment: { label: { id: 'Terbitkan SPM', en: 'Issue SPM' }, from: ['sppLs'], to: 'spm', roles: ['bendahara'] },
    recordSp2d: { label: { id: 'Catat SP2D', en: 'Record SP2D' }, from: ['spm'], to: 'sp2d', roles: ['bendahara'] },
    takeOut: { label: { id: 'Keluarkan dari batch', en: 'Take out of the batch' }, from: ['sppLs', 'spm'], to: 'direncanakan', roles: ['kabid', 'kepala'], needs: ['reason'] },
    confirmReceipt: { label: { id: 'Nyatakan diterima', en: 'Declare received' }, from: ['sp2d'], to: 'diterima', roles: ['operator', 'verifikator', 'kabid'], guards: [evidence, sameOrCase] },
    recordReturn: { label: { id: 'Catat retur', en: 'Record the return' }, from: ['sp2d', 'diterima'], to: 'retur', roles: ['operator', 'verifikator', 'kabid'], guards: [returned] },
    startRepair: { label: { id: 'Perbaiki rekening', en: 'Correct the account' }, from: ['retur'], to: 'perbaikanRekening', roles: ['operator', 'pendamping'] },
    planAgain: { label: { id: 'Rencanakan ulang', en: 'Plan again' }, from: ['perbaikanRekening'], to: 'direncanakan', roles: ['operator'], guards: [repaired] },
    startUse: { label: { id: 'Mulai pemakaian', en: 'Start using it' }, from: ['diterima'], to: 'dipakai', roles: ['operator', 'pendamping', 'verifikator'], guards: [confirmed] },
    account: { label: { id: 'Nyatakan dipertanggungjawabkan', en: 'Declare accounted for' }, from: ['dipakai'], to: 'dipertanggungjawabkan', roles: ['kabid'], guards: [reportAccepted] },
    cancel: { label: { id: 'Batalkan tahap', en: 'Cancel the tranche' }, from: ['direncanakan', 'retur', 'perbaikanRekening'], to: 'dibatalkan', roles: ['kepala'], needs: ['reason'] },
  },
  separations: SEPARATIONS,
});
export type TrancheState = StateOf<typeof trancheFlow>;
export type TrancheAction = ActionOf<typeof trancheFlow>;
