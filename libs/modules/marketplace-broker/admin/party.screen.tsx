import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { IfMay } from '@anyam/admin-kit/session';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { dealFlow, PARTY_KIND_LABEL } from '@anyam/domain/marketplace-broker';
import { lazy, Suspense, useState } from 'react';
import { MaterialOffers } from './parts/material-offers.tsx';
import { NeedList } from './parts/need-list.tsx';
import { useMarketApi, type Party } from './parts/api.ts';
import { AskDialog } from './parts/ask-dialog.tsx';
import { words } from './parts/words.ts';

const PartyDialog = lazy(() => import('./dialogs/party-dialog.tsx'));
const NeedDialog = lazy(() => import('./dialogs/need-dialog.tsx'));
const MaterialDialog = lazy(() => import('./dialogs/material-dialog.tsx'));
const texts = defineTexts({
  ...words,
  edit: { id: 'Ubah data', en: 'Change' },
  block: { id: 'Blokir', en: 'Block' },
  unblock: { id: 'Buka blokir', en: 'Lift the block' },
  account: { id: 'Beri akun', en: 'Give an account' },
  accountNote: { id: 'Dengan akun ini pengepul hanya melihat kesepakatannya sendiri.', en: 'With this account the broker sees nothing but the own deals.' },
  username: { id: 'Nama pengguna', en: 'User name' },
  usernameHint: { id: 'Huruf kecil dan angka, misalnya wiro.dumplengan.', en: 'Lower case letters and figures, for example wiro.dumplengan.' },
  password: { id: 'Kata sandi awal', en: 'First password' },
  passwordHint: { id: 'Paling sedikit 12 huruf.', en: 'At least 12 characters.' },
  name: { id: 'Nama orang', en: 'Name of the person' },
  serves: { id: 'Melayani', en: 'Serves' },
  any: { id: 'semua barang', en: 'all goods' },
  pays: { id: 'Cara membayar', en: 'How it pays' },
  sales: { id: 'Dibeli seluruhnya', en: 'Bought in all' },
  unpaid: { id: 'Belum dibayar', en: 'Unpaid' },
  overdue: { id: 'Lewat jatuh tempo', en: 'Overdue' },
  lates: { id: 'Terlambat', en: 'Late' },
  lateOf: { id: '{n} dari {all} pembelian, paling lama {days} hari', en: '{n} of {all} purchases, {days} days at most' },
  deals: { id: 'Kesepakatan', en: 'Deals' },
  noDeals: { id: 'Belum ada kesepakatan.', en: 'No deals yet.' },
  needs: { id: 'Kebutuhan', en: 'Needs' },
  materials: { id: 'Bahan yang ditawarkan', en: 'Material on offer' },
  signIns: { id: 'Akun', en: 'Accounts' },
  none: { id: 'belum ada', en: 'none yet' },
  add: { id: 'Tulis', en: 'Write' },
});
type Doing = 'edit' | 'block' | 'account' | 'need' | 'material' | null;

export default function PartyScreen({ params }: { readonly params: Record<string, string> }) {
  const id = params.id ?? '';
  const query = useQuery(useMarketApi().parties.get.queryOptions({ id }));
  if (query.data) return <Loaded party={query.data} />;
  return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />;
}

function Loaded({ party: p }: { readonly party: Party }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const block = useMutation(api.parties.block.mutationOptions());
  const unblock = useMutation(api.parties.unblock.mutationOptions());
  const account = useMutation(api.parties.giveAccount.mutationOptions());
  const deals = useQuery(api.deals.list.queryOptions({ partyId: p.id, page: 1, pageSize: 100 }));
  const blockWord = p.blocked ? texts.unblock : texts.block;
  return (
    <>
      <PageHead
        title={p.name} context={p.kinds.map((k) => PARTY_KIND_LABEL[k][language]).join(', ')} status={p.blocked && <Chip tone="bad" mark="sign">{t('blocked')}</Chip>}
        actions={
          <>
            {p.mayEdit && <Button onClick={() => setDoing('edit')}>{t('edit')}</Button>}
            {p.mayGiveAccount && p.kinds.includes('broker') && !p.blocked && <Button onClick={() => setDoing('account')}>{t('account')}</Button>}
            {p.mayBlock && <Button variant={p.blocked ? 'secondary' : 'danger'} onClick={() => setDoing('block')}>{t(p.blocked ? 'unblock' : 'block')}</Button>}
          </>
        }
      />
      {p.blocked && <Notice tone="bad" title={words.blocked}>{p.blocked.reason} (<DateText value={p.blocked.on} style="short" />)</Notice>}
      <div className="split">
        <div className="stack">
          <Card title={texts.deals} flush>
            <RowsTable caption={texts.deals} rows={deals.data?.rows ?? []} rowId={(r) => r.id} empty={<p className="muted" style={{ padding: 16 }}>{t('noDeals')}</p>} columns={[
              { id: 'group', header: words.group, cell: (r) => <Link href={`/jual/${r.id}`}>{r.groupName}</Link> }, { id: 'goods', header: words.goods, cell: (r) => `${formatNumber(r.quantity, language)} ${r.unit} ${r.productName}` },
              { id: 'value', header: words.value, end: true, cell: (r) => <Money amount={r.due > 0n ? r.due : r.expected} bare /> }, { id: 'left', header: words.remaining, end: true, cell: (r) => <Money amount={r.remaining} bare /> },
              { id: 'state', header: words.state, cell: (r) => <StateChip of={dealFlow.states[r.state]} /> },
            ]} />
          </Card>
          <Card title={texts.needs} flush actions={<IfMay permission="marketplace-broker.need"><Button size="sm" onClick={() => setDoing('need')}>{t('add')}</Button></IfMay>}><NeedList partyId={p.id} /></Card>
          <Card title={texts.materials} flush actions={<IfMay permission="marketplace-broker.need"><Button size="sm" onClick={() => setDoing('material')}>{t('add')}</Button></IfMay>}><MaterialOffers partyId={p.id} /></Card>
        </div>
        <aside className="stack">
          <Card>
            <Facts items={[
              { label: words.phone, value: p.phone ? <a href={`tel:${p.phone}`}>{p.phone}</a> : '–' },
              { label: texts.serves, value: p.coverage.map((c) => `${c.areaName} (${c.goodsName ?? t('any')})`).join(', ') },
              { label: texts.signIns, value: p.signIns.length > 0 ? p.signIns.map((s) => `${s.name} (${s.username})`).join(', ') : t('none') },
            ]} />
          </Card>
          <Card title={texts.pays}>
            <Facts items={[
              { label: texts.sales, value: <Money amount={p.pays.sales} /> }, { label: texts.unpaid, value: <Money amount={p.pays.unpaid} /> }, { label: texts.overdue, value: <Money amount={p.pays.overdue} /> },
              { label: texts.lates, value: p.pays.lateDeals > 0 ? t('lateOf', { n: p.pays.lateDeals, all: p.pays.deals, days: p.pays.mostLate }) : '–' },
            ]} />
          </Card>
        </aside>
      </div>
      <Suspense>
        {doing === 'edit' && <PartyDialog party={p} onClose={close} />}
        {doing === 'need' && <NeedDialog partyId={p.id} onClose={close} />}
        {doing === 'material' && <MaterialDialog partyId={p.id} onClose={close} />}
      </Suspense>
      {doing === 'block' && <AskDialog title={blockWord} save={blockWord} danger={!p.blocked} asks={[{ name: 'reason', label: words.reason, kind: 'reason' }]} onClose={close} onSave={(v, key) => (p.blocked ? unblock : block).mutateAsync({ id: p.id, key, reason: String(v.reason) })} />}
      {doing === 'account' && (
        <AskDialog title={texts.account} onClose={close} start={{ name: p.name }}
          asks={[{ name: 'name', label: texts.name, kind: 'text' }, { name: 'username', label: texts.username, kind: 'text', hint: texts.usernameHint }, { name: 'password', label: texts.password, kind: 'password', hint: texts.passwordHint }]}
          onSave={(v) => account.mutateAsync({ id: p.id, name: String(v.name), username: String(v.username), position: '', password: String(v.password) })}>
          {() => <p className="muted">{t('accountNote')}</p>}
        </AskDialog>
      )}
    </>
  );
}
