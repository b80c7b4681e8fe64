import { useQuery } from '@anyam/admin-kit/api';
import { Dialog } from '@anyam/admin-kit/dialog';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts } from '@anyam/admin-kit/text';
import { useMarketApi, type Deal } from '../parts/api.ts';
import BidDialog, { type BidLot } from './bid-dialog.tsx';

const texts = defineTexts({ title: { id: 'Ubah tawaran', en: 'Change the bid' } });

/** A bid that nobody agreed to yet gets other lots, quantities or prices. The group chooses from its stock, a broker from the offer it bid on. */
export default function ReviseDialog({ deal, onClose }: { readonly deal: Deal; readonly onClose: () => void }) {
  const api = useMarketApi();
  const stock = useQuery(api.offers.ofGroup.queryOptions({ groupId: deal.group.id }, { enabled: deal.maySell }));
  const offer = useQuery(api.offers.get.queryOptions({ id: deal.offerId ?? '' }, { enabled: !deal.maySell && deal.offerId !== null }));
  const productId = deal.product.id;
  const found: readonly BidLot[] | undefined = deal.maySell
    ? stock.data?.stock.filter((l) => l.productId === productId && l.available > 0)
    : offer.data?.lots.filter((l) => l.available > 0).map((l) => ({ lotId: l.lotId, code: l.lotCode, grade: l.grade, memberName: '', available: l.available, productId }));
  if (found) return <BidDialog groupId={deal.group.id} lots={found} offerId={deal.offerId} needId={null} deal={deal} onClose={onClose} />;
  const query = deal.maySell ? stock : offer;
  return (
    <Dialog open size="lg" onClose={onClose} title={texts.title}>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton height={160} />}
    </Dialog>
  );
}
