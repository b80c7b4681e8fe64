import type { Kit } from '@anyam/server-kit';
import { inTx, type Tx } from '@anyam/server-kit';
import type { MarketplaceBrokerPort } from '../contract/index.ts';
import { partyRepository } from '../persistence/party.repository.ts';
import { createBids } from './bids.ts';
import { marketContext, type Ports } from './context.ts';
import { createFairness } from './fairness.ts';
import { createMatches } from './matches.ts';
import { createNeeds } from './needs.ts';
import { createOffers } from './offers.ts';
import { createParties } from './parties.ts';
import { createPayments } from './payments.ts';
import { createPayouts } from './payouts.ts';
import { createReads } from './read.ts';
import { createShares } from './shares.ts';
import { createSteps } from './steps.ts';
import { suppliersOf } from './suppliers.ts';
import { createTrades } from './trades.ts';

export function createMarketplaceBroker(kit: Kit, ports: Ports): MarketplaceBrokerPort {
  const m = marketContext(kit, ports);
  ports.production.offerSuppliers(suppliersOf);
  return {
    parties: createParties(m),
    needs: createNeeds(m),
    offers: { ...createOffers(m), ...createMatches(m) },
    deals: { ...createReads(m), ...createBids(m), ...createSteps(m), ...createPayments(m), ...createShares(m), ...createPayouts(m) },
    trades: createTrades(m),
    fairness: createFairness(m),
    partyNames: async (tx, ids) => new Map((ids.length === 0 ? [] : await partyRepository.many(inTx(tx as Tx), ids)).map((p) => [p.id, p.name])),
  };
}
