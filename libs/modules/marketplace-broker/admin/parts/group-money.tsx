import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { AskDialog, type Ask } from './ask-dialog.tsx';
import { useMarketApi, useOptions } from './api.ts';
import { Findings } from './findings.tsx';
import { MaterialOffers } from './material-offers.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Bahan dan panjar dari pengepul', en: 'Material and advances of brokers' },
  offers: { id: 'Bahan yang dapat dibeli di desa ini', en: 'Material that can be bought here' },
  material: { id: 'Terima bahan', en: 'Receive material' },
  advance: { id: 'Terima panjar', en: 'Receive an advance' },
  repayment: { id: 'Bayar utang', en: 'Pay a debt' },
  owed: { id: 'Utang kelompok kepada {name}', en: 'Owed to {name}' },
  none: { id: 'Belum ada bahan atau panjar dari pengepul.', en: 'No material or advances of brokers yet.' },
  materialAbout: { id: 'Dicatat sebagai utang. Kelak dipotong dari penjualan, atau dibayar.', en: 'Kept as a debt. Later it is set off against a sale, or paid.' },
  out: { id: 'Uang diambil dari', en: 'Money is taken from' },
  worth: { id: 'Nilai seluruhnya', en: 'Value in all' },
  fair: { id: 'Kepada siapa kelompok bergantung', en: 'Whom the group depends on' },
  since: { id: 'Sejak', en: 'Since' },
  sales: { id: 'Penjualan', en: 'Sales' },
  bought: { id: 'Bahan', en: 'Material' },
  lent: { id: 'Panjar', en: 'Advances' },
  others: { id: 'tunai dari lainnya', en: 'cash, from others' },
  what: { id: 'Keterangan', en: 'What' },
});
type Kind = 'material' | 'advance' | 'repayment';

/** What brokers brought and lent, what is owed to them, and how much of the group's trade lies in one hand. */
export function GroupMoney({ groupId, maySell }: { readonly groupId: string; readonly maySell: boolean }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useMarketApi();
  const { today } = useSession();
  const options = useOptions().data;
  const [doing, setDoing] = useState<Kind | null>(null);
  const trades = useQuery(api.trades.list.queryOptions({ groupId }));
  const fair = useQuery(api.fairness.group.queryOptions({ groupId }));
  const parties = useQuery(api.parties.forGroup.queryOptions({ groupId, goodsId: null, as: 'sell' }, { enabled: doing !== null }));
  const receive = useMutation(api.trades.receiveMaterial.mutationOptions());
  const advance = useMutation(api.trades.advance.mutationOptions());
  const repay = useMutation(api.trades.repay.mutationOptions());
  const party: Ask = { name: 'party', label: words.party, kind: 'select', options: (parties.data ?? []).map((p) => ({ value: p.id, label: p.why ? `${p.name}: ${say(p.why)}` : p.name })) };
  const on: Ask = { name: 'on', label: words.date, kind: 'date' };
  const shares = (of: readonly { partyName: string; percent: number }[]) => of.map((s) => `${s.partyName || t('others')} ${s.percent} %`).join(', ') || '–';
  return (
    <>
      <Findings of={fair.data?.findings ?? []} />
      <Card title={texts.title} flush actions={maySell && (
        <>{(['material', 'advance', 'repayment'] as const).map((kind) => <Button key={kind} size="sm" onClick={() => setDoing(kind)}>{t(kind)}</Button>)}</>
      )}>
        <ErrorNotice error={trades.error ?? fair.error} />
        {trades.data && trades.data.owed.length > 0 && <div style={{ padding: 16 }}><Facts items={trades.data.owed.map((o) => ({ label: t('owed', { name: o.partyName }), value: <Money amount={o.amount} /> }))} /></div>}
        <RowsTable caption={texts.title} rows={trades.data?.rows ?? []} rowId={(r) => r.id} empty={<p className="muted" style={{ padding: 16 }}>{t('none')}</p>} columns={[
          { id: 'on', header: words.date, cell: (r) => <DateText value={r.on} style="short" /> }, { id: 'party', header: words.party, cell: (r) => r.partyName },
          { id: 'what', header: texts.what, cell: (r) => (r.kind === 'material' ? `${r.goodsName ?? ''} ${formatNumber(r.quantity ?? 0, language)} ${r.unit ?? ''}` : t(r.kind)) },
          { id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare /> },
        ]} />
      </Card>
      {fair.data && (
        <Card title={texts.fair}>
          <Facts items={[
            { label: texts.since, value: <DateText value={fair.data.from} /> }, { label: texts.sales, value: shares(fair.data.sales) }, { label: texts.bought, value: shares(fair.data.material) }, { label: texts.lent, value: shares(fair.data.advances) },
          ]} />
        </Card>
      )}
      <Card title={texts.offers} flush><MaterialOffers groupId={groupId} /></Card>
      {doing === 'material' && (
        <AskDialog title={texts.material} onClose={() => setDoing(null)} start={{ on: today }}
          asks={[party, { name: 'material', label: words.material, kind: 'select', options: (options?.materials ?? []).map((m) => ({ value: m.id, label: `${m.name} (${m.baseUnit})` })) }, { name: 'quantity', label: words.quantity, kind: 'count' }, { name: 'value', label: texts.worth, kind: 'money' }, on]}
          onSave={(v, key) => receive.mutateAsync({ key, groupId, partyId: String(v.party), materialId: String(v.material), quantity: Number(v.quantity), value: v.value as bigint, on: String(v.on) })}>
          {() => <p className="muted">{t('materialAbout')}</p>}
        </AskDialog>
      )}
      {(doing === 'advance' || doing === 'repayment') && (
        <AskDialog title={texts[doing]} onClose={() => setDoing(null)} start={{ on: today, purse: 'cash' }}
          asks={[party, { name: 'amount', label: words.amount, kind: 'money' }, on, { name: 'purse', label: doing === 'advance' ? words.purse : texts.out, kind: 'select', options: [{ value: 'cash', label: t('cash') }, { value: 'bank', label: t('bank') }] }]}
          onSave={(v, key) => (doing === 'advance' ? advance : repay).mutateAsync({ key, groupId, partyId: String(v.party), amount: v.amount as bigint, on: String(v.on), purse: v.purse === 'bank' ? 'bank' : 'cash' })} />
      )}
    </>
  );
}
