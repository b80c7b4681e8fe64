import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@anyam/contract-kit';
import { programmeFor } from '@anyam/programme/testing';
import { madeUpRoster } from '@anyam/server-kit/made-up-roster';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { rowsInput, type RosterPort } from '../contract/index.ts';
import { rosterFor, uploaded } from '../testing/index.ts';

let kit: TestKit;
let roster: RosterPort;
let operator: Call;
let kabid: Call;
let neighbour: Call;
let programmeId = '';

beforeAll(async () => {
  kit = await testKit();
  roster = rosterFor(kit);
  operator = await callFor(kit, { role: 'operator', name: 'Operator Uji' });
  kabid = await callFor(kit, { role: 'kabid' });
  neighbour = await callFor(kit, { role: 'operator', area: '35.20' });
  programmeId = (await programmeFor(kit).create(await callFor(kit, { role: 'admin' }), { key: randomUUID(), name: 'KUBE', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 1n, dpaNumber: '1' })).id;
});

let serial = 0;
/** Each roster begins with another line, so that no two are the same file. */
async function start(text: string) {
  serial += 1;
  return roster.start(operator, { fileId: await uploaded(kit, operator, `daftar-${serial}.csv`, text), programmeId, asOf: '2020-03-03' });
}
const rows = async (id: string, show: 'faults' | 'all' | 'skipped', call = operator) => (await roster.rows(call, rowsInput.parse({ id, show, pageSize: 100 }))).rows;
/** Columns of the made-up roster: 0 group, 1 village, 2 business, 3 account, 4 name, 5 NIK, 6 family card. */
const cellsOf = (groups: number): string[][] => madeUpRoster(groups).split('\n').map((line) => line.split(';'));
const text = (cells: readonly (readonly string[])[]): string => cells.map((line) => line.join(';')).join('\n');

describe('titles and columns', () => {
  it('are read again from the row that a person chooses, by who may import there only', async () => {
    const cells = cellsOf(1);
    // The titles say nothing; a line below the list names columns and is taken for the titles.
    const odd = cells[0]?.map((_, i) => `kolom ${'abcdefghijklmn'[i]}`) ?? [];
    const made = await start([...text([odd, ...cells.slice(1)]).split('\n'), 'Nama;NIK;Alamat;Jabatan'].join('\n'));
    expect(made.sheets[0]?.headerRow).toBe(12);
    expect(made.sheets[0]?.top[0]).toMatchObject({ row: 1 });
    await expect(roster.setHeader(neighbour, { id: made.id, sheet: 'x', headerRow: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(roster.setHeader(operator, { id: made.id, sheet: 'x', headerRow: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const sheet = made.sheets[0]?.name ?? '';
    const chosen = await roster.setHeader(operator, { id: made.id, sheet, headerRow: 1 });
    expect(chosen.sheets[0]).toMatchObject({ headerRow: 1, columns: expect.arrayContaining([expect.objectContaining({ header: 'kolom a' })]) });
    const mapping = { groupName: 0, groupVillage: 1, business: 2, account: 3, name: 4, nik: 5, kk: 6, birthDate: 7, sex: 8, role: 9, occupation: 10 };
    const mapped = await roster.setMapping(operator, { id: made.id, sheet, mapping, remember: true });
    expect(mapped).toMatchObject({ state: 'checked', groups: 1, members: 10, blocks: 0 });
    // The next file with these titles is read so at once, though no word in them tells.
    const next = await start([...text([odd, ...cells.slice(1)]).split('\n'), 'Nama;NIK;Alamat;Jabatan', ''].join('\n').replaceAll('Uji A', 'Uji Lain'));
    expect(next.sheets[0]).toMatchObject({ headerRow: 1, fromSaved: true, members: 10 });
    await roster.drop(operator, { id: made.id });
    await roster.drop(operator, { id: next.id });
  });

  it('changed, keep what was mended and left out, where the row is still read', async () => {
    const made = await start(`${madeUpRoster(2)}\n\n`);
    const [, second, , , fifth] = await rows(made.id, 'all');
    await roster.correct(operator, { id: made.id, seq: second?.seq ?? 0, field: 'name', value: 'Sri Benar' });
    await roster.correct(operator, { id: made.id, seq: second?.seq ?? 0, field: 'group', value: 'Karya Baru' });
    expect(await roster.skip(operator, { id: made.id, seq: fifth?.seq ?? 0, skipped: true })).toMatchObject({ skippedRows: 1, members: 19 });
    const again = await roster.setMapping(operator, { id: made.id, sheet: made.sheets[0]?.name ?? '', mapping: { occupation: null }, remember: false });
    expect(again).toMatchObject({ skippedRows: 1, members: 19 });
    const all = await rows(made.id, 'all');
    expect(all[1]).toMatchObject({ cells: { name: 'Sri Benar', group: 'Karya Baru', occupation: '' }, mended: { name: 'Warga B' } });
    expect(await rows(made.id, 'skipped')).toMatchObject([{ row: 6, skipped: true }]);
    expect(await rows(made.id, 'faults')).toEqual([]);
    await roster.drop(operator, { id: made.id });
  });

  it('that are not there are said once, and a file without family cards stores nothing until they are filled in', async () => {
    const cells = cellsOf(1).map((line) => line.filter((_, i) => i !== 2 && i !== 6));
    const made = await start(text(cells));
    expect(made).toMatchObject({ causes: [], soundRows: 0, blockedRows: 10, faultRows: 0 });
    expect(made.unjudged.map((u) => u.code).sort()).toEqual(['BUSINESS_MISSING', 'KK_MISSING']);
    await expect(roster.store(operator, { id: made.id, key: randomUUID() })).rejects.toMatchObject({ code: 'NOTHING_TO_STORE' });
    expect(await roster.correct(operator, { id: made.id, seq: 0, field: 'kk', value: '3521160000000001' })).toMatchObject({ soundRows: 1, blockedRows: 9 });
    await roster.drop(operator, { id: made.id });
  });
});

describe('the receipt', () => {
  it('names sheet, row and reason of each row that was not stored; the newest extract is in use', async () => {
    const cells = cellsOf(2);
    const extract = async (name: string, lines: string[], kind: 'register' | 'priorAid') =>
      roster.importExtract(operator, { fileId: await uploaded(kit, operator, name, lines.join('\n')), kind, period: `Periode ${name}` });
    const register = (gone: number) => ['nik;no_kk;nama;kode_desa;desil;status', ...cells.slice(1).map((c, i) => `${c[5]};${c[6]};${c[4]};35.21.16.2003;1;${i === gone ? 'MENINGGAL' : 'AKTIF'}`)];
    await extract('lama.csv', register(9), 'register');
    kit.clock.set('2020-03-03T02:00:00.000Z');
    await extract('baru.csv', register(3), 'register');
    expect(await extract('baru.csv', register(3), 'register')).toMatchObject({ already: true, rows: 20 });
    await extract('bantuan.csv', ['nik;no_kk;tahun;program;nilai', `3521160101600009;${cells[12]?.[6]};2018;Bantuan KUBE;2000000`], 'priorAid');
    expect((await roster.extracts(kabid)).map((e) => [e.fileName, e.kind, e.rowCount, e.inUse, e.createdBy]).sort()).toEqual([
      ['bantuan.csv', 'priorAid', 1, true, 'Operator Uji'], ['baru.csv', 'register', 20, true, 'Operator Uji'], ['lama.csv', 'register', 20, false, 'Operator Uji'],
    ]);
    expect(await roster.extracts(neighbour)).toEqual([]);

    const made = await start(`${madeUpRoster(2)}\n\n\n`);
    const all = await rows(made.id, 'all');
    await roster.skip(operator, { id: made.id, seq: all[19]?.seq ?? 0, skipped: true });
    await roster.store(operator, { id: made.id, key: randomUUID() });
    await kit.runJobs();
    const { receipt, fileName } = await roster.get(operator, { id: made.id });
    const sheet = fileName.replace('.csv', '');
    expect(receipt).toMatchObject({ groups: 2, members: 17, leftOut: 3, groupsLeftOut: [] });
    expect(receipt?.leftOutRows.map((r) => [r.sheet, r.row, r.group, r.name, ...r.reasons.map((reason) => reason.en)])).toEqual([
      [sheet, 5, 'Karya Uji A', 'Warga D', expect.stringMatching(/died|deceased|dead/i)],
      [sheet, 13, 'Karya Uji B', 'Warga L', expect.stringMatching(/aid/i)],
      [sheet, 21, 'Karya Uji B', 'Warga T', 'Left out by the user'],
    ]);
  });
});
