import { useMutation } from '@anyam/admin-kit/api';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { useMarketApi, useOptions, type GroupMarket } from '../parts/api.ts';
import { PickLots, type Picked } from '../parts/pick-lots.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Tawarkan barang', en: 'Offer goods' },
  expected: { id: 'Perkiraan hasil yang akan datang', en: 'Output to come' },
  expectedGrade: { id: 'Mutu perkiraan', en: 'Grade to come' },
  expectedQuantity: { id: 'Jumlah perkiraan', en: 'Quantity to come' },
  readyOn: { id: 'Siap tanggal', en: 'Ready on' },
  missing: { id: 'Pilih paling sedikit satu lot, atau isi perkiraan hasil lengkap.', en: 'Choose at least one lot, or fill in the output to come.' },
});

/** Publishes stock by lots and, if any, output to come. It reserves nothing. */
export default function OfferDialog({ market: m, onClose }: { readonly market: GroupMarket; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMarketApi();
  const options = useOptions().data;
  const publish = useMutation(api.offers.publish.mutationOptions());
  const stock = m.stock.filter((l) => l.available > 0);
  const [picked, setPicked] = useState<Picked>(new Map(stock.map((l) => [l.lotId, l.available])));
  const first = stock[0]?.productId ?? options?.products[0]?.id ?? null;
  const chosen = (productId: unknown) => stock.filter((l) => l.productId === productId && (picked.get(l.lotId) ?? 0) > 0).map((l) => ({ lotId: l.lotId, quantity: picked.get(l.lotId) ?? 0 }));
  const product = (id: unknown) => options?.products.find((p) => p.id === id);
  return (
    <AskDialog
      title={texts.title} size="lg" onClose={onClose} start={{ product: first, until: null, grade: null, count: null, ready: null }}
      asks={[
        { name: 'product', label: words.goods, kind: 'select', options: (options?.products ?? []).map((p) => ({ value: p.id, label: p.name })) }, { name: 'until', label: words.until, kind: 'date' },
        { name: 'count', label: texts.expectedQuantity, kind: 'count', optional: true, hint: texts.expected }, { name: 'grade', label: texts.expectedGrade, kind: 'select', optional: true, options: [...new Set((options?.products ?? []).flatMap((p) => p.grades))].map((g) => ({ value: g, label: g })) },
        { name: 'ready', label: texts.readyOn, kind: 'date', optional: true },
      ]}
      fault={(v) => (chosen(v.product).length === 0 && !(v.count && v.grade && v.ready) ? t('missing') : undefined)}
      onSave={(v, key) => publish.mutateAsync({
        key, groupId: m.group.id, productId: String(v.product), lots: chosen(v.product), until: String(v.until),
        expected: v.count && v.grade && v.ready ? [{ grade: String(v.grade), quantity: Number(v.count), readyOn: String(v.ready) }] : [],
      })}
    >
      {(v) => <PickLots lots={stock.filter((l) => l.productId === v.product)} unit={product(v.product)?.baseUnit ?? ''} picked={picked} onChange={setPicked} />}
    </AskDialog>
  );
}
