import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money, RelativeDate } from '@anyam/admin-kit/format';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { useNavigate } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { batchFlow, workFlow, type BatchState } from '@anyam/domain/disbursement';
import { useId, useState } from 'react';
import { AidNav } from './parts/aid-nav.tsx';
import { newKey, useAidApi, useProgrammes, useRefresh, type BatchRow } from './parts/api.ts';
import { ReadyTranches } from './parts/ready-tranches.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Pencairan', en: 'Payment' },
  caption: { id: 'Daftar batch pencairan', en: 'List of payment batches' },
  make: { id: 'Buat batch', en: 'Make a batch' },
  lines: { id: 'Kelompok', en: 'Groups' },
  paid: { id: 'Terbayar', en: 'Paid' },
  sp2d: { id: 'SP2D', en: 'SP2D' },
  cases: { id: 'Selisih terbuka', en: 'Open differences' },
  searchNo: { id: 'Cari nomor atau nama batch', en: 'Search number or name' },
  noneTitle: { id: 'Belum ada batch pencairan', en: 'No payment batches yet' },
  noneText: { id: 'Operator membuat batch dari tahap yang siap dicairkan.', en: 'Operators make a batch from tranches that are ready.' },
  name: { id: 'Nama batch', en: 'Name of the batch' },
  nameHint: { id: 'Misalnya "Tahap 1 Kecamatan Pitu".', en: 'For example "Tranche 1, Pitu".' },
  nameMissing: { id: 'Isi nama batch.', en: 'Enter a name.' },
  format: { id: 'Format bank', en: 'Bank format' },
  programmeMissing: { id: 'Pilih program.', en: 'Choose a programme.' },
  chooseFirst: { id: 'Pilih paling sedikit satu tahap yang siap.', en: 'Choose at least one tranche that is ready.' },
});
const filters = defineFilters({ program: { kind: 'single', label: words.programme }, keadaan: { kind: 'multi', label: words.state } });
const STATES = Object.keys(batchFlow.states) as BatchState[];

const columns: readonly Column<BatchRow>[] = [
  { id: 'number', header: words.number, cell: (r) => <span className="sub">{r.name}</span> },
  { id: 'programme', header: words.programme, optional: true, cell: (r) => r.programmeName },
  { id: 'lines', header: texts.lines, align: 'end', cell: (r) => r.lines },
  { id: 'total', header: words.amount, align: 'end', cell: (r) => <Money amount={r.total} bare /> },
  { id: 'paid', header: texts.paid, align: 'end', optional: true, cell: (r) => r.paid },
  { id: 'cases', header: texts.cases, align: 'end', optional: true, cell: (r) => (r.openCases > 0 ? <Chip tone="warn" mark="sign">{r.openCases}</Chip> : 0) },
  { id: 'sp2d', header: texts.sp2d, optional: 'off', cell: (r) => r.sp2dNumber ?? '–' },
  { id: 'state', header: words.state, cell: (r) => <span className="row"><StateChip of={batchFlow.states[r.state]} />{r.workState !== 'idle' && <StateChip of={workFlow.states[r.workState]} />}</span> },
  { id: 'since', header: words.since, cell: (r) => <RelativeDate value={r.since} /> },
];

export default function BatchesScreen(_: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useAidApi();
  const { can } = useSession();
  const programmes = useProgrammes();
  const state = useTableState({ filters });
  const [making, setMaking] = useState(false);
  const { program, keadaan } = state.filters;
  const picked = STATES.filter((s) => keadaan?.includes(s));
  const query = useQuery(api.batches.list.queryOptions({
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
    ...(program ? { programmeId: program } : {}),
    ...(picked.length > 0 ? { states: picked } : {}),
    page: state.page,
    pageSize: state.size as 25 | 50 | 100,
  }, { placeholderData: keepPreviousData }));
  const total = query.data?.total;
  const count = (s: BatchState) => query.data?.counts.find((c) => c.state === s)?.count;
  return (
    <div className="stack">
      <PageHead title={texts.title} actions={can('disbursement.draft') && <Button variant="primary" onClick={() => setMaking(true)}>{t('make')}</Button>} />
      <AidNav />
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('searchNo')}
        options={{ program: programmes.options, keadaan: STATES.map((s) => ({ value: s, label: `${batchFlow.states[s].label[language]}${count(s) ? ` (${count(s)})` : ''}` })) }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(r) => r.id} rowName={(r) => r.number} rowHref={(r) => `/bantuan/pencairan/${r.id}`}
        total={total} state={state} query={query} empty={{ title: texts.noneTitle, text: texts.noneText }}
      />
      {making && <MakeDialog first={program ?? ''} onClose={() => setMaking(false)} />}
    </div>
  );
}

function MakeDialog({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useAidApi();
  const go = useNavigate();
  const refresh = useRefresh();
  const programmes = useProgrammes();
  const formats = useQuery(api.batches.formats.queryOptions());
  const [key] = useState(newKey);
  const [name, setName] = useState('');
  const [picked, setProgrammeId] = useState<string | null>(first || null);
  // The one programme there is needs no choosing.
  const programmeId = picked ?? (programmes.options.length === 1 ? (programmes.options[0]?.value ?? '') : '');
  const [format, setFormat] = useState('umum');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const create = useMutation(api.batches.create.mutationOptions());
  const faults = {
    programme: programmeId === '' ? t('programmeMissing') : undefined,
    name: name.trim() === '' ? t('nameMissing') : undefined,
    tranches: chosen.size === 0 ? t('chooseFirst') : undefined,
  };
  const wrong = (['programme', 'name', 'tranches'] as const).find((k) => faults[k]);
  const save = async () => {
    setTried(true);
    if (wrong) return document.getElementById(`${id}-${wrong}`)?.focus();
    try {
      const done = await create.mutateAsync({ key, programmeId, name: name.trim(), bankFormat: format, trancheIds: [...chosen] });
      await refresh();
      go(`/bantuan/pencairan/${done.id}`);
    } catch {
      // Shown above the fields.
    }
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={texts.make}
      dirty={chosen.size > 0 || name !== ''}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={create.isPending} onClick={() => void save()}>{t('make')}</Button>
        </>
      }
    >
      <ErrorNotice error={create.error ?? programmes.query.error ?? formats.error} />
      <FieldFrame id={`${id}-programme`} label={texts.programme} error={tried ? faults.programme : undefined}>
        {(c) => <Select {...c} value={programmeId} placeholder={t('choose')} options={programmes.options} onChange={(e) => { setProgrammeId(e.target.value); setChosen(new Set()); }} />}
      </FieldFrame>
      <FieldFrame id={`${id}-name`} label={texts.name} hint={texts.nameHint} error={tried ? faults.name : undefined}>
        {(c) => <TextInput {...c} value={name} maxLength={120} autoComplete="off" onChange={(e) => setName(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-format`} label={texts.format}>
        {(c) => <Select {...c} value={format} options={formats.data?.map((f) => ({ value: f.id, label: f.name })) ?? [{ value: 'umum', label: 'Umum' }]} onChange={(e) => setFormat(e.target.value)} />}
      </FieldFrame>
      <div id={`${id}-tranches`} tabIndex={-1}>
        {tried && faults.tranches && programmeId !== '' && <div className="field-error" role="alert">{faults.tranches}</div>}
        {programmeId !== '' && <ReadyTranches key={programmeId} programmeId={programmeId} chosen={chosen} onChange={setChosen} />}
      </div>
    </Dialog>
  );
}
