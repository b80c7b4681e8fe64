import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { dealValue, type DealTerms } from '@anyam/domain/marketplace-broker';
import { rupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { AskDialog, type Ask, type Values } from '../parts/ask-dialog.tsx';
import { useMarketApi, useOptions, type Deal, type Terms } from '../parts/api.ts';
import { PickLots, type Picked } from '../parts/pick-lots.tsx';
import { PriceFields, pricesOf, type Prices } from '../parts/price-fields.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Catat tawaran', en: 'Write down a bid' },
  own: { id: 'Tawar barang ini', en: 'Bid on these goods' },
  fee: { id: 'Biaya angkut atau timbang, ditanggung kelompok', en: 'Fee for carrying or weighing, borne by the group' },
  setOff: { id: 'Paling banyak dipotong untuk bahan atau panjar', en: 'Most to be set off for material or advances' },
  days: { id: 'Dibayar dalam (hari)', en: 'Paid within (days)' },
  worth: { id: 'Nilai tawaran untuk kelompok', en: 'Worth to the group' },
  change: { id: 'Ubah tawaran', en: 'Change the bid' },
  kept: { id: 'Syarat yang lama tetap terlihat pada riwayat.', en: 'The old terms stay visible in the history.' },
  keptFee: { id: 'Biaya tetap seperti semula.', en: 'The fee stays as it is.' },
  missing: { id: 'Isi harga setiap mutu yang dijual, dan paling sedikit satu lot.', en: 'Price each grade that is sold, and at least one lot.' },
});

export interface BidLot { readonly lotId: string; readonly code: string; readonly grade: string; readonly memberName: string; readonly available: number; readonly productId: string }

/** A fee that this form can show: a fixed one that the group bears, or none. Another is kept as it was. */
const plainFee = (fee: Terms['fee']): boolean => fee === null || (fee.kind === 'fixed' && fee.bearer === 'group');

/** What a party would pay for some lots. With `partyId` it is the broker's own bid, else the group writes it down; with `deal` one is changed. */
export default function BidDialog({ groupId, lots, offerId, needId, partyId: own, prices: first, deal, onClose }: {
  readonly groupId: string; readonly lots: readonly BidLot[]; readonly offerId: string | null; readonly needId: string | null; readonly partyId?: string; readonly prices?: Prices; readonly deal?: Deal; readonly onClose: () => void;
}) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const api = useMarketApi();
  const options = useOptions().data;
  const bid = useMutation(api.deals.bid.mutationOptions());
  const revise = useMutation(api.deals.revise.mutationOptions());
  const partyId = own ?? deal?.party.id;
  const old = deal?.terms;
  const [picked, setPicked] = useState<Picked>(new Map(lots.map((l) => [l.lotId, deal ? (deal.lines.find((x) => x.lotId === l.lotId)?.quantity ?? 0) : l.available])));
  const [prices, setPrices] = useState<Prices>(first ?? Object.fromEntries((old?.prices ?? []).map((p) => [p.grade, p.price])));
  const products = [...new Set(lots.map((l) => l.productId))];
  const [productId, setProduct] = useState(products[0] ?? '');
  const parties = useQuery(api.parties.forGroup.queryOptions({ groupId, goodsId: productId || null, as: 'buy' }, { enabled: partyId === undefined }));
  const product = options?.products.find((p) => p.id === productId);
  const lines = lots.filter((l) => l.productId === productId && (picked.get(l.lotId) ?? 0) > 0).map((l) => ({ ...l, quantity: picked.get(l.lotId) ?? 0 }));
  const termsOf = (v: Values) => ({
    unit: { name: product?.baseUnit ?? '-', factor: 1 }, prices: pricesOf(product, prices), fee: old && !plainFee(old.fee) ? old.fee : typeof v.fee === 'bigint' && v.fee > 0n ? { kind: 'fixed' as const, amount: v.fee, bearer: 'group' as const } : null,
    setOffLimit: typeof v.setOff === 'bigint' ? v.setOff : 0n, payWithinDays: Number(v.days),
  });
  const worth = (v: Values) => dealValue({
    receipt: null, lines: lines.map((l) => ({ lotId: l.lotId, lotCode: l.code, memberId: '', grade: l.grade, quantity: l.quantity })),
    terms: { ...termsOf(v), productId, prices: termsOf(v).prices.map((p) => ({ ...p, price: rupiah(p.price) })) } as unknown as DealTerms,
  }).due;
  const asks: Ask[] = [
    ...(partyId === undefined ? [{ name: 'party', label: words.party, kind: 'select' as const, options: (parties.data ?? []).map((p) => ({ value: p.id, label: p.why ? `${p.name}: ${say(p.why)}` : p.name })) }] : []),
    { name: 'days', label: texts.days, kind: 'count' },
    ...(old && !plainFee(old.fee) ? [] : [{ name: 'fee', label: texts.fee, kind: 'money' as const, optional: true }]),
    { name: 'setOff', label: texts.setOff, kind: 'money', optional: true },
    { name: 'note', label: words.note, kind: 'text', optional: true },
  ];
  return (
    <AskDialog
      title={deal ? texts.change : partyId ? texts.own : texts.title} size="lg" asks={asks} onClose={onClose}
      start={old ? { days: old.payWithinDays, fee: old.fee?.kind === 'fixed' ? old.fee.amount : null, setOff: old.setOffLimit, note: deal.note ?? '' } : { days: 14 }}
      fault={() => (lines.length === 0 || lines.some((l) => prices[l.grade] == null) ? t('missing') : undefined)}
      onSave={(v, key) => (deal ? revise.mutateAsync({ key, id: deal.id, lines: lines.map(({ lotId, quantity }) => ({ lotId, quantity })), terms: termsOf(v), note: String(v.note ?? '') }) : bid.mutateAsync({
        key, groupId, partyId: partyId ?? String(v.party), offerId, needId, productId, lines: lines.map(({ lotId, quantity }) => ({ lotId, quantity })), terms: termsOf(v), note: String(v.note ?? ''),
      }))}
    >
      {(v) => (
          <>
            {deal && <p className="muted">{t('kept')}{old && !plainFee(old.fee) && ` ${t('keptFee')}`}</p>}
            {products.length > 1 && (
              <FieldFrame id={`${id}-goods`} label={words.goods}>
                {(c) => <Select {...c} value={productId} options={(options?.products ?? []).filter((p) => products.includes(p.id)).map((p) => ({ value: p.id, label: p.name }))} onChange={(e) => setProduct(e.target.value)} />}
              </FieldFrame>
            )}
            <PriceFields goods={product} prices={prices} onChange={setPrices} />
            <PickLots lots={lots.filter((l) => l.productId === productId)} unit={product?.baseUnit ?? ''} picked={picked} onChange={setPicked} />
            <p role="status">{t('worth')}: <b><Money amount={worth(v)} /></b></p>
          </>
      )}
    </AskDialog>
  );
}
