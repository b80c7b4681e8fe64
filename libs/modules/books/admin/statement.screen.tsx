import { Printer } from 'lucide-react';
import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { formatDate, Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText, type Bilingual } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useState } from 'react';
import { useBooksApi, type BookView } from './api.ts';
import { BookTable } from './book-table.tsx';
import { PeriodPick } from './period-pick.tsx';
import { periodFrom } from './periods.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Rekap anggota', en: "Member's statement" },
  stretch: { id: '{from} sampai {to}', en: '{from} to {to}' },
  earned: { id: 'Hasil bagi Anda', en: 'Your share of proceeds' },
  kept: { id: 'Dipotong bahan', en: 'Kept back for material' },
  iksPaid: { id: 'Iuran IKS', en: 'IKS paid' },
  principal: { id: 'Angsuran pokok', en: 'Principal repaid' },
  service: { id: 'Jasa pinjaman', en: 'Service charge' },
  helped: { id: 'Bantuan dari IKS', en: 'Help from IKS' },
  paidOut: { id: 'Sudah diterima', en: 'Paid out' },
  stillDue: { id: 'Masih menjadi hak Anda', en: 'Still due to you' },
  saved: { id: 'Tersimpan (IKS dan simpanan)', en: 'Saved (IKS and savings)' },
  owes: { id: 'Masih harus dibayar (bahan dan pinjaman)', en: 'Still to pay (material and loans)' },
  inPeriod: { id: 'Pada masa ini', en: 'In this period' },
  atEnd: { id: 'Pada akhir masa', en: 'At its end' },
  dueBook: { id: 'Hak dan pembayaran', en: 'Dues and payments' },
  more: { id: 'Bertambah', en: 'More' },
  less: { id: 'Berkurang', en: 'Less' },
  signMember: { id: 'Anggota', en: 'Member' },
  signTreasurer: { id: 'Bendahara', en: 'Treasurer' },
});
type Book = 'due' | 'iks' | 'savings' | 'material' | 'loans';
const BOOKS: readonly (readonly [Book, Bilingual])[] = [
  ['due', texts.dueBook],
  ['iks', texts.iks],
  ['savings', texts.savings],
  ['material', texts.material],
  ['loans', texts.loans],
];

/** What a member earned, saved and owes, with every line behind it: to read out, and to print and sign. */
export default function StatementScreen({ params }: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const language = useLanguage();
  const { today } = useSession();
  const [chosen, setPeriod] = useState<string | null>(null);
  const api = useBooksApi();
  const [groupId, memberId] = [params.id ?? '', params.memberId ?? ''];
  const overview = useQuery(api.overview.queryOptions({ groupId }, { staleTime: 60_000 }));
  const period = chosen ?? (overview.data?.lastOn ?? today).slice(0, 7);
  const query = useQuery(api.memberStatement.queryOptions({ groupId, memberId, ...periodFrom(period) }, { placeholderData: keepPreviousData }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const s = query.data;
  const money = (label: Bilingual, amount: bigint, always = false) =>
    amount === 0n && !always
      ? []
      : [
          {
            label,
            value: (
              <b>
                <Money amount={amount} />
              </b>
            ),
          },
        ];
  const shown = BOOKS.filter(([name]) => hasLines(s.books[name]));
  return (
    <div className="stack print:[&_.tabs]:hidden">
      <PageHead
        title={{ id: `Rekap ${s.memberName}`, en: `Statement of ${s.memberName}` }}
        context={`${s.groupName} · ${t('stretch', { from: formatDate(s.from, language), to: formatDate(s.to, language) })}`}
        actions={
          <Button icon={Printer} variant="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <RecordNav of="group" id={groupId} />
      <PeriodPick firstOn={overview.data?.firstOn ?? null} today={today} value={period} onChange={setPeriod} />
      <div className="grid gap-4 md:grid-cols-2 print:grid-cols-2 text-base">
        <Card title={texts.inPeriod}>
          <Facts
            wide
            items={[
              ...money(texts.earned, s.earned, true),
              ...money(texts.kept, s.material),
              ...money(texts.iksPaid, s.iks),
              ...money(texts.principal, s.principal),
              ...money(texts.service, s.service),
              ...money(texts.helped, s.helped),
              ...money(texts.paidOut, s.paidOut, true),
            ]}
          />
        </Card>
        <Card title={texts.atEnd}>
          <Facts wide items={[...money(texts.stillDue, s.due, true), ...money(texts.saved, s.saved, true), ...money(texts.owes, s.owes, true)]} />
          {s.due > 0n && (
            <p className="muted small">
              {t('stillDue')}: {terbilangRupiah(s.due)}
            </p>
          )}
        </Card>
      </div>
      {shown.map(([name, title]) => (
        <Card key={name} flush title={title}>
          <BookTable caption={title} book={s.books[name]} plus={texts.more} minus={texts.less} named />
        </Card>
      ))}
      <div className="hidden print:grid grid-cols-2 gap-16 pt-8 text-center">
        {[texts.signMember, texts.signTreasurer].map((label, i) => (
          <div key={i}>
            {label[language]}
            <div className="h-16" />( {i === 0 ? s.memberName : '..............................'} )
          </div>
        ))}
      </div>
    </div>
  );
}
const hasLines = (book: BookView): boolean => book.lines.length > 0 || book.opening !== 0n;
