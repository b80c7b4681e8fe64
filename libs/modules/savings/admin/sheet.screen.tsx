import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorNotice, ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { formatDate, type IsoDate } from '@anyam/domain/kernel';
import { javaneseDayName, meetingFlow } from '@anyam/domain/meeting';
import { useState } from 'react';
import { newKey, useRefresh, useSavingsApi, type Sheet } from './parts/api.ts';
import { keepDraft, readDraft, rowsOf, sumsOf, type Draft, type Typed } from './parts/sheet-draft.ts';
import { SheetDecisions } from './parts/sheet-decisions.tsx';
import { SheetEntries } from './parts/sheet-entries.tsx';
import { SheetTable } from './parts/sheet-table.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  sheet: { id: 'Lembar rapat', en: 'Meeting sheet' },
  readOut: { id: 'Bacakan hasil', en: 'Read out' },
  minutes: { id: 'Notulen', en: 'Minutes' },
  post: { id: 'Catat lembar', en: 'Record the sheet' },
  posted: { id: 'Tercatat: {n} catatan uang, {d} setoran barang.', en: 'Recorded: {n} entries of money, {d} deposits of goods.' },
  nobody: { id: 'Belum ada yang diisi.', en: 'Nothing is filled in yet.' },
  filled: { id: '{n} anggota terisi', en: '{n} members filled in' },
  goods: { id: '{n} setoran barang', en: '{n} deposits of goods' },
  allPresent: { id: 'Semua hadir', en: 'All present' },
  fillIks: { id: 'Isi IKS sesuai keputusan', en: 'Fill in IKS as decided' },
  closed: { id: 'Rapat ini sudah ditutup. Isinya tidak dapat ditambah.', en: 'This meeting is closed. Nothing can be added.' },
  notOpen: { id: 'Rapat ini belum dibuka. Buka rapatnya di halaman notulen, lalu isi lembarnya.', en: 'This meeting is not open yet. Open it on the page of the minutes, then fill in the sheet.' },
  readOnly: { id: 'Anda hanya dapat melihat lembar ini.', en: 'You can only read this sheet.' },
  unsent: { id: 'Ada isian yang belum dicatat. Catat dulu sebelum menutup rapat.', en: 'Something is typed and not recorded. Record it before closing the meeting.' },
});

export default function SheetScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useSavingsApi();
  const query = useQuery(api.sheet.get.queryOptions({ meetingId: params.id ?? '' }));
  if (query.data) return <Loaded key={query.data.meeting.id} sheet={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ sheet }: { readonly sheet: Sheet }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useSavingsApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { meeting } = sheet;
  const [draft, setDraft] = useState<Draft>(() => (sheet.writable ? readDraft(meeting.id) : {}));
  // Kept until the sheet was taken: pressing twice, or again after a broken line, records once.
  const [key, setKey] = useState(newKey);
  const post = useMutation(api.sheet.post.mutationOptions());
  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(meeting.id, next);
  };
  const type = (memberId: string, typed: Partial<Typed>) => change({ ...draft, [memberId]: { ...draft[memberId], ...typed } });
  const attended = (memberId: string, stored: Sheet['rows'][number]['attendance']) => draft[memberId]?.attendance ?? stored;
  const sums = sumsOf(draft);

  const allPresent = () => change({
    ...draft, ...Object.fromEntries(sheet.rows.filter((r) => attended(r.memberId, r.attendance) === null).map((r) => [r.memberId, { ...draft[r.memberId], attendance: 'present' as const }])),
  });
  const fillIks = () => change({
    ...draft,
    ...Object.fromEntries(sheet.rows.filter((r) => r.iksDue > 0n && draft[r.memberId]?.iks == null && ['present', 'represented'].includes(attended(r.memberId, r.attendance) ?? ''))
      .map((r) => [r.memberId, { ...draft[r.memberId], iks: r.iksDue }])),
  });
  const send = async () => {
    try {
      const done = await post.mutateAsync({ key, meetingId: meeting.id, rows: rowsOf(draft) });
      change({});
      setKey(newKey());
      toast({ text: t('posted', { n: done.entries, d: done.lots.length }) });
    } catch {
      // Said above the button.
    } finally {
      await refresh();
    }
  };
  const state = meetingFlow.isState(meeting.state) ? meetingFlow.states[meeting.state] : null;
  return (
    <div className="stack">
      <PageHead
        title={meeting.groupName}
        context={`${t('sheet')} · ${javaneseDayName(meeting.on as IsoDate, language)}, ${formatDate(meeting.on as IsoDate, language)}`}
        status={state && <Chip tone={state.tone}>{state.label}</Chip>}
        actions={
          <>
            <Button href={`/kelompok/${meeting.groupId}/rapat/${meeting.id}`}>{t('minutes')}</Button>
            {meeting.state === 'closed' && <Button variant="primary" href={`/rapat/${meeting.id}/bacakan`}>{t('readOut')}</Button>}
          </>
        }
      />
      {meeting.state === 'closed' && <Notice>{t('closed')}</Notice>}
      {meeting.state === 'scheduled' && <Notice tone="warn">{t('notOpen')}</Notice>}
      {meeting.open && !sheet.writable && <Notice>{t('readOnly')}</Notice>}
      {sheet.writable && (
        <div className="row">
          <Button size="sm" onClick={allPresent}>{t('allPresent')}</Button>
          {sheet.rate?.kind === 'amount' && <Button size="sm" onClick={fillIks}>{t('fillIks')}</Button>}
        </div>
      )}
      <SheetTable sheet={sheet} draft={draft} onType={type} />
      {sheet.writable && (
        <div className="card sticky bottom-0 z-10 max-sm:bottom-14" role="region" aria-label={t('post')}>
          <ErrorNotice error={post.error} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2" aria-live="polite">
            <Sum label={t('iks')} amount={sums.iks} />
            <Sum label={t('voluntary')} amount={sums.voluntary} />
            <Sum label={t('instalment')} amount={sums.instalment} />
            <Sum label={t('total')} amount={sums.money} strong />
            <span className="muted small">{sums.filled === 0 ? t('nobody') : [t('filled', { n: sums.filled }), ...(sums.deposits > 0 ? [t('goods', { n: sums.deposits })] : [])].join(' · ')}</span>
            <span className="ml-auto max-sm:w-full">
              <Button variant="primary" className="max-sm:w-full" busy={post.isPending} onClick={() => void (sums.filled > 0 && send())}>{t('post')}</Button>
            </span>
          </div>
        </div>
      )}
      <SheetEntries sheet={sheet} />
      <SheetDecisions meetingId={meeting.id} groupId={meeting.groupId} warning={sums.filled > 0 ? texts.unsent : null} />
      {!sheet.writable && sheet.rows.length === 0 && <Card><p className="muted">{t('nobody')}</p></Card>}
    </div>
  );
}

function Sum({ label, amount, strong }: { readonly label: string; readonly amount: bigint; readonly strong?: boolean }) {
  return (
    <span>
      <span className="muted small">{label}</span> <span className={strong ? 'num font-bold text-[18px]' : 'num font-semibold'}><Money amount={amount} /></span>
    </span>
  );
}
