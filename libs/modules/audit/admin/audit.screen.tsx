import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { Drawer } from '@anyam/admin-kit/dialog';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, formatDateTime, formatNumber } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { Download, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useAuditApi } from './api.ts';
import { Changes, EntryDetail, type Entry } from './entry.tsx';
import { saveFile } from '@anyam/admin-kit/files';
import { texts } from './texts.ts';
import { actionWords, entityWords } from './words.ts';

const filters = defineFilters({
  pelaku: { kind: 'single', label: texts.person },
  tindakan: { kind: 'single', label: texts.action },
  jenis: { kind: 'single', label: texts.kind },
  tanggal: { kind: 'date', label: texts.dates },
});

export default function AuditScreen(_props: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const api = useAuditApi();
  const toast = useToast();
  const state = useTableState({ filters, size: 50 });
  const [shown, show] = useState<Entry | null>(null);
  const { pelaku, tindakan, jenis, tanggal } = state.filters;
  const filter = {
    ...(pelaku ? { actorId: pelaku } : {}),
    ...(tindakan ? { action: tindakan } : {}),
    ...(jenis ? { entity: jenis } : {}),
    ...(state.q.trim() ? { entityId: state.q.trim().slice(0, 64) } : {}),
    ...(tanggal?.from ? { from: tanggal.from } : {}),
    ...(tanggal?.to ? { until: tanggal.to } : {}),
  };
  const query = useQuery(api.list.queryOptions({ ...filter, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const actors = useQuery(api.actors.queryOptions(undefined, { staleTime: 60_000 }));
  const actions = useQuery(api.actions.queryOptions(undefined, { staleTime: 60_000 }));
  const kinds = useQuery(api.kinds.queryOptions(undefined, { staleTime: 60_000 }));
  const check = useQuery(api.verify.queryOptions(undefined, { enabled: false, staleTime: Infinity }));
  const save = useMutation(
    api.export.mutationOptions({
      onSuccess: (file) => {
        saveFile(file.fileName, file.base64);
        toast({ text: t('exported') });
      },
    }),
  );

  const columns: readonly Column<Entry>[] = [
    {
      id: 'when', header: texts.when, width: 150,
      cell: (e) => (
        <button type="button" className="as-link row-link" onClick={() => show(e)}>
          <DateText value={e.at} style="short" time />
        </button>
      ),
    },
    { id: 'person', header: texts.person, cell: (e) => e.actorName },
    {
      id: 'action', header: texts.action,
      cell: (e) => (
        <>
          {say(actionWords(e.action))}
          <div className="muted small">{say(entityWords(e.entity))}</div>
        </>
      ),
    },
    { id: 'changes', header: texts.changes, optional: true, cell: (e) => <Changes entry={e} most={3} /> },
    { id: 'reason', header: texts.reason, optional: true, cell: (e) => e.reason ?? <span className="muted">–</span> },
  ];
  const history = (entry: Entry) => {
    show(null);
    state.setQ(entry.entityId);
  };
  const sorted = (codes: readonly string[] | undefined, words: (code: string) => { id: string; en: string }) =>
    codes?.map((code) => ({ value: code, label: say(words(code)) })).sort((a, b) => a.label.localeCompare(b.label, language));

  return (
    <div className="stack">
      <PageHead
        title={t('title')}
        context={t('context')}
        actions={
          <>
            <Button icon={Link2} busy={check.isFetching} onClick={() => void check.refetch()}>{t('verify')}</Button>
            {session.can('audit.export') && <Button icon={Download} busy={save.isPending} onClick={() => save.mutate(filter)}>{t('export')}</Button>}
          </>
        }
      />
      <ErrorNotice error={save.error} />
      <div aria-live="polite">
        {Boolean(check.error) && <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />}
        {check.data && !check.error && (
          <Notice tone={check.data.intact ? 'ok' : 'bad'} title={check.data.intact ? t('intact') : t('broken')}>
            {t(check.data.intact ? 'intactWhy' : check.data.firstBroken === 'ujung' ? 'brokenEnd' : 'brokenWhy', {
              n: formatNumber(check.data.entries, language), id: check.data.firstBroken ?? '', when: formatDateTime(check.data.checkedAt, language),
            })}
          </Notice>
        )}
      </div>
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{
          pelaku: actors.data?.map((a) => ({ value: a.id, label: a.name })),
          tindakan: sorted(actions.data, actionWords),
          jenis: sorted(kinds.data, entityWords),
        }}
        count={query.data && t('count', { n: formatNumber(query.data.total, language) })}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={t('list')}
        columns={columns}
        rows={query.data?.rows}
        rowId={(e) => e.id}
        rowName={(e) => `${say(actionWords(e.action))} ${e.id}`}
        total={query.data?.total}
        state={state}
        query={query}
        preview={(entry) => <EntryDetail entry={entry} onHistory={() => history(entry)} />}
        empty={{ title: t('none'), text: t('noneWhy') }}
      />
      <Drawer open={shown !== null} onClose={() => show(null)} title={t('detail')}>
        {shown && <EntryDetail entry={shown} onHistory={() => history(shown)} />}
      </Drawer>
    </div>
  );
}
