import { describe, expect, it } from 'vitest';
import { occupationMatches, readMarried, readOfficerRoles, readSex } from './reading.ts';
import { KUBE_2020 } from '../programme/index.ts';

describe('words in a roster', () => {
  it.each([
    ['Ketua', ['chair']], ['KETUA KELOMPOK', ['chair']], ['Sekr.', ['secretary']], ['Sekertaris', ['secretary']], ['Bend', ['treasurer']], ['Anggota', []], ['Wakil Ketua', []],
    ['Ketua/Bendahara', ['chair', 'treasurer']], ['Ketua merangkap Sekretaris', ['chair', 'secretary']], ['Ketua RT', []], [null, []],
  ])('office %s', (text, roles) => expect(readOfficerRoles(text)).toEqual(roles));

  it.each([['L', 'L'], ['Laki-laki', 'L'], ['pria', 'L'], ['M', 'L'], ['P', 'P'], ['Perempuan', 'P'], ['WANITA', 'P'], ['F', 'P'], ['?', null], [null, null]])('sex %s', (text, sex) => expect(readSex(text)).toBe(sex));
  it.each([['Kawin', true], ['Belum Kawin', false], ['BELUM MENIKAH', false], ['Cerai hidup', true], ['Janda', true], ['Sudah menikah', true], ['', null], ['-', null]])('marriage %s', (text, married) => expect(readMarried(text)).toBe(married));

  it.each([
    ['PNS', true], ['P N S', false], ['P.N.S', true], ['Pegawai Negeri Sipil (PNS)', true], ['Guru PPPK', true], ['Pensiunan', true], ['Purnawirawan TNI', true], ['POLRI', true], ['Kepolisian RI (POLRI)', true],
    ['Petani', false], ['Buruh tani', false], ['Pensil', false], ['Suami TNI', false], ['Bukan PNS', false], ['Guru honorer', false], ['', false], [null, false],
  ])('occupation %s', (text, excluded) => expect(occupationMatches(text, KUBE_2020.excludedOccupations)).toBe(excluded));
});
