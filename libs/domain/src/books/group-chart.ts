import type { Bilingual } from '../kernel/index.ts';
import { accountId, type AccountId, type AccountKindDefinition, type Chart } from '../ledger/index.ts';

/** Where a kind of account stands in the reports. Assets and expenses never go below zero; all the others never above it. */
export type Side = 'asset' | 'owed' | 'fund' | 'capital' | 'income' | 'expense';
export const SIDE_LABEL: Readonly<Record<Side, Bilingual>> = {
  asset: { id: 'Harta', en: 'Assets' },
  owed: { id: 'Kewajiban', en: 'Owed' },
  fund: { id: 'Dana IKS', en: 'Solidarity fund' },
  capital: { id: 'Modal', en: 'Capital' },
  income: { id: 'Pendapatan', en: 'Income' },
  expense: { id: 'Biaya', en: 'Expenses' },
};

interface GroupKind extends AccountKindDefinition {
  readonly side: Side;
}
const held = (side: 'asset' | 'expense', id: string, en: string): GroupKind => ({ side, label: { id, en }, mayBeNegative: false });
const source = (side: 'owed' | 'fund' | 'capital' | 'income', id: string, en: string): GroupKind =>
  ({ side, label: { id, en }, mayBeNegative: true, mayBePositive: false });

/**
 * The accounts of a group's own books, one book a group. Balance = in - out, so what the group has is positive and what it
 * has it from is negative. IKS stands apart from aid capital (rule 35); what is sold belongs to the members until shared.
 */
export const GROUP_CHART = {
  cash: held('asset', 'Kas', 'Cash'),
  bank: held('asset', 'Bank', 'Bank'),
  receivable: held('asset', 'Piutang pembeli', 'Owed by buyers'),
  materialStock: held('asset', 'Persediaan bahan', 'Material in store'),
  memberMaterial: held('asset', 'Bahan pada anggota', 'Material with members'),
  loan: held('asset', 'Pinjaman anggota', 'Loans to members'),
  inventory: held('asset', 'Inventaris dan ternak', 'Tools and animals'),
  payable: source('owed', 'Utang kepada pengepul dan pemasok', 'Owed to brokers and suppliers'),
  proceeds: source('owed', 'Hasil penjualan belum dibagi', 'Proceeds not yet shared'),
  memberPayable: source('owed', 'Hak anggota belum dibayar', 'Due to members'),
  savings: source('owed', 'Simpanan sukarela', 'Voluntary savings'),
  iks: source('fund', 'IKS anggota', 'Solidarity fund by member'),
  aidCapital: source('capital', 'Modal bantuan', 'Aid capital'),
  capital: source('capital', 'Modal sendiri', "Group's own capital"),
  income: source('income', 'Pendapatan', 'Income'),
  expense: held('expense', 'Biaya', 'Expenses'),
} as const satisfies Chart;
export type GroupAccountKind = keyof typeof GROUP_CHART;

/** Owners of `income` accounts. */
export const INCOME_LABEL = {
  service: { id: 'Jasa pinjaman', en: 'Service charge of loans' },
  groupShare: { id: 'Bagian kelompok dari penjualan', en: "Group's share of sales" },
  inventoryGain: { id: 'Laba penjualan ternak dan inventaris', en: 'Gain on animals and tools sold' },
  cashSurplus: { id: 'Selisih lebih kas', en: 'Cash over' },
  other: { id: 'Pendapatan lain', en: 'Other income' },
} as const satisfies Record<string, Bilingual>;
export type IncomeCategory = keyof typeof INCOME_LABEL;

/** What a group buys and uses up at once, or pays for as a service. */
export const SPENDING_LABEL = {
  consumables: { id: 'Bahan habis pakai', en: 'Consumables' },
  feed: { id: 'Pakan dan obat ternak', en: 'Feed and medicine' },
  transport: { id: 'Angkutan', en: 'Transport' },
  repair: { id: 'Perawatan alat', en: 'Repair' },
  meeting: { id: 'Rapat dan alat tulis', en: 'Meetings and stationery' },
  bankFee: { id: 'Biaya bank', en: 'Bank charges' },
  other: { id: 'Biaya lain', en: 'Other expenses' },
} as const satisfies Record<string, Bilingual>;
export type SpendingCategory = keyof typeof SPENDING_LABEL;

/** Owners of `expense` accounts: what is paid for, and what is lost. */
export const EXPENSE_LABEL = {
  ...SPENDING_LABEL,
  materialUsed: { id: 'Bahan dan barang terpakai', en: 'Material and goods used' },
  materialLoss: { id: 'Bahan hilang atau rusak', en: 'Material lost' },
  inventoryLoss: { id: 'Ternak mati atau inventaris hilang', en: 'Animals dead, tools lost' },
  writeOff: { id: 'Piutang dihapus', en: 'Written off' },
  cashShortage: { id: 'Selisih kurang kas', en: 'Cash short' },
} as const satisfies Record<string, Bilingual>;
export type ExpenseCategory = keyof typeof EXPENSE_LABEL;

const at = <O extends string>(kind: GroupAccountKind) => (groupId: string, owner: O): AccountId => accountId<GroupAccountKind>(groupId, kind, owner);
const own = (kind: GroupAccountKind) => (groupId: string): AccountId => accountId<GroupAccountKind>(groupId, kind, groupId);

/** The accounts of one group by owner; ids are opaque text without `/`. */
export const groupAccounts = {
  cash: own('cash'),
  bank: own('bank'),
  /** Owner: the deal. */
  receivable: at<string>('receivable'),
  /** Owner: the material, so that nothing of one kind can be issued at the cost of another. */
  materialStock: at<string>('materialStock'),
  memberMaterial: at<string>('memberMaterial'),
  /** Owner: the loan. */
  loan: at<string>('loan'),
  /** Owner: the tool, the animal or the lot of animals. */
  inventory: at<string>('inventory'),
  /** Owner: the party. */
  payable: at<string>('payable'),
  /** Owner: the deal. */
  proceeds: at<string>('proceeds'),
  memberPayable: at<string>('memberPayable'),
  savings: at<string>('savings'),
  iks: at<string>('iks'),
  aidCapital: own('aidCapital'),
  capital: own('capital'),
  income: at<IncomeCategory>('income'),
  expense: at<ExpenseCategory>('expense'),
};
