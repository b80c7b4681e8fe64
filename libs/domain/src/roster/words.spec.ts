import { describe, expect, it } from 'vitest';
import { groupCoreName, groupNameKey, isMark, readStatus, rolesInCell, sexInCell } from './words.ts';

describe('words of rosters', () => {
  it.each([
    ['KETUA', ['chair']], ['Ketua Kelompok', ['chair']], ['K', ['chair']], ['ketuaa', ['chair']], ['Sekr.', ['secretary']], ['SEKERTARIS', ['secretary']], ['Sekretaris I', ['secretary']], ['Bend.', ['treasurer']],
    ['bendahra', ['treasurer']], ['Ketua/Bendahara', ['chair', 'treasurer']], ['Anggota', []], ['Wakil Ketua', []], ['Angg.', []], ['', null], ['Petani', null], ['3', null],
  ])('%s', (text, roles) => expect(rolesInCell(text)).toEqual(roles));

  it.each([['L', 'L'], ['LK', 'L'], ['Laki-laki', 'L'], ['LAKI LAKI', 'L'], ['Pria', 'L'], ['1', 'L'], ['P', 'P'], ['PR', 'P'], ['Perempuan', 'P'], ['prempuan', 'P'], ['W', 'P'], ['Wanita', 'P'], ['2', 'P'], ['-', null], ['Petani', null]])('%s is %s', (text, sex) =>
    expect(sexInCell(text)).toBe(sex));

  it.each([
    ['AKTIF', 'active'], ['', 'active'], ['Tidak aktif', 'inactive'], ['NONAKTIF', 'inactive'], ['NON AKTIF', 'inactive'], ['MENINGGAL', 'deceased'], ['Sudah meninggal dunia', 'deceased'], ['Belum meninggal', 'active'], ['Alm.', 'deceased'],
    ['PINDAH', 'movedOut'], ['Pindah domisili', 'movedOut'], ['Tidak ditemukan', 'movedOut'], ['Tidak layak', 'inactive'], ['Hidup', 'active'], ['xyz', 'other'],
  ])('status %s', (text, status) => expect(readStatus(text)).toBe(status));

  it.each([['KUBE MUGI JAYA', 'MUGI JAYA'], ['1. Kube "Mugi Jaya"', 'Mugi Jaya'], ['Kelompok Usaha Bersama Mugi Jaya', 'Mugi Jaya'], ['Nama KUBE : Mugi Jaya', 'Mugi Jaya'], ['III. KUBE Mugi Jaya', 'Mugi Jaya'], ['Mugi Jaya 2', 'Mugi Jaya 2'], ['KUBE', 'KUBE']])('%s', (raw, core) =>
    expect(groupCoreName(raw)).toBe(core));

  it('compares group names without dress', () => expect(groupNameKey('KUBE "Mugi-Jaya"')).toBe(groupNameKey('mugi jaya')));
  it('knows marks', () => expect(['v', 'X', '√', 'ya', 'ü', 'Ketua', ''].map(isMark)).toEqual([true, true, true, true, true, false, false]));
});
