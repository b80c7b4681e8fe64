import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { DataTable, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText } from '@anyam/admin-kit/format';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { REJECT_REASON_LABEL, sayQuantity } from '@anyam/domain/production';
import { useState } from 'react';
import { useProductionApi, useRefresh, type Board, type Deposit } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  search: { id: 'Cari anggota atau kode lot', en: 'Search a member or a lot code' },
  caption: { id: 'Setoran kelompok', en: 'Deposits of the group' },
  voidTitle: { id: 'Batalkan setoran {name}', en: 'Take back the deposit of {name}' },
  voidAbout: { id: 'Setoran dan lotnya tetap terlihat sebagai dibatalkan. Hanya bisa selama seluruh lotnya belum dipesan atau dijual.', en: 'The deposit and its lot stay to be seen as taken back. Only while none of the lot is reserved or sold.' },
  voidIt: { id: 'Batalkan setoran', en: 'Take the deposit back' },
  voided: { id: 'Setoran dibatalkan.', en: 'The deposit was taken back.' },
  none: { id: 'Belum ada setoran', en: 'No deposits yet' },
  noneText: { id: 'Catat barang yang dibawa anggota; tiap setoran mendapat kode lot dan slip.', en: 'Record the goods that members bring; each deposit gets a lot code and a slip.' },
});
const filters = defineFilters({ anggota: { kind: 'single', label: words.member }, barang: { kind: 'single', label: words.goods } });

export default function DepositsTab({ board: b, onAdd }: { readonly board: Board; readonly onAdd: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const state = useTableState({ filters, sort: { column: 'on', desc: true }, size: 25 });
  const [wrong, setWrong] = useState<Deposit | null>(null);
  const [key, setKey] = useState(newKey);
  const takeBack = useMutation(api.goods.voidDeposit.mutationOptions());
  const uuid = (text: string | null | undefined) => (text && /^[0-9a-f-]{36}$/.test(text) ? text : null);
  const query = useQuery(api.goods.deposits.queryOptions(
    { groupId: b.group.id, q: state.q.trim().slice(0, 80), page: state.page, pageSize: state.size as 25 | 50 | 100, memberId: uuid(state.filters.anggota), productId: uuid(state.filters.barang) }, { placeholderData: keepPreviousData }));
  const say = (d: Deposit, n: number) => {
    const goods = b.catalogue.products.find((p) => p.id === d.productId);
    return goods ? sayQuantity(goods, n, language) : String(n);
  };
  const columns: readonly Column<Deposit>[] = [
    { id: 'name', header: words.member, cell: (d) => <span className="sub">{d.productName} {d.grade}</span> },
    { id: 'on', header: words.date, cell: (d) => <DateText value={d.on} style="short" /> },
    { id: 'accepted', header: words.accepted, align: 'end', cell: (d) => (d.voidReason ? <s>{say(d, d.accepted)}</s> : say(d, d.accepted)) },
    { id: 'rejected', header: words.rejected, cell: (d) => (d.rejected > 0 && d.rejectReason ? `${say(d, d.rejected)}: ${REJECT_REASON_LABEL[d.rejectReason][language]}` : '–'), wrap: true },
    { id: 'lot', header: words.lot, cell: (d) => (d.voidReason ? <Chip tone="bad">{t('takenBack')}</Chip> : (d.lotCode ?? '–')) },
    ...(b.mayWrite ? [{ id: 'undo', header: words.takeBack, cell: (d: Deposit) => !d.voidReason && <Button size="sm" variant="quiet" onClick={() => setWrong(d)}>{t('takeBack')}</Button> }] : []),
  ];
  return (
    <div className="stack">
      <FilterBar
        state={state} filters={filters} searchLabel={t('search')}
        options={{ anggota: b.members.map((m) => ({ value: m.id, label: m.name })), barang: b.catalogue.products.map((p) => ({ value: p.id, label: p.name })) }}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(d) => d.id} rowName={(d) => d.memberName} rowHref={(d) => `/kelompok/${b.group.id}/produksi/slip/${d.id}`}
        total={query.data?.total} state={state} query={query}
        empty={{ title: texts.none, text: texts.noneText, action: b.mayWrite ? <Button onClick={onAdd}>{t('addDeposit')}</Button> : undefined }}
      />
      <ConfirmDialog
        open={wrong !== null} onClose={() => setWrong(null)} title={t('voidTitle', { name: wrong?.memberName ?? '' })} confirmLabel={texts.voidIt} danger needs={['reason']}
        onConfirm={async ({ reason }) => {
          await takeBack.mutateAsync({ key, groupId: b.group.id, depositId: wrong?.id ?? '', reason: reason ?? '' });
          setKey(newKey());
          toast({ text: t('voided') });
          await refresh();
        }}
      >
        <p>{t('voidAbout')}</p>
      </ConfirmDialog>
    </div>
  );
}
