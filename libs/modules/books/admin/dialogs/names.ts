import { ArrowDownToLine, ArrowUpFromLine, BookOpen, Coins, Gift, HandCoins, Hammer, Landmark, Truck, type LucideIcon } from 'lucide-react';
import type { Bilingual } from '@anyam/admin-kit/text';

export type DialogName = 'expense' | 'income' | 'purchase' | 'bank' | 'members' | 'party' | 'aid' | 'close' | 'count' | 'opening';

/** What a treasurer may write down here, in the order of how often. */
export const DIALOGS: readonly { readonly name: DialogName; readonly label: Bilingual; readonly icon: LucideIcon }[] = [
  { name: 'expense', label: { id: 'Pengeluaran', en: 'Expense' }, icon: ArrowUpFromLine },
  { name: 'members', label: { id: 'Bayar hak anggota', en: 'Pay members' }, icon: HandCoins },
  { name: 'income', label: { id: 'Pendapatan lain', en: 'Other income' }, icon: ArrowDownToLine },
  { name: 'purchase', label: { id: 'Beli alat atau ternak', en: 'Buy a tool or animals' }, icon: Hammer },
  { name: 'bank', label: { id: 'Setor atau tarik bank', en: 'Bank: pay in or draw' }, icon: Landmark },
  { name: 'party', label: { id: 'Bayar utang pengepul atau pemasok', en: 'Pay a broker or supplier' }, icon: Truck },
  { name: 'count', label: { id: 'Hitung kas', en: 'Count the cash' }, icon: Coins },
  { name: 'opening', label: { id: 'Saldo awal', en: 'Opening balance' }, icon: BookOpen },
  { name: 'aid', label: { id: 'Bantuan diterima', en: 'Aid received' }, icon: Gift },
];
