import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, Money } from '@anyam/admin-kit/format';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { GROUP_EVENTS, type GroupEventKind } from '@anyam/domain/books';
import { useState } from 'react';
import { useBooksApi, useRefresh, type EntryRow, type Overview } from '../api.ts';
import { words } from '../words.ts';

const texts = defineTexts({
  ...words,
  caption: { id: 'Semua entri, yang terbaru lebih dulu', en: 'All entries, newest first' },
  kind: { id: 'Jenis', en: 'Kind' },
  moves: { id: 'Dari dan ke', en: 'From and to' },
  by: { id: 'Dicatat oleh', en: 'Recorded by' },
  taken: { id: 'dibatalkan', en: 'taken back' },
  reversal: { id: 'pembatalan', en: 'reversal' },
  correct: { id: 'Batalkan', en: 'Take back' },
  correctTitle: { id: 'Batalkan entri ini?', en: 'Take this entry back?' },
  correctText: {
    id: 'Entri aslinya tetap terbaca. Pembatalannya dicatat hari ini dengan alasan Anda; yang benar lalu dicatat baru.',
    en: 'The original stays readable. The reversal is recorded today with your reason; record anew what is right.',
  },
  corrected: { id: 'Entri dibatalkan.', en: 'The entry was taken back.' },
  search: { id: 'Cari uraian atau nomor nota', en: 'Search words or a receipt number' },
});
const filters = defineFilters({
  jenis: { kind: 'single', label: texts.kind },
  anggota: { kind: 'single', label: words.member },
  tanggal: { kind: 'date', label: words.date },
});

export default function EntriesTab({ books: b }: { readonly books: Overview }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [taking, setTaking] = useState<{ readonly row: EntryRow; readonly key: string } | null>(null);
  const state = useTableState({ filters, size: 50 });
  const f = state.filters;
  const members = useQuery(api.members.queryOptions({ groupId: b.groupId }, { staleTime: 60_000 })).data ?? [];
  const kind = f.jenis && f.jenis in GROUP_EVENTS ? (f.jenis as GroupEventKind) : undefined;
  const query = useQuery(
    api.entries.queryOptions(
      {
        groupId: b.groupId,
        page: state.page,
        pageSize: state.size as 25 | 50 | 100,
        ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
        ...(kind ? { kind } : {}),
        ...(members.some((m) => m.memberId === f.anggota) && f.anggota ? { memberId: f.anggota } : {}),
        ...(f.tanggal?.from ? { from: f.tanggal.from } : {}),
        ...(f.tanggal?.to ? { to: f.tanggal.to } : {}),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const correct = useMutation(api.correct.mutationOptions());
  const columns: readonly Column<EntryRow>[] = [
    {
      id: 'what',
      header: words.what,
      wrap: true,
      cell: (r) => (
        <div>
          <b>{say(r.text)}</b> {r.reversed && <Chip tone="warn">{t('taken')}</Chip>} {r.reverses !== null && <Chip tone="warn">{t('reversal')}</Chip>}
          <div className="sub">
            <DateText value={r.on} style="short" /> · {[say(r.label), ...r.documents, r.reason].filter(Boolean).join(' · ')}
          </div>
        </div>
      ),
    },
    {
      id: 'moves',
      header: texts.moves,
      wrap: true,
      optional: true,
      cell: (r) => (
        <>
          {r.lines.slice(0, 4).map((l, i) => (
            <div key={i} className="small">
              {say(l.from)} → {say(l.to)}
              {r.lines.length > 1 && (
                <>
                  {' '}
                  <Money amount={l.amount} bare />
                </>
              )}
            </div>
          ))}
          {r.lines.length > 4 && <div className="small muted">+ {r.lines.length - 4}</div>}
        </>
      ),
    },
    { id: 'amount', header: words.amount, align: 'end', cell: (r) => <Money amount={r.amount} bare /> },
    { id: 'by', header: texts.by, optional: true, cell: (r) => r.actorName },
    {
      id: 'act',
      header: texts.correct,
      cell: (r) =>
        b.may.close && r.correctable ? (
          <Button size="sm" variant="quiet" onClick={() => setTaking({ row: r, key: newKey() })}>
            {t('correct')}
          </Button>
        ) : (
          ''
        ),
    },
  ];
  return (
    <div className="stack">
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        end={<TableTools state={state} columns={columns} />}
        options={{
          jenis: (Object.keys(GROUP_EVENTS) as GroupEventKind[]).map((value) => ({ value, label: GROUP_EVENTS[value].label[language] })),
          anggota: members.map((m) => ({ value: m.memberId, label: m.name })),
        }}
      />
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={query.data?.rows}
        total={query.data?.total}
        rowId={(r) => r.key}
        rowName={(r) => say(r.text)}
        state={state}
        query={query}
        empty={{ title: texts.nothing, text: texts.nothingText }}
      />
      <ConfirmDialog
        open={taking !== null}
        onClose={() => setTaking(null)}
        title={texts.correctTitle}
        confirmLabel={texts.correct}
        danger
        needs={['reason']}
        onConfirm={async ({ reason }) => {
          if (!taking) return;
          await correct.mutateAsync({ groupId: b.groupId, key: taking.key, eventKey: taking.row.key, on: b.today, reason: reason.slice(0, 300) });
          toast({ text: t('corrected') });
          await refresh();
        }}
      >
        {taking && (
          <p>
            <b>{say(taking.row.text)}</b> · <Money amount={taking.row.amount} />
          </p>
        )}
        <p>{t('correctText')}</p>
      </ConfirmDialog>
    </div>
  );
}
