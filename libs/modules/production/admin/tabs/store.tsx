import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { DataTable, type Column } from '@anyam/admin-kit/data-table';
import { DateText, Money } from '@anyam/admin-kit/format';
import { newKey } from '@anyam/admin-kit/new-key';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { sayQuantity, unitLabel } from '@anyam/domain/production';
import { lazy, Suspense, useState } from 'react';
import { MOVE_WORDS } from '../parts/move-words.ts';
import { useProductionApi, useRefresh, type Board, type Move, type Store } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const ReceiveDialog = lazy(() => import('../dialogs/material.tsx').then((m) => ({ default: m.ReceiveDialog })));
const MoveDialog = lazy(() => import('../dialogs/material.tsx').then((m) => ({ default: m.MoveDialog })));

const texts = defineTexts({
  ...words,
  receive: { id: 'Terima bahan', en: 'Receive material' },
  move: { id: 'Catat pengambilan atau pemakaian', en: 'Record taking or use' },
  inStore: { id: 'Di gudang', en: 'In store' },
  out: { id: 'Pada anggota', en: 'With members' },
  received: { id: 'Diterima seluruhnya', en: 'Received in all' },
  issued: { id: 'Diambil', en: 'Taken' },
  used: { id: 'Terpakai', en: 'Used' },
  back: { id: 'Kembali', en: 'Returned' },
  lost: { id: 'Rusak, hilang', en: 'Unfit, lost' },
  held: { id: 'Masih dibawa', en: 'Still held' },
  byNorm: { id: 'Takaran bulan ini', en: 'By the norm this month' },
  norm: { id: '{material} {unit} untuk {pieces} {goods}', en: '{material} {unit} for {pieces} {goods}' },
  decided: { id: 'keputusan musyawarah', en: 'decided by the meeting' },
  norms: { id: 'Takaran', en: 'Norms' },
  none: { id: 'Belum ada bahan tercatat', en: 'No material recorded yet' },
  noneText: { id: 'Catat bahan yang dibawa pengepul atau dibeli kelompok, lalu pengambilan anggota.', en: 'Record what the broker brought or the group bought, then what members take.' },
  moves: { id: 'Gerak bahan', en: 'Movements' },
  noMoves: { id: 'Belum ada gerak bahan', en: 'No movements yet' },
  undoTitle: { id: 'Batalkan "{what}"', en: 'Take back "{what}"' },
  undoAbout: { id: 'Dicatat balik dengan jumlah dan nilai yang sama, juga di buku kelompok.', en: "Recorded in reverse with the same quantity and value, in the group's books too." },
  correction: { id: 'Pembatalan', en: 'Reversal' },
});

export default function StoreTab({ board: b }: { readonly board: Board }) {
  const t = useText(texts);
  const api = useProductionApi();
  const query = useQuery(api.store.view.queryOptions({ groupId: b.group.id }));
  const [open, setOpen] = useState<'receive' | 'move' | null>(null);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={280} />;
  const s = query.data;
  const known = s.materials.filter((m) => m.received.quantity > 0);
  return (
    <div className="stack">
      {b.mayWrite && (
        <div className="row flex-wrap">
          <Button variant="primary" onClick={() => setOpen('receive')}>{t('receive')}</Button>
          {known.length > 0 && <Button onClick={() => setOpen('move')}>{t('move')}</Button>}
        </div>
      )}
      {known.length === 0 ? <EmptyState title={texts.none} text={texts.noneText} /> : known.map((m) => <MaterialCard key={m.material.id} of={m} />)}
      {known.length > 0 && <Moves board={b} store={s} />}
      <Suspense>
        {open === 'receive' && <ReceiveDialog store={s} onClose={() => setOpen(null)} />}
        {open === 'move' && <MoveDialog store={s} onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

function MaterialCard({ of: m }: { readonly of: Store['materials'][number] }) {
  const t = useText(texts);
  const tell = useSay();
  const language = useLanguage();
  const say = (n: number) => (n === 0 ? '–' : sayQuantity(m.material, n, language));
  const worth = (x: { quantity: number; value: bigint }) => <>{say(x.quantity)} <span className="muted small">(<Money amount={x.value} />)</span></>;
  return (
    <Card title={m.material.name}>
      <div className="stack">
        {m.findings.map((f) => <Notice key={`${f.code}${f.where ?? ''}`} tone="warn" title={`${m.members.find((x) => x.memberId === f.where)?.name ?? ''}: ${tell(f.title)}`}>{tell(f.text)}</Notice>)}
        <Facts items={[{ label: texts.inStore, value: worth(m.inStore) }, { label: texts.out, value: worth(m.out) }, { label: texts.received, value: worth(m.received) }]} />
        {m.norms.length > 0 && (
          <p className="small muted">
            {t('norms')}: {m.norms.map((n) => `${t('norm', { material: n.material, unit: unitLabel(m.material.baseUnit)[language], pieces: n.pieces, goods: `${n.productName}${n.grade ? ` ${n.grade}` : ''}` })}${n.byDecision ? ` (${t('decided')})` : ''}`).join('; ')}
          </p>
        )}
        {m.members.length > 0 && (
          <RowsTable
            caption={m.material.name} rows={m.members} rowId={(x) => x.memberId}
            columns={[
              { id: 'member', header: texts.member, cell: (x) => x.name },
              { id: 'issued', header: texts.issued, end: true, cell: (x) => say(x.issued.quantity) },
              { id: 'used', header: texts.used, end: true, cell: (x) => say(x.used.quantity) },
              { id: 'back', header: texts.back, end: true, cell: (x) => say(x.returned.quantity) },
              { id: 'lost', header: texts.lost, end: true, cell: (x) => say(x.rejected.quantity + x.lost.quantity) },
              { id: 'held', header: texts.held, end: true, cell: (x) => <b>{say(x.out.quantity)}</b> },
              { id: 'norm', header: texts.byNorm, end: true, cell: (x) => (x.expected === null ? '–' : `${say(x.usedThisMonth)} / ${say(x.expected)}`) },
            ]}
          />
        )}
      </div>
    </Card>
  );
}

const filters = defineFilters({});

function Moves({ board: b, store: s }: { readonly board: Board; readonly store: Store }) {
  const t = useText(texts);
  const tell = useSay();
  const language = useLanguage();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const state = useTableState({ filters, sort: { column: 'on', desc: true }, size: 25 });
  const query = useQuery(api.store.moves.queryOptions({ groupId: b.group.id, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const correct = useMutation(api.store.correct.mutationOptions());
  const [wrong, setWrong] = useState<Move | null>(null);
  const [key, setKey] = useState(newKey);
  const quantity = (r: Move) => {
    const material = s.materials.find((m) => m.material.id === r.materialId)?.material;
    return `${r.reversesId ? '− ' : ''}${material ? sayQuantity(material, r.quantity, language) : r.quantity}`;
  };
  const columns: readonly Column<Move>[] = [
    { id: 'what', header: texts.moves, cell: (r) => <><b>{tell(MOVE_WORDS[r.kind])}</b><span className="sub">{r.memberName ?? ''}</span></> },
    { id: 'material', header: words.material, cell: (r) => r.materialName },
    { id: 'on', header: words.date, cell: (r) => <DateText value={r.on} style="short" /> },
    { id: 'quantity', header: words.quantity, align: 'end', cell: quantity },
    { id: 'value', header: words.value, align: 'end', cell: (r) => <Money amount={r.value} bare /> },
    { id: 'note', header: words.note, optional: true, wrap: true, cell: (r) => r.note ?? '–' },
    { id: 'undo', header: words.takeBack, cell: (r) => (r.reversed ? <Chip>{t('takenBack')}</Chip> : r.reversesId ? <Chip>{t('correction')}</Chip> : b.mayWrite && <Button size="sm" variant="quiet" onClick={() => setWrong(r)}>{t('takeBack')}</Button>) },
  ];
  return (
    <section className="stack">
      <h2>{t('moves')}</h2>
      <DataTable caption={texts.moves} columns={columns} rows={query.data?.rows} rowId={(r) => r.id} rowName={(r) => tell(MOVE_WORDS[r.kind])} total={query.data?.total} state={state} query={query} empty={{ title: texts.noMoves }} />
      <ConfirmDialog
        open={wrong !== null} onClose={() => setWrong(null)} title={t('undoTitle', { what: wrong ? tell(MOVE_WORDS[wrong.kind]) : '' })} confirmLabel={texts.takeBack} danger needs={['reason']}
        onConfirm={async ({ reason }) => {
          await correct.mutateAsync({ key, groupId: b.group.id, eventId: wrong?.id ?? '', reason: reason ?? '' });
          setKey(newKey());
          toast({ text: t('recorded') });
          await refresh();
        }}
      >
        <p>{t('undoAbout')}</p>
      </ConfirmDialog>
    </section>
  );
}
