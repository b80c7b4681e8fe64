import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import { AidNav } from './parts/aid-nav.tsx';
import { useAidApi, useProgrammes } from './parts/api.ts';
import { Findings } from './parts/blockers.tsx';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Pembukuan bantuan', en: 'Books of the aid' },
  noProgramme: { id: 'Belum ada program', en: 'No programmes yet' },
  noProgrammeText: { id: 'Saldo tampil setelah program dibuat.', en: 'Balances show once a programme exists.' },
  balances: { id: 'Saldo program', en: 'Balances of the programme' },
  balancesNote: { id: 'Setiap rupiah pagu berada di tepat satu tempat.', en: 'Each rupiah of the ceiling is in exactly one place.' },
  where: { id: 'Tempat uang', en: 'Where the money is' },
  budget: { id: 'Pagu yang belum dicadangkan', en: 'Ceiling not reserved yet' },
  reserved: { id: 'Dicadangkan dengan SK', en: 'Reserved by decree' },
  inTransit: { id: 'Dalam perjalanan ke rekening', en: 'On the way to accounts' },
  cash: { id: 'Dipegang kelompok', en: 'Held by groups' },
  spent: { id: 'Dibelanjakan', en: 'Spent' },
  returned: { id: 'Disetor ke kas daerah', en: 'Paid back to the treasury' },
  sum: { id: 'Jumlah keenamnya', en: 'Sum of the six' },
  ceiling: { id: 'Pagu program', en: 'Ceiling of the programme' },
  difference: { id: 'Selisih', en: 'Difference' },
  equal: { id: 'Seimbang: jumlah saldo sama dengan pagu.', en: 'In balance: the balances add up to the ceiling.' },
  unequal: { id: 'Tidak seimbang: jumlah saldo berbeda dari pagu.', en: 'Not in balance: the balances do not add up to the ceiling.' },
  unequalText: { id: 'Pindahan uang pada program ini perlu diperiksa auditor.', en: 'The auditor should look into the transfers of this programme.' },
  proof: { id: 'Bukti seluruh buku besar', en: 'Proof of the whole ledger' },
  proofNote: { id: 'Dihitung ulang dari semua pindahan, lalu dibandingkan dengan saldo yang tersimpan.', en: 'Computed again from all transfers and compared with the stored balances.' },
  sound: { id: 'Buku besar utuh dan seimbang.', en: 'The ledger is whole and in balance.' },
  unsound: { id: 'Buku besar tidak utuh.', en: 'The ledger is not sound.' },
  accounts: { id: 'Akun', en: 'Accounts' },
  transfers: { id: 'Pindahan', en: 'Transfers' },
  allSum: { id: 'Jumlah semua akun (harus nol)', en: 'Sum of all accounts (must be zero)' },
  again: { id: 'Hitung ulang', en: 'Compute again' },
  perGroup: { id: 'Saldo tiap kelompok', en: 'Balances of each group' },
  noGroups: { id: 'Belum ada dana yang dicadangkan', en: 'No money is reserved yet' },
  noGroupsText: { id: 'Kelompok tampil setelah SK penetapannya terbit.', en: 'Groups show once their decree is issued.' },
  separation: { id: 'Pemisahan tugas', en: 'Separation of duties' },
  separationNote: { id: 'Batch yang langkahnya diambil orang yang sama padahal harus berbeda.', en: 'Batches with steps by one person that two should have taken.' },
  noBreach: { id: 'Tidak ada pelanggaran pemisahan tugas pada program ini.', en: 'No breaches of the separation of duties in this programme.' },
});

export default function BooksScreen(_: { readonly params: Record<string, string> }) {
  const id = useId();
  const programmes = useProgrammes();
  const [picked, setPicked] = useState('');
  const programmeId = picked || programmes.rows[0]?.id || '';
  return (
    <div className="stack">
      <PageHead title={texts.title} />
      <AidNav />
      {programmes.query.isPending ? (
        <Skeleton height={200} />
      ) : programmes.query.error ? (
        <ErrorState error={programmes.query.error} onRetry={() => void programmes.query.refetch()} />
      ) : programmeId === '' ? (
        <EmptyState title={texts.noProgramme} text={texts.noProgrammeText} />
      ) : (
        <>
          <FieldFrame id={id} label={texts.programme}>
            {(c) => <Select {...c} value={programmeId} options={programmes.options} onChange={(e) => setPicked(e.target.value)} />}
          </FieldFrame>
          <div className="split">
            <Balances key={programmeId} programmeId={programmeId} />
            <aside className="stack aside">
              <Proof />
              <Separation programmeId={programmeId} />
            </aside>
          </div>
        </>
      )}
    </div>
  );
}

function Balances({ programmeId }: { readonly programmeId: string }) {
  const t = useText(texts);
  const api = useAidApi();
  const query = useQuery(api.figures.balances.queryOptions({ programmeId }));
  if (query.isPending) return <Skeleton height={320} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const b = query.data;
  const sum = b.budget + b.reserved + b.inTransit + b.groupCash + b.spent + b.returnedToTreasury;
  const difference = b.ceiling - sum;
  const places = [
    { id: 'budget', label: t('budget'), amount: b.budget },
    { id: 'reserved', label: t('reserved'), amount: b.reserved },
    { id: 'inTransit', label: t('inTransit'), amount: b.inTransit },
    { id: 'cash', label: t('cash'), amount: b.groupCash },
    { id: 'spent', label: t('spent'), amount: b.spent },
    { id: 'returned', label: t('returned'), amount: b.returnedToTreasury },
  ];
  return (
    <div className="stack">
      <Card title={texts.balances} note={texts.balancesNote}>
        <RowsTable
          caption={texts.balances}
          rows={places}
          rowId={(r) => r.id}
          columns={[
            { id: 'label', header: texts.where, cell: (r) => r.label, foot: t('sum') },
            { id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare />, foot: <Money amount={sum} bare /> },
          ]}
        />
        <Facts wide items={[{ label: texts.ceiling, value: <Money amount={b.ceiling} /> }, { label: texts.difference, value: <Money amount={difference} /> }]} />
        {difference === 0n ? <Notice tone="ok" title={texts.equal} /> : <Notice tone="bad" title={texts.unequal}>{t('unequalText')}</Notice>}
      </Card>
      <Card flush title={texts.perGroup}>
        <RowsTable
          caption={texts.perGroup}
          rows={b.groups}
          rowId={(g) => g.groupId}
          empty={<EmptyState title={texts.noGroups} text={texts.noGroupsText} heading="h3" />}
          columns={[
            { id: 'group', header: words.group, cell: (g) => <Link href={`/kelompok/${g.groupId}`} className="row-link">{g.groupName}</Link> },
            { id: 'reserved', header: texts.reserved, end: true, cell: (g) => <Money amount={g.reserved} bare />, foot: <Money amount={b.reserved} bare /> },
            { id: 'inTransit', header: texts.inTransit, end: true, cell: (g) => <Money amount={g.inTransit} bare />, foot: <Money amount={b.inTransit} bare /> },
            { id: 'cash', header: texts.cash, end: true, cell: (g) => <Money amount={g.cash} bare />, foot: <Money amount={b.groupCash} bare /> },
            { id: 'spent', header: texts.spent, end: true, cell: (g) => <Money amount={g.spent} bare />, foot: <Money amount={b.spent} bare /> },
            { id: 'returned', header: texts.returned, end: true, cell: (g) => <Money amount={g.returned} bare />, foot: <Money amount={b.returnedToTreasury} bare /> },
          ]}
        />
      </Card>
    </div>
  );
}

function Proof() {
  const t = useText(texts);
  const api = useAidApi();
  const query = useQuery(api.figures.verifyLedger.queryOptions());
  const v = query.data;
  return (
    <Card title={texts.proof} note={texts.proofNote} actions={<Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>{t('again')}</Button>}>
      {query.isPending ? <Skeleton height={80} /> : query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : v && (
        <>
          {v.sound ? <Notice tone="ok" title={texts.sound} /> : <Notice tone="bad" title={texts.unsound}><ul>{v.problems.map((p) => <li key={p}>{p}</li>)}</ul></Notice>}
          <Facts
            wide
            items={[
              { label: texts.accounts, value: <span className="num">{v.accounts.toLocaleString('id-ID')}</span> },
              { label: texts.transfers, value: <span className="num">{v.transfers.toLocaleString('id-ID')}</span> },
              { label: texts.allSum, value: <Money amount={v.sum} /> },
            ]}
          />
        </>
      )}
    </Card>
  );
}

function Separation({ programmeId }: { readonly programmeId: string }) {
  const t = useText(texts);
  const api = useAidApi();
  const query = useQuery(api.figures.separationBreaches.queryOptions({ programmeId }));
  const rows = (query.data ?? []).filter((b) => b.breaches.length > 0);
  return (
    <Card title={texts.separation} note={texts.separationNote}>
      {query.isPending ? <Skeleton height={80} /> : query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : rows.length === 0 ? <p className="muted">{t('noBreach')}</p> : (
        rows.map((b) => (
          <section key={b.batchId}>
            <h3><Link href={`/bantuan/pencairan/${b.batchId}`}>{b.batchNumber}</Link> <Chip tone="bad" mark="sign">{String(b.breaches.length)}</Chip></h3>
            <Findings list={b.breaches} />
          </section>
        ))
      )}
    </Card>
  );
}
