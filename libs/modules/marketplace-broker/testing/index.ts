import { randomUUID } from 'node:crypto';
import { accessFor } from '@anyam/access/testing';
import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupFor } from '@anyam/group/testing';
import { meetingFor } from '@anyam/meeting/testing';
import type { ProductionPort } from '@anyam/production/contract';
import { productionFor } from '@anyam/production/testing';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import { savingsFor } from '@anyam/savings/testing';
import type { TestKit } from '@anyam/server-kit/testing';
import type { MarketplaceBrokerPort } from '../contract/index.ts';
import { createMarketplaceBroker } from '../server/marketplace-broker.service.ts';

export const key = (): string => randomUUID();

/** The market on a test's database over the real modules, for specs here and in modules that use it. */
export const marketFor = (kit: TestKit, production: ProductionPort = productionFor(kit)): MarketplaceBrokerPort =>
  createMarketplaceBroker(kit, {
    territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit), group: groupFor(kit), meeting: meetingFor(kit), production, savings: savingsFor(kit), books: booksFor(kit),
  });

type PartyGiven = Parameters<MarketplaceBrokerPort['parties']['save']>[1];
/** A broker of the kecamatan Pitu who buys and brings anything, unless said otherwise. */
export async function partyIn(market: MarketplaceBrokerPort, call: Call, over: Partial<PartyGiven> = {}): Promise<string> {
  const { id } = await market.parties.save(call, {
    key: key(), id: null, name: `Pak Wiro ${randomUUID().slice(0, 4)}`, phone: '0812-3456-7890', kinds: ['broker'], coverage: [{ goodsId: null, area: '35.21.16' }], ...over,
  });
  return id;
}

type Terms = Parameters<MarketplaceBrokerPort['deals']['bid']>[1]['terms'];
/** A 30.000, B 22.000 a mat; a fee of 20.000 that the group bears; 150.000 of material may be set off; two weeks to pay. */
export const termsOf = (over: Partial<Terms> = {}): Terms => ({
  unit: { name: 'lembar', factor: 1 }, prices: [{ grade: 'A', price: 30_000n }, { grade: 'B', price: 22_000n }], fee: { kind: 'fixed', amount: 20_000n, bearer: 'group' }, setOffLimit: 150_000n, payWithinDays: 14, ...over,
});
