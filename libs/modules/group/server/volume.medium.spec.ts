import { beforeAll, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { groupListInput } from '../contract/index.ts';
import { memberFor } from '@anyam/member/testing';
import { groupFor, importedGroup } from '../testing/index.ts';
let kit: TestKit;
beforeAll(async () => { kit = await testKit(); });
it('volume', async () => {
  const group = groupFor(kit); const member = memberFor(kit);
  const operator = await callFor(kit, { role: 'operator' });
  const time = async (label: string, f: () => Promise<unknown>) => { const t = performance.now(); const r = await f(); console.log(label, (performance.now() - t).toFixed(0), 'ms'); return r as any; };
  const groups = Array.from({ length: 1000 }, () => importedGroup());
  const importId = crypto.randomUUID();
  const orig = kit.work.run.bind(kit.work);
  (kit.work as any).run = (who: any, f: any) => orig(who, (unit: any) => { const tx = unit.tx; const wrap = (name: string) => { const g = tx[name].bind(tx); return async (...a: any[]) => { const t = performance.now(); try { return await g(...a); } finally { console.log('   ', name, String(a[0]?.raw ?? a[0]).replace(/\s+/g, ' ').slice(0, 60), (performance.now() - t).toFixed(0)); } }; };
    const proxy = new Proxy(tx, { get: (t, k) => (k === '$executeRawUnsafe' || k === '$queryRawUnsafe' ? wrap(k as string) : (t as any)[k]) }); const t0 = performance.now(); return f({ ...unit, tx: proxy }).then((r: any) => { console.log('    work', (performance.now() - t0).toFixed(0)); return r; }); });
  await time('import 10k', () => kit.work.run(operator.actor, (unit) => group.formFromImport(unit, operator.actor, { importId, regencyCode: '35.21', on: '2020-03-03', groups })));
  await time('undo 10k', () => kit.work.run(operator.actor, (unit) => group.undoImport(unit, operator.actor, importId)));
  // volume
  await kit.db.pool.query(`INSERT INTO kube_group (id, regency_code, district_code, village_code, name, name_key, business, state, created_by, created_at, updated_at, member_count, aid_stage, fiscal_year, received, flags)
    SELECT gen_random_uuid(), '35.21', left(v.code, 8), v.code, 'KUBE ' || w.a || ' ' || w.b || ' ' || i, lower(w.a || ' ' || w.b || ' ' || i), (ARRAY['Ternak kambing','Anyaman tikar','Warung sembako','Jahit'])[1 + i % 4], (ARRAY['aktif','terbentuk','calon'])[1 + i % 3], 'x', now() - i * interval '1 minute', now(), 5 + i % 10, (ARRAY['none','diterima','siapCair','diajukan'])[1 + i % 4], 2018 + i % 3, (i % 5) * 5000000, CASE WHEN i % 7 = 0 THEN ARRAY['sizeUnder'] ELSE '{}' END
    FROM generate_series(1, 100000) i CROSS JOIN LATERAL (SELECT code FROM region WHERE level = 4 ORDER BY code OFFSET i % 217 LIMIT 1) v CROSS JOIN LATERAL (SELECT (ARRAY['Mugi','Sri','Karya','Sumber','Maju','Tunas','Guyub','Sido'])[1 + (i * 7) % 8] a, (ARRAY['Jaya','Mulyo','Lestari','Barokah','Makmur','Rahayu','Rukun'])[1 + (i * 3) % 7] b) w`);
  await kit.db.pool.query(`INSERT INTO person (id, regency_code, national_id, family_card_no, name, name_key, birth_date, sex, village_code, created_by, created_at, updated_at)
    SELECT gen_random_uuid(), '35.21', '99' || lpad(i::text, 14, '0'), '88' || lpad(i::text, 14, '0'), w.a || ' ' || w.b || ' ' || chr(97 + i % 26) || chr(97 + (i / 26) % 26), lower(w.a || ' ' || w.b || ' ' || chr(97 + i % 26) || chr(97 + (i / 26) % 26)), date '1960-01-01' + (i * 7919) % 14000, 'L', g.village_code, 'x', now(), now()
    FROM generate_series(1, 300000) i CROSS JOIN LATERAL (SELECT (ARRAY['Siti','Sri','Budi','Agus','Dewi','Joko','Rina','Wahyu'])[1 + (i * 7) % 8] a, (ARRAY['Lestari','Santoso','Rahayu','Purnomo','Wulandari','Setiawan','Handayani'])[1 + (i * 3) % 7] b) w JOIN (SELECT code AS village_code, row_number() OVER () n FROM region WHERE level = 4) g ON g.n = 1 + i % 217`);
  await kit.db.pool.query(`INSERT INTO membership (id, regency_code, group_id, person_id, family_card_no, role, joined_on, created_by, created_at)
    SELECT gen_random_uuid(), '35.21', g.id, p.id, p.family_card_no, CASE WHEN p.n % 3 = 0 THEN 'chair' ELSE 'member' END, '2020-01-01', 'x', now() FROM (SELECT id, family_card_no, row_number() OVER () n FROM person) p JOIN (SELECT id, row_number() OVER () n FROM kube_group) g ON g.n = 1 + p.n / 3`);
  await kit.db.pool.query('ANALYZE');
  for (const filter of [{}, { districts: ['35.21.16'] }, { districts: ['35.21.16'], states: ['active'], sort: 'received', desc: true }, { q: 'mugi jaya' }, { q: 'mugi jya 99' }, { sort: 'members', page: 40 }, { stages: ['diterima'], fiscalYear: 2019 }, { flags: ['sizeUnder'] }, { districts: ['35.21.16', '35.21.01'], business: ['Jahit'] }, { page: 1500 }]) {
    for (let i = 0; i < 2; i++) await group.list(operator, groupListInput.parse(filter));
    await time('list ' + JSON.stringify(filter), () => group.list(operator, groupListInput.parse(filter)));
  }
  await time('facets', () => group.facets(operator, groupListInput.parse({})));
  for (const f of [{}, { q: 'siti lestari' }, { q: '1234' }, { q: 'sitti lestri ab' }, { villages: ['35.21.16.2003'] }, { status: 'active' as const }]) await time('members ' + JSON.stringify(f), () => member.list(operator, { page: 1, pageSize: 50, villages: [], districts: [], status: 'all', sort: 'name', desc: false, ...f }));
  await time('dup persons', () => member.duplicates(operator, { page: 1, pageSize: 25 }).then((r) => console.log(r.total)));
  await time('dup groups', () => group.duplicates(operator, { page: 1, pageSize: 25 }).then((r) => console.log(r.total)));
  const id = (await group.list(operator, groupListInput.parse({}))).rows[0]!.id;
  await time('detail', () => group.detail(operator, { id }));
  expect(1).toBe(1);
}, 600_000);
