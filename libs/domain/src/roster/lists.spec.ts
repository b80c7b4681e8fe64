import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/plain-date.ts';
import { readAmount, readPriorAid, readRegister } from './lists.ts';
import { numberTrust } from './number-trust.ts';
import type { Cell, Sheet } from './sheet.ts';

const asOf = isoDate('2020-03-03');
const sheet = (rows: Cell[][]): Sheet => ({ name: 'S', rows, firstRow: 1 });
const NIK = (n: number): string => `352116110580${String(n).padStart(4, '0')}`;

describe('register extracts', () => {
  it('reads its columns under any name, order and letterhead', () => {
    const r = readRegister([sheet([['EKSTRAK DTKS'], [], ['Nama Lengkap', 'Desil Kesejahteraan', 'Nomor KTP', 'Keterangan Status', 'Kode Wilayah', 'No. Kartu Keluarga'], ['SRI', 'Desil 4', NIK(1), 'Meninggal dunia', '3521162003', NIK(9)], ['ANI', 2, NIK(2), 'Tidak aktif', '35.21.16.2009', NIK(8)]])], { asOf });
    expect(r.entries.get(NIK(1))).toEqual({ name: 'SRI', kk: NIK(9), decile: 4, status: 'deceased', villageCode: '35.21.16.2003' });
    expect(r.entries.get(NIK(2))).toMatchObject({ decile: 2, status: 'inactive' });
    expect(r).toMatchObject({ rows: 2, problemCount: 0 });
  });
  it('lets the harsher of two lines about one NIK stand, and reports what it cannot read', () => {
    const r = readRegister([sheet([['nik', 'nama', 'status'], [NIK(1), 'SRI', 'MENINGGAL'], [NIK(1), 'SRI', 'AKTIF'], [NIK(2), 'ANI', 'entah'], ['35211611', 'EKO', 'AKTIF']])], { asOf });
    expect(r.entries.get(NIK(1))?.status).toBe('deceased');
    expect(r.problems.map((p) => [p.row, p.code])).toEqual([[4, 'STATUS_UNKNOWN'], [5, 'NIK_UNREADABLE']]);
  });
  it('looks village names up when there is no code', () => {
    const r = readRegister([sheet([['NIK', 'Nama', 'Desa'], [NIK(1), 'SRI', 'Dumplengan']])], { asOf, villageOf: (name) => (name === 'Dumplengan' ? ('35.21.16.2003' as never) : null) });
    expect(r.entries.get(NIK(1))?.villageCode).toBe('35.21.16.2003');
  });
});

describe('earlier aid', () => {
  it('reads years, amounts and programmes as offices write them', () => {
    const r = readPriorAid([sheet([['NIK', 'Tahun Anggaran', 'Jenis Bantuan', 'Nominal'], [NIK(1), 'TA 2018', 'Bantuan KUBE Jasa', 'Rp 2.000.000,00'], [NIK(2), 2017, 'BPNT', 200000], [NIK(3), '12-05-2019', 'Kelompok Usaha Bersama', '']])], { asOf, programmes: ['KUBE', 'UEP'] });
    expect(r.byNik.get(NIK(1))).toEqual([{ year: 2018, programme: 'KUBE', amount: 2_000_000n }]);
    expect(r.byNik.get(NIK(2))).toEqual([{ year: 2017, programme: 'BPNT', amount: 200_000n }]);
    expect(r.byNik.get(NIK(3))).toEqual([{ year: 2019, programme: 'KUBE', amount: null }]);
  });
  it.each([['2000000', 2_000_000n], ['Rp 2.000.000', 2_000_000n], ['2,000,000.00', 2_000_000n], ['Rp. 1.500.000,-', 1_500_000n], ['dua juta', null], ['', null]])('%s', (text, amount) => expect(readAmount(text)).toBe(amount));
});

const no = (): boolean => false;
describe('numbers that may have lost digits', () => {
  const whole = numberTrust([3_521_161_105_800_013, 3_521_161_105_800_020], true);
  const cut = numberTrust([3_521_161_105_800_010, 'text', null], true);
  it('doubts numeric cells where all end in 0', () => expect(cut.suspect(3_521_161_105_800_010, 'absent', no)).toBe(true));
  it('believes them where others kept the 16th digit', () => expect(whole.suspect(3_521_161_105_800_020, null, no)).toBe(false));
  it('doubts 00 at the end when the register does not know it', () => expect([whole.suspect(3_521_161_105_800_100, 'absent', no), whole.suspect(3_521_161_105_800_100, 'same', no)]).toEqual([true, false]));
  it('doubts text that ends in 00 and is in no register, and 0000 always', () => {
    expect([cut.suspect('3521161105800100', 'absent', no), cut.suspect('3521161105800100', 'other', no), cut.suspect('3521161105800100', null, no), cut.suspect('3521161105800000', null, no)]).toEqual([true, false, false, true]);
  });
  it('doubts other text only when the register has the same person under a number that this one was cut from', () => {
    expect(cut.suspect('3521161105800010', 'absent', no)).toBe(false);
    const { known } = readRegister([sheet([['nik', 'nama'], [NIK(137), 'SRI LESTARI']])], { asOf });
    expect([known.cut(NIK(100), 'Sri Lestari'), known.cut(NIK(130), 'Sri Lestari'), known.cut(NIK(100), 'Budi'), known.cut(NIK(200), 'Sri Lestari'), known.cut(NIK(137), 'Sri Lestari')]).toEqual([true, true, false, false, false]);
    expect(cut.suspect(NIK(100), 'absent', () => known.cut(NIK(100), 'Sri Lestari'))).toBe(true);
  });
  it('doubts a text column that was rounded before it became text', () => {
    const rounded = Array.from({ length: 10 }, (_, i) => `35211611058${String(i).padStart(4, '0')}0`);
    expect(numberTrust(rounded, true).suspect(rounded[3] as string, 'absent', no)).toBe(true);
  });
});
