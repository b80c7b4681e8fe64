import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { AskDialog, type Ask } from '../parts/ask-dialog.tsx';
import { useMarketApi, useOptions, useVillageSearch } from '../parts/api.ts';
import { PriceFields, pricesOf, type Prices } from '../parts/price-fields.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Tulis kebutuhan', en: 'Write a need' },
  priceMissing: { id: 'Isi harga paling sedikit satu mutu.', en: 'Price at least one grade.' },
  villageHint: { id: 'Ketik nama desanya.', en: 'Type the name of the village.' },
});

/** What a party looks for. A broker writes for itself; the office says for whom. */
export default function NeedDialog({ partyId, onClose }: { readonly partyId?: string; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMarketApi();
  const { can } = useSession();
  const options = useOptions().data;
  const village = useVillageSearch();
  const asks = partyId === undefined && can('marketplace-broker.board');
  const parties = useQuery(api.parties.list.queryOptions({ page: 1, pageSize: 100, blocked: false }, { enabled: asks }));
  const publish = useMutation(api.needs.publish.mutationOptions());
  const [prices, setPrices] = useState<Prices>({});
  const product = (id: unknown) => options?.products.find((p) => p.id === id);
  const fields: Ask[] = [
    ...(asks ? [{ name: 'party', label: words.party, kind: 'select' as const, options: (parties.data?.rows ?? []).filter((p) => p.kinds.some((k) => k !== 'supplier')).map((p) => ({ value: p.id, label: p.name })) }] : []),
    { name: 'product', label: words.goods, kind: 'select', options: (options?.products ?? []).map((p) => ({ value: p.id, label: p.name })) },
    { name: 'quantity', label: words.quantity, kind: 'count' },
    { name: 'by', label: words.by, kind: 'date' },
    { name: 'place', label: words.place, kind: 'search', search: village, hint: texts.villageHint },
  ];
  return (
    <AskDialog
      title={texts.title} size="md" asks={fields} onClose={onClose} fault={(v) => (pricesOf(product(v.product), prices).length === 0 ? t('priceMissing') : undefined)}
      onSave={(v, key) => publish.mutateAsync({
        key, partyId: partyId ?? String(v.party), productId: String(v.product), quantity: Number(v.quantity), by: String(v.by), place: String(v.place), grades: pricesOf(product(v.product), prices),
      })}
    >
      {(v) => <PriceFields goods={product(v.product)} prices={prices} onChange={setPrices} />}
    </AskDialog>
  );
}
