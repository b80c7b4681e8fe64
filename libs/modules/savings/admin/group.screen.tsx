import { useQuery } from '@anyam/admin-kit/api';
import { Figure } from '@anyam/admin-kit/card';
import { formatMoney, Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useSavingsApi, type Fund } from './parts/api.ts';
import { IksTab } from './parts/iks-tab.tsx';
import { LoansTab } from './parts/loans-tab.tsx';
import { SavingsTab } from './parts/savings-tab.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Simpanan {name}', en: 'Savings of {name}' },
  fund: { id: 'Dana IKS', en: 'Solidarity fund' },
  fundNote: { id: 'Milik anggota, terpisah dari modal bantuan', en: 'Of the members, apart from aid capital' },
  lent: { id: 'Dipinjam anggota', en: 'Out as loans' },
  lendable: { id: 'Masih boleh dipinjamkan {amount}', en: '{amount} may still be lent' },
  savings: { id: 'Simpanan sukarela', en: 'Voluntary savings' },
  kept: { id: 'Kas {cash}, bank {bank}', en: 'Cash {cash}, bank {bank}' },
  paid: { id: 'IKS dibayar', en: 'IKS paid' },
  agreed: { id: 'dari {amount} yang disepakati', en: 'of {amount} agreed' },
  asked: { id: 'dari {amount} yang dikenakan pada hasil penjualan', en: 'of {amount} that sales asked for' },
  noneAsked: { id: 'belum ada hasil yang dikenai IKS', en: 'no proceeds asked for any yet' },
});

export default function GroupSavingsScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useSavingsApi();
  const query = useQuery(api.fund.get.queryOptions({ groupId: params.id ?? '' }));
  if (query.data) return <Loaded key={query.data.group.id} fund={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ fund }: { readonly fund: Fund }) {
  const t = useText(texts);
  const say = useSay();
  const { group } = fund;
  // A share of proceeds agrees on no amount: what is asked follows from what is sold.
  const paidOf = fund.rate?.kind !== 'proceeds' ? t('agreed', { amount: formatMoney(fund.agreed) }) : fund.agreed > 0n ? t('asked', { amount: formatMoney(fund.agreed) }) : t('noneAsked');
  return (
    <div className="stack">
      <PageHead title={t('title', { name: group.name })} context={group.villageName} />
      <RecordNav of="group" id={group.id} />
      <div className="cards">
        <Figure label={texts.fund} value={<Money amount={fund.total} />}>{t('fundNote')}</Figure>
        <Figure label={texts.lent} value={<Money amount={fund.lent} />}>{t('lendable', { amount: formatMoney(fund.lendable) })}</Figure>
        <Figure label={texts.savings} value={<Money amount={fund.voluntary} />}>{t('kept', { cash: formatMoney(fund.cash), bank: formatMoney(fund.bank) })}</Figure>
        <Figure label={texts.paid} value={<Money amount={fund.paid} />}>{paidOf}</Figure>
      </div>
      {fund.findings.filter((f) => f.code !== 'IKS_BEHIND').map((f, i) => <Notice key={i} tone={f.code === 'LOAN_BAD' ? 'bad' : 'warn'} title={f.title}>{say(f.text)}</Notice>)}
      <Tabs
        tabs={[
          { id: 'iks', label: texts.iks, content: () => <IksTab fund={fund} /> },
          { id: 'simpanan', label: texts.voluntary, content: () => <SavingsTab fund={fund} /> },
          { id: 'pinjaman', label: texts.loan, content: () => <LoansTab groupId={group.id} /> },
        ]}
      />
    </div>
  );
}
