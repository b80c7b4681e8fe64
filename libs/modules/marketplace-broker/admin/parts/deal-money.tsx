import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { MoneyBar } from '@anyam/admin-kit/chart';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import type { Doing } from '../deal.screen.tsx';
import type { Deal } from './api.ts';
import { ShareCard } from './share-card.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Pembayaran', en: 'Payments' },
  none: { id: 'Belum ada pembayaran.', en: 'No payments yet.' },
  payment: { id: 'Dibayar', en: 'Paid' },
  setOff: { id: 'Dipotong bahan atau panjar', en: 'Set off' },
  back: { id: 'Dibatalkan', en: 'Taken back' },
  take: { id: 'Batalkan', en: 'Take back' },
  what: { id: 'Keterangan', en: 'What' },
  by: { id: 'Dicatat oleh', en: 'Recorded by' },
});

/** What came in for a deal, and how it was shared. */
export function DealMoney({ deal: d, onDo }: { readonly deal: Deal; readonly onDo: (doing: Doing) => void }) {
  const t = useText(texts);
  const back = d.maySell && ['diterima', 'dibayarSebagian', 'dibayar'].includes(d.state);
  return (
    <>
      <Card title={texts.title}>
        <div className="stack">
          {d.receivedOn && <MoneyBar total={d.due} totalLabel={t('due')} parts={[{ label: t('paid'), amount: d.paid }, { label: t('setOff'), amount: d.setOff }, { label: t('remaining'), amount: d.remaining }]} legend="list" />}
          {d.dueOn && <p>{t('dueOn')} <DateText value={d.dueOn} /> {d.daysLate > 0 && <Chip tone="warn" mark="sign">{t('late', { n: d.daysLate })}</Chip>}</p>}
          <RowsTable caption={texts.title} rows={d.settlements} rowId={(s) => s.id} empty={<p className="muted">{t('none')}</p>} columns={[
            { id: 'on', header: words.date, cell: (s) => <DateText value={s.on} style="short" /> },
            { id: 'what', header: texts.what, cell: (s) => <>{t(s.kind === 'payment' ? 'payment' : 'setOff')}{s.purse && ` (${t(s.purse)})`}{(s.takenBack || s.takesBack) && <> <Chip>{t('back')}</Chip></>}</> },
            { id: 'by', header: texts.by, cell: (s) => s.byName },
            { id: 'amount', header: words.amount, end: true, cell: (s) => <Money amount={s.amount} bare /> },
            ...(back ? [{ id: 'take', header: texts.take, cell: (s: Deal['settlements'][number]) => (s.takenBack || s.takesBack ? '–' : <Button size="sm" variant="quiet" onClick={() => onDo({ kind: 'takeBack', id: s.id })}>{t('take')}</Button>) }] : []),
          ]} />
        </div>
      </Card>
      {d.shares.map((s) => <ShareCard key={s.id} deal={d} share={s} onDo={onDo} />)}
    </>
  );
}
