import type { Screen } from '@anyam/admin-kit/screen';
import { describe, expect, it } from 'vitest';
import { ancestors, matchScreen } from './match.ts';

const screen = (path: string): Screen => ({ path, permission: 'm.read', title: { id: path, en: path }, load: () => Promise.reject(new Error('not here')) });
const screens = ['/', '/kelompok', '/kelompok/:id', '/kelompok/baru', '/kelompok/:id/anggota', '/bantuan/program'].map(screen);
const find = (path: string) => {
  const hit = matchScreen(screens, path);
  return hit && [hit.screen.path, hit.params];
};

describe('matchScreen', () => {
  it('finds by parts and reads the names', () => {
    expect(find('/')).toEqual(['/', {}]);
    expect(find('/kelompok/')).toEqual(['/kelompok', {}]);
    expect(find('/kelompok/a%20b')).toEqual(['/kelompok/:id', { id: 'a b' }]);
    expect(find('/kelompok/7/anggota')).toEqual(['/kelompok/:id/anggota', { id: '7' }]);
  });
  it('prefers a literal part', () => expect(find('/kelompok/baru')).toEqual(['/kelompok/baru', {}]));
  it('finds nothing where nothing is, and bears a broken escape', () => {
    expect(find('/lain')).toBeNull();
    expect(find('/kelompok/%E0%A4%A')).toEqual(['/kelompok/:id', { id: '%E0%A4%A' }]);
  });
  it('knows the way back', () => expect(ancestors(screens, '/kelompok/7/anggota').map((s) => s.path)).toEqual(['/kelompok']));
});
