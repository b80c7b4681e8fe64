/** The aid history of a made-up district: proposals, decrees, batches, tranches, reports, books and log that fit each group's stage. */
import type pg from 'pg';

/** In order: each line reads what the lines before it wrote. */
const STEPS: readonly string[] = [
  `INSERT INTO programme (id, regency_code, name, fiscal_year, source, budget_type, ceiling, dpa_number, created_by, created_at)
   SELECT gen_random_uuid(), '35.21', 'KUBE uji', y, 'APBD', 'bansos', 1000000000000000, 'DPA', 'bench', now() FROM generate_series(2018, 2022) y ON CONFLICT DO NOTHING`,
  `INSERT INTO rule_set (id, programme_id, version, valid_from, settings, reason, created_by, created_at)
   SELECT gen_random_uuid(), p.id, 1, make_date(p.fiscal_year, 1, 1), (SELECT settings FROM rule_set LIMIT 1), 'bench', 'bench', now() FROM programme p WHERE p.name = 'KUBE uji' ON CONFLICT DO NOTHING`,
  `INSERT INTO proposal (id, regency_code, programme_id, rule_set_id, group_id, purpose, requested, state, since, created_by, created_at, updated_at)
   SELECT gen_random_uuid(), '35.21', p.id, r.id, g.id, 'Modal usaha', 20000000,
     CASE g.aid_stage WHEN 'diajukan' THEN 'diajukan' WHEN 'lolos' THEN 'lolos' ELSE 'siapCair' END, g.created_at, 'bench', g.created_at, g.created_at
   FROM kube_group g JOIN programme p ON p.name = 'KUBE uji' AND p.fiscal_year = g.fiscal_year JOIN rule_set r ON r.programme_id = p.id WHERE g.aid_stage <> 'none'`,
  // One decree and one batch for each kecamatan of a programme.
  `INSERT INTO decree (id, regency_code, programme_id, state, number, dated, canonical, sha256, created_by, created_name, created_at, issued_by, issued_at)
   SELECT gen_random_uuid(), '35.21', p.id, 'issued', d.code || '/' || p.fiscal_year, date '2020-02-01', '{}', '0', 'bench', 'Uji', now(), 'bench', now()
   FROM programme p CROSS JOIN region d WHERE p.name = 'KUBE uji' AND d.level = 3 AND d.parent = '35.21'`,
  `INSERT INTO decree_recipient (decree_id, proposal_id, regency_code, group_id, amount)
   SELECT d.id, p.id, '35.21', g.id, 20000000 FROM proposal p JOIN kube_group g ON g.id = p.group_id JOIN decree d ON d.programme_id = p.programme_id AND d.number = g.district_code || '/' || g.fiscal_year
   WHERE p.state = 'siapCair'`,
  `INSERT INTO payment_batch (id, regency_code, programme_id, number, name, bank_format, state, since, created_by, created_at)
   SELECT gen_random_uuid(), '35.21', programme_id, number, 'Batch ' || number, 'umum', 'ditutup', now(), 'bench', now() FROM decree`,
  `INSERT INTO tranche (id, regency_code, programme_id, proposal_id, group_id, decree_id, no, of, amount, state, since, batch_id, received, received_on)
   SELECT gen_random_uuid(), '35.21', p.programme_id, p.id, g.id, r.decree_id, 1, 1, 20000000,
     CASE g.aid_stage WHEN 'siapCair' THEN 'direncanakan' ELSE g.aid_stage END, now(), CASE WHEN g.aid_stage <> 'siapCair' THEN b.id END,
     CASE WHEN g.aid_stage <> 'siapCair' THEN 20000000 END, CASE WHEN g.aid_stage <> 'siapCair' THEN date '2020-03-01' END
   FROM decree_recipient r JOIN proposal p ON p.id = r.proposal_id JOIN kube_group g ON g.id = r.group_id JOIN decree d ON d.id = r.decree_id JOIN payment_batch b ON b.number = d.number`,
  `INSERT INTO batch_line (id, regency_code, batch_id, tranche_id, proposal_id, group_id, place, reference, amount, group_name, result)
   SELECT gen_random_uuid(), '35.21', t.batch_id, t.id, t.proposal_id, t.group_id, row_number() OVER (PARTITION BY t.batch_id), t.id::text, t.amount, 'uji', 'paid' FROM tranche t WHERE t.batch_id IS NOT NULL`,
  `INSERT INTO lpj (id, regency_code, programme_id, proposal_id, tranche_id, group_id, state, since, due_on, overdue)
   SELECT gen_random_uuid(), '35.21', t.programme_id, t.proposal_id, t.id, t.group_id, CASE t.state WHEN 'diterima' THEN 'belum' ELSE 'diterima' END, now(), date '2020-12-10',
     CASE WHEN t.state = 'diterima' AND hashtext(t.id::text) % 20 = 0 THEN 'reminder' ELSE 'none' END
   FROM tranche t WHERE t.batch_id IS NOT NULL`,
  `INSERT INTO ledger_transfer (id, regency_code, programme_id, kind, from_account, to_account, amount, counts_on, group_id, proposal_id, tranche_id, actor_id, at)
   SELECT 'bench/' || m.kind || '/' || t.id, '35.21', t.programme_id, m.kind, t.programme_id || '/' || m.from_kind || '/' || m.from_owner, t.programme_id || '/' || m.to_kind || '/' || m.to_owner,
     t.amount, date '2020-03-01', t.group_id, t.proposal_id, t.id, 'bench', now()
   FROM tranche t CROSS JOIN LATERAL (VALUES ('reserve', 'budget', t.programme_id, 'reserved', t.proposal_id), ('sendSp2d', 'reserved', t.proposal_id, 'inTransit', t.id), ('receive', 'inTransit', t.id, 'groupCash', t.group_id))
     AS m (kind, from_kind, from_owner, to_kind, to_owner) WHERE m.kind = 'reserve' OR t.batch_id IS NOT NULL`,
  `INSERT INTO ledger_account (id, regency_code, programme_id, kind, owner, group_id, debits, credits)
   SELECT x.account, '35.21', split_part(x.account, '/', 1)::uuid, split_part(x.account, '/', 2), split_part(x.account, '/', 3)::uuid,
     CASE WHEN split_part(x.account, '/', 2) <> 'budget' THEN (array_agg(x.group_id))[1] END, sum(x.came) + CASE WHEN split_part(x.account, '/', 2) = 'budget' THEN 1000000000000000 ELSE 0 END, sum(x.went)
   FROM (SELECT to_account AS account, group_id, amount AS came, 0::bigint AS went FROM ledger_transfer UNION ALL SELECT from_account, group_id, 0, amount FROM ledger_transfer) x GROUP BY x.account`,
  `INSERT INTO audit_entry (chain, seq, at, actor_id, actor_name, action, entity, entity_id, group_id, region_code, changes, prev_hash, hash)
   SELECT '35.21', row_number() OVER (), now(), 'bench', 'Uji', a.action, a.entity, g.id::text, g.id, g.village_code, '{"state": ["a", "b"]}', '', ''
   FROM kube_group g CROSS JOIN (VALUES ('group.create', 'group'), ('group.members', 'group'), ('proposal.submit', 'proposal')) a (action, entity)`,
  // The chain of these rows proves nothing; what is written after them goes on from here.
  `INSERT INTO audit_head (chain, seq, hash) SELECT '35.21', count(*), '' FROM audit_entry`,
];

export async function makeAid(client: pg.Client): Promise<void> {
  for (const step of STEPS) await client.query(step);
}
