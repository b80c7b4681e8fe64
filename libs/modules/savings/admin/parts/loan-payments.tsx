import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import type { Loan } from './api.ts';
import { words } from './words.ts';

const ReverseDialog = lazy(() => import('./reverse-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Yang sudah dibayar', en: 'What was paid' },
  none: { id: 'Belum ada angsuran.', en: 'No instalment yet.' },
  principal: { id: 'Pokok (Rp)', en: 'Principal (Rp)' },
  service: { id: 'Jasa (Rp)', en: 'Service (Rp)' },
  how: { id: 'Cara', en: 'How' },
  money: { id: 'Uang', en: 'Money' },
  share: { id: 'Potong hasil', en: 'Out of proceeds' },
  writeOff: { id: 'Dihapus', en: 'Written off' },
  back: { id: 'Pembatalan', en: 'Reversal' },
  undo: { id: 'Batalkan', en: 'Take back' },
});
type Payment = Loan['payments'][number];

export function LoanPayments({ loan }: { readonly loan: Loan }) {
  const t = useText(texts);
  const { can } = useSession();
  const [undoing, setUndoing] = useState<Payment | null>(null);
  const how = (p: Payment) => (p.isReversal ? t('back') : p.source === 'share' ? t('share') : p.source === 'writeOff' ? t('writeOff') : t('money'));
  const mayUndo = (p: Payment) => p.source === 'money' && !p.isReversal && !p.reversed && can('savings.record');
  return (
    <Card title={texts.title}>
      <RowsTable
        caption={texts.title}
        rows={loan.payments}
        rowId={(p) => p.id}
        empty={<p className="muted">{t('none')}</p>}
        columns={[
          { id: 'on', header: words.date, cell: (p) => <DateText value={p.on} style="short" /> },
          { id: 'principal', header: texts.principal, end: true, cell: (p) => <Money amount={p.principal} bare />, foot: <Money amount={loan.payments.reduce((n, p) => n + p.principal, 0n)} bare /> },
          { id: 'service', header: texts.service, end: true, cell: (p) => <Money amount={p.service} bare />, foot: <Money amount={loan.payments.reduce((n, p) => n + p.service, 0n)} bare /> },
          { id: 'how', header: texts.how, wrap: true, cell: (p) => <div>{how(p)} {p.reversed && <Chip>{words.reversed}</Chip>}{p.reason && <span className="sub">{p.reason}</span>}</div> },
          { id: 'by', header: words.by, cell: (p) => p.actorName },
          { id: 'do', header: words.state, cell: (p) => mayUndo(p) && <Button size="sm" variant="quiet" onClick={() => setUndoing(p)}>{t('undo')}</Button> },
        ]}
      />
      <Suspense>{undoing && <ReverseDialog entry={{ id: undoing.id, name: loan.memberName, amount: undoing.principal + undoing.service }} onClose={() => setUndoing(null)} />}</Suspense>
    </Card>
  );
}
