import { Dialog } from '@anyam/admin-kit/dialog';
import { Matches } from '../parts/matches.tsx';

/** Offers that fit a need, or needs that fit an offer. */
export default function MatchesDialog({ needId, offerId, onClose }: { readonly needId?: string; readonly offerId?: string; readonly onClose: () => void }) {
  return (
    <Dialog open size="md" onClose={onClose} title={needId ? { id: 'Penawaran yang cocok', en: 'Offers that match' } : { id: 'Pembeli yang cocok', en: 'Buyers that match' }}>
      <Matches {...(needId ? { needId } : {})} {...(offerId ? { offerId } : {})} by={needId ? 'group' : 'party'} />
    </Dialog>
  );
}
