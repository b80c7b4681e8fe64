import { describe, expect, it } from 'vitest';
import { COUNTRY, isoDate, regionCode, rupiah } from '../kernel/index.ts';
import { MARKET_ERRORS, marketProblem, marketProblemText } from './errors.ts';
import { materialFor, materialOfferProblems, needProblems, type MaterialOffer } from './need.ts';
import { offerProblems } from './offer.ts';
import { BUYING_KINDS, covers, dealingProblems, normalisePhone, partyProblems } from './party.ts';
import { aNeed, anOffer, aParty, BANJARBANGGI, DUMPLENGAN, PITU, TODAY } from './testing/a-deal.ts';

const codes = (problems: readonly { readonly code: string }[]) => problems.map((p) => p.code);

describe('a party', () => {
  it.each([
    ['0812-3456-7890', '+6281234567890'], ['+62 812 3456 7890', '+6281234567890'], ['62812.34567890', '+6281234567890'], ['(0351) 746-123', '+62351746123'],
    ['812 3456 7890', null], ['0012345678', null], ['0812', null], ['08123456789012345', null], ['0812-x', null],
  ])('phone %s', (text, expected) => {
    const r = normalisePhone(text);
    expect(r.ok ? r.value : null).toBe(expected);
  });

  it.each([
    [{}, []],
    [{ name: ' W ' }, ['PARTY_NAME_BAD']],
    [{ name: '12345' }, ['PARTY_NAME_BAD']],
    [{ name: 'W'.repeat(101), phone: 'nanti', kinds: [], coverage: [] }, ['PARTY_NAME_BAD', 'PHONE_BAD', 'PARTY_KIND_MISSING', 'COVERAGE_MISSING']],
    [{ phone: null }, []],
    [{ coverage: [{ goodsId: null, area: PITU }, { goodsId: null, area: PITU }] }, ['COVERAGE_MISSING']],
    [{ blocked: { reason: ' ', on: TODAY } }, ['BLOCK_REASON_MISSING']],
  ])('%o: %o', (more, expected) => expect(codes(partyProblems(aParty(more)))).toEqual(expected));

  it.each([
    [PITU, 'mat', true], [DUMPLENGAN, 'mat', true], [BANJARBANGGI, 'mat', false], [regionCode('35'), 'mat', true], [COUNTRY, 'mat', true],
    [PITU, 'goat', false], [regionCode('35.22'), 'mat', false],
  ])('with area %s covers Dumplengan for %s: %s', (area, goods, expected) => {
    expect(covers(aParty({ coverage: [{ goodsId: 'mat', area }] }), goods, DUMPLENGAN)).toBe(expected);
    expect(covers(aParty({ coverage: [{ goodsId: null, area }] }), 'goat', DUMPLENGAN)).toBe(area !== BANJARBANGGI && area !== regionCode('35.22'));
  });

  it('may not deal when blocked, of another kind, or elsewhere', () => {
    const about = { goodsId: 'mat', village: DUMPLENGAN, as: BUYING_KINDS };
    expect(dealingProblems(aParty({ kinds: ['supplier', 'buyer'] }), about)).toEqual([]);
    const bad = aParty({ blocked: { reason: 'menunggak', on: TODAY }, kinds: ['supplier'], coverage: [] });
    expect(codes(dealingProblems(bad, about))).toEqual(['PARTY_BLOCKED', 'PARTY_KIND_WRONG', 'NOT_COVERED']);
    expect(marketProblemText(dealingProblems(bad, about)[0]!).id).toContain('diblokir: menunggak');
  });
});

describe('offers and needs', () => {
  it.each([
    [{}, []],
    [{ stock: [], expected: [] }, ['NOTHING_OFFERED']],
    [{ stock: [{ lotId: 'l1', grade: 'A', quantity: 1.5 }, { lotId: 'l1', grade: ' ', quantity: 1 }] }, ['QUANTITY_BAD', 'GRADE_MISSING', 'LOT_TWICE']],
    [{ until: isoDate('2020-11-23'), expected: [{ grade: 'A', quantity: 1, readyOn: isoDate('2020-11-01') }] }, ['DATE_PAST', 'DATE_PAST']],
  ])('offer %o', (more, expected) => expect(codes(offerProblems(anOffer(more), TODAY))).toEqual(expected));

  it.each([
    [{}, []],
    [{ by: isoDate('2020-11-23'), quantity: 0 }, ['QUANTITY_BAD', 'DATE_PAST']],
    [{ grades: [] }, ['GRADE_MISSING']],
    [{ grades: [{ grade: 'A', price: rupiah(-5) }, { grade: 'A', price: rupiah(0) }] }, ['GRADE_MISSING', 'PRICE_BAD']],
  ])('need %o', (more, expected) => expect(codes(needProblems(aNeed(more), TODAY))).toEqual(expected));

  it('material is found by village, the cheapest first', () => {
    const on = (id: string, partyId: string, price: number, more: Partial<MaterialOffer> = {}): MaterialOffer =>
      ({ id, partyId, materialId: 'pandan', quantity: 100, price: rupiah(price), until: TODAY, ...more });
    const sells = { kinds: ['supplier'] as const, coverage: [{ goodsId: 'pandan', area: PITU }] };
    const parties = new Map([aParty({ id: 'p1', ...sells }), aParty({ id: 'p2', ...sells, kinds: ['buyer'] }), aParty({ id: 'p3' })].map((p) => [p.id, p]));
    const elsewhere = [on('g', 'p1', 1, { materialId: 'bambu' }), on('h', 'p1', 1, { until: isoDate('2020-11-23') })];
    const offers = [on('c', 'p1', 9_000), on('b', 'p1', 8_000), on('a', 'p1', 9_000), on('d', 'p2', 1), on('e', 'p3', 1), on('f', 'gone', 1), ...elsewhere];
    expect(materialFor(offers, parties, { materialId: 'pandan', village: DUMPLENGAN, today: TODAY }).map((o) => o.id)).toEqual(['b', 'a', 'c']);
    expect(codes(materialOfferProblems(on('x', 'p1', 0, { quantity: 0, until: isoDate('2020-11-23') }), TODAY)))
      .toEqual(['QUANTITY_BAD', 'AMOUNT_BAD', 'DATE_PAST']);
  });
});

it('every error has the same places to fill in both languages', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [code, { text }] of Object.entries(MARKET_ERRORS)) expect(places(text.id), code).toEqual(places(text.en));
  expect(marketProblemText(marketProblem('DATE_PAST', { on: '2020-11-23' })).en).toBe('23 November 2020 has passed. Enter today or later.');
});
