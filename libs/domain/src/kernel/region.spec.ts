import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';
import { ancestorAt, contains, COUNTRY, levelOf, normalisePlaceName, parentOf, parseRegionCode, regionCode, undotted, villageKind } from './region.ts';
import { regionIndex } from './region-index.ts';

const code = regionCode;
const index = regionIndex([
  { code: code('35.21'), name: 'Kabupaten Ngawi' },
  { code: code('35.21.05'), name: 'Geneng' },
  { code: code('35.21.05.2010'), name: 'Geneng' },
  { code: code('35.21.16'), name: 'Pitu' },
  { code: code('35.21.16.2003'), name: 'Dumplengan' },
  { code: code('35.21.16.2005'), name: 'Karanggeneng' },
  { code: code('35.21.16.2009'), name: 'Banjarbanggi', aliases: ['Banggi'] },
  { code: code('35.21.04.2001'), name: 'Jogorogo' },
  { code: code('35.20.01.2001'), name: 'Dumplengan' },
]);

describe('region codes', () => {
  it('read with and without dots, and know their level', () => {
    expect(parseRegionCode('3521162003')).toEqual({ ok: true, value: '35.21.16.2003' });
    expect(['', '35', '35.21', '35.21.16', '35.21.16.2003'].map((c) => levelOf(c as never))).toEqual(['country', 'province', 'regency', 'district', 'village']);
    for (const bad of ['3', '352', '35.21.16.20', 'abc', '35,21']) expect(parseRegionCode(bad).ok).toBe(false);
    expect(() => code('x')).toThrow(RangeError);
    expect(villageKind(code('35.21.16.2003'))).toBe('desa');
    expect(villageKind(code('35.21.16.1003'))).toBe('kelurahan');
  });
  it('contain by dotted prefix only', () => {
    expect(contains(code('35.21'), code('35.21.16.2003'))).toBe(true);
    expect(contains(code('35.21.16.2003'), code('35.21'))).toBe(false);
    expect(contains('35.2' as never, code('35.21'))).toBe(false);
    expect(contains(COUNTRY, code('11'))).toBe(true);
    expect(parentOf(code('35'))).toBe(COUNTRY);
    expect(parentOf(COUNTRY)).toBeNull();
    expect(ancestorAt(code('35.21.16.2003'), 'district')).toBe('35.21.16');
    expect(ancestorAt(code('35.21'), 'district')).toBeNull();
    expect(undotted(code('35.21.16.2003'))).toBe('3521162003');
  });
});

describe('names of areas', () => {
  it('are one name however written', () => {
    for (const text of ['Banjar Banggi', 'BANJARBANGGI', 'Ds. Banjarbanggi', 'Desa banjar banggi', 'Kel. Banjar-Banggi', 'DESA: BANJAR BANGGI', 'Ds Desa Banjar Banggi'])
      expect(normalisePlaceName(text)).toBe('banjarbanggi');
    expect(normalisePlaceName('Kec. Pitu')).toBe('pitu');
    expect(normalisePlaceName('Desa')).toBe('desa');
    expect(normalisePlaceName('Kelapa Dua')).toBe('kelapadua');
    expect(normalisePlaceName('Dsn. Krajan')).toBe('krajan');
  });
  it('are found exactly, by alias or old spelling, or nearly', () => {
    const within = code('35.21');
    const hit = (text: string, area = within) => {
      const m = index.match(text, { within: area, level: 'village' });
      return `${m.kind} ${m.code}`;
    };
    expect(hit('Banjar Banggi')).toBe('exact 35.21.16.2009');
    expect(hit('Banggi')).toBe('alias 35.21.16.2009');
    expect(hit('Djogorogo')).toBe('alias 35.21.04.2001');
    expect(hit('Dumplegnan')).toBe('fuzzy 35.21.16.2003');
    expect(hit('Banjarbangi')).toBe('fuzzy 35.21.16.2009');
    expect(hit('Mbulak')).toBe('none null');
    expect(hit('')).toBe('none null');
    expect(hit('Dumplengan', COUNTRY)).toBe('exact null');
    expect(index.match('Dumplengan').candidates).toHaveLength(2);
    expect(index.match('Geneng', { within, level: 'district' }).code).toBe('35.21.05');
    expect(index.nameOf(code('35.21.16'))).toBe('Pitu');
  });
});

describe('addresses', () => {
  it.each([
    ['RT 01 RW 03 DUMPLENGAN', { rt: '1', rw: '3', village: 'DUMPLENGAN', villageMarked: false, district: null }],
    ['Ds. Geneng, Kec. Geneng', { village: 'Geneng', villageMarked: true, district: 'Geneng' }],
    ['Dsn. Krajan RT 02/03, Desa Banjar Banggi Kec Pitu Kab. Ngawi', { hamlet: 'Krajan', rt: '2', rw: '3', village: 'Banjar Banggi', district: 'Pitu', regency: 'Ngawi' }],
    ['Jl. Raya Pitu No. 3, Dumplengan', { village: 'Dumplengan', villageMarked: false }],
    ['Krajan, RT.001 RW.002, Dumplengan', { rt: '1', rw: '2', unmarked: ['Krajan', 'Dumplengan'] }],
    ['', { rt: null, village: null, unmarked: [] }],
  ])('%s', (text, parts) => expect(readAddress(text)).toMatchObject(parts));
  it('never throws', () => fc.assert(fc.property(fc.string(), (text) => void readAddress(text))));
});
