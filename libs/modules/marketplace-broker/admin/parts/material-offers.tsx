import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useMarketApi, useRefresh } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({ ...words, caption: { id: 'Bahan yang ditawarkan', en: 'Material on offer' }, none: { id: 'Belum ada bahan yang ditawarkan.', en: 'No material is on offer.' } });

/** Material on offer: of one party, for one group (cheapest first), or of all. */
export function MaterialOffers({ partyId, groupId }: { readonly partyId?: string; readonly groupId?: string }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const { can } = useSession();
  const refresh = useRefresh();
  const query = useQuery(api.needs.materials.queryOptions({ ...(partyId ? { partyId } : {}), ...(groupId ? { groupId } : {}), open: true }));
  const close = useMutation(api.needs.closeMaterial.mutationOptions({ onSettled: () => void refresh() }));
  if (query.isPending) return <Skeleton height={60} />;
  return (
    <>
      <ErrorNotice error={query.error ?? close.error} />
      <RowsTable caption={texts.caption} rows={query.data ?? []} rowId={(r) => r.id} empty={<p className="muted" style={{ padding: 16 }}>{t('none')}</p>} columns={[
        { id: 'material', header: words.material, cell: (r) => r.materialName },
        { id: 'party', header: words.party, cell: (r) => r.partyName },
        { id: 'quantity', header: words.quantity, end: true, cell: (r) => `${formatNumber(r.quantity, language)} ${r.unit}` },
        { id: 'price', header: words.price, end: true, cell: (r) => <Money amount={r.price} bare /> },
        { id: 'until', header: words.until, cell: (r) => <DateText value={r.until} style="short" /> },
        { id: 'close', header: words.close, cell: (r) => (r.mine && can('marketplace-broker.need') && !groupId ? <Button size="sm" busy={close.isPending && close.variables.id === r.id} onClick={() => close.mutate({ id: r.id })}>{t('close')}</Button> : '–') },
      ]} />
    </>
  );
}
