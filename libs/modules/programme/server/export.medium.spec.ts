import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { callFor, testKit } from '@anyam/server-kit/testing';
import { expect, it } from 'vitest';
import { programmeExportInput } from '../contract/index.ts';
import { programmeFor } from '../testing/index.ts';

it('gives the programmes as filtered and ordered, with text as text, to whoever works there', async () => {
  const kit = await testKit();
  const programme = programmeFor(kit);
  const admin = await callFor(kit, { role: 'admin' });
  const neighbour = await callFor(kit, { role: 'kabid', area: '35.20' });
  const make = (name: string, ceiling: bigint, over: object = {}) =>
    programme.create(admin, { key: randomUUID(), name, fiscalYear: 2020, source: 'APBD' as const, budgetType: 'bansos' as const, ceiling, dpaNumber: 'DPA/1', ...over });
  await make('=HYPERLINK("http://x","KUBE")', 300n);
  await make('KUBE kecil', 100n, { dpaNumber: '+1+1' });
  await make('KUBE APBN', 900n, { source: 'APBN' });
  await make('KUBE lama', 200n, { fiscalYear: 2019 });

  const read = async (over: object, call = admin) => {
    const file = await programme.exportXlsx(call, programmeExportInput.parse(over));
    const sheets = (await readXlsx(Buffer.from(file.base64, 'base64'))) as unknown as { data: unknown[][] }[];
    return { file, head: sheets[0]?.data[0], rows: sheets[0]?.data.slice(1) ?? [] };
  };
  const apbd = await read({ source: 'APBD', fiscalYears: [2020], sort: 'ceiling', desc: false });
  expect(apbd.file).toMatchObject({ rows: 2, fileName: 'program-2020-03-03.xlsx' });
  expect(apbd.rows.map((r) => [r[0], r[5], r[6]])).toEqual([
    ['KUBE kecil', '+1+1', 100],
    ['=HYPERLINK("http://x","KUBE")', 'DPA/1', 300],
  ]);
  expect((await read({ q: 'kube', sort: 'name', desc: false })).rows.map((r) => r[0])).toEqual(['=HYPERLINK("http://x","KUBE")', 'KUBE APBN', 'KUBE kecil', 'KUBE lama']);
  expect((await read({ state: 'closed', language: 'en' })).head?.[0]).toBe('Programme');
  expect((await read({}, neighbour)).rows).toEqual([]);
  expect(await kit.db.prisma.auditEntry.findFirstOrThrow({ where: { action: 'programme.export' }, orderBy: { id: 'asc' } })).toMatchObject({ entity: 'programmeList' });
});
