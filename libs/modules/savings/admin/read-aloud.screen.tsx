import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Money } from '@anyam/admin-kit/format';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { formatDate, terbilangRupiah, type IsoDate } from '@anyam/domain/kernel';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSavingsApi, type ReadAloud } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Hasil rapat {group}', en: 'Meeting of {group}' },
  open: { id: 'Rapat ini belum ditutup. Angka di bawah masih dapat berubah.', en: 'This meeting is not closed yet. The figures below may still change.' },
  back: { id: 'Kembali ke lembar', en: 'Back to the sheet' },
  came: { id: 'Hadir {present}, diwakili {represented}, izin {excused}, tidak hadir {absent}.', en: 'Present {present}, represented {represented}, excused {excused}, absent {absent}.' },
  saved: { id: 'Yang membawa uang', en: 'Who brought money' },
  nobody: { id: 'Tidak ada uang yang masuk dalam rapat ini.', en: 'No money came in at this meeting.' },
  together: { id: 'Semuanya', en: 'Together' },
  helped: { id: 'Yang dibantu dari IKS', en: 'Helped by the fund' },
  sold: { id: 'Barang terjual sejak rapat yang lalu', en: 'Sold since the last meeting' },
  decided: { id: 'Yang diputuskan', en: 'What was decided' },
  rejected: { id: 'tidak disetujui', en: 'not carried' },
  fund: { id: 'Dana IKS kelompok sekarang', en: 'The solidarity fund now' },
});

export default function ReadAloudScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useSavingsApi();
  const query = useQuery(api.sheet.readAloud.queryOptions({ meetingId: params.id ?? '' }));
  if (query.data) return <Loaded of={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

/** Made to be held up and read out: large letters, one thing after the other, no menus in print. */
function Loaded({ of: r }: { readonly of: ReadAloud }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  return (
    <article className="stack text-[22px] leading-[1.5] print:text-[16pt]">
      <header>
        <h1 className="text-[32px] leading-tight">{t('title', { group: r.meeting.groupName })}</h1>
        <p>{say(r.meeting.dayName)}, {formatDate(r.meeting.on as IsoDate, language)}</p>
        <div className="row print:hidden">
          <Button variant="primary" icon={Printer} onClick={() => window.print()}>{t('print')}</Button>
          <Button href={`/rapat/${r.meeting.id}`}>{t('back')}</Button>
        </div>
      </header>
      {r.meeting.state !== 'closed' && <Notice tone="warn">{t('open')}</Notice>}
      <p>{t('came', r.attendance)}</p>
      <Part title={t('saved')}>
        {r.savers.length === 0 ? <p>{t('nobody')}</p> : (
          <table className="w-full">
            <tbody>
              {r.savers.map((s, i) => (
                <tr key={i} className="border-b border-line align-top">
                  <th scope="row" className="py-1 pr-4 text-left font-semibold">
                    {s.name}
                    <div className="text-[16px] font-normal text-text-2">
                      {(['iks', 'voluntary', 'instalment'] as const).filter((k) => s[k] !== 0n).map((k, n) => <span key={k}>{n > 0 && ', '}{t(k)} <Money amount={s[k]} bare /></span>)}
                    </div>
                  </th>
                  <td className="num py-1"><Money amount={s.total} /></td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr><th scope="row" className="py-2 text-left">{t('together')}</th><td className="num py-2 font-bold"><Money amount={r.totals.total} /></td></tr>
            </tfoot>
          </table>
        )}
        {r.totals.total > 0n && language === 'id' && <p className="text-[16px] text-text-2">{terbilangRupiah(r.totals.total)}</p>}
      </Part>
      {r.helped.length > 0 && (
        <Part title={t('helped')}>
          {r.helped.map((h, i) => <p key={i}><b>{h.name}</b>, {h.what}: <Money amount={h.amount} /></p>)}
        </Part>
      )}
      {r.sold.length > 0 && (
        <Part title={t('sold')}>
          {r.sold.map((s, i) => <p key={i}>{s.name}: <b><Money amount={s.amount} /></b></p>)}
        </Part>
      )}
      {r.decided.length > 0 && (
        <Part title={t('decided')}>
          <ol className="list-decimal pl-8">{r.decided.map((d) => <li key={d.id}>{d.wording}{!d.carried && ` (${t('rejected')})`}</li>)}</ol>
        </Part>
      )}
      <Part title={t('fund')}><p className="text-[32px] font-bold"><Money amount={r.fund} /></p></Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h2 className="mb-1 text-[24px] leading-tight">{title}</h2>
      {children}
    </section>
  );
}
