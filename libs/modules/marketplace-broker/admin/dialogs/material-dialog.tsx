import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts } from '@anyam/admin-kit/text';
import { AskDialog, type Ask } from '../parts/ask-dialog.tsx';
import { useMarketApi, useOptions } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const texts = defineTexts({ title: { id: 'Tulis bahan yang dijual', en: 'Write material on offer' }, price: { id: 'Harga per satuan', en: 'Price per unit' } });

/** Material that a broker or supplier sells. */
export default function MaterialDialog({ partyId, onClose }: { readonly partyId?: string; readonly onClose: () => void }) {
  const api = useMarketApi();
  const { can } = useSession();
  const options = useOptions().data;
  const asks = partyId === undefined && can('marketplace-broker.board');
  const parties = useQuery(api.parties.list.queryOptions({ page: 1, pageSize: 100, blocked: false }, { enabled: asks }));
  const publish = useMutation(api.needs.publishMaterial.mutationOptions());
  const fields: Ask[] = [
    ...(asks ? [{ name: 'party', label: words.party, kind: 'select' as const, options: (parties.data?.rows ?? []).filter((p) => p.kinds.some((k) => k !== 'buyer')).map((p) => ({ value: p.id, label: p.name })) }] : []),
    { name: 'material', label: words.material, kind: 'select', options: (options?.materials ?? []).map((m) => ({ value: m.id, label: `${m.name} (${m.baseUnit})` })) },
    { name: 'quantity', label: words.quantity, kind: 'count' },
    { name: 'price', label: texts.price, kind: 'money' },
    { name: 'until', label: words.until, kind: 'date' },
  ];
  return (
    <AskDialog title={texts.title} asks={fields} onClose={onClose}
      onSave={(v, key) => publish.mutateAsync({ key, partyId: partyId ?? String(v.party), materialId: String(v.material), quantity: Number(v.quantity), price: v.price as bigint, until: String(v.until) })} />
  );
}
