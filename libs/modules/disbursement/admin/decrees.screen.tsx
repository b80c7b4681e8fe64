import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateText, Money } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { useNavigate } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import type { z } from 'zod';
import type { decreeRow } from '../contract/index.ts';
import { AidNav } from './parts/aid-nav.tsx';
import { newKey, useAidApi, useProgrammes, useRefresh } from './parts/api.ts';
import { PassedProposals } from './parts/passed-proposals.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Penetapan penerima', en: 'Decrees of recipients' },
  caption: { id: 'Daftar SK penetapan', en: 'List of decrees' },
  make: { id: 'Susun konsep SK', en: 'Draw up a decree' },
  draft: { id: 'Konsep', en: 'Draft' },
  draftName: { id: 'Konsep SK', en: 'Draft decree' },
  issued: { id: 'Terbit', en: 'Issued' },
  recipients: { id: 'Penerima', en: 'Recipients' },
  dated: { id: 'Tanggal SK', en: 'Dated' },
  by: { id: 'Disusun oleh', en: 'Drawn up by' },
  made: { id: 'Disusun', en: 'Drawn up' },
  searchNo: { id: 'Cari nomor SK', en: 'Search the number of a decree' },
  noneTitle: { id: 'Belum ada SK penetapan', en: 'No decrees yet' },
  noneText: { id: 'Operator menyusun konsep SK dari usulan yang lolos verifikasi.', en: 'Operators draw up a decree from proposals that passed verification.' },
  chooseFirst: { id: 'Pilih program, lalu paling sedikit satu usulan.', en: 'Choose a programme, then at least one proposal.' },
  others: { id: 'Usulan yang sudah ada di konsep SK lain tidak ditampilkan.', en: 'Proposals on another draft are not shown.' },
});
const filters = defineFilters({ program: { kind: 'single', label: words.programme }, keadaan: { kind: 'single', label: words.state } });
type Row = z.infer<typeof decreeRow>;

const columns: readonly Column<Row>[] = [
  { id: 'number', header: words.number, cell: (r) => <span className="sub">{r.programmeName}</span> },
  { id: 'dated', header: texts.dated, cell: (r) => (r.dated ? <DateText value={r.dated} style="short" /> : '–') },
  { id: 'recipients', header: texts.recipients, align: 'end', cell: (r) => r.recipients },
  { id: 'total', header: words.amount, align: 'end', cell: (r) => <Money amount={r.total} bare /> },
  { id: 'state', header: words.state, cell: (r) => <Chip tone={r.state === 'issued' ? 'ok' : 'neutral'}>{r.state === 'issued' ? texts.issued : texts.draft}</Chip> },
  { id: 'by', header: texts.by, optional: true, cell: (r) => r.createdBy },
  { id: 'made', header: texts.made, optional: true, cell: (r) => <DateText value={r.createdAt} style="short" /> },
];

export default function DecreesScreen(_: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const api = useAidApi();
  const { can } = useSession();
  const programmes = useProgrammes();
  const state = useTableState({ filters });
  const [making, setMaking] = useState(false);
  const { program, keadaan } = state.filters;
  const query = useQuery(api.decrees.list.queryOptions({
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
    ...(program ? { programmeId: program } : {}),
    ...(keadaan === 'draft' || keadaan === 'issued' ? { state: keadaan } : {}),
    page: state.page,
    pageSize: state.size as 25 | 50 | 100,
  }, { placeholderData: keepPreviousData }));
  const total = query.data?.total;
  const make = can('disbursement.draft') && <Button variant="primary" onClick={() => setMaking(true)}>{t('make')}</Button>;
  return (
    <div className="stack">
      <PageHead title={texts.title} actions={make} />
      <AidNav />
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('searchNo')}
        options={{ program: programmes.options, keadaan: [{ value: 'draft', label: t('draft') }, { value: 'issued', label: t('issued') }] }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(r) => r.id} rowName={(r) => r.number ?? t('draftName')} rowHref={(r) => `/bantuan/penetapan/${r.id}`}
        total={total} state={state} query={query} empty={{ title: texts.noneTitle, text: texts.noneText }}
      />
      {making && <DraftDialog first={program ?? ''} onClose={() => setMaking(false)} />}
    </div>
  );
}

function DraftDialog({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useAidApi();
  const go = useNavigate();
  const refresh = useRefresh();
  const programmes = useProgrammes();
  const [key] = useState(newKey);
  const [picked, setProgrammeId] = useState<string | null>(first || null);
  // The one programme there is needs no choosing.
  const programmeId = picked ?? (programmes.options.length === 1 ? (programmes.options[0]?.value ?? '') : '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const draft = useMutation(api.decrees.draft.mutationOptions());
  const missing = programmeId === '' || chosen.size === 0;
  const save = async () => {
    setTried(true);
    if (missing) return document.getElementById(id)?.focus();
    try {
      const done = await draft.mutateAsync({ key, programmeId, proposalIds: [...chosen] });
      await refresh();
      go(`/bantuan/penetapan/${done.id}`);
    } catch {
      // Shown above the list.
    }
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={texts.make}
      dirty={chosen.size > 0}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={draft.isPending} onClick={() => void save()}>{t('make')}</Button>
        </>
      }
    >
      <ErrorNotice error={draft.error ?? programmes.query.error} />
      <FieldFrame id={id} label={texts.programme} hint={texts.others} error={tried && missing ? t('chooseFirst') : undefined}>
        {(c) => <Select {...c} value={programmeId} placeholder={t('choose')} options={programmes.options} onChange={(e) => { setProgrammeId(e.target.value); setChosen(new Set()); }} />}
      </FieldFrame>
      {programmeId !== '' && <PassedProposals key={programmeId} programmeId={programmeId} chosen={chosen} onChange={setChosen} />}
    </Dialog>
  );
}
