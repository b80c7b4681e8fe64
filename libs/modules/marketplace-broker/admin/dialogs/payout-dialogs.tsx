import { useMutation } from '@anyam/admin-kit/api';
import { formatMoney, Money } from '@anyam/admin-kit/format';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import type { Doing } from '../deal.screen.tsx';
import { AskDialog, type Ask } from '../parts/ask-dialog.tsx';
import { useMarketApi, type Deal } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  payOut: { id: 'Catat dibayarkan kepada anggota', en: 'Record as paid out' },
  out: { id: 'Uang diambil dari', en: 'Money is taken from' },
  payOne: { id: 'Bayar bagian {name}', en: 'Pay the share of {name}' },
  left: { id: 'Belum dibayarkan', en: 'Not yet paid out' },
  part: { id: 'Boleh sebagian; sisanya tetap tercatat sebagai hak anggota.', en: 'A part is fine; the rest stays due to the member.' },
  tooMuch: { id: 'Lebih dari yang belum dibayarkan.', en: 'More than is left to pay.' },
  undo: { id: 'Batalkan pembayaran slip', en: 'Take the payout back' },
  undoAbout: { id: 'Uang kembali ke kas atau bank kelompok, dan menjadi hak anggota lagi. Catatan lama tetap terlihat.', en: 'The money is back with the group, and due to the member again. The old entry stays visible.' },
  reverse: { id: 'Balikkan pembagian', en: 'Reverse the share-out' },
  reverseAbout: {
    id: 'Potongan bahan, IKS, dan angsuran dikembalikan seperti sebelum dibagi, dengan catatan pembalik pada tanggal di atas. Sesudahnya {amount} dapat dibagi lagi.',
    en: 'Material, solidarity and instalments are as before the share-out, by reversing entries on the day above. Then {amount} can be shared anew.',
  },
  paidFirst: { id: 'Sudah dibayarkan kepada {names}. Batalkan dulu pembayaran slipnya.', en: 'Already paid out to {names}. Take those payouts back first.' },
});
type Own = Extract<Doing, { readonly kind: 'payOut' | 'reversePayout' | 'reverseShare' }>;

/** Dialogs of a share-out that is there: slips paid in whole or in part, and what is taken back. */
export default function PayoutDialogs({ deal: d, doing, onClose }: { readonly deal: Deal; readonly doing: Own; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMarketApi();
  const { today } = useSession();
  const payOut = useMutation(api.deals.payOut.mutationOptions());
  const reversePayout = useMutation(api.deals.reversePayout.mutationOptions());
  const reverseShare = useMutation(api.deals.reverseShare.mutationOptions());
  const on: Ask = { name: 'on', label: words.date, kind: 'date' };
  const reason: Ask = { name: 'reason', label: words.reason, kind: 'reason' };
  const outOf: Ask = { name: 'outOf', label: texts.out, kind: 'select', options: [{ value: 'cash', label: t('cash') }, { value: 'bank', label: t('bank') }] };
  const purseOf = (value: unknown) => (value === 'bank' ? ('bank' as const) : ('cash' as const));
  if (doing.kind === 'reversePayout') {
    return (
      <AskDialog title={texts.undo} danger save={texts.undo} onClose={onClose} start={{ on: today }} asks={[reason, on]}
        onSave={(v, key) => reversePayout.mutateAsync({ key, payoutId: doing.payoutId, reason: String(v.reason), on: String(v.on) })}>
        {() => <p className="muted">{t('undoAbout')}</p>}
      </AskDialog>
    );
  }
  const share = d.shares.find((s) => s.id === doing.shareId);
  if (!share) return null;
  if (doing.kind === 'reverseShare') {
    const paid = share.members.filter((m) => m.paidOut > 0n).map((m) => m.memberName).join(', ');
    return (
      <AskDialog title={texts.reverse} danger save={texts.reverse} onClose={onClose} start={{ on: today }} asks={[reason, on]} fault={() => (paid ? t('paidFirst', { names: paid }) : undefined)}
        onSave={(v, key) => reverseShare.mutateAsync({ key, shareId: share.id, reason: String(v.reason), on: String(v.on) })}>
        {() => (paid ? <p>{t('paidFirst', { names: paid })}</p> : <p className="muted">{t('reverseAbout', { amount: formatMoney(share.amount) })}</p>)}
      </AskDialog>
    );
  }
  const waiting = share.members.filter((m) => m.left > 0n && (doing.memberId === undefined || m.memberId === doing.memberId));
  const [one] = doing.memberId === undefined ? [] : waiting;
  if (one) {
    return (
      <AskDialog title={t('payOne', { name: one.memberName })} onClose={onClose} start={{ amount: one.left, on: today, outOf: 'cash' }}
        asks={[{ name: 'amount', label: words.amount, kind: 'money', hint: texts.part, words: terbilangRupiah }, on, outOf]} fault={(v) => (typeof v.amount === 'bigint' && v.amount > one.left ? t('tooMuch') : undefined)}
        onSave={(v, key) => payOut.mutateAsync({ key, shareId: share.id, memberIds: [one.memberId], amount: v.amount as bigint, on: String(v.on), outOf: purseOf(v.outOf) })}>
        {() => <p>{t('left')}: <Money amount={one.left} /></p>}
      </AskDialog>
    );
  }
  return (
    <AskDialog title={texts.payOut} onClose={onClose} start={{ on: today, outOf: 'cash' }} asks={[on, outOf]}
      onSave={(v, key) => payOut.mutateAsync({ key, shareId: share.id, memberIds: waiting.map((m) => m.memberId), on: String(v.on), outOf: purseOf(v.outOf) })}>
      {() => <ul>{waiting.map((m) => <li key={m.memberId}>{m.memberName}: <Money amount={m.left} /></li>)}</ul>}
    </AskDialog>
  );
}
