import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, formatDate, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import type { Doing } from '../deal.screen.tsx';
import type { Deal } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  shares: { id: 'Pembagian kepada anggota', en: 'Shared to the members' },
  gross: { id: 'Bagian', en: 'Gross' },
  taken: { id: 'Potongan', en: 'Taken' },
  net: { id: 'Hak bersih', en: 'Net' },
  paidOut: { id: 'Dibayarkan', en: 'Paid out' },
  left: { id: 'Belum dibayarkan', en: 'Not yet paid out' },
  payAll: { id: 'Catat dibayarkan', en: 'Record as paid out' },
  pay: { id: 'Bayar', en: 'Pay' },
  undo: { id: 'Batalkan', en: 'Take back' },
  undone: { id: 'dibatalkan', en: 'taken back' },
  slips: { id: 'Cetak slip', en: 'Print slips' },
  reverse: { id: 'Balikkan pembagian', en: 'Reverse the share-out' },
  reversed: { id: 'Dibalikkan', en: 'Reversed' },
  reversedBy: { id: 'Dibalikkan {on} oleh {by}: {reason}', en: 'Reversed on {on} by {by}: {reason}' },
});
type Share = Deal['shares'][number];

/** One share-out: what each member got, what of it was paid, and how it is taken back. */
export function ShareCard({ deal: d, share: s, onDo }: { readonly deal: Deal; readonly share: Share; readonly onDo: (doing: Doing) => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const live = d.maySell && s.reversed === null;
  const sum = (of: (m: Share['members'][number]) => bigint) => s.members.reduce((n, m) => n + of(m), 0n);
  const paid = (m: Share['members'][number]) => m.payouts.filter((o) => o.takesBack === null).map((o) => (
    <div key={o.id} className="row">
      <span style={o.takenBack ? { textDecoration: 'line-through' } : undefined}><DateText value={o.on} style="short" />: <Money amount={o.amount} bare /> ({t(o.purse)})</span>
      {o.takenBack ? <Chip>{t('undone')}</Chip> : live && <Button size="sm" variant="quiet" aria-label={`${t('undo')}: ${m.memberName}`} onClick={() => onDo({ kind: 'reversePayout', payoutId: o.id })}>{t('undo')}</Button>}
    </div>
  ));
  return (
    <Card title={texts.shares} note={formatDate(s.on, language)} flush actions={
      <>
        {s.reversed && <Chip tone="warn">{t('reversed')}</Chip>}
        {!s.reversed && <Button size="sm" href={`/jual/${d.id}/slip/${s.id}`}>{t('slips')}</Button>}
        {live && <Button size="sm" variant="quiet" onClick={() => onDo({ kind: 'reverseShare', shareId: s.id })}>{t('reverse')}</Button>}
        {live && sum((m) => m.left) > 0n && <Button size="sm" variant="primary" onClick={() => onDo({ kind: 'payOut', shareId: s.id })}>{t('payAll')}</Button>}
      </>
    }>
      {s.reversed && <Notice tone="warn">{t('reversedBy', { on: formatDate(s.reversed.on, language), by: s.reversed.byName, reason: s.reversed.reason })}</Notice>}
      <RowsTable caption={texts.shares} rows={s.members} rowId={(m) => m.memberId} columns={[
        { id: 'member', header: words.member, cell: (m) => m.memberName },
        { id: 'gross', header: texts.gross, end: true, cell: (m) => <Money amount={m.gross} bare />, foot: <Money amount={s.amount} bare /> },
        { id: 'taken', header: texts.taken, end: true, cell: (m) => <Money amount={m.gross - m.net} bare />, foot: <Money amount={s.amount - s.net} bare /> },
        { id: 'net', header: texts.net, end: true, cell: (m) => <Money amount={m.net} bare />, foot: <Money amount={s.net} bare /> },
        { id: 'paid', header: texts.paidOut, cell: (m) => (
          <>
            {paid(m)}
            {live && m.left > 0n && <Button size="sm" aria-label={`${t('pay')}: ${m.memberName}`} onClick={() => onDo({ kind: 'payOut', shareId: s.id, memberId: m.memberId })}>{t('pay')}</Button>}
            {m.payouts.length === 0 && !(live && m.left > 0n) && '–'}
          </>
        ) },
        ...(s.reversed ? [] : [{ id: 'left', header: texts.left, end: true, cell: (m: Share['members'][number]) => <Money amount={m.left} bare />, foot: <Money amount={sum((m) => m.left)} bare /> }]),
      ]} />
    </Card>
  );
}
