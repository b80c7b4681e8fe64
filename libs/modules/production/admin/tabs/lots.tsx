import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { FieldFrame } from '@anyam/admin-kit/form';
import { TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { sayQuantity } from '@anyam/domain/production';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Board, type Goods, type LotOf } from '../parts/api.ts';
import { QuantityInput } from '../parts/quantity-input.tsx';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  search: { id: 'Cari anggota atau kode lot', en: 'Search a member or a lot code' },
  caption: { id: 'Lot kelompok', en: 'Lots of the group' },
  state: { id: 'Keadaan', en: 'State' },
  reserved: { id: 'Dipesan', en: 'Reserved' },
  sold: { id: 'Terjual', en: 'Sold' },
  all: { id: 'Semua', en: 'All' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
  age: { id: 'Umur', en: 'Age' },
  withdraw: { id: 'Tarik', en: 'Withdraw' },
  title: { id: 'Tarik dari lot {code}', en: 'Withdraw from lot {code}' },
  about: { id: 'Untuk barang yang diambil kembali anggota, dipakai kelompok, atau rusak. Tersedia {available}.', en: 'For goods that the member took back, the group used, or that spoilt. {available} are available.' },
  missing: { id: 'Isi jumlah dan alasannya.', en: 'Enter quantity and reason.' },
  none: { id: 'Tidak ada lot', en: 'No lots' },
  noneText: { id: 'Lot dibuat dari setoran yang diterima.', en: 'Lots are made from accepted deposits.' },
});
const STATES = ['unsold', 'reserved', 'sold', 'all'] as const;
const filters = defineFilters({ keadaan: { kind: 'single', label: texts.state }, barang: { kind: 'single', label: words.goods } });

export default function LotsTab({ board: b }: { readonly board: Board }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useProductionApi();
  const state = useTableState({ filters, sort: { column: 'age', desc: true }, size: 25 });
  const [chosen, setChosen] = useState<LotOf | null>(null);
  const goodsOf = (id: string) => b.catalogue.products.find((p) => p.id === id);
  const productId = goodsOf(state.filters.barang ?? '')?.id ?? null;
  const query = useQuery(api.goods.lots.queryOptions(
    { groupId: b.group.id, q: state.q.trim().slice(0, 80), page: state.page, pageSize: state.size as 25 | 50 | 100, state: STATES.find((s) => s === state.filters.keadaan) ?? 'unsold', productId }, { placeholderData: keepPreviousData }));
  const say = (l: LotOf, n: number) => {
    const goods = goodsOf(l.productId);
    return n === 0 ? '–' : goods ? sayQuantity(goods, n, language) : String(n);
  };
  const columns: readonly Column<LotOf>[] = [
    { id: 'code', header: words.lot, cell: (l) => <span className="sub">{l.memberName}</span> },
    { id: 'goods', header: words.goods, cell: (l) => `${l.productName} ${l.grade}` },
    { id: 'available', header: words.unsold, align: 'end', cell: (l) => say(l, l.available) },
    { id: 'reserved', header: texts.reserved, align: 'end', cell: (l) => say(l, l.reserved) },
    { id: 'sold', header: texts.sold, align: 'end', cell: (l) => say(l, l.sold) },
    { id: 'withdrawn', header: texts.withdrawn, align: 'end', optional: 'off', cell: (l) => say(l, l.withdrawn) },
    { id: 'age', header: texts.age, align: 'end', cell: (l) => (l.available > 0 && l.ageDays > 30 ? <Chip tone="warn">{t('days', { n: l.ageDays })}</Chip> : t('days', { n: l.ageDays })) },
    ...(b.mayWrite ? [{ id: 'out', header: texts.withdraw, cell: (l: LotOf) => l.available > 0 && <Button size="sm" variant="quiet" onClick={() => setChosen(l)}>{t('withdraw')}</Button> }] : []),
  ];
  const goods = chosen && goodsOf(chosen.productId);
  return (
    <div className="stack">
      <FilterBar
        state={state} filters={filters} searchLabel={t('search')}
        options={{ keadaan: [{ value: 'unsold', label: t('unsold') }, { value: 'reserved', label: t('reserved') }, { value: 'sold', label: t('sold') }, { value: 'all', label: t('all') }], barang: b.catalogue.products.map((p) => ({ value: p.id, label: p.name })) }}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(l) => l.id} rowName={(l) => l.code} rowHref={(l) => `/kelompok/${b.group.id}/produksi/slip/${l.depositId}`}
        total={query.data?.total} state={state} query={query} empty={{ title: texts.none, text: texts.noneText }}
      />
      {chosen && goods && <Withdraw board={b} lot={chosen} goods={goods} onClose={() => setChosen(null)} />}
    </div>
  );
}

function Withdraw({ board, lot, goods, onClose }: { readonly board: Board; readonly lot: LotOf; readonly goods: Goods; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const move = useMutation(api.goods.moveLot.mutationOptions());
  const [key] = useState(newKey);
  const [quantity, setQuantity] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  return (
    <WorkDialog
      title={t('title', { code: lot.code })} about={t('about', { available: sayQuantity(goods, lot.available, language) })} saveLabel={texts.withdraw} dirty={quantity !== null} onClose={onClose}
      missing={!quantity || reason.trim() === '' ? t('missing') : null}
      onSave={async () => {
        await move.mutateAsync({ key, groupId: board.group.id, lotId: lot.id, kind: 'withdraw', quantity: quantity ?? 0, reason: reason.trim() });
        toast({ text: t('recorded') });
        await refresh();
      }}
    >
      <FieldFrame id={`${id}-q`} label={texts.quantity}>{(f) => <QuantityInput {...f} measured={goods} value={quantity} onChange={setQuantity} label={t('quantity')} />}</FieldFrame>
      <FieldFrame id={`${id}-r`} label={texts.reason}>{(f) => <TextInput {...f} value={reason} maxLength={500} onChange={(e) => setReason(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}
