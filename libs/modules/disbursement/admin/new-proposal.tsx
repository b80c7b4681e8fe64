import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { BulkResultView } from '@anyam/admin-kit/bulk-result';
import { Button, IconButton } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { useNavigate } from '@anyam/admin-kit/link';
import { EmptyState, ErrorNotice, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { X } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { bulkRows, newKey, useAidApi, useGroupApi, useProgrammes, useRefresh, type BulkResult } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Usulan baru', en: 'New proposal' },
  about: { id: 'Pilih satu kelompok untuk satu usulan, atau beberapa sekaligus. Usulan mulai sebagai draf.', en: 'Choose one group for one proposal, or several at once. Proposals start as drafts.' },
  programmeFault: { id: 'Pilih programnya dulu.', en: 'Choose the programme first.' },
  noProgramme: { id: 'Belum ada program yang terbuka. Program dibuka oleh bidang yang mengelolanya.', en: 'No programme is open. Programmes are opened by those who manage them.' },
  groups: { id: 'Kelompok', en: 'Groups' },
  find: { id: 'Cari kelompok', en: 'Find a group' },
  findHint: { id: 'Ketik nama kelompok, lalu centang yang akan diusulkan.', en: 'Type the name of a group, then tick those to propose.' },
  onlyNew: { id: 'Hanya kelompok terbentuk atau aktif tanpa usulan atau bantuan', en: 'Only formed or active groups without a proposal or aid' },
  shown: { id: '{n} dari {total} kelompok tampil. Persempit pencarian untuk melihat yang lain.', en: '{n} of {total} groups are shown. Narrow the search to see others.' },
  all: { id: 'Pilih semua yang tampil', en: 'Select all that are shown' },
  none: { id: 'Tidak ada kelompok yang cocok', en: 'No group matches' },
  noneText: { id: 'Ubah kata pencarian atau lepas centang penyaring di atas.', en: 'Change the search, or untick the filter above.' },
  chosen: { id: '{n} kelompok dipilih', en: '{n} groups chosen' },
  unpick: { id: 'Lepas {name}', en: 'Unselect {name}' },
  groupsFault: { id: 'Pilih sedikitnya satu kelompok.', en: 'Choose at least one group.' },
  tooMany: { id: 'Paling banyak 200 kelompok sekali jalan.', en: 'At most 200 groups at a time.' },
  purpose: { id: 'Tujuan penggunaan', en: 'Purpose' },
  make: { id: 'Buat usulan', en: 'Make the proposal' },
  trial: { id: 'Periksa dulu', en: 'Check first' },
  run: { id: 'Buat {n} usulan', en: 'Make {n} proposals' },
  back: { id: 'Ubah pilihan', en: 'Change the selection' },
  made: { id: 'Usulan dibuat. Isi RAB dan berkasnya.', en: 'The proposal was made. Fill in its plan and papers.' },
  madeMany: { id: '{n} usulan dibuat.', en: '{n} proposals were made.' },
});
const MOST = 200;

/** Makes one draft proposal, or one for each of many groups. */
export function NewProposal({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return open ? <Opened onClose={onClose} /> : null;
}

function Opened({ onClose }: { readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const go = useNavigate();
  const toast = useToast();
  const api = useAidApi();
  const refresh = useRefresh();
  const { query, rows, options } = useProgrammes();
  const one = useMutation(api.proposals.create.mutationOptions());
  const many = useMutation(api.proposals.bulkCreate.mutationOptions());
  const [programme, setProgramme] = useState<string | null>(null);
  const [groups, setGroups] = useState<ReadonlyMap<string, string>>(new Map());
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const [result, setResult] = useState<BulkResult | null>(null);
  const [key, setKey] = useState(newKey);
  const openOnes = options.filter((o) => rows.some((p) => p.id === o.value && p.state === 'open'));
  const programmeId = programme ?? (openOnes.length === 1 ? (openOnes[0]?.value ?? null) : null);
  /** Other content is another write: it must not be answered with the first one's result. */
  const edit = (put: () => void) => {
    put();
    one.reset();
    many.reset();
    setKey(newKey());
  };
  const faults = { programme: programmeId ? undefined : t('programmeFault'), groups: groups.size === 0 ? t('groupsFault') : groups.size > MOST ? t('tooMany') : undefined };
  const finished = result !== null && !result.dryRun;
  // A dry run tells groups that cannot by their own id; those that can are the others.
  const refused = new Set(result?.dryRun ? result.rows.filter((r) => !r.ok).map((r) => r.id) : []);
  const going = [...groups.keys()].filter((g) => !refused.has(g));

  const ready = (): boolean => {
    setTried(true);
    const first = faults.programme ? 'programme' : faults.groups ? 'find' : null;
    if (first) document.getElementById(`${id}-${first}`)?.focus();
    return first === null;
  };
  const makeOne = async () => {
    const groupId = [...groups.keys()][0];
    if (!ready() || !programmeId || !groupId) return;
    try {
      const made = await one.mutateAsync({ key, programmeId, groupId, ...(purpose.trim() ? { purpose: purpose.trim() } : {}) });
      void refresh();
      toast({ text: t('made') });
      go(`/bantuan/usulan/${made.id}`);
    } catch {
      return; // Shown from the mutation.
    }
  };
  const makeMany = async (dryRun: boolean) => {
    if (!ready() || !programmeId) return;
    // The run has a key of its own; a second press repeats it.
    const own = dryRun ? newKey() : key;
    setKey(own);
    try {
      const answer = await many.mutateAsync({ key: own, programmeId, groupIds: dryRun ? [...groups.keys()] : going, dryRun });
      setResult(answer);
      if (dryRun) return;
      toast({ text: t('madeMany', { n: answer.done }) });
      await refresh();
    } catch {
      return; // Shown from the mutation.
    }
  };

  return (
    <Drawer
      open
      onClose={onClose}
      title={texts.title}
      size="lg"
      dirty={!finished && (groups.size > 0 || purpose !== '')}
      footer={
        finished ? (
          <Button variant="primary" onClick={onClose}>{t('close')}</Button>
        ) : result ? (
          <>
            <Button onClick={() => edit(() => setResult(null))}>{t('back')}</Button>
            {going.length > 0 && <Button variant="primary" busy={many.isPending} onClick={() => void makeMany(false)}>{t('run', { n: going.length })}</Button>}
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            {groups.size > 1 ? (
              <Button variant="primary" busy={many.isPending} onClick={() => void makeMany(true)}>{t('trial')}</Button>
            ) : (
              <Button variant="primary" busy={one.isPending} onClick={() => void makeOne()}>{t('make')}</Button>
            )}
          </>
        )
      }
    >
      <div className="stack">
        <ErrorNotice error={one.error ?? many.error} />
        {result ? (
          <BulkResultView rows={bulkRows(result)} dryRun={result.dryRun} />
        ) : (
          <>
            <p className="muted">{t('about')}</p>
            {query.error ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
            {query.data && openOnes.length === 0 && <Notice tone="warn" title={texts.noProgramme} />}
            <FieldFrame id={`${id}-programme`} label={texts.programme} error={tried ? faults.programme : undefined}>
              {(c) => <Select {...c} value={programmeId ?? ''} placeholder={t('choose')} options={openOnes} onChange={(e) => edit(() => setProgramme(e.target.value || null))} />}
            </FieldFrame>
            <GroupPicker id={`${id}-find`} chosen={groups} error={tried ? faults.groups : undefined} onChange={(next) => edit(() => setGroups(next))} />
            {groups.size === 1 && (
              <FieldFrame id={`${id}-purpose`} label={texts.purpose} optional>
                {(c) => <textarea {...c} className="ctl" rows={2} maxLength={500} value={purpose} onChange={(e) => edit(() => setPurpose(e.target.value))} />}
              </FieldFrame>
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}

interface PickerProps {
  readonly id: string;
  readonly chosen: ReadonlyMap<string, string>;
  readonly error: string | undefined;
  readonly onChange: (next: ReadonlyMap<string, string>) => void;
}

function GroupPicker({ id, chosen, error, onChange }: PickerProps) {
  const t = useText(texts);
  const api = useGroupApi();
  const [text, setText] = useState('');
  const [onlyNew, setOnlyNew] = useState(true);
  const q = useDeferredValue(text.trim().slice(0, 80));
  const query = useQuery(api.list.queryOptions({ ...(q ? { q } : {}), ...(onlyNew ? { states: ['formed', 'active'], stages: ['none'] } : {}), page: 1, pageSize: 50 }, { staleTime: 30_000, placeholderData: keepPreviousData }));
  const rows = query.data?.rows;
  const set = (change: (next: Map<string, string>) => void) => {
    const next = new Map(chosen);
    change(next);
    onChange(next);
  };
  const every = rows !== undefined && rows.length > 0 && rows.every((g) => chosen.has(g.id));
  return (
    <div className="stack">
      <FieldFrame id={id} label={texts.find} hint={texts.findHint} error={error}>
        {(c) => <TextInput {...c} type="search" maxLength={80} autoComplete="off" value={text} onChange={(e) => setText(e.target.value)} />}
      </FieldFrame>
      <label className="choice">
        <input type="checkbox" checked={onlyNew} onChange={(e) => setOnlyNew(e.target.checked)} />
        <span>{t('onlyNew')}</span>
      </label>
      {chosen.size > 0 && (
        <div role="group" aria-label={t('chosen', { n: chosen.size })}>
          <p role="status"><b>{t('chosen', { n: chosen.size })}</b></p>
          <div className="row">
            {[...chosen].slice(0, 12).map(([g, name]) => (
              <span key={g} className="row">
                {name}
                <IconButton icon={X} label={t('unpick', { name })} onClick={() => set((m) => m.delete(g))} />
              </span>
            ))}
          </div>
        </div>
      )}
      {query.error && !rows ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !rows ? (
        <Skeleton height={200} />
      ) : rows.length === 0 ? (
        <EmptyState title={texts.none} text={texts.noneText} />
      ) : (
        <fieldset>
          <legend className="sr">{t('groups')}</legend>
          <label className="choice">
            <input type="checkbox" checked={every} onChange={() => set((m) => rows.forEach((g) => (every ? m.delete(g.id) : m.set(g.id, g.name))))} />
            <span><b>{t('all')}</b></span>
          </label>
          {rows.map((g) => (
            <label key={g.id} className="choice">
              <input type="checkbox" checked={chosen.has(g.id)} onChange={() => set((m) => (m.has(g.id) ? m.delete(g.id) : m.set(g.id, g.name)))} />
              <span>{g.name} <span className="muted small">{g.villageName}, {g.districtName} · {g.business}</span></span>
            </label>
          ))}
          {query.data && query.data.total > rows.length && <p className="muted small">{t('shown', { n: rows.length, total: query.data.total.toLocaleString('id-ID') })}</p>}
        </fieldset>
      )}
    </div>
  );
}
