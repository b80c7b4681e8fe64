import { Printer } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { formatDateTime } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import type { IsoDate } from '@anyam/domain/kernel';
import { sayQuantity, slipLines } from '@anyam/domain/production';
import { useProductionApi } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Slip setoran', en: 'Deposit slip' },
  back: { id: 'Kembali', en: 'Back' },
  noLot: { id: 'Tanpa lot: ditolak semua', en: 'No lot: all rejected' },
  month: { id: 'Diterima bulan ini', en: 'Accepted this month' },
  gone: { id: 'Setoran ini dibatalkan oleh {who}: {why}', en: 'This deposit was taken back by {who}: {why}' },
  member: { id: 'Anggota', en: 'Member' },
  receiver: { id: 'Penerima', en: 'Received by' },
  made: { id: 'Dicatat {who}, {at}', en: 'Recorded by {who}, {at}' },
});

/** The slip a member takes home: large lot code, what was handed in, accepted and why something was not. */
export default function SlipScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useProductionApi();
  const query = useQuery(api.goods.slip.queryOptions({ id: params.deposit ?? '' }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage />;
  const s = query.data;
  const d = s.deposit;
  const rejected = d.rejected > 0 && d.rejectReason ? [{ quantity: d.rejected, reason: d.rejectReason, ...(d.note ? { note: d.note } : {}) }] : [];
  const lines = slipLines({ product: s.product, memberName: d.memberName, deposit: { id: d.id, memberId: d.memberId, productId: d.productId, grade: d.grade, on: d.on as IsoDate, handedIn: d.handedIn, accepted: d.accepted, rejected } }, language);
  return (
    <div className="stack">
      <div className="print:hidden">
        <PageHead
          title={texts.title} context={s.groupName}
          actions={<><Button href={`/kelompok/${s.groupId}/produksi?tab=setoran`}>{t('back')}</Button><Button variant="primary" icon={Printer} onClick={() => window.print()}>{t('print')}</Button></>}
        />
        {d.voidReason && <div className="mt-4"><Notice tone="bad">{t('gone', { who: d.voidedBy ?? '', why: d.voidReason })}</Notice></div>}
      </div>
      <article className="mx-auto w-full max-w-[520px] bg-surface p-6 text-[17px] leading-7 print:max-w-none print:p-0">
        <header className="border-b border-line pb-3 text-center">
          <b>{s.groupName}</b>
          <div className="small">{s.villageName}, {s.districtName}</div>
          <div className="mt-2 text-[28px] font-bold tracking-wide">{d.lotCode ?? <span className="text-[18px]">{t('noLot')}</span>}</div>
        </header>
        <table className="my-3 w-full">
          <tbody>
            {[...lines, { label: t('month'), text: sayQuantity(s.product, s.monthAccepted, language) }].map((l, i) => (
              <tr key={i} className="border-b border-line align-top">
                <th scope="row" className="py-1 pr-4 text-left font-normal">{l.label}</th>
                <td className="py-1 text-right font-semibold">{l.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="mt-6 grid grid-cols-2 gap-6 text-center">
          <div>{t('member')}<div className="mt-14 border-t border-line">{d.memberName}</div></div>
          <div>{t('receiver')}<div className="mt-14 border-t border-line">{d.actorName}</div></div>
        </div>
        <p className="small muted mt-4">{t('made', { who: d.actorName, at: formatDateTime(s.madeAt, language) })}</p>
      </article>
    </div>
  );
}
