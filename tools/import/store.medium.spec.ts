import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KUBE_2020, ruleSetToJson } from '@anyam/domain/programme';
import { madeUpRoster } from '@anyam/server-kit/made-up-roster';
import { readConfig } from '@anyam/server-kit';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { readArgs, type ImportArgs } from './args.ts';
import { openOffice, type Office } from './office.ts';
import { receiptAsJson, receiptAsText } from './print.ts';
import { storeRoster } from './store.ts';

const root = join(import.meta.dirname, '../..');
let kit: TestKit;
let office: Office;
let folder = '';

beforeAll(async () => {
  kit = await testKit();
  folder = await mkdtemp(join(tmpdir(), 'anyam-store-'));
  office = await openOffice(kit.url, readConfig({ DATABASE_URL: kit.url, DATA_DIR: join(folder, 'data') }));
  await callFor(kit, { role: 'operator', userId: 'operator', name: 'Operator Uji' });
  await callFor(kit, { role: 'kabid', userId: 'kabid' });
  await callFor(kit, { role: 'operator', userId: 'pergi' });
  await kit.db.prisma.authUser.update({ where: { id: 'pergi' }, data: { disabledAt: kit.clock.now() } });
  await callFor(kit, { role: 'operator', area: '35.20', userId: 'tetangga' });
  const programmeId = randomUUID();
  await kit.db.prisma.programme.create({
    data: { id: programmeId, regencyCode: '35.21', name: 'KUBE 2020', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 1n, dpaNumber: '1', state: 'open', createdBy: 'test', createdAt: kit.clock.now() },
  });
  await kit.db.prisma.ruleSet.create({
    data: { id: randomUUID(), programmeId, version: 1, validFrom: new Date('2020-01-01'), settings: ruleSetToJson(KUBE_2020) as object, reason: 'uji', createdBy: 'test', createdAt: kit.clock.now() },
  });
  // One member of the first group is dead by the register, one of the second had aid by the family card of the list.
  const lines = madeUpRoster(3).split('\n');
  await writeFile(join(folder, 'daftar.csv'), lines.join('\n'));
  const cells = lines.slice(1).map((line) => line.split(';'));
  await writeFile(join(folder, 'register.csv'), ['nik;no_kk;nama;kode_desa;desil;status', ...cells.map((c, i) => `${c[5]};${c[6]};${c[4]};35.21.16.2003;1;${i === 4 ? 'MENINGGAL' : 'AKTIF'}`)].join('\n'));
  await writeFile(join(folder, 'bantuan.csv'), ['nik;no_kk;tahun;program;nilai', `3521160101600009;${cells[15]?.[6]};2018;Bantuan KUBE Perdesaan;2000000`].join('\n'));
  await writeFile(join(folder, 'surat.csv'), 'Kepada Yth. Kepala Dinas\nDengan hormat\n');
});
afterAll(() => office.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => new Promise<{ code: number; out: string; err: string }>((done) => {
  execFile(join(root, 'node_modules/.bin/node'), ['tools/import/main.ts', ...args], { cwd: root, env: { ...process.env, DATABASE_URL: kit.url, DATA_DIR: join(folder, 'data') } }, (error, out, err) =>
    done({ code: error ? Number(error.code) : 0, out, err }));
});
/** The same without a process of its own. */
const store = (...argv: string[]) => storeRoster(office, readArgs(argv, new Date()) as ImportArgs);
const groups = () => kit.db.prisma.group.count();

const clear = async () => {
  await kit.db.pool.query('DELETE FROM membership');
  await kit.db.pool.query('DELETE FROM kube_group');
};

describe('storing from the shell', () => {
  it('refuses who may not import, and a programme that is not there, before anything is stored', async () => {
    const roster = ['--roster', join(folder, 'daftar.csv'), '--as-of', '2020-03-03'];
    const { code, out, err } = await run(...roster, '--as', 'nobody');
    expect([code, out], err).toEqual([2, '']);
    expect(err).toContain('tidak ada');
    await expect(store(...roster, '--as', 'pergi')).rejects.toThrow('dinonaktifkan');
    await expect(store(...roster, '--as', 'kabid')).rejects.toThrow('tidak boleh mengimpor');
    await expect(store(...roster, '--as', 'tetangga')).rejects.toThrow('Tidak ada program terbuka');
    await expect(store(...roster, '--programme', 'PENA')).rejects.toThrow('"KUBE 2020"');
    expect(await kit.db.prisma.rosterImport.count()).toBe(0);
  }, 120_000);

  it('stores the sound rows as the console does, and says of each other row where it stands and why', async () => {
    const args = ['--roster', join(folder, 'daftar.csv'), '--register', join(folder, 'register.csv'), '--prior-aid', join(folder, 'bantuan.csv'), '--period', 'Januari 2020', '--as-of', '2020-03-03', '--json'];
    const { code, out, err } = await run(...args);
    expect(code, err).toBe(0);
    const receipt = JSON.parse(out) as { import: string };
    expect(receipt).toMatchObject({
      already: false, groups: 3, members: 28, leftOut: 2, groupsLeftOut: [],
      leftOutRows: [{ sheet: 'daftar', row: 6, group: 'Karya Uji A', reasons: [expect.stringMatching(/meninggal/i)] }, { sheet: 'daftar', row: 17, group: 'Karya Uji B', reasons: [expect.stringMatching(/bantuan/i)] }],
    });
    expect([await groups(), await kit.db.prisma.membership.count()]).toEqual([3, 28]);
    expect(await kit.db.prisma.rosterImport.findMany()).toMatchObject([{ id: receipt.import, state: 'stored', createdBy: 'Operator Uji' }]);
    const actions = (await kit.db.pool.query<{ action: string }>(`SELECT action FROM audit_entry WHERE actor_id = 'operator' ORDER BY id`)).rows.map((row) => row.action);
    expect(actions).toEqual(['member.storeExtract', 'member.storeExtract', 'roster.start', 'roster.store']);

    expect(JSON.parse(receiptAsJson(await store(...args), 'id'))).toEqual({ ...receipt, already: true });
    expect([await groups(), await kit.db.prisma.rosterImport.count(), await kit.db.prisma.registerExtract.count()]).toEqual([3, 1, 2]);
  }, 120_000);

  it('finishes an import that was cut off between reading and storing', async () => {
    await clear();
    await writeFile(join(folder, 'lain.csv'), `${madeUpRoster(2)}\n`);
    const args = ['--roster', join(folder, 'lain.csv'), '--as-of', '2020-03-03'];
    expect(receiptAsText(await store(...args), 'id')).toContain('Tersimpan: 2 kelompok');
    await clear();
    await kit.db.pool.query(`UPDATE roster_import SET state = 'storing', receipt = NULL WHERE file_name = 'lain.csv'`);
    expect(await store(...args)).toMatchObject({ already: false, view: { state: 'stored', receipt: { groups: 2 } } });
    expect(await groups()).toBe(2);
  }, 120_000);

  it('leaves nothing behind of a file without a list', async () => {
    await expect(store('--roster', join(folder, 'surat.csv'), '--as-of', '2020-03-03')).rejects.toThrow('tidak ada baris anggota');
    expect(await kit.db.prisma.rosterImport.count({ where: { fileName: 'surat.csv', state: { not: 'dropped' } } })).toBe(0);
  }, 60_000);
});
