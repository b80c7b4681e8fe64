/** Fills a database with a made-up district of `groups` groups of ten members with an aid history, goods, deals and prices, by SQL alone. */
import type pg from 'pg';
import { makeAid } from './make-aid.ts';
import { ECONOMY, makeEconomy } from './make-economy.ts';

const EMPTIED = [
  'kube_group', 'person', 'membership', 'proposal', 'decree', 'decree_recipient', 'payment_batch', 'batch_line', 'tranche', 'lpj', 'ledger_account', 'ledger_transfer',
  'audit_entry', 'audit_head', 'flow_step', ...ECONOMY,
];

export async function makeDistrict(client: pg.Client, groups: number, productId: string): Promise<void> {
  // Triggers and foreign keys rest: the rows below are made to hold by themselves.
  await client.query("SET session_replication_role = 'replica'");
  await client.query(`TRUNCATE ${EMPTIED.join(', ')} CASCADE`);
  await client.query(
    `INSERT INTO kube_group (id, regency_code, district_code, village_code, name, name_key, business, state, formed_on, created_by, created_at, updated_at,
       member_count, aid_stage, fiscal_year, received, accounted, bank, account_number, account_name, facilitator_id)
     SELECT gen_random_uuid(), '35.21', left(v.code, 8), v.code, n.name, lower(n.name), b.business, b.state, date '2018-01-01' + (g % 1200), 'bench', now() - g * interval '1 minute', now(),
       10, b.stage, 2018 + g % 5, CASE WHEN g % 6 >= 4 THEN 20000000 ELSE 0 END, CASE WHEN g % 6 = 5 THEN 17000000 ELSE 0 END, 'Bank Uji', lpad(g::text, 12, '0'), 'KUBE ' || n.name,
       CASE WHEN g % 20 > 0 THEN (SELECT id FROM auth_user WHERE username LIKE 'pendamping.%' ORDER BY username LIMIT 1) END
     FROM generate_series(1, $1::int) g
     JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS i, count(*) OVER () AS n FROM region WHERE level = 4 AND code LIKE '35.21.%') v ON v.i = (g::bigint * 7919) % v.n
     CROSS JOIN LATERAL (SELECT (ARRAY['Mugi','Ngudi','Sri','Sido','Tunas','Karya','Sumber','Maju','Guyub','Mekar'])[1 + g % 10] || ' ' ||
        (ARRAY['Jaya','Rejeki','Mulyo','Makmur','Rahayu','Lestari','Barokah','Asri','Rukun','Sejahtera'])[1 + (g / 10) % 10] || ' ' || g AS name) n
     CROSS JOIN LATERAL (SELECT (ARRAY['Ternak kambing','Anyaman tikar','Warung sembako','Jahit'])[1 + g % 4] AS business,
        (ARRAY['calon','terbentuk','aktif','aktif','aktif'])[1 + g % 5] AS state,
        (ARRAY['none','diajukan','lolos','siapCair','diterima','dipertanggungjawabkan'])[1 + g % 6] AS stage) b`,
    [groups],
  );
  await client.query(
    `INSERT INTO person (id, regency_code, national_id, family_card_no, name, name_key, birth_date, sex, village_code, created_by, created_at, updated_at)
     SELECT gen_random_uuid(), '35.21', '352116' || lpad(r::text, 10, '0'), '352117' || lpad(r::text, 10, '0'), n.name, lower(n.name), date '1970-01-01' + (r % 9000)::int,
       CASE WHEN r % 2 = 0 THEN 'L' ELSE 'P' END, village_code, 'bench', now(), now()
     FROM (SELECT row_number() OVER (ORDER BY id) AS r, village_code FROM kube_group CROSS JOIN generate_series(1, 10)) x
     CROSS JOIN LATERAL (SELECT (ARRAY['Siti','Sri','Agus','Slamet','Endang','Wahyu','Sumarni','Hari','Lestari','Joko','Partini','Bambang'])[1 + r % 12] || ' ' ||
        (ARRAY['Rahayu','Santoso','Wibowo','Utami','Handayani','Prasetyo','Kusuma','Susanti','Mulyono','Hartati','Nugroho'])[1 + (r / 12) % 11] || ' ' ||
        (ARRAY['Wati','Ningsih','Hadi','Saputra','Lestari','Yanto','Astuti','Purnomo','Anggraini','Widodo','Setiawan','Safitri','Kurniawan'])[1 + (r / 132) % 13] AS name) n`,
  );
  await client.query(
    `INSERT INTO membership (id, regency_code, group_id, person_id, family_card_no, role, joined_on, created_by, created_at)
     SELECT gen_random_uuid(), '35.21', g.id, p.id, p.family_card_no, (ARRAY['chair','secretary','treasurer','member'])[least(p.place, 4)], date '2020-01-01', 'bench', now()
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS r FROM kube_group) g
     JOIN (SELECT id, family_card_no, (row_number() OVER (ORDER BY national_id) - 1) / 10 + 1 AS r, 1 + (row_number() OVER (ORDER BY national_id) - 1) % 10 AS place FROM person) p USING (r)`,
  );
  await makeAid(client);
  await makeEconomy(client, productId);
  await client.query("SET session_replication_role = 'origin'");
  for (const table of EMPTIED) await client.query(`VACUUM ANALYZE ${table}`);
}
