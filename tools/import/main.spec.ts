import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArgs, UsageError } from './args.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anyam-import-'));
  await writeFile(join(folder, 'roster.csv'), [
    'Nama KUBE;Desa;Jenis Usaha;No Rekening;Nama;L/P;NIK;No KK;Tanggal Lahir;Alamat;Jabatan',
    ...Array.from({ length: 5 }, (_, i) => `KUBE MUGI JAYA;Dumplengan;Jahit;0012345678;Sri ${'ABCDE'[i]};P;352116510580000${i + 1};352116030809000${i + 1};11-05-1980;RT 1 RW 2 Dumplengan;${['Ketua', 'Sekretaris', 'Bendahara'][i] ?? 'Anggota'}`),
    'KUBE MUGI JAYA;Dumplengan;Jahit;0012345678;Ani;L;3521165105800007;3521160308090007;11-05-1980;RT 1 RW 2 Dumplengan;Anggota',
  ].join('\n'));
  await writeFile(join(folder, 'broken.xlsx'), '%PDF-1.7');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => new Promise<{ code: number; out: string; err: string }>((done) => {
  execFile(join(root, 'node_modules/.bin/node'), ['tools/import/main.ts', ...args], { cwd: root }, (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }));
});

describe('import from the shell', () => {
  it('prints the documented JSON and nothing else on stdout', async () => {
    const { code, out, err } = await run('--roster', join(folder, 'roster.csv'), '--as-of', '2020-03-03', '--dry-run', '--json');
    expect(code).toBe(0);
    const printed = JSON.parse(out) as { groups: number; members: number; findings: { row: number; group: string; code: string; severity: string; message: string }[] };
    expect(printed).toMatchObject({ groups: 1, members: 6 });
    expect(printed.findings).toEqual([{ row: 7, group: 'Mugi Jaya', code: 'SEX_DIFFERS', severity: 'warn', message: expect.stringContaining('laki-laki') }]);
    expect(err).toContain('Tanpa --register');
    expect(err).toContain('35.21');
  }, 60_000);
  it('prints a table for people', async () => {
    const { out } = await run('--roster', join(folder, 'roster.csv'), '--as-of', '2020-03-03', '--dry-run', '--lang', 'en');
    expect(out).toContain('1 groups, 6 members, 1 findings');
  }, 60_000);
  it('exits 2 with a sentence for what cannot be done', async () => {
    for (const [args, sentence] of [
      [['--dry-run'], '--roster'], [['--roster', 'x.csv', '--dry-run', '--as-of', '2020-13-01'], 'bukan tanggal'], [['--roster', join(folder, 'none.xlsx'), '--dry-run'], 'berkas tidak ada'],
      [['--roster', join(folder, 'broken.xlsx'), '--dry-run'], 'PDF'], [['--roster', join(folder, 'roster.csv'), '--lang', 'xx'], '--lang'],
    ] as const) {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(sentence);
    }
  }, 120_000);
  it('reads its arguments strictly', () => {
    const now = new Date('2026-11-24T20:00:00Z');
    expect(readArgs(['--roster', 'a', '--dry-run'], now)).toMatchObject({ asOf: '2026-11-25', lang: 'id', json: false, region: null });
    for (const bad of [['--roster', 'a', '--wat'], ['--roster', 'a', '--region', '35'], ['--roster', 'a', '--lang', 'xx'], ['--roster', 'a', '--max-mb', '0']]) expect(() => readArgs(bad, now)).toThrow(UsageError);
  });
});
