import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeUserName, userNameFrom } from './user-name.ts';

describe('names for signing in', () => {
  it.each([
    ['Sri Lestari', 'sri.lestari'], ['H. Soekarno, S.Pd', 'soekarno'], ["SITI MA'RIFAH", 'siti.marifah'], ['Dwi S.', 'dwi'], ['Al', 'akun.al'], ['', 'akun'],
    ['Joko Budi Santoso', 'joko.budi'], ['José  Núñez', 'jose.nunez'],
  ])('%s signs in as %s', (name, wanted) => expect(userNameFrom(name)).toBe(wanted));

  it('are such as the sign-in takes, whatever stands in the list', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      expect(userNameFrom(name)).toMatch(/^[a-z][a-z.]{1,34}[a-z]$/);
    }));
  });

  it('take a figure when somebody else has the name', () => {
    expect(freeUserName('sri.lestari', new Set())).toBe('sri.lestari');
    expect(freeUserName('sri.lestari', new Set(['sri.lestari', 'sri.lestari2']))).toBe('sri.lestari3');
  });
});
