import { Plus, X } from 'lucide-react';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { openingRest } from '@anyam/domain/books';
import type { Rupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import type { DialogPart } from './index.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Saldo awal', en: 'Opening balance' },
  about: {
    id: 'Untuk kelompok yang sudah berjalan sebelum bukunya di sini. Isi menurut berita acara; pinjaman anggota dicatat di halaman Simpanan.',
    en: 'For a group that was at work before its books here. By the official record; loans to members are recorded on the savings page.',
  },
  on: { id: 'Berlaku tanggal', en: 'As of' },
  paperNo: { id: 'Nomor berita acara', en: 'Number of the record' },
  paperOn: { id: 'Tanggal berita acara', en: 'Date of the record' },
  aid: { id: 'Modal bantuan yang masih ada', en: 'Aid capital still there' },
  items: { id: 'Inventaris dan ternak', en: 'Tools and animals' },
  item: { id: 'Nama barang {n}', en: 'Name of item {n}' },
  worth: { id: 'Nilai barang {n}', en: 'Worth of item {n}' },
  addItem: { id: 'Tambah barang', en: 'Add an item' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeItem: { id: 'Hapus barang {n}', en: 'Remove item {n}' },
  iksBy: { id: 'IKS tiap anggota', en: 'IKS by member' },
  rest: { id: 'Modal sendiri (sisanya)', en: 'Own capital (the rest)' },
  had: { id: 'Harta', en: 'Assets' },
  short: { id: 'Belum seimbang', en: 'Not in balance' },
  shortText: {
    id: 'IKS dan modal bantuan lebih besar daripada hartanya. Kurangi modal bantuan sebesar yang sudah habis, atau tambahkan harta yang tertinggal.',
    en: 'IKS and aid capital are more than the assets. Take off the aid that is used up, or add what is missing.',
  },
  missing: { id: 'Isi nomor dan tanggal berita acara, tanggal berlakunya, serta nama dan nilai tiap barang.', en: 'Enter number and date of the record, the day it holds for, and name and worth of each item.' },
  save: { id: 'Simpan saldo awal', en: 'Save the opening balance' },
});
interface Item {
  readonly id: string;
  readonly name: string;
  readonly amount: bigint | null;
}

/** What the group had on the day its books begin, in one sitting. */
export default function OpeningDialog({ books, onClose }: DialogPart) {
  const t = useText(texts);
  const id = useId();
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const members = useQuery(api.members.queryOptions({ groupId: books.groupId }));
  const send = useMutation(api.recordOpening.mutationOptions());
  const [key] = useState(newKey);
  const [on, setOn] = useState<string | null>(books.firstOn ?? books.today);
  const [number, setNumber] = useState('');
  const [paperOn, setPaperOn] = useState<string | null>(null);
  const [money, setMoney] = useState<Readonly<Record<'cash' | 'bank' | 'aid', bigint | null>>>({ cash: null, bank: null, aid: null });
  const [items, setItems] = useState<readonly Item[]>([]);
  const [iks, setIks] = useState<Readonly<Record<string, bigint | null>>>({});
  const [tried, setTried] = useState(false);
  const given = {
    cash: (money.cash ?? 0n) as Rupiah,
    bank: (money.bank ?? 0n) as Rupiah,
    aid: (money.aid ?? 0n) as Rupiah,
    items: items.map((i) => ({ itemId: i.id, name: i.name.trim(), amount: (i.amount ?? 0n) as Rupiah })),
    iks: Object.entries(iks).flatMap(([memberId, amount]) => (amount ? [{ memberId, amount: amount as Rupiah }] : [])),
  };
  const rest = openingRest(given);
  const had = given.cash + given.bank + given.items.reduce((sum, i) => sum + i.amount, 0n);
  const incomplete = number.trim() === '' || !paperOn || !on || given.items.some((i) => i.name === '' || i.amount === 0n);
  const submit = async () => {
    setTried(true);
    if (incomplete || rest < 0n || !paperOn || !on) return;
    try {
      await send.mutateAsync({
        groupId: books.groupId,
        key,
        on,
        paper: { number: number.trim(), on: paperOn },
        cash: given.cash,
        bank: given.bank,
        aid: given.aid,
        items: given.items.map(({ name, amount }) => ({ name, amount })),
        iks: given.iks,
      });
      toast({ text: t('saved') });
      await refresh();
      onClose();
    } catch {
      // Shown above the fields.
    }
  };
  const amountField = (name: 'cash' | 'bank' | 'aid') => (
    <FieldFrame id={`${id}-${name}`} label={texts[name]} optional>
      {(f) => <MoneyInput {...f} className="medium" value={money[name]} onChange={(v) => setMoney((m) => ({ ...m, [name]: v }))} />}
    </FieldFrame>
  );
  const change = (item: Item, over: Partial<Item>) => setItems((all) => all.map((i) => (i.id === item.id ? { ...i, ...over } : i)));
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={texts.title}
      dirty={had > 0n || number !== ''}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={send.isPending} onClick={() => void submit()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ErrorNotice error={send.error} />
        <p>{t('about')}</p>
        {tried && incomplete && <Notice tone="bad" title={texts.missing} />}
        <FieldFrame id={`${id}-no`} label={texts.paperNo}>
          {(f) => <TextInput {...f} className="medium" value={number} maxLength={80} onChange={(e) => setNumber(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-paper`} label={texts.paperOn}>
          {(f) => <DateInput {...f} className="medium" value={paperOn} onChange={setPaperOn} />}
        </FieldFrame>
        <FieldFrame id={`${id}-on`} label={texts.on}>
          {(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}
        </FieldFrame>
        {amountField('cash')}
        {amountField('bank')}
        <h3>{t('items')}</h3>
        {items.map((item, n) => (
          <div key={item.id} className="row">
            <TextInput className="grow" aria-label={t('item', { n: n + 1 })} value={item.name} maxLength={120} onChange={(e) => change(item, { name: e.target.value })} />
            <MoneyInput className="short" aria-label={t('worth', { n: n + 1 })} value={item.amount} onChange={(amount) => change(item, { amount })} />
            <Button size="sm" icon={X} aria-label={t('removeItem', { n: n + 1 })} onClick={() => setItems((all) => all.filter((i) => i.id !== item.id))}>
              {t('remove')}
            </Button>
          </div>
        ))}
        {items.length < 50 && (
          <div>
            <Button size="sm" icon={Plus} onClick={() => setItems((all) => [...all, { id: newKey(), name: '', amount: null }])}>
              {t('addItem')}
            </Button>
          </div>
        )}
        {amountField('aid')}
        <h3>{t('iksBy')}</h3>
        {members.isPending ? (
          <Skeleton height={120} />
        ) : members.error ? (
          <ErrorState error={members.error} onRetry={() => void members.refetch()} />
        ) : (
          members.data
            .filter((m) => !m.left)
            .map((m) => (
              <FieldFrame key={m.memberId} id={`${id}-${m.memberId}`} label={m.name} optional>
                {(f) => <MoneyInput {...f} className="medium" value={iks[m.memberId] ?? null} onChange={(v) => setIks((all) => ({ ...all, [m.memberId]: v }))} />}
              </FieldFrame>
            ))
        )}
        <Facts
          wide
          items={[
            { label: texts.had, value: <Money amount={had} /> },
            { label: texts.rest, value: <Money amount={rest} /> },
          ]}
        />
        {rest < 0n && (
          <Notice tone="warn" title={texts.short}>
            {t('shortText')}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
