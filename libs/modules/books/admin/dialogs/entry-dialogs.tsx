import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { DateField, MoneyField, RadioField, SelectField, TextField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useLanguage, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { SPENDING_LABEL, type SpendingCategory } from '@anyam/domain/books';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useBooksApi, useRefresh, type Overview } from '../api.ts';
import { words } from '../words.ts';
import type { DialogPart } from './index.tsx';

export const entryTexts = defineTexts({
  ...words,
  save: { id: 'Simpan catatan', en: 'Save the entry' },
  expense: { id: 'Catat pengeluaran', en: 'Record an expense' },
  kind: { id: 'Jenis', en: 'Kind' },
  forWhat: { id: 'Untuk apa', en: 'What for' },
  forHint: { id: 'Misalnya: ongkos pikap ke pasar Ngawi', en: 'For example: pickup to the market' },
  income: { id: 'Catat pendapatan lain', en: 'Record other income' },
  incomeAbout: {
    id: 'Penjualan barang dicatat di halaman Jual. Di sini bunga bank, sewa alat, hadiah.',
    en: 'Sales of goods are recorded on the sales page. Here interest, rent, a prize.',
  },
  fromWhat: { id: 'Dari apa', en: 'Where from' },
  purchase: { id: 'Catat pembelian alat atau ternak', en: 'Record a tool or animals bought' },
  purchaseAbout: {
    id: 'Barang yang dipakai lama masuk inventaris seharga belinya. Bahan anyaman dicatat di halaman Produksi.',
    en: 'What is kept stands in the inventory at cost. Raw material is recorded on the production page.',
  },
  item: { id: 'Nama barang', en: 'Name of the item' },
  bank: { id: 'Setor atau tarik bank', en: 'Bank: pay in or draw' },
  direction: { id: 'Arah', en: 'Direction' },
  deposit: { id: 'Setor: kas ke bank', en: 'Pay in: cash to bank' },
  withdraw: { id: 'Tarik: bank ke kas', en: 'Draw: bank to cash' },
  aid: { id: 'Catat bantuan diterima', en: 'Record aid received' },
  aidAbout: {
    id: 'Bantuan yang dibayar dinas lewat SP2D tercatat sendiri. Di sini bantuan lain: uang masuk ke bank kelompok; untuk barang atau ternak, isi namanya; nilainya dari BAST.',
    en: 'Aid that the office pays by SP2D is recorded by itself. Here other aid: money goes to the bank; for goods or animals fill in the name; the value is that of the handover record.',
  },
  aidItem: { id: 'Barang atau ternak', en: 'Goods or animals' },
  aidPaper: { id: 'Nomor SP2D atau BAST', en: 'Number of SP2D or BAST' },
});

/** A dialog with a form in it: asks before it throws away what was typed, says when it is saved. */
function EntryDialog({
  title,
  about,
  onClose,
  children,
}: {
  readonly title: Bilingual;
  readonly about?: Bilingual;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const language = useLanguage();
  const [dirty, setDirty] = useState(false);
  return (
    <Dialog open onClose={onClose} dirty={dirty} title={title}>
      <div onInput={() => setDirty(true)} className="stack">
        {about && <p>{about[language]}</p>}
        {children}
      </div>
    </Dialog>
  );
}

function useEntry({ books, onClose }: DialogPart) {
  const t = useText(entryTexts);
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const saved = async () => {
    toast({ text: t('saved') });
    await refresh();
    onClose();
  };
  return { t, saved, base: { groupId: books.groupId, key, on: books.today, document: '' } };
}
export const usePurses = (books: Overview) => {
  const language = useLanguage();
  const money = (amount: bigint) => `Rp\u00a0${amount.toLocaleString('id-ID')}`;
  return [
    { value: 'cash', label: words.cash[language], hint: money(books.cash) },
    { value: 'bank', label: words.bank[language], hint: money(books.bank) },
  ];
};
const inWords = (amount: bigint) => terbilangRupiah(amount);

function Common({ paper = words.paper }: { readonly paper?: Bilingual }) {
  return (
    <>
      <MoneyField name="amount" label={words.amount} words={inWords} />
      <DateField name="on" label={words.date} />
      <TextField name="document" label={paper} optional width="medium" />
    </>
  );
}
function Actions({ onClose }: { readonly onClose: () => void }) {
  const t = useText(entryTexts);
  return (
    <FormActions>
      <SubmitButton>{t('save')}</SubmitButton>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </FormActions>
  );
}
const schema = () => import('../../contract/entry.schema.ts');

export function ExpenseDialog(part: DialogPart) {
  const { base, saved } = useEntry(part);
  const language = useLanguage();
  const purses = usePurses(part.books);
  const send = useMutation(useBooksApi().recordExpense.mutationOptions());
  const form = useForm(() => schema().then((m) => m.expenseInput), { ...base, category: 'transport' as SpendingCategory, paidFrom: 'cash' as const, text: '' });
  const categories = (Object.keys(SPENDING_LABEL) as SpendingCategory[]).map((value) => ({ value, label: SPENDING_LABEL[value][language] }));
  return (
    <EntryDialog title={entryTexts.expense} onClose={part.onClose}>
      <Form form={form} onSubmit={(v) => send.mutateAsync(v).then(saved)}>
        <SelectField name="category" label={entryTexts.kind} options={categories} />
        <TextField name="text" label={entryTexts.forWhat} hint={entryTexts.forHint} />
        <Common />
        <RadioField name="paidFrom" label={words.paidFrom} options={purses} inline />
        <Actions onClose={part.onClose} />
      </Form>
    </EntryDialog>
  );
}

export function IncomeDialog(part: DialogPart) {
  const { base, saved } = useEntry(part);
  const purses = usePurses(part.books);
  const send = useMutation(useBooksApi().recordIncome.mutationOptions());
  const form = useForm(() => schema().then((m) => m.incomeInput), { ...base, into: 'cash' as const, text: '' });
  return (
    <EntryDialog title={entryTexts.income} about={entryTexts.incomeAbout} onClose={part.onClose}>
      <Form form={form} onSubmit={(v) => send.mutateAsync(v).then(saved)}>
        <TextField name="text" label={entryTexts.fromWhat} />
        <Common />
        <RadioField name="into" label={words.into} options={purses} inline />
        <Actions onClose={part.onClose} />
      </Form>
    </EntryDialog>
  );
}

export function PurchaseDialog(part: DialogPart) {
  const { base, saved } = useEntry(part);
  const purses = usePurses(part.books);
  const send = useMutation(useBooksApi().recordPurchase.mutationOptions());
  const form = useForm(() => schema().then((m) => m.purchaseInput), { ...base, paidFrom: 'cash' as const, item: '' });
  return (
    <EntryDialog title={entryTexts.purchase} about={entryTexts.purchaseAbout} onClose={part.onClose}>
      <Form form={form} onSubmit={(v) => send.mutateAsync(v).then(saved)}>
        <TextField name="item" label={entryTexts.item} />
        <Common />
        <RadioField name="paidFrom" label={words.paidFrom} options={purses} inline />
        <Actions onClose={part.onClose} />
      </Form>
    </EntryDialog>
  );
}

export function BankDialog(part: DialogPart) {
  const { base, saved, t } = useEntry(part);
  const send = useMutation(useBooksApi().moveMoney.mutationOptions());
  const form = useForm(() => schema().then((m) => m.bankInput), { ...base, direction: 'withdraw' as const });
  return (
    <EntryDialog title={entryTexts.bank} onClose={part.onClose}>
      <Form form={form} onSubmit={(v) => send.mutateAsync(v).then(saved)}>
        <RadioField name="direction" label={entryTexts.direction} options={(['withdraw', 'deposit'] as const).map((value) => ({ value, label: t(value) }))} />
        <Common />
        <Actions onClose={part.onClose} />
      </Form>
    </EntryDialog>
  );
}

export function AidDialog(part: DialogPart) {
  const { base, saved } = useEntry(part);
  const send = useMutation(useBooksApi().recordAid.mutationOptions());
  const form = useForm(() => schema().then((m) => m.aidInput), { ...base, item: '' });
  return (
    <EntryDialog title={entryTexts.aid} about={entryTexts.aidAbout} onClose={part.onClose}>
      <Form form={form} onSubmit={(v) => send.mutateAsync(v).then(saved)}>
        <TextField name="item" label={entryTexts.aidItem} optional />
        <Common paper={entryTexts.aidPaper} />
        <Actions onClose={part.onClose} />
      </Form>
    </EntryDialog>
  );
}
