import type { Bilingual, IsoDate, Rupiah } from '../kernel/index.ts';
import { named, type AccountId, type BusinessKey, type Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';

/** Heading under which the cash flow shows an event. */
export type Activity = 'business' | 'assets' | 'funds';
export const ACTIVITY_LABEL: Readonly<Record<Activity, Bilingual>> = {
  business: { id: 'Usaha', en: 'Business' },
  assets: { id: 'Inventaris dan ternak', en: 'Tools and animals' },
  funds: { id: 'Bantuan, IKS, simpanan, dan pinjaman', en: 'Aid, solidarity fund, savings and loans' },
};

interface EventDefinition {
  readonly label: Bilingual;
  readonly activity: Activity;
}
const event = (activity: Activity, id: string, en: string): EventDefinition => ({ activity, label: { id, en } });

/** Everything that is written in a group's books, with the words that its books show. */
export const GROUP_EVENTS = {
  openingBalance: event('funds', 'Saldo awal', 'Opening balance'),
  aidReceived: event('funds', 'Bantuan diterima', 'Aid received'),
  aidGoods: event('funds', 'Bantuan barang atau ternak', 'Aid in goods'),
  aidReturned: event('funds', 'Bantuan dikembalikan', 'Aid paid back'),
  bankDeposit: event('business', 'Setor ke bank', 'Paid into the bank'),
  bankWithdrawal: event('business', 'Tarik dari bank', 'Drawn from the bank'),
  expense: event('business', 'Pengeluaran', 'Expense'),
  otherIncome: event('business', 'Pendapatan lain', 'Other income'),
  cashDifference: event('business', 'Selisih hitung kas', 'Cash count difference'),
  materialBought: event('business', 'Beli bahan', 'Material bought'),
  materialSentBack: event('business', 'Bahan dikembalikan ke pemasok', 'Material sent back to supplier'),
  materialIssued: event('business', 'Bahan diambil anggota', 'Material issued to member'),
  materialSettled: event('business', 'Bahan dipotong dari hasil', 'Material settled'),
  materialReturned: event('business', 'Bahan dikembalikan anggota', 'Material returned by member'),
  materialUsed: event('business', 'Bahan atau barang terpakai', 'Material or goods used'),
  materialLost: event('business', 'Bahan hilang atau rusak', 'Material lost'),
  inventoryBought: event('assets', 'Beli inventaris atau ternak', 'Tools or animals bought'),
  inventorySold: event('assets', 'Jual ternak atau inventaris', 'Animals or tools sold'),
  inventoryLost: event('assets', 'Ternak mati atau inventaris hilang', 'Animals dead, tools lost'),
  saleAccepted: event('business', 'Barang diterima pembeli', 'Goods accepted by buyer'),
  claimReduced: event('business', 'Tagihan dikurangi', 'Claim reduced'),
  claimWrittenOff: event('business', 'Tagihan dihapus', 'Claim written off'),
  buyerPaid: event('business', 'Pembeli membayar', 'Buyer paid'),
  setOff: event('business', 'Diperhitungkan dengan utang bahan atau panjar', 'Set off against material or advance'),
  advanceReceived: event('business', 'Panjar diterima', 'Advance received'),
  partyPaid: event('business', 'Utang dibayar', 'Debt paid'),
  shareOut: event('business', 'Bagian hasil penjualan', 'Share of proceeds'),
  groupShare: event('business', 'Bagian kelompok', "Group's share"),
  payOut: event('business', 'Dibayarkan kepada anggota', 'Paid out to member'),
  iksPaid: event('funds', 'Iuran IKS', 'IKS contribution'),
  iksInvested: event('funds', 'IKS menjadi modal usaha', 'IKS made capital'),
  iksGiven: event('funds', 'IKS untuk bantuan', 'IKS given as help'),
  helpPaid: event('funds', 'Bantuan IKS dibayarkan', 'IKS help paid'),
  savingsDeposited: event('funds', 'Setor simpanan', 'Savings deposited'),
  savingsWithdrawn: event('funds', 'Tarik simpanan', 'Savings withdrawn'),
  loanPaidOut: event('funds', 'Pinjaman dicairkan', 'Loan paid out'),
  instalmentPaid: event('funds', 'Angsuran dibayar', 'Instalment paid'),
  loanRepaid: event('funds', 'Angsuran pokok', 'Principal repaid'),
  serviceCharged: event('funds', 'Jasa pinjaman', 'Service charge'),
  loanWrittenOff: event('funds', 'Pinjaman dihapus', 'Loan written off'),
} as const satisfies Record<string, EventDefinition>;
export type GroupEventKind = keyof typeof GROUP_EVENTS;

/** What every booking says: whose books, the day it counts for, the paper behind it. */
export interface Booking {
  readonly groupId: string;
  readonly on: IsoDate;
  readonly document?: string;
}
export interface AmountBooking extends Booking {
  /** Rupiah, > 0. */
  readonly amount: Rupiah;
}

/** Where the group keeps money. */
export type Purse = 'cash' | 'bank';
/** Paid at once, or owed to a party. */
export type PaidBy = Purse | { readonly partyId: string };

export const purse = (groupId: string, which: Purse): AccountId => at[which](groupId);
export const payer = (groupId: string, by: PaidBy): AccountId => (typeof by === 'string' ? purse(groupId, by) : at.payable(groupId, by.partyId));

/** One entry of the books under its business key. */
export const entry = (kind: GroupEventKind, key: BusinessKey, from: AccountId, to: AccountId, c: AmountBooking): Transfer => named(kind, key, from, to, c);

/** A part of a larger event: nothing when it is zero. */
export const part = (amount: bigint, kind: GroupEventKind, key: BusinessKey, from: AccountId, to: AccountId, c: Booking): Transfer[] =>
  amount === 0n ? [] : [entry(kind, key, from, to, { ...c, amount: amount as Rupiah })];
