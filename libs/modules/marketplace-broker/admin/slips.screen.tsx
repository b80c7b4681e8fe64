import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { formatDate, terbilangRupiah, type IsoDate } from '@anyam/domain/kernel';
import { Printer } from 'lucide-react';
import { useMarketApi } from './parts/api.ts';

const texts = defineTexts({
  title: { id: 'Slip bagian anggota', en: 'Slips of members' },
  print: { id: 'Cetak', en: 'Print' },
  back: { id: 'Kembali ke kesepakatan', en: 'Back to the deal' },
  slip: { id: 'Slip pembagian hasil', en: 'Slip of proceeds' },
  about: { id: '{group}, dijual kepada {party}, dibagi {on}', en: '{group}, sold to {party}, shared on {on}' },
  sign: { id: 'Tanda tangan anggota', en: "Member's signature" },
  treasurer: { id: 'Bendahara', en: 'Treasurer' },
  words: { id: 'Terbilang', en: 'In words' },
  reversed: { id: 'Pembagian ini sudah dibalikkan: slip tidak berlaku.', en: 'This share-out was reversed: the slips do not hold.' },
  paid: { id: 'Sudah dibayarkan', en: 'Paid so far' },
  left: { id: 'Belum dibayarkan', en: 'Still to be paid' },
});

/** One slip a member: each figure and why. Two fit on a sheet of A4. */
export default function SlipsScreen({ params }: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const query = useQuery(useMarketApi().deals.get.queryOptions({ id: params.id ?? '' }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const deal = query.data;
  const share = deal?.shares.find((s) => s.id === params.share);
  if (!deal) return <SkeletonPage />;
  return (
    <>
      <div className="no-print">
        <PageHead title={texts.title} context={deal.group.name} actions={<><Button href={`/jual/${deal.id}`}>{t('back')}</Button><Button variant="primary" icon={Printer} onClick={() => window.print()}>{t('print')}</Button></>} />
      </div>
      <style>{'@media print { .no-print { display: none } .slip { break-inside: avoid; border: 1px solid #000; } }'}</style>
      {share?.reversed && <Notice tone="warn">{t('reversed')}</Notice>}
      {share?.members.map((m) => (
        <article key={m.memberId} className="slip card stack" style={{ padding: 16, marginBottom: 16 }}>
          <header><h2>{t('slip')}: {m.memberName}</h2><p className="muted">{t('about', { group: deal.group.name, party: deal.party.name, on: formatDate(share.on as IsoDate, language) })}</p></header>
          <table style={{ width: '100%' }}>
            <tbody>
              {m.slip.map((l, i) => (
                <tr key={i} style={l.key === 'net' || l.key === 'gross' ? { fontWeight: 600, borderTop: '1px solid var(--line)' } : undefined}>
                  <td>{say(l.text)}</td><td className="num" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>{l.key === 'stillOwed' ? '' : <Money amount={l.amount} bare />}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small">{t('words')}: {terbilangRupiah(m.net)}</p>
          {m.paidOut > 0n && <p className="small">{t('paid')}: <Money amount={m.paidOut} />. {t('left')}: <Money amount={m.left} />.</p>}
          <div className="row small" style={{ justifyContent: 'space-between', paddingTop: 40 }}><span>{t('treasurer')}</span><span>{t('sign')}</span></div>
        </article>
      ))}
    </>
  );
}
