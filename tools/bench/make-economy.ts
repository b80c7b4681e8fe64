/** Goods, deals and prices of a made-up district: lots of two years of which a part is unsold, and what each deal was agreed at. */
import type pg from 'pg';

/** Emptied with the groups, which the others among these tables hang on. */
export const ECONOMY = [
  'production_deposit', 'production_lot', 'production_stock', 'production_output', 'savings_group', 'savings_month', 'market_party', 'market_deal', 'market_price', 'market_price_tally',
];

/** In order; `$1` is the product. Eight lots a group that works, each by another member; of every four one is unsold. */
const STEPS: readonly string[] = [
  `INSERT INTO production_deposit (id, regency_code, group_id, member_id, product_id, grade, on_day, handed_in, accepted, rejected, reject_reason, actor_id, actor_name, at)
   SELECT gen_random_uuid(), '35.21', g.id, m.id, $1::uuid, (SELECT grades[1 + m.n % cardinality(grades)] FROM production_product WHERE id = $1::uuid),
     current_date - (m.n * 80 + abs(hashtext(g.id::text)) % 80)::int, 10, 9, 1, 'torn', 'bench', 'Uji', now()
   FROM kube_group g JOIN (SELECT id, group_id, row_number() OVER (PARTITION BY group_id ORDER BY id) AS n FROM membership) m ON m.group_id = g.id AND m.n <= 8 WHERE g.state <> 'calon'`,
  `INSERT INTO production_lot (id, regency_code, group_id, deposit_id, member_id, product_id, grade, on_day, month, sequence, code, accepted, sold)
   SELECT gen_random_uuid(), '35.21', group_id, id, member_id, product_id, grade, on_day, date_trunc('month', on_day), n, left(group_id::text, 8) || '-' || right(group_id::text, 6) || '-' || n, 9, CASE WHEN n % 4 = 0 THEN 4 ELSE 9 END
   FROM (SELECT *, row_number() OVER (PARTITION BY group_id ORDER BY on_day, id) AS n FROM production_deposit) d`,
  `INSERT INTO production_stock (regency_code, group_id, product_id, unsold, oldest_on)
   SELECT '35.21', group_id, product_id, sum(accepted - sold), min(on_day) FILTER (WHERE sold < accepted) FROM production_lot GROUP BY group_id, product_id`,
  `INSERT INTO production_output (regency_code, group_id, product_id, month, handed_in, accepted, rejected)
   SELECT '35.21', group_id, product_id, date_trunc('month', on_day), sum(handed_in), sum(accepted), sum(rejected) FROM production_deposit GROUP BY group_id, product_id, date_trunc('month', on_day)`,
  `INSERT INTO savings_group (group_id, regency_code, iks, voluntary, agreed, paid)
   SELECT id, '35.21', n * 1000, n * 500, n * 1100, n * 1000 FROM kube_group, LATERAL (SELECT 100 + abs(hashtext(id::text)) % 900 AS n) x WHERE state <> 'calon'`,
  `INSERT INTO savings_month (group_id, month, regency_code, iks, paid)
   SELECT group_id, to_char(current_date - make_interval(months => m), 'YYYY-MM'), '35.21', iks / 12, iks / 12 FROM savings_group CROSS JOIN generate_series(0, 11) m`,
  `INSERT INTO market_party (id, regency_code, name, name_key, kinds, coverage, created_by, created_at, updated_at)
   SELECT gen_random_uuid(), '35.21', 'Pengepul ' || n, 'pengepul ' || n, '{broker}', '[]', 'bench', now(), now() FROM generate_series(1, 200) n`,
  `INSERT INTO market_deal (id, regency_code, village_code, group_id, party_id, product_id, state, terms, quantity, expected, due, agreed_on, received_on, due_on, receipt, created_by, created_at, updated_at)
   SELECT gen_random_uuid(), '35.21', g.village_code, g.id, p.id, $1::uuid, 'diterima', '{}', 27, 27 * 20000, 27 * 20000, d.day, d.day, d.day + 14, '{}', 'bench', d.day, d.day
   FROM kube_group g CROSS JOIN generate_series(0, 2) turn CROSS JOIN LATERAL (SELECT current_date - (turn * 120 + abs(hashtext(g.id::text)) % 120)::int AS day) d
   JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM market_party) p ON p.n = (abs(hashtext(g.id::text)) + turn) % 200 WHERE g.state <> 'calon'`,
  `INSERT INTO market_price (source_id, regency_code, group_id, goods_id, grade, month, price)
   SELECT d.id, '35.21', d.group_id, d.product_id, grade, to_char(d.agreed_on, 'YYYY-MM'), 18000 + abs(hashtext(d.id::text || grade)) % 60 * 250
   FROM market_deal d CROSS JOIN (SELECT unnest(grades) AS grade FROM production_product WHERE id = $1::uuid) g`,
  `INSERT INTO market_price_tally (regency_code, goods_id, grade, month, price, deals) SELECT regency_code, goods_id, grade, month, price, count(*) FROM market_price GROUP BY 1, 2, 3, 4, 5`,
];

export async function makeEconomy(client: pg.Client, productId: string): Promise<void> {
  for (const step of STEPS) await client.query(step, step.includes('$1') ? [productId] : []);
}
