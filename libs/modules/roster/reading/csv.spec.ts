import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, sniffSeparator } from './csv.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readSheets } from './read-sheets.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
const read = (text: string) => readCsv(bytes(text), 'a', DEFAULT_LIMITS);
const code = async (data: Uint8Array): Promise<string> => readSheets(data, 'a.csv').then(() => 'none', (e: { code: string }) => e.code);

describe('CSV', () => {
  it.each([[';'], [','], ['\t'], ['|']])('sniffs %j though cells hold other separators', (s) =>
    expect(sniffSeparator(`${['no', 'nama', 'ttl'].join(s)}\n${['1', '"Sri, S.Pd; M"', '"Ngawi, 12-05-1980"'].join(s)}\n${['2', 'Ani', '"Ngawi, 1-1-1981"'].join(s)}\n`)).toBe(s));
  it('is told by "sep=;"', () => expect(read('sep=|\na|b,c\n').rows[1]).toEqual(['a', 'b,c']));
  it('numbers rows by their line, with line breaks inside quotes, blank lines and CRLF', () => {
    expect(read('nama;alamat\nSri;"RT 1\nRW 2"\nAni;x\n\nEko;"a\n\nb"\nUmi;y\n').rowNumbers).toEqual([1, 2, 4, 5, 6, 9]);
    expect(read('nama;alamat\r\nSri;"RT 1\r\nRW 2"\r\nAni;x\r\n').rowNumbers).toEqual([1, 2, 4]);
  });
  it('keeps digits as text and takes ="…" out of its shell without computing', () =>
    expect(read('nik;kk\n="3521161710710001";=1+1\n0001;3,52E+15').rows.slice(1)).toEqual([['3521161710710001', '=1+1'], ['0001', '3,52E+15']]));
  it.each<[string, Uint8Array]>([
    ['UTF-8', bytes('nama;x\nSiti Nurḥayātī é;1\n')], ['UTF-8 with mark', bytes('\ufeffnama;x\nSiti Nurḥayātī é;1\n')], ['UTF-16 with mark', bytes('\ufeffnama;x\nSiti Nurḥayātī é;1\n', 'utf16le')], ['UTF-16 without mark', bytes('nama;xxxxxxxxxxxxxx\nSiti Nurḥayātī é;1\n', 'utf16le')],
  ])('reads %s', async (_, data) => expect((await readSheets(data, 'a.csv'))[0]?.rows).toEqual([['nama', expect.stringContaining('x')], ['Siti Nurḥayātī é', '1']]));
  it('reads windows-1252', async () => expect((await readSheets(new Uint8Array([...bytes('nama;x\nRen'), 0xe9, ...bytes(';'), 0x93, ...bytes('a'), 0x94, 0x0a]), 'a.csv'))[0]?.rows[1]).toEqual(['René', '“a”']));
  it('says which line has an open quote', async () => expect(await code(bytes('nama;x\n"Sri;1\nAni;2\n'))).toBe('CSV_BROKEN'));
  it('refuses what is no text', async () => {
    expect(await code(new Uint8Array(0))).toBe('FILE_EMPTY');
    expect(await code(bytes('  \n \n'))).toBe('FILE_EMPTY');
    expect(await code(new Uint8Array([1, 2, 0, 4, 5, 0, 9, 1, 200, 3, 0, 0, 1, 7, 0, 8]))).toBe('FILE_UNKNOWN');
    expect(await code(bytes(`a;b\n${'1;2\n'.repeat(DEFAULT_LIMITS.rows)}`))).toBe('SHEET_TOO_LONG');
    expect(await code(bytes(`${';'.repeat(500)}x\n`))).toBe('SHEET_TOO_WIDE');
  });
  it('gives back what was written, with true line numbers', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', ' ', '1', "'"), maxLength: 8 }).map((s) => s.trim());
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 12 }), (rows) => {
      const quoted = rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(';'));
      const sheet = read(`"x";"y";"z"\n${quoted.join('\n')}\n"end";"";""\n`);
      const lines = [1];
      quoted.reduce((at, text) => (lines.push(at), at + text.split('\n').length), 2);
      expect(sheet.rows.slice(1, -1)).toEqual(rows.map((r) => r.map((c) => (c === '' ? null : c))));
      expect(sheet.rowNumbers?.slice(0, -1)).toEqual(lines);
    }));
  });
});
