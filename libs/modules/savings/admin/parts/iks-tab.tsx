import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, formatMoney, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import type { Fund } from './api.ts';
import { EntriesCard } from './entries-card.tsx';
import { words } from './words.ts';

const UseDialog = lazy(() => import('./use-dialog.tsx'));
const ReverseUseDialog = lazy(() => import('./reverse-use-dialog.tsx'));
const MoneyDialog = lazy(() => import('./money-dialog.tsx'));

const texts = defineTexts({
  ...words,
  members: { id: 'IKS tiap anggota', en: 'IKS of each member' },
  agreed: { id: 'Disepakati (Rp)', en: 'Agreed (Rp)' },
  asked: { id: 'Dikenakan pada hasil (Rp)', en: 'Asked of proceeds (Rp)' },
  paid: { id: 'Dibayar (Rp)', en: 'Paid (Rp)' },
  owed: { id: 'Belum (Rp)', en: 'Owed (Rp)' },
  balance: { id: 'Saldo (Rp)', en: 'Balance (Rp)' },
  left: { id: 'Sudah keluar', en: 'Left' },
  slip: { id: 'Kartu', en: 'Card' },
  rate: { id: 'Besar IKS', en: 'IKS rate' },
  noRate: { id: 'Besarnya belum diputuskan. Putuskan dalam musyawarah.', en: 'The rate is not decided yet. Decide it in a meeting.' },
  perMeeting: { id: '{amount} setiap rapat', en: '{amount} each meeting' },
  perMonth: { id: '{amount} setiap bulan', en: '{amount} each month' },
  ofProceeds: { id: '{percent} % dari hasil penjualan', en: '{percent} % of proceeds' },
  decidedOn: { id: 'Diputuskan', en: 'Decided' },
  available: { id: 'Tersedia', en: 'At hand' },
  reserve: { id: 'Cadangan', en: 'Reserve' },
  toUse: { id: 'Keputusan yang belum dijalankan', en: 'Decisions to carry out' },
  carryOut: { id: 'Jalankan', en: 'Carry out' },
  uses: { id: 'Penggunaan IKS', en: 'Uses of the fund' },
  takeBack: { id: 'Batalkan', en: 'Take back' },
  takenBack: { id: 'dibatalkan', en: 'taken back' },
  noUses: { id: 'IKS belum pernah dipakai.', en: 'The fund was not used yet.' },
  what: { id: 'Untuk', en: 'For' },
  decision: { id: 'Keputusan', en: 'Decision' },
  pay: { id: 'Terima IKS', en: 'Receive IKS' },
  empty: { id: 'Belum ada IKS', en: 'No IKS yet' },
  emptyText: { id: 'Catat IKS pada lembar rapat, atau potong dari hasil penjualan.', en: 'Record IKS on the meeting sheet, or keep it back from proceeds.' },
});

export function IksTab({ fund }: { readonly fund: Fund }) {
  const t = useText(texts);
  const say = useSay();
  const [using, setUsing] = useState<Fund['toUse'][number] | null>(null);
  const [undoing, setUndoing] = useState<Fund['uses'][number] | null>(null);
  const [paying, setPaying] = useState(false);
  const { rate } = fund;
  const sum = (pick: (m: Fund['members'][number]) => bigint) => fund.members.reduce((n, m) => n + pick(m), 0n);
  const rateText = !rate ? t('noRate')
    : rate.kind === 'proceeds' ? t('ofProceeds', { percent: (rate.bps / 100).toLocaleString('id-ID') })
    : t(rate.every === 'meeting' ? 'perMeeting' : 'perMonth', { amount: formatMoney(rate.amount) });
  return (
    <div className="stack">
      <Card>
        <Facts
          wide
          items={[
            { label: texts.rate, value: rateText },
            ...(fund.rateDecision ? [{ label: texts.decidedOn, value: <Link href={`/kelompok/${fund.group.id}/rapat/${fund.rateDecision.meetingId}`}><DateText value={fund.rateDecision.heldOn} /></Link> }] : []),
            { label: texts.available, value: <Money amount={fund.available} /> },
            { label: texts.reserve, value: <Money amount={fund.reserve} /> },
          ]}
        />
      </Card>
      {fund.toUse.length > 0 && (
        <Card title={texts.toUse}>
          <ul className="blockers">
            {fund.toUse.map((d) => (
              <li key={d.id}>
                <b>{say(d.purposeLabel)}: <Money amount={d.amount} /></b>, {d.what}{d.memberName && ` (${d.memberName})`}
                <div className="muted small">{d.wording} · <DateText value={d.heldOn} /></div>
                {d.problems.map((p, i) => <Notice key={i} tone="warn">{say(p)}</Notice>)}
                {fund.writable && d.problems.length === 0 && <Button size="sm" onClick={() => setUsing(d)}>{t('carryOut')}</Button>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={texts.members} actions={fund.writable && <Button size="sm" onClick={() => setPaying(true)}>{t('pay')}</Button>}>
        <RowsTable
          caption={texts.members}
          rows={fund.members}
          rowId={(m) => m.memberId}
          empty={<EmptyState title={texts.empty} text={texts.emptyText} />}
          columns={[
            { id: 'member', header: words.member, cell: (m) => <><b>{m.name}</b> {!m.active && <Chip>{texts.left}</Chip>}<span className="sub">{m.role === 'member' ? '' : t(m.role)}</span></> },
            { id: 'agreed', header: rate?.kind === 'proceeds' ? texts.asked : texts.agreed, end: true, cell: (m) => <Money amount={m.agreed} bare />, foot: <Money amount={sum((m) => m.agreed)} bare /> },
            { id: 'paid', header: texts.paid, end: true, cell: (m) => <Money amount={m.paid} bare />, foot: <Money amount={sum((m) => m.paid)} bare /> },
            { id: 'owed', header: texts.owed, end: true, cell: (m) => (m.owed > 0n ? <b><Money amount={m.owed} bare /></b> : '–'), foot: <Money amount={sum((m) => m.owed)} bare /> },
            { id: 'balance', header: texts.balance, end: true, cell: (m) => <Money amount={m.iks} bare />, foot: <Money amount={sum((m) => m.iks)} bare /> },
            { id: 'slip', header: texts.slip, cell: (m) => <Link href={`/kelompok/${fund.group.id}/buku/anggota/${m.memberId}`}>{t('slip')}</Link> },
          ]}
        />
      </Card>
      <Card title={texts.uses}>
        <RowsTable
          caption={texts.uses}
          rows={fund.uses}
          rowId={(u) => u.id}
          empty={<p className="muted">{t('noUses')}</p>}
          columns={[
            { id: 'on', header: words.date, cell: (u) => <DateText value={u.on} style="short" /> },
            { id: 'what', header: texts.what, wrap: true, cell: (u) => <>{`${say(u.purposeLabel)}: ${u.what}${u.memberName ? ` (${u.memberName})` : ''}`}{u.reversed && <> <Chip>{texts.takenBack}</Chip><span className="sub">{u.reversed.reason}</span></>}</> },
            { id: 'amount', header: words.amount, end: true, cell: (u) => <Money amount={u.amount} bare />, foot: <Money amount={fund.uses.reduce((n, u) => (u.reversed ? n : n + u.amount), 0n)} bare /> },
            { id: 'decision', header: texts.decision, cell: (u) => (u.decision ? <Link href={`/kelompok/${fund.group.id}/rapat/${u.decision.meetingId}`}><DateText value={u.decision.heldOn} style="short" /></Link> : '–') },
            ...(fund.writable ? [{ id: 'back', header: texts.takeBack, cell: (u: Fund['uses'][number]) => (u.reversed ? '–' : <Button size="sm" variant="quiet" onClick={() => setUndoing(u)}>{t('takeBack')}</Button>) }] : []),
          ]}
        />
      </Card>
      <EntriesCard groupId={fund.group.id} kind="iks" writable={fund.writable} />
      <Suspense>
        {using && <UseDialog groupId={fund.group.id} decision={using} onClose={() => setUsing(null)} />}
        {undoing && <ReverseUseDialog use={undoing} onClose={() => setUndoing(null)} />}
        {paying && <MoneyDialog fund={fund} act="iks" onClose={() => setPaying(false)} />}
      </Suspense>
    </div>
  );
}
