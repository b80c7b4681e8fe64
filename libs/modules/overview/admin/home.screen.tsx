import { useMutation, useQuery, keepPreviousData } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState, ErrorNotice, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { useLanguage, useText, type Language } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { formatDate, isoDate, javaneseMarketDay, weekdayName } from '@anyam/domain/kernel';
import { Download, Upload } from 'lucide-react';
import { useOverviewApi } from './api.ts';
import { saveFile } from '@anyam/admin-kit/files';
import { Figures, Journey, Risks, Tasks, type Home } from './home-parts.tsx';
import { texts } from './texts.ts';

/** `Selasa Pon, 3 Maret 2020`; English keeps the market day in brackets. */
function dayInWords(today: string, language: Language): string {
  const day = isoDate(today);
  const market = javaneseMarketDay(day);
  return `${weekdayName(day, language)} ${language === 'id' ? market : `(${market})`}, ${formatDate(day, language)}`;
}

export default function HomeScreen(_props: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const language = useLanguage();
  const session = useSession();
  const api = useOverviewApi();
  const toast = useToast();
  const query = useQuery(api.home.queryOptions({ fiscalYear: session.fiscalYear }, { placeholderData: keepPreviousData, refetchInterval: 5 * 60_000 }));
  const save = useMutation(
    api.export.mutationOptions({
      onSuccess: (file) => {
        saveFile(file.fileName, file.base64);
        toast({ text: t('saved') });
      },
    }),
  );
  const home = query.data;
  if (!home) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
  const may = {
    download: session.can('overview.export') && !home.fresh,
    group: session.can('group.write'),
    proposal: session.can('disbursement.propose') && !home.fresh,
  };
  const time = language === 'id' ? home.time.replace(':', '.') : home.time;
  return (
    <div className="stack" aria-busy={query.isPlaceholderData}>
      <PageHead
        title={t(home.partOfDay)}
        context={`${dayInWords(home.today, language)} · ${t('asOf', { time, zone: home.zone })}`}
        actions={
          <>
            {may.download && <Button icon={Download} busy={save.isPending} onClick={() => save.mutate({ fiscalYear: home.fiscalYear, language })}>{t('download')}</Button>}
            {may.proposal ? (
              <Button variant="primary" href="/bantuan?baru=ya">{t('newProposal')}</Button>
            ) : (
              may.group && !home.fresh && <Button variant="primary" href="/kelompok/baru">{t('newGroup')}</Button>
            )}
          </>
        }
      />
      <ErrorNotice error={save.error} />
      {Boolean(query.error) && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {home.fresh ? <Fresh mayImport={session.can('roster.import')} mayWrite={may.group} tasks={home.tasks} /> : <Board home={home} />}
    </div>
  );
}

function Board({ home }: { readonly home: Home }) {
  const tasks = <Tasks tasks={home.tasks} />;
  const figures = <Figures home={home} />;
  return (
    <>
      {home.first === 'tasks' ? tasks : figures}
      {home.first === 'tasks' && figures}
      <div className="split">
        <Journey home={home} />
        <Risks home={home} />
      </div>
      {home.first === 'figures' && home.tasks.length > 0 && tasks}
    </>
  );
}

function Fresh({ mayImport, mayWrite, tasks }: { readonly mayImport: boolean; readonly mayWrite: boolean; readonly tasks: Home['tasks'] }) {
  const t = useText(texts);
  return (
    <>
      <Card>
        <EmptyState
          icon={Upload}
          title={mayImport ? t('fresh') : t('freshOther')}
          text={mayImport ? t('freshWhy') : t('freshOtherWhy')}
          action={
            (mayImport || mayWrite) && (
              <div className="row">
                {mayImport && <Button variant="primary" href="/impor">{t('startImport')}</Button>}
                {mayWrite && <Button href="/kelompok/baru">{t('byHand')}</Button>}
              </div>
            )
          }
        />
      </Card>
      {tasks.length > 0 && <Tasks tasks={tasks} />}
    </>
  );
}

function Waiting() {
  const t = useText(texts);
  return (
    <div className="stack" role="status" aria-label={t('loading')}>
      <div>
        <Skeleton width={200} height={32} />
        <Skeleton width={320} height={16} />
      </div>
      {[0, 1].map((row) => (
        <div key={row} className="cards">
          {[0, 1, 2, 3].map((i) => (
            <Skeleton key={i} height={104} />
          ))}
        </div>
      ))}
      <div className="split">
        <Skeleton height={340} />
        <Skeleton height={340} />
      </div>
    </div>
  );
}
