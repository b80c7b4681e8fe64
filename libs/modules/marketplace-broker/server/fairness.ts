import { addMonths, rupiah, sum, type IsoDate } from '@anyam/domain/kernel';
import {
  daysLate, dearMaterial, debtTrap, dominantBuyer, lateFindings, lowPrice, sharesOf, standingOf, type Benchmark, type Deal, type MarketFinding, type Trade,
} from '@anyam/domain/marketplace-broker';
import type { RuleSet } from '@anyam/domain/programme';
import type { FairnessPort } from '../contract/index.ts';
import { dealRepository } from '../persistence/deal.repository.ts';
import { partyRepository } from '../persistence/party.repository.ts';
import { priceRepository, type Bucket } from '../persistence/price.repository.ts';
import type { Market } from './context.ts';
import { dealFrom } from './stored.ts';

export type Benchmarks = (goodsId: string, grade: string, month: string) => Benchmark | null;

/** Middle prices of the regency for some goods, grades and months; null where too few deals tell nothing. */
export async function benchmarksOf(m: Market, regencyCode: string, rules: Pick<RuleSet, 'priceMedianDeals'>, buckets: readonly Bucket[]): Promise<Benchmarks> {
  const keyOf = (b: Bucket) => `${b.goodsId}/${b.month}/${b.grade}`;
  const wanted = [...new Map(buckets.map((b) => [keyOf(b), b])).values()];
  const rows = wanted.length === 0 ? [] : await priceRepository.middles(m.query, regencyCode, wanted);
  const known = new Map(rows.map((r) => [keyOf(r), r]));
  return (goodsId, grade, month) => {
    const found = known.get(keyOf({ goodsId, grade, month }));
    return found && found.deals >= rules.priceMedianDeals ? { median: rupiah(found.median), deals: found.deals } : null;
  };
}

/** Findings of one deal: each price against the middle one of its month, and lateness. */
export function findingsOf(deal: Deal, productId: string, month: string, benchmarks: Benchmarks, rules: RuleSet, today: IsoDate): MarketFinding[] {
  const grades = [...new Set(deal.lines.map((l) => l.grade))];
  return [
    ...grades.flatMap((grade) => {
      const price = deal.terms.prices.find((p) => p.grade === grade)?.price ?? rupiah(0);
      return lowPrice({ dealId: deal.id, productId, grade, month, price }, benchmarks(productId, grade, month), rules);
    }),
    ...(deal.state === 'batal' ? [] : lateFindings([deal], today, rules)),
  ];
}

/** How fairly a group is dealt with: who buys, brings the material and lends, and who pays late. */
export function createFairness(m: Market): FairnessPort {
  const { query } = m;
  return {
    async group(call, { groupId }) {
      const group = await m.groupOf(call, groupId);
      const rules = await m.rulesFor(group.regencyCode);
      const today = m.today();
      const from = addMonths(today, -rules.fairnessMonths);
      const trades = (rows: readonly { partyId: string; amount: bigint }[]): Trade[] => rows.map((r) => ({ partyId: r.partyId, amount: rupiah(r.amount) }));
      const [sales, material, advances] = [trades(await priceRepository.sales(query, groupId, from)), trades(await priceRepository.material(query, groupId, from)), trades(await priceRepository.advances(query, groupId, from))];
      const running = (await dealRepository.ofGroup(query, groupId, ['diterima', 'dibayarSebagian', 'sengketa'])).map((d) => dealFrom(d).deal);
      const bought = await priceRepository.boughtMaterial(query, groupId, from.slice(0, 7));
      const benchmarks = await benchmarksOf(m, group.regencyCode, rules, bought);
      const names = new Map((await partyRepository.many(query, [...sales, ...material, ...advances].map((t) => t.partyId).filter((id) => id !== ''))).map((p) => [p.id, p.name]));
      const shares = (of: readonly Trade[]) => sharesOf(of).map((s) => ({ partyId: s.partyId, partyName: names.get(s.partyId) ?? '', amount: s.amount, percent: s.percent }));
      const findings = [
        ...dominantBuyer(sales, rules), ...debtTrap({ material, advances, sales }, rules), ...lateFindings(running, today, rules),
        ...bought.flatMap((b) => dearMaterial({ dealId: b.sourceId, productId: b.goodsId, grade: '', month: b.month, price: rupiah(b.price) }, benchmarks(b.goodsId, '', b.month), rules)),
      ];
      return {
        from, sales: shares(sales), material: shares(material), advances: shares(advances),
        unpaid: sum(running.map((d) => standingOf(d).remaining)), overdue: sum(running.filter((d) => daysLate(d, today) > 0).map((d) => standingOf(d).remaining)),
        findings: findings.map(({ code, where, title, text }) => ({ code, where, title: { ...title }, text: { ...text } })),
      };
    },
    async prices(call, { productId, months }) {
      const regency = (m.regenciesOf(call) ?? []).find((r) => r.length === 5) ?? m.kit.config.REGION_CODE.slice(0, 5);
      const product = await m.productOf(regency, productId);
      const rules = await m.rulesFor(regency);
      const first = addMonths(m.today(), 1 - months).slice(0, 7);
      const rows = await priceRepository.ofGoods(query, regency, productId, first);
      const all = Array.from({ length: months }, (_, i) => addMonths(`${first}-01` as IsoDate, i).slice(0, 7));
      return {
        grades: [...product.grades], unit: product.baseUnit,
        months: all.map((month) => ({
          month,
          prices: product.grades.map((grade) => {
            const found = rows.find((r) => r.month === month && r.grade === grade);
            return { grade, median: found && found.deals >= rules.priceMedianDeals ? found.median : null, deals: found?.deals ?? 0 };
          }),
        })),
      };
    },
  };
}
