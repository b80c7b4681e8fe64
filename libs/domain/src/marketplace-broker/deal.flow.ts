import { defineFlow, type ActionOf, type FlowRole, type StateOf } from '../kernel/flow.ts';
import { requires } from '../kernel/guards.ts';
import { formatRupiah, type Rupiah } from '../kernel/rupiah.ts';

/** What the guards ask, as it stands after the entry (a count, a payment) that goes with the action. */
export interface DealFacts {
  readonly partyBlocked: boolean;
  /** Every line is held for this deal (`holdsOf`, `reserve`). */
  readonly lotsReserved: boolean;
  /** Every lot sent is counted (`countDelivery`). */
  readonly counted: boolean;
  /** Paid and set off so far, rupiah. */
  readonly settled: Rupiah;
  readonly remaining: Rupiah;
  /** Settled, but not yet shared to the members; below zero when more was shared than is settled. */
  readonly unshared: Rupiah;
}

/** Who acts for the group. A broker's own sign-in withdraws its bid and may open a dispute; it never counts, pays or cancels. */
const ACTING: readonly FlowRole[] = ['pendamping', 'operator', 'pengurus'];

const free = requires((f: DealFacts) => !f.partyBlocked, 'PARTY_BLOCKED', 'Mitra ini diblokir. Pilih mitra lain.', 'This party is blocked. Choose another.', ACTING);
const reserved = requires((f: DealFacts) => f.lotsReserved, 'LOTS_NOT_RESERVED', 'Belum semua lot dipesan untuk penjualan ini. Sesuaikan lot dan jumlahnya.',
  'Not all lots are held for this deal. Adjust lots and quantities.', ACTING);
const counted = requires((f: DealFacts) => f.counted, 'NOT_COUNTED', 'Isi hitungan setiap lot: diterima per mutu dan ditolak.',
  'Fill in the count of every lot: accepted by grade, and refused.', ACTING);
const paidInPart = requires((f: DealFacts) => f.settled > 0n && f.remaining > 0n, 'NOT_IN_PART', 'Catat pembayaran yang lebih kecil dari sisa tagihan.',
  'Record a payment smaller than what is left.', ACTING);
const paidUp = requires((f: DealFacts) => f.remaining === 0n, 'NOT_PAID_UP', 'Masih kurang {remaining}. Catat pembayarannya sebagai sebagian.',
  '{remaining} is still missing. Record it as a part payment.', ACTING, (f) => ({ remaining: formatRupiah(f.remaining) }));
const shared = requires((f: DealFacts) => f.unshared === 0n, 'NOT_SHARED', 'Masih {unshared} belum dibagi kepada anggota. Bagikan lebih dulu.',
  '{unshared} is not yet shared to the members. Share it first.', ACTING, (f) => ({ unshared: formatRupiah(f.unshared) }));

const unsharedAgain = requires((f: DealFacts) => f.unshared > 0n, 'STILL_SHARED', 'Pembagian kepada anggota belum dibalikkan. Balikkan pembagiannya lebih dulu.',
  'No share-out was reversed yet. Reverse one first.', ACTING);
const notShared = requires((f: DealFacts) => f.unshared >= 0n, 'SHARED_ALREADY', 'Pembayaran ini sudah dibagi kepada anggota. Balikkan dulu pembagiannya.',
  'This payment is already shared to the members. Reverse the share-out first.', ACTING);

/** A sale of a group's lots to a party. What a deal holds of each lot follows from its state (`holdsOf`). */
export const dealFlow = defineFlow({
  name: 'deal',
  initial: 'penawaran',
  states: {
    penawaran: { label: { id: 'Penawaran', en: 'Offer' }, tone: 'neutral' },
    sepakat: { label: { id: 'Sepakat', en: 'Agreed' }, tone: 'info' },
    dikirim: { label: { id: 'Dikirim', en: 'Sent' }, tone: 'info' },
    diterima: { label: { id: 'Diterima', en: 'Received' }, tone: 'info' },
    dibayarSebagian: { label: { id: 'Dibayar sebagian', en: 'Paid in part' }, tone: 'warn' },
    dibayar: { label: { id: 'Dibayar', en: 'Paid' }, tone: 'ok' },
    selesai: { label: { id: 'Selesai', en: 'Completed' }, tone: 'ok', final: true },
    batal: { label: { id: 'Batal', en: 'Cancelled' }, tone: 'bad', final: true },
    sengketa: { label: { id: 'Sengketa', en: 'In dispute' }, tone: 'bad' },
  },
  actions: {
    agree: { label: { id: 'Sepakati', en: 'Agree' }, from: ['penawaran'], to: 'sepakat', roles: ACTING, guards: [free, reserved] },
    send: { label: { id: 'Kirim', en: 'Send' }, from: ['sepakat'], to: 'dikirim', roles: ACTING, needs: ['date'], guards: [reserved] },
    receive: { label: { id: 'Catat diterima', en: 'Record receipt' }, from: ['dikirim'], to: 'diterima', roles: ACTING, needs: ['date'], guards: [counted] },
    payPart: {
      label: { id: 'Catat bayar sebagian', en: 'Record a part payment' },
      from: ['diterima', 'dibayarSebagian'], to: 'dibayarSebagian', roles: ACTING, needs: ['amount'], guards: [paidInPart],
    },
    /** Without a need for an amount: nothing may be left after set-off, or when all goods were refused. */
    payUp: { label: { id: 'Nyatakan lunas', en: 'Declare paid up' }, from: ['diterima', 'dibayarSebagian'], to: 'dibayar', roles: ACTING, guards: [paidUp] },
    takeBack: {
      label: { id: 'Batalkan pembayaran', en: 'Take a payment back' },
      from: ['diterima', 'dibayarSebagian', 'dibayar'], to: 'diterima', roles: ACTING, needs: ['reason'], guards: [notShared],
    },
    complete: { label: { id: 'Selesaikan', en: 'Complete' }, from: ['dibayar'], to: 'selesai', roles: ACTING, guards: [paidUp, shared] },
    /** A share-out was reversed after the deal was completed: what came in waits to be shared anew. */
    reopen: { label: { id: 'Buka lagi', en: 'Open again' }, from: ['selesai'], to: 'dibayar', roles: ACTING, needs: ['reason'], guards: [unsharedAgain] },
    cancel: { label: { id: 'Batalkan', en: 'Cancel' }, from: ['penawaran', 'sepakat'], to: 'batal', roles: ACTING, needs: ['reason'] },
    withdraw: { label: { id: 'Tarik penawaran', en: 'Withdraw the bid' }, from: ['penawaran'], to: 'batal', roles: ['broker'] },
    dispute: {
      label: { id: 'Buka sengketa', en: 'Open a dispute' },
      from: ['dikirim', 'diterima', 'dibayarSebagian', 'dibayar'], to: 'sengketa', roles: [...ACTING, 'broker'], needs: ['reason'],
    },
    settleDispute: {
      label: { id: 'Selesaikan sengketa', en: 'Settle the dispute' },
      from: ['sengketa'], to: 'diterima', roles: ACTING, needs: ['reason'], guards: [counted],
    },
  },
});
export type DealState = StateOf<typeof dealFlow>;
export type DealAction = ActionOf<typeof dealFlow>;
