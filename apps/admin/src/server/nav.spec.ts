import { describe, expect, it } from 'vitest';
import { roleBook } from '@anyam/registry/roles';
import { navFor, onlyRecord } from './nav.ts';

const paths = (role: 'operator' | 'pengurus' | 'broker' | 'auditor', only: string | null = null) => navFor(roleBook.permissionsOf([role]), only).map((n) => n.path);

describe('the menu', () => {
  it('leads an officer to the pages of the own group, the start page first, and nowhere else', () => {
    expect(paths('pengurus', 'G1')).toEqual(['/kelompok-saya', '/kelompok/G1/rapat', '/kelompok/G1/produksi', '/kelompok/G1/jual', '/kelompok/G1/simpanan', '/kelompok/G1/buku']);
  });

  it('gives a broker the own deals alone', () => {
    expect(paths('broker', 'P1')).toEqual(['/kerja-sama']);
  });

  it('leads the office to the lists, home first', () => {
    const menu = paths('operator');
    expect(menu[0]).toBe('/');
    expect(menu).toContain('/rapat');
    expect(menu.some((path) => path.startsWith('/kelompok-saya') || path.includes(':id'))).toBe(false);
  });

  it('takes a record for the only one where there is one role', () => {
    expect(onlyRecord([{ subjectId: 'G1' }])).toBe('G1');
    expect(onlyRecord([{ subjectId: null }])).toBeNull();
    expect(onlyRecord([{ subjectId: 'G1' }, { subjectId: 'G2' }])).toBeNull();
    expect(onlyRecord([])).toBeNull();
  });
});
