import { expect, it } from 'vitest';
import { rupiah } from '../kernel/index.ts';
import { bidInWords } from './bid-words.ts';
import { aDeal, aLine } from './testing/a-deal.ts';

const say = (n: number) => ({ id: `${n} lembar`, en: `${n} sheets` });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('says lots, prices, fee, what may be set off and the term of a bid', () => {
  const deal = aDeal({ lines: [aLine('l1', 'sri', 'A', 10), aLine('l2', 'wati', 'A', 2)] });
  const terms = { ...deal.terms, prices: [{ grade: 'A', price: rupiah(30_000) }], fee: { kind: 'fixed' as const, amount: rupiah(20_000), bearer: 'group' as const }, setOffLimit: rupiah(150_000), payWithinDays: 14 };
  const codes = deal.lines.map((l) => l.lotCode);
  expect(plain(bidInWords({ ...deal, terms }, say).id)).toBe(`${codes[0]}: 10 lembar, ${codes[1]}: 2 lembar; A Rp 30.000; biaya Rp 20.000; dipotong sampai Rp 150.000; dibayar dalam 14 hari.`);
  expect(plain(bidInWords({ ...deal, terms: { ...terms, fee: { kind: 'bps', rateBps: 150, bearer: 'group' } } }, say).en)).toContain('A Rp 30.000; fee 1.5 %; set off up to');
  expect(bidInWords({ ...deal, terms: { ...terms, fee: null } }, say).id).not.toContain('biaya');
});
