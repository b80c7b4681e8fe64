import { isoDate, regionCode, rupiah, ZERO, type Bilingual } from '../../kernel/index.ts';
import type { Deal, DealLine, DealTerms } from '../deal.ts';
import type { LotValue } from '../payment.ts';
import type { Need } from '../need.ts';
import type { Offer } from '../offer.ts';
import type { Party } from '../party.ts';
import type { ShareLot } from '../share-out.ts';

/** Builders for specs: sound by default, changed by the argument. */
export const TODAY = isoDate('2020-11-24');
export const DUMPLENGAN = regionCode('35.21.16.2003');
export const BANJARBANGGI = regionCode('35.21.16.2009');
export const PITU = regionCode('35.21.16');

export const sayMats = (n: number): Bilingual => ({ id: `${n} lembar`, en: `${n} mats` });

export const aParty = (more: Partial<Party> = {}): Party =>
  ({ id: 'p1', name: 'Pak Wiro', phone: '+6281234567890', kinds: ['broker'], coverage: [{ goodsId: 'mat', area: PITU }], blocked: null, ...more });

export const anOffer = (more: Partial<Offer> = {}): Offer => ({
  id: 'o1', groupId: 'g1', productId: 'mat', village: DUMPLENGAN, stock: [{ lotId: 'l1', grade: 'A', quantity: 30 }, { lotId: 'l2', grade: 'B', quantity: 10 }],
  expected: [], until: isoDate('2020-12-31'), ...more,
});

export const aNeed = (more: Partial<Need> = {}): Need => ({
  id: 'n1', partyId: 'p1', productId: 'mat', grades: [{ grade: 'A', price: rupiah(30_000) }, { grade: 'B', price: rupiah(22_000) }], quantity: 40,
  by: isoDate('2020-12-01'), place: BANJARBANGGI, ...more,
});

export const theTerms = (more: Partial<DealTerms> = {}): DealTerms => ({
  productId: 'mat', unit: { name: 'kodi', factor: 20 }, prices: [{ grade: 'A', price: rupiah(30_000) }, { grade: 'B', price: rupiah(22_000) }],
  fee: { kind: 'fixed', amount: rupiah(20_000), bearer: 'group' }, setOffLimit: rupiah(150_000), payWithinDays: 14, ...more,
});

export const aLine = (lotId: string, memberId: string, grade: string, quantity: number): DealLine =>
  ({ lotId, lotCode: lotId.toUpperCase(), memberId, grade, quantity });

/** Forty mats of three members in two grades. */
export const aDeal = (more: Partial<Deal> = {}): Deal => ({
  id: 'd1', groupId: 'g1', partyId: 'p1', state: 'penawaran', terms: theTerms(), receipt: null, settlements: [],
  lines: [aLine('l1', 'sri', 'A', 15), aLine('l2', 'wati', 'A', 10), aLine('l3', 'wati', 'B', 5), aLine('l4', 'tini', 'B', 10)], ...more,
});

export const withNothingShared = (lots: readonly LotValue[]): ShareLot[] => lots.map((l) => ({ ...l, already: ZERO }));
