import { deflateRawSync } from 'node:zlib';
import writeXlsx from 'write-excel-file/node';
import readWorkbook from 'read-excel-file/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheets } from './read-sheets.ts';
import { isDateFormat } from './xlsx-parts.ts';

interface Part { name: string; data: string | Buffer; claim?: number; flags?: number }
/** A zip made by hand, so that it may lie. */
function zip(parts: readonly Part[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claim, flags = 0 } of parts) {
    const raw = Buffer.from(data as string);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claim ?? raw.length, 22);
    head.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claim ?? raw.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    directory.push(central, Buffer.from(name));
    chunks.push(head, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, list, end]));
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
function workbook(rows: string, more: { sheet?: Partial<Part>; workbook?: string; styles?: string; strings?: string } = {}): Part[] {
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', data: more.workbook ?? '<workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="r1"/></sheets></workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>` },
    { name: 'xl/styles.xml', data: more.styles ?? '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="171" formatCode="&quot;Rp&quot;#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>' },
    { name: 'xl/sharedStrings.xml', data: more.strings ?? '<sst><si><t>Sri</t></si><si><r><t>La</t></r><r><t xml:space="preserve">stri </t></r><rPh><t>x</t></rPh></si></sst>' },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${rows}</sheetData></worksheet>`, ...more.sheet },
    { name: 'xl/worksheets/sheet2.xml', data: '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>hidden</t></is></c></row></sheetData></worksheet>' },
  ];
}
const code = (data: Uint8Array, name = 'a.xlsx'): Promise<string> => readSheets(data, name).then(() => 'none', (e: { code?: string }) => e.code ?? String(e));
const rowsOf = async (xml: string, more = {}) => (await readSheets(zip(workbook(xml, more)), 'a.xlsx'))[0]?.rows;

describe('XLSX', () => {
  it('reads every kind of cell, stored values of formulas, gaps and numbers of rows', async () => {
    expect(await rowsOf(
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2"><f>1+1</f><v>2</v></c><c r="E2" t="str"><f>A1</f><v>a &lt; b</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#N/A</v></c><c r="H2" t="inlineStr"><is><t> x </t></is></c><c r="I2"><f>1</f></c></row>' +
      '<row r="4"><c r="A4"><v>3521161710710001</v></c><c r="B4" s="1"><v>29353</v></c><c r="C4" s="2"><v>29353</v></c><c r="D4" s="3"><v>2000000</v></c><c r="E4" s="1"><v>3521161710710001</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
    )).toEqual([[], [null, 'Sri', 'Lastri', 2, 'a < b', true, null, 'x'], [], [3_521_161_710_710_001, '1980-05-12', '1980-05-12', 2_000_000, 3_521_161_710_710_001]]);
  });
  it('counts days of the 1904 system', async () =>
    expect(await rowsOf('<row r="1"><c r="A1" s="1"><v>27891</v></c></row>', { workbook: '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>' })).toEqual([['1980-05-12']]));
  it('leaves hidden sheets out, and unescapes names', async () => {
    const parts = workbook('<row r="1"><c r="A1"><v>1</v></c></row>', { workbook: '<workbook><sheets><sheet name="A &amp; B" r:id="r1"/><sheet name="Arsip" state="hidden" r:id="r2"/></sheets></workbook>' });
    expect((await readSheets(zip(parts), 'a.xlsx')).map((s) => s.name)).toEqual(['A & B']);
  });
  it('reads prefixed tags and single quotes', async () => expect(await rowsOf("<x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c></x:row>")).toEqual([['Sri']]));
  it.each([['dd/mm/yyyy', true], ['[$-421]dd mmmm yyyy;@', true], ['0', false], ['General', false], ['"desa" 0', false], ['_-"Rp"* #,##0_-', false], ['[Red]0', false], ['@', false]])('%s', (format, is) => expect(isDateFormat(format)).toBe(is));

  it('refuses files that are something else, by their bytes and not their name', async () => {
    const text = (s: string) => new Uint8Array(Buffer.from(s, 'latin1'));
    expect(await code(text('%PDF-1.7'))).toBe('FILE_OTHER');
    expect(await code(text('\x89PNG\r\n'))).toBe('FILE_OTHER');
    expect(await code(text('<html><table>'), 'a.xls')).toBe('FILE_OTHER');
    expect(await code(text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook'), 'a.xlsx')).toBe('FILE_XLS');
    expect(await code(new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')])))).toBe('FILE_ENCRYPTED');
    expect(await code(zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', data: '<x/>' }]))).toBe('FILE_ODS');
    expect(await code(zip([{ name: '[Content_Types].xml', data: '' }, { name: 'word/document.xml', data: '' }]))).toBe('FILE_OTHER');
    expect(await code(zip([{ name: '[Content_Types].xml', data: '' }, { name: 'xl/workbook.bin', data: '' }]))).toBe('FILE_XLSB');
    expect(await code(zip([{ name: 'foto.jpg', data: 'x' }]))).toBe('FILE_OTHER');
    expect(await code(zip(workbook('', { sheet: { flags: 1 } })))).toBe('FILE_ENCRYPTED');
    expect(await code(zip(workbook('')))).toBe('FILE_EMPTY');
    expect(await code(new Uint8Array(6 * 1024 * 1024))).toBe('FILE_TOO_BIG');
  });
  it('refuses hostile files before they take memory', async () => {
    const cell = (ref: string) => `<row r="${/\d+/.exec(ref)?.[0]}"><c r="${ref}"><v>1</v></c></row>`;
    expect(await code(zip(workbook(cell('A1048576'))))).toBe('SHEET_TOO_LONG');
    expect(await code(zip(workbook(cell('XFD1'))))).toBe('SHEET_TOO_WIDE');
    expect(await code(zip(workbook('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')))).toBe('FILE_BROKEN');
    expect(await code(zip(workbook('<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>')))).toBe('FILE_BROKEN');
    expect(await code(zip(workbook('', { sheet: { data: 'x'.repeat(500_000), claim: 10 } })))).toBe('FILE_HOSTILE');
    expect(await code(zip(workbook('', { sheet: { claim: 0xf000_0000 } })))).toBe('FILE_UNPACKED_TOO_BIG');
    expect(await code(zip(workbook('', { strings: '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaaaaaa">]><sst/>' })))).toBe('FILE_HOSTILE');
    expect(await code(zip(Array.from({ length: 2_000 }, (_, i) => ({ name: `f${i}`, data: '' }))))).toBe('FILE_HOSTILE');
    expect(await code(zip([...workbook(''), { name: 'xl/workbook.xml', data: '' }]))).toBe('FILE_HOSTILE');
    expect(await code(zip(workbook(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(400_000)}`)))).toMatch(/^FILE_/);
  });
  it('says broken, whatever byte is cut off or changed', async () => {
    const whole = zip(workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.boolean(), async (at, value, cut) => {
      const data = cut ? whole.slice(0, at) : whole.slice();
      if (!cut) data[at] = value;
      expect(await code(data)).toMatch(/^(?:none$|FILE_|SHEET_)/);
    }), { numRuns: 300 });
  });
  it('agrees with read-excel-file on workbooks that write-excel-file makes', async () => {
    const value = fc.oneof(fc.constant(null), fc.string({ unit: fc.constantFrom('a', 'é', '&', '<', ' ', '1', '"'), maxLength: 8 }), fc.integer({ min: -1e9, max: 1e15 }), fc.boolean(), fc.date({ min: new Date('1901-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((d) => new Date(d.toISOString().slice(0, 10))));
    await fc.assert(fc.asyncProperty(fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), async (rows) => {
      const made = writeXlsx(rows.map((row) => row.map((v) => (v === null || v === '' ? null : v instanceof Date ? { value: v, type: Date, format: 'dd/mm/yyyy' } : { value: v }))) as never) as unknown as { toBuffer(): Promise<Buffer> };
      const data = new Uint8Array(await made.toBuffer());
      const theirs = tidy(((await readWorkbook(Buffer.from(data)))[0] as { data: unknown[][] }).data.map((row) => row.map((c) => (c instanceof Date ? c.toISOString().slice(0, 10) : c))));
      const ours = theirs.length === 0 ? [] : tidy((await readSheets(data, 'a.xlsx'))[0]?.rows as unknown[][]);
      expect(ours).toEqual(theirs);
    }), { numRuns: 60 });
  });
});

function tidy(rows: readonly (readonly unknown[])[]): unknown[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((c) => c !== null) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}
