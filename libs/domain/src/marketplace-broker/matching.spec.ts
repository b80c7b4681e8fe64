import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, regionCode, rupiah } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { crowFliesKm, stepKm } from './distance.ts';
import { compareMatches, matchAll, matchOffer, type MatchContext } from './matching.ts';
import type { Need } from './need.ts';
import type { Offer } from './offer.ts';
import { aNeed, anOffer, aParty, BANJARBANGGI, DUMPLENGAN, sayMats, TODAY } from './testing/a-deal.ts';

/** Weights 30, 30, 20, 20; no points from 50 km or 30 days late. */
const context = (more: Partial<MatchContext> = {}): MatchContext => ({ distance: 0, today: TODAY, rules: KUBE_2020, say: sayMats, ...more });
const points = (offer: Partial<Offer>, need: Partial<Need>, more: Partial<MatchContext> = {}) => {
  const r = matchOffer(anOffer(offer), aNeed(need), aParty(), context(more));
  return r.ok ? [r.value.score, ...r.value.reasons.map((x) => x.points)] : r.error.map((p) => p.code);
};
const onlyA = { grades: [{ grade: 'A', price: rupiah(30_000) }] };
const coming = (quantity: number, readyOn: string) => ({ stock: [], expected: [{ grade: 'A', quantity, readyOn: isoDate(readyOn) }] });

describe('matchOffer', () => {
  it.each([
    ['everything fits', {}, {}, 0, [100, 30, 30, 20, 20]],
    ['30 of 40 are of grade A, 30 of 40 needed', {}, onlyA, 0, [84, 22, 22, 20, 20]],
    ['half way to the limit', {}, {}, 25, [90, 30, 30, 10, 20]],
    ['at the limit', {}, {}, 50, [80, 30, 30, 0, 20]],
    ['beyond the limit', {}, {}, 80, [80, 30, 30, 0, 20]],
    ['an unknown place', {}, {}, null, [80, 30, 30, 0, 20]],
    ['complete 15 days late', coming(40, '2020-12-16'), {}, 0, [90, 30, 30, 20, 10]],
    ['complete 30 days late', coming(40, '2020-12-31'), {}, 0, [80, 30, 30, 20, 0]],
    ['more than needed, enough in time', { expected: [{ grade: 'A', quantity: 99, readyOn: isoDate('2020-12-30') }] }, {}, 0, [100, 30, 30, 20, 20]],
    ['output expected for a day gone by counts as ready', coming(40, '2020-11-01'), { by: TODAY }, 0, [100, 30, 30, 20, 20]],
  ])('%s', (_name, offer, need, distance, expected) => {
    expect(points(offer, need, { distance })).toEqual(expected);
  });

  it('says why in both languages', () => {
    const later = anOffer({ expected: [{ grade: 'A', quantity: 10, readyOn: isoDate('2020-12-11') }] });
    const r = matchOffer(later, aNeed(onlyA), aParty(), context({ distance: 12 }));
    expect(r.ok && r.value.reasons.map((x) => x.text.id)).toEqual([
      '40 lembar dari 50 lembar bermutu yang diterima (A).', 'Cukup untuk 40 lembar yang dicari.', 'Jaraknya 12 km.',
        'Lengkap 11 Desember 2020, 10 hari sesudah 1 Desember 2020.',
    ]);
    expect(r.ok && r.value.reasons.map((x) => x.text.en)[3]).toBe('Complete on 11 December 2020, 10 days after 1 December 2020.');
  });

  it.each([
    [{ productId: 'goat' }, {}, ['OTHER_PRODUCT']],
    [{ until: isoDate('2020-11-23') }, { by: isoDate('2020-11-23') }, ['OFFER_CLOSED', 'NEED_CLOSED']],
    [{}, { grades: [{ grade: 'C', price: rupiah(1) }] }, ['NO_ACCEPTED_GRADE']],
    [{ productId: 'goat' }, { productId: 'goat' }, ['NOT_COVERED']],
  ])('excludes case %#', (offer, need, expected) => expect(points(offer, need)).toEqual(expected));

  it('excludes a blocked party', () => {
    expect(matchOffer(anOffer(), aNeed(), aParty({ blocked: { reason: 'x', on: TODAY } }), context())).toMatchObject({ error: [{ code: 'PARTY_BLOCKED' }] });
  });
});

describe('matchAll', () => {
  const pieces = fc.integer({ min: 1, max: 60 });
  const offers = fc.array(fc.record({ a: pieces, c: pieces, days: fc.integer({ min: 0, max: 50 }) }), { maxLength: 6 });
  const needs = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 80 }), party: fc.integer({ min: 1, max: 3 }) }), { maxLength: 6 });

  it('always gives 0-100 and the same order, whatever the order of the input', () => {
    fc.assert(fc.property(offers, needs, fc.boolean(), (os, ns, near) => {
      const all = os.map((o, i) => anOffer({
        id: `o${i}`, village: i % 2 ? DUMPLENGAN : BANJARBANGGI,
        stock: [{ lotId: 'x', grade: 'A', quantity: o.a }], expected: [{ grade: 'C', quantity: o.c, readyOn: addDays(TODAY, o.days) }],
      }));
      const wanted = ns.map((n, i) => aNeed({ id: `n${i}`, partyId: `p${n.party}`, quantity: n.quantity }));
      const parties = new Map([['p1', aParty()], ['p2', aParty({ id: 'p2' })]]);
      const how = context({ distance: (from, to) => (from === to ? 0 : near ? 9 : null) });
      const found = matchAll(all, wanted, parties, how);
      expect(matchAll([...all].reverse(), [...wanted].reverse(), parties, how)).toEqual(found);
      expect(found.length).toBe(all.length * wanted.filter((n) => n.partyId !== 'p3').length);
      for (const m of found) {
        expect(m.score).toBe(m.reasons.reduce((s, r) => s + r.points, 0));
        expect(m.score >= 0 && m.score <= 100 && m.reasons.every((r) => r.points >= 0 && r.points <= r.of)).toBe(true);
      }
      found.forEach((m, i) => i > 0 && expect(compareMatches(found[i - 1]!, m)).toBeLessThan(0));
    }));
  });

  it('puts the nearer of two equals first', () => {
    const far = anOffer({ id: 'a', village: DUMPLENGAN });
    const near = anOffer({ id: 'b', village: BANJARBANGGI });
    const rules = { ...KUBE_2020, matchDistanceKm: 1 };
    const found = matchAll([far, near], [aNeed()], new Map([['p1', aParty()]]), context({ rules, distance: (from) => (from === DUMPLENGAN ? 9 : 5) }));
    expect(found.map((m) => [m.offerId, m.score, m.km])).toEqual([['b', 80, 5], ['a', 80, 9]]);
  });
});

it('the crow flies 111 km a degree of latitude, the same both ways', () => {
  const ngawi = { lat: -7_404_000, lon: 111_446_000 };
  expect(crowFliesKm(ngawi, ngawi)).toBe(0);
  expect(crowFliesKm(ngawi, { ...ngawi, lat: ngawi.lat + 1_000_000 })).toBe(111);
  const surabaya = { lat: -7_257_000, lon: 112_752_000 };
  expect(crowFliesKm(ngawi, surabaya)).toBe(crowFliesKm(surabaya, ngawi));
  expect(crowFliesKm(ngawi, surabaya)).toBe(145);
});

it('without coordinates villages lie a step apart in a kecamatan, three in a kabupaten, and the sentence says that it is a guess', () => {
  const places = ['35.21.16.2003', '35.21.16.2009', '35.21.01.2001', '35.20.01.2001'].map((code) => regionCode(code));
  expect(places.map((to) => stepKm(places[0]!, to, 8))).toEqual([0, 8, 24, null]);
  const r = matchOffer(anOffer(), aNeed(), aParty(), context({ distance: (a, b) => stepKm(a, b, 8), guessed: true }));
  expect(r.ok && r.value.reasons[2]).toMatchObject({ points: 16, of: 20, text: { id: 'Kira-kira 8 km menurut kecamatan dan kabupatennya.' } });
});
