import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, formatAmount, formatNumber } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useMarketApi, useRefresh, type NeedRow } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({ ...words, caption: { id: 'Kebutuhan', en: 'Needs' }, none: { id: 'Belum ada kebutuhan.', en: 'No needs yet.' }, filled: { id: 'Terpenuhi', en: 'Filled' }, match: { id: 'Lihat yang cocok', en: 'See matches' } });

/** Needs of one party. */
export function NeedList({ partyId, onMatch }: { readonly partyId: string; readonly onMatch?: (need: NeedRow) => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const { can } = useSession();
  const refresh = useRefresh();
  const query = useQuery(api.needs.list.queryOptions({ partyId, page: 1, pageSize: 50 }));
  const close = useMutation(api.needs.close.mutationOptions({ onSettled: () => void refresh() }));
  if (query.isPending) return <Skeleton height={60} />;
  return (
    <>
      <ErrorNotice error={query.error ?? close.error} />
      <RowsTable caption={texts.caption} rows={query.data?.rows ?? []} rowId={(r) => r.id} empty={<p className="muted" style={{ padding: 16 }}>{t('none')}</p>} columns={[
        { id: 'goods', header: words.goods, wrap: true, cell: (r) => `${r.productName}: ${r.grades.map((g) => `${g.grade} ${formatAmount(g.price)}`).join(', ')}` },
        { id: 'quantity', header: words.quantity, end: true, cell: (r) => `${formatNumber(r.quantity, language)} ${r.unit}` },
        { id: 'filled', header: texts.filled, end: true, cell: (r) => formatNumber(r.filled, language) },
        { id: 'by', header: words.by, cell: (r) => <DateText value={r.by} style="short" /> },
        { id: 'state', header: words.state, cell: (r) => (
          <span className="row">
            <Chip tone={r.open ? 'info' : 'neutral'}>{t(r.open ? 'open' : 'closed')}</Chip>
            {r.open && onMatch && <Button size="sm" onClick={() => onMatch(r)}>{t('match')}</Button>}
            {r.open && r.mine && can('marketplace-broker.need') && <Button size="sm" variant="quiet" onClick={() => close.mutate({ id: r.id })}>{t('close')}</Button>}
          </span>
        ) },
      ]} />
    </>
  );
}
