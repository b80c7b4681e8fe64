import { useQuery } from '@anyam/admin-kit/api';
import { Card, Facts, Figure } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, formatDate, formatNumber, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { EmptyState, ErrorNotice, ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { isoDate } from '@anyam/domain/kernel';
import { javaneseDayName } from '@anyam/domain/meeting';
import { CircleCheck } from 'lucide-react';
import type { z } from 'zod';
import type { ownOutput } from '../contract/own.schema.ts';
import { useOverviewApi } from './api.ts';

type Own = z.infer<typeof ownOutput>;

const texts = defineTexts({
  tasks: { id: 'Yang menunggu Anda', en: 'What waits for you' },
  noTasks: { id: 'Tidak ada yang menunggu', en: 'Nothing waits' },
  noTasksWhy: { id: 'Rapat, buku, dan penjualan kelompok sudah beres sampai hari ini.', en: 'Meetings, books and sales of the group are in order up to today.' },
  soon: { id: 'segera', en: 'soon' },
  meeting: { id: 'Rapat berikutnya', en: 'Next meeting' },
  noMeeting: { id: 'Belum dijadwalkan', en: 'Not planned yet' },
  last: { id: 'Terakhir', en: 'Last' },
  never: { id: 'Belum pernah rapat', en: 'No meeting yet' },
  fund: { id: 'Simpanan IKS', en: 'The fund' },
  lendable: { id: 'bisa dipinjamkan', en: 'may be lent' },
  books: { id: 'Kas dan bank', en: 'Cash and bank' },
  month: { id: 'hasil {month}', en: 'result of {month}' },
  closed: { id: 'buku ditutup sampai', en: 'books closed through' },
  notClosed: { id: 'buku belum pernah ditutup', en: 'books never closed yet' },
  deals: { id: 'Penjualan berjalan', en: 'Sales under way' },
  unpaid: { id: 'belum dibayar', en: 'not paid yet' },
  stock: { id: 'Barang di gudang', en: 'Goods in store' },
  noStock: { id: 'Tidak ada barang yang menunggu dijual.', en: 'No goods wait to be sold.' },
  since: { id: 'sejak', en: 'since' },
  group: { id: 'Kelompok', en: 'The group' },
  village: { id: 'Desa', en: 'Village' },
  business: { id: 'Jenis usaha', en: 'Business' },
  members: { id: 'Anggota', en: 'Members' },
  people: { id: '{n} orang', en: '{n} people' },
  facilitator: { id: 'Pendamping', en: 'Facilitator' },
  noFacilitator: { id: 'Belum ada', en: 'None yet' },
});

/** An officer's start page, made for the phone: what waits first, then the group's figures, each leading to its page. */
export default function OwnScreen(_props: { readonly params: Record<string, string> }) {
  const query = useQuery(useOverviewApi().own.queryOptions(undefined, { refetchInterval: 5 * 60_000 }));
  if (!query.data) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />;
  return (
    <div className="stack">
      <PageHead title={query.data.group.name} context={`${query.data.group.villageName} · ${query.data.group.business}`} />
      <RecordNav of="group" id={query.data.group.id} />
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      <Tasks tasks={query.data.tasks} />
      <Figures own={query.data} />
      <div className="split">
        <Stock stock={query.data.stock} />
        <About own={query.data} />
      </div>
    </div>
  );
}

function Tasks({ tasks }: { readonly tasks: Own['tasks'] }) {
  const t = useText(texts);
  const say = useSay();
  return (
    <Card title={texts.tasks}>
      {tasks.length === 0 ? (
        <EmptyState icon={CircleCheck} heading="h3" title={texts.noTasks} text={texts.noTasksWhy} />
      ) : (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {tasks.map((task) => (
            <li key={task.id} className="linked row" style={{ position: 'relative', borderTop: '1px solid var(--line)', padding: '12px 0' }}>
              <Link href={task.path} className="cover" style={{ flex: 1, minWidth: 0 }}>{say(task.text)}</Link>
              {task.urgent && <Chip tone="warn">{t('soon')}</Chip>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Figures({ own }: { readonly own: Own }) {
  const t = useText(texts);
  const language = useLanguage();
  const { meeting, fund, books, deals } = own;
  const page = (name: string) => `/kelompok/${own.group.id}/${name}`;
  return (
    <div className="cards">
      {meeting && (
        <Figure label={texts.meeting} value={meeting.next ? <DateText value={meeting.next.on} style="short" /> : '–'} href={meeting.next?.path ?? page('rapat')}>
          <span className="small muted">
            {meeting.next ? [javaneseDayName(isoDate(meeting.next.on), language), meeting.next.beginsAt, meeting.next.place].filter(Boolean).join(' · ') : t('noMeeting')}
          </span>
          <span className="small muted">{meeting.lastOn ? <>{t('last')} <DateText value={meeting.lastOn} style="short" /></> : t('never')}</span>
        </Figure>
      )}
      {fund && (
        <Figure label={texts.fund} value={<Money amount={fund.total} />} href={page('simpanan')}>
          <span className="small muted"><Money amount={fund.lendable} /> {t('lendable')}</span>
        </Figure>
      )}
      {books && (
        <Figure label={texts.books} value={<Money amount={books.cash + books.bank} />} href={page('buku')}>
          <span className="small muted"><Money amount={books.result} /> {t('month', { month: formatDate(`${books.month}-01`, language, 'month') })}</span>
          <span className="small muted">{books.closedThrough ? <>{t('closed')} <DateText value={books.closedThrough} style="short" /></> : t('notClosed')}</span>
        </Figure>
      )}
      {deals && (
        <Figure label={texts.deals} value={formatNumber(deals.open, language)} href={page('jual')}>
          <span className="small muted"><Money amount={deals.remaining} /> {t('unpaid')}</span>
        </Figure>
      )}
    </div>
  );
}

function Stock({ stock }: { readonly stock: Own['stock'] }) {
  const t = useText(texts);
  const language = useLanguage();
  if (!stock) return null;
  return (
    <Card title={texts.stock}>
      {stock.length === 0 ? (
        <p className="muted">{t('noStock')}</p>
      ) : (
        <Facts items={stock.map((s) => ({ label: s.name, value: <>{formatNumber(s.quantity, language)} {s.unit} {s.oldestOn && <span className="muted">{t('since')} <DateText value={s.oldestOn} style="short" /></span>}</> }))} />
      )}
    </Card>
  );
}

function About({ own: { group: g, facilitator } }: { readonly own: Own }) {
  const t = useText(texts);
  return (
    <Card title={texts.group}>
      <Facts
        items={[
          { label: texts.village, value: g.villageName }, { label: texts.business, value: g.business }, { label: texts.members, value: t('people', { n: g.members }) },
          { label: texts.facilitator, value: facilitator ?? t('noFacilitator') },
        ]}
      />
    </Card>
  );
}
