import { useMutation } from '@anyam/admin-kit/api';
import { formatMoney, Money } from '@anyam/admin-kit/format';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { lazy } from 'react';
import type { Doing } from '../deal.screen.tsx';
import { AskDialog, type Ask } from '../parts/ask-dialog.tsx';
import { useMarketApi, type Deal } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const CountDialog = lazy(() => import('./count-dialog.tsx'));
const ShareDialog = lazy(() => import('./share-dialog.tsx'));
const ReviseDialog = lazy(() => import('./revise-dialog.tsx'));
const ShareDialogs = lazy(() => import('./payout-dialogs.tsx'));
const texts = defineTexts({
  ...words,
  pay: { id: 'Catat pembayaran', en: 'Record a payment' },
  setOff: { id: 'Potong utang bahan atau panjar', en: 'Set off material or advances' },
  setOffAbout: { id: 'Kelompok berutang {owed}. Yang boleh dipotong sekarang paling banyak {allowed}.', en: 'The group owes {owed}. At most {allowed} may be set off now.' },
  left: { id: 'Sisa tagihan', en: 'Left to pay' },
  back: { id: 'Batalkan pembayaran', en: 'Take a payment back' },
  step: { id: 'Lanjutkan?', en: 'Go on?' },
  frozen: { id: 'Setelah disepakati, lot dipesan dan syarat tidak dapat diubah lagi.', en: 'Once agreed the lots are held and the terms can no longer change.' },
});

/** Steps that ask nothing but reason and day; the others have a count. */
const PLAIN = ['agree', 'send', 'payUp', 'complete', 'cancel', 'withdraw', 'dispute'] as const;

/** The dialog of what is being done to a deal. */
export default function DealDialogs({ deal: d, doing, onClose }: { readonly deal: Deal; readonly doing: Doing; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMarketApi();
  const { today } = useSession();
  const act = useMutation(api.deals.act.mutationOptions());
  const settle = useMutation(api.deals.settle.mutationOptions());
  const takeBack = useMutation(api.deals.takeBack.mutationOptions());
  const purses = [{ value: 'cash', label: t('cash') }, { value: 'bank', label: t('bank') }];
  const on: Ask = { name: 'on', label: words.date, kind: 'date' };
  const purseOf = (value: unknown) => (value === 'bank' ? ('bank' as const) : ('cash' as const));
  const base = { id: d.id, expectedState: d.state };
  switch (doing.kind) {
    case 'share':
      return <ShareDialog deal={d} onClose={onClose} />;
    case 'revise':
      return <ReviseDialog deal={d} onClose={onClose} />;
    case 'pay':
      return (
        <AskDialog title={texts.pay} onClose={onClose} start={{ amount: d.remaining, on: today, into: 'cash' }}
          asks={[{ name: 'amount', label: words.amount, kind: 'money', words: terbilangRupiah }, on, { name: 'into', label: words.purse, kind: 'select', options: purses }]}
          onSave={(v, key) => settle.mutateAsync({ ...base, key, kind: 'payment', amount: v.amount as bigint, on: String(v.on), into: purseOf(v.into) })}>
          {() => <p>{t('left')}: <Money amount={d.remaining} /></p>}
        </AskDialog>
      );
    case 'setOff':
      return (
        <AskDialog title={texts.setOff} onClose={onClose} start={{ amount: d.setOffAllowed, on: today }} asks={[{ name: 'amount', label: words.amount, kind: 'money', words: terbilangRupiah }, on]}
          onSave={(v, key) => settle.mutateAsync({ ...base, key, kind: 'setOff', amount: v.amount as bigint, on: String(v.on), into: 'cash' })}>
          {() => <p className="muted">{t('setOffAbout', { owed: formatMoney(d.owedToParty), allowed: formatMoney(d.setOffAllowed) })}</p>}
        </AskDialog>
      );
    case 'takeBack':
      return (
        <AskDialog title={texts.back} danger save={texts.back} onClose={onClose} start={{ on: today }} asks={[{ name: 'reason', label: words.reason, kind: 'reason' }, on]}
          onSave={(v, key) => takeBack.mutateAsync({ ...base, key, settlementId: doing.id, reason: String(v.reason), on: String(v.on) })} />
      );
    case 'payOut':
    case 'reversePayout':
    case 'reverseShare':
      return <ShareDialogs deal={d} doing={doing} onClose={onClose} />;
    case 'act': {
      const button = d.buttons.find((b) => b.action === doing.action);
      const plain = PLAIN.find((a) => a === doing.action);
      if (!button) return null;
      if (!plain) return <CountDialog deal={d} onClose={onClose} />;
      const asks: Ask[] = [...(button.needs.includes('date') || plain === 'agree' ? [on] : []), ...(button.needs.includes('reason') ? [{ name: 'reason', label: words.reason, kind: 'reason' as const }] : [])];
      return (
        <AskDialog title={button.label} save={button.label} danger={['cancel', 'dispute', 'withdraw'].includes(plain)} start={{ on: today }} asks={asks} onClose={onClose}
          onSave={(v, key) => act.mutateAsync({ ...base, key, action: plain, ...(asks.includes(on) ? { on: String(v.on) } : {}), ...(v.reason ? { reason: String(v.reason) } : {}) })}>
          {() => (plain === 'agree' ? <p className="muted">{t('frozen')}</p> : asks.length === 0 ? <p>{t('step')}</p> : null)}
        </AskDialog>
      );
    }
  }
}
