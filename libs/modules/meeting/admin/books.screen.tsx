import { Plus, Printer } from 'lucide-react';
import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { formatDate } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { IfMay, useSession } from '@anyam/admin-kit/session';
import { ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { ATTENDANCE_LABEL, type AttendanceState } from '@anyam/domain/meeting';
import { useQueryState } from 'nuqs';
import { lazy, Suspense, useState } from 'react';
import { useMeetingApi } from './parts/api.ts';
import { words } from './parts/words.ts';

const GuestDialog = lazy(() => import('./guest-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Daftar hadir dan buku tamu', en: 'Attendance and guest book' },
  year: { id: 'Tahun', en: 'Year' },
  attendance: { id: 'Daftar hadir', en: 'Attendance' },
  legend: { id: 'H hadir, W diwakili, I izin, – tidak hadir', en: 'H present, W represented, I excused, – absent' },
  times: { id: 'Hadir', en: 'Times' },
  noMeetings: { id: 'Belum ada rapat yang ditutup pada tahun ini.', en: 'No meeting was closed in this year.' },
  noGuests: { id: 'Belum ada tamu pada tahun ini.', en: 'No guest in this year.' },
  add: { id: 'Catat tamu', en: 'Add a guest' },
  name: { id: 'Nama', en: 'Name' },
  origin: { id: 'Asal atau jabatan', en: 'From, or office held' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  date: { id: 'Tanggal', en: 'Date' },
});
const MARK: Readonly<Record<AttendanceState, string>> = { present: 'H', represented: 'W', excused: 'I', absent: '–' };

/** Two of the simple books every group keeps, a year a page. */
export default function BooksScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useMeetingApi();
  const groupId = params.id ?? '';
  const { today } = useSession();
  const [chosen, choose] = useQueryState('tahun');
  const [adding, setAdding] = useState(false);
  const year = /^20\d\d$/.test(chosen ?? '') ? Number(chosen) : Number(today.slice(0, 4));
  const query = useQuery(api.books.queryOptions({ groupId, year }, { placeholderData: keepPreviousData }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage />;
  const b = query.data;
  const short = (day: string) => formatDate(day, language, 'dayMonth').replace(/^(\d+ \w{3})\w*$/, '$1');
  const mark = (state: AttendanceState | null | undefined) => (state ? <abbr title={say(ATTENDANCE_LABEL[state])} className="no-underline">{MARK[state]}</abbr> : '');
  return (
    <div className="stack">
      <PageHead
        title={b.groupName}
        context={`${say(texts.title)} · ${b.villageName} · ${year}`}
        actions={
          <>
            <Select aria-label={t('year')} className="short" value={String(year)} options={b.years.map((y) => ({ value: String(y), label: String(y) }))} onChange={(e) => void choose(e.target.value)} />
            <Button icon={Printer} onClick={() => window.print()}>{t('print')}</Button>
            <IfMay permission="meeting.write"><Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>{t('add')}</Button></IfMay>
          </>
        }
      />
      <div className="print:hidden"><RecordNav of="group" id={groupId} /></div>
      <Card title={texts.attendance} note={texts.legend} flush>
        <RowsTable
          caption={texts.attendance}
          rows={b.attendance}
          rowId={(r) => r.memberId}
          empty={<p className="muted px-[18px] pb-4">{t('noMeetings')}</p>}
          columns={[
            { id: 'name', header: texts.name, cell: (r) => r.name },
            ...b.meetings.map((m, i) => ({ id: m.id, header: { id: short(m.heldOn), en: short(m.heldOn) }, cell: (r: (typeof b.attendance)[number]) => mark(r.marks[i]), foot: b.attendance.filter((r) => r.marks[i] === 'present').length })),
            { id: 'times', header: texts.times, end: true, cell: (r) => `${r.marks.filter((s) => s === 'present').length} / ${b.meetings.length}` },
          ]}
        />
      </Card>
      <Card title={words.guests} flush>
        <RowsTable
          caption={words.guests}
          rows={b.guests}
          rowId={(g) => g.id}
          empty={<p className="muted px-[18px] pb-4">{t('noGuests')}</p>}
          columns={[
            { id: 'date', header: texts.date, cell: (g) => formatDate(g.on, language) },
            { id: 'name', header: texts.name, wrap: true, cell: (g) => g.name },
            { id: 'origin', header: texts.origin, wrap: true, cell: (g) => g.origin || '–' },
            { id: 'purpose', header: texts.purpose, wrap: true, cell: (g) => g.purpose || '–' },
          ]}
        />
      </Card>
      <Suspense>{adding && <GuestDialog groupId={groupId} meetingId={null} on={today} onClose={() => setAdding(false)} />}</Suspense>
    </div>
  );
}
