import { describe, expect, it } from 'vitest';
import { readLabels, readLetterhead, rowText } from './labels.ts';

describe('labels around a table', () => {
  it.each([
    ['KUBE : Mugi Jaya', { group: 'Mugi Jaya' }], ['Nama KUBE | : Mugi Jaya', { group: 'Mugi Jaya' }], ['Nama KUBE | : | Mugi Jaya', { group: 'Mugi Jaya' }], ['KUBE MUGI JAYA', { group: 'MUGI JAYA' }], ['1. KUBE MUGI JAYA (DESA DUMPLENGAN)', { group: 'MUGI JAYA', village: 'DUMPLENGAN' }],
    ['Nama KUBE: Mugi Jaya, Desa: Dumplengan, Kec.: Pitu', { group: 'Mugi Jaya', village: 'Dumplengan', district: 'Pitu' }], ['No. Rekening : 0032-2940-0784', { account: '0032-2940-0784' }], ['Desa Dumplengan', { village: 'Dumplengan' }], ['KECAMATAN PITU', { district: 'PITU' }],
    ['Jenis Usaha : Ternak kambing', { business: 'Ternak kambing' }], ['Kelompok Melati, Desa Geneng', { group: 'Melati', village: 'Geneng' }], ['DAFTAR KUBE TAHUN 2020', {}], ['Demikian untuk menjadi periksa', {}],
  ])('%s', (text, labels) => expect(readLabels(text)).toEqual(labels));

  it('reads a letterhead', () => {
    expect(readLetterhead([['PEMERINTAH KABUPATEN NGAWI'], ['DINAS SOSIAL'], ['KECAMATAN PITU TAHUN 2020']])).toMatchObject({ regency: 'NGAWI', district: 'PITU' });
    expect(readLetterhead([['Dinas Sosial Kota Madiun'], ['Daftar KUBE']]).regency).toBe('Kota Madiun');
  });
  it('joins a row once per text', () => expect(rowText(['A', null, 'A', ' B '])).toBe('A | B'));
});
