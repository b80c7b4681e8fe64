import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DateText, formatMoney, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import { useSavingsApi } from './api.ts';
import { words } from './words.ts';

const RequestDialog = lazy(() => import('./request-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Pinjaman anggota', en: 'Loans to members' },
  rules: { id: 'Paling banyak {limit} seorang; yang boleh dipinjamkan sekarang {lendable}.', en: 'At most {limit} each; {lendable} may be lent now.' },
  noRules: { id: 'Aturan jasa belum diputuskan, jadi pinjaman baru tanpa jasa.', en: 'No service charge is decided, so new loans bear none.' },
  add: { id: 'Ajukan pinjaman', en: 'Request a loan' },
  empty: { id: 'Belum ada pinjaman', en: 'No loans yet' },
  emptyText: { id: 'Pinjaman dari dana IKS diajukan di sini dan disetujui dalam musyawarah.', en: 'Loans out of the fund are requested here and approved in a meeting.' },
  principal: { id: 'Pokok (Rp)', en: 'Principal (Rp)' },
  owed: { id: 'Sisa (Rp)', en: 'Owed (Rp)' },
  arrears: { id: 'Tunggakan (Rp)', en: 'Arrears (Rp)' },
  next: { id: 'Jatuh tempo', en: 'Due' },
  officer: { id: 'Pengurus', en: 'Officer' },
});

export function LoansTab({ groupId }: { readonly groupId: string }) {
  const t = useText(texts);
  const api = useSavingsApi();
  const [asking, setAsking] = useState(false);
  const query = useQuery(api.loans.ofGroup.queryOptions({ groupId }));
  const loans = query.data;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!loans) return <Card title={texts.title}><Skeleton height={160} /></Card>;
  const add = loans.writable && <Button size="sm" onClick={() => setAsking(true)}>{t('add')}</Button>;
  const { terms } = loans;
  return (
    <Card title={texts.title} note={`${t('rules', { limit: formatMoney(terms.limit), lendable: formatMoney(terms.lendable) })}${terms.decided ? '' : ` ${t('noRules')}`}`} actions={add}>
      <RowsTable
        caption={texts.title}
        rows={loans.rows}
        rowId={(l) => l.id}
        empty={<EmptyState title={texts.empty} text={texts.emptyText} />}
        columns={[
          { id: 'member', header: words.member, cell: (l) => <><Link href={`/kelompok/${groupId}/simpanan/${l.id}`} className="row-link">{l.memberName}</Link> {l.officer && <Chip mark="none">{texts.officer}</Chip>}<span className="sub">{l.what}</span></> },
          { id: 'state', header: words.state, cell: (l) => <StateChip of={l.state} /> },
          { id: 'principal', header: texts.principal, end: true, cell: (l) => <Money amount={l.principal} bare /> },
          { id: 'owed', header: texts.owed, end: true, cell: (l) => <Money amount={l.owed} bare />, foot: <Money amount={loans.rows.reduce((n, l) => n + l.owed, 0n)} bare /> },
          { id: 'arrears', header: texts.arrears, end: true, cell: (l) => (l.arrears > 0n ? <b><Money amount={l.arrears} bare /></b> : '–'), foot: <Money amount={loans.rows.reduce((n, l) => n + l.arrears, 0n)} bare /> },
          { id: 'next', header: texts.next, cell: (l) => (l.nextDue ? <DateText value={l.nextDue} style="short" /> : '–') },
        ]}
      />
      <Suspense>{asking && <RequestDialog groupId={groupId} loans={loans} onClose={() => setAsking(false)} />}</Suspense>
    </Card>
  );
}
