import { expect, it } from 'vitest';
import { safeReturn } from './session.ts';

it.each([
  ['/kelompok?hal=2', '/kelompok?hal=2'],
  [undefined, '/'],
  ['//jahat.example', '/'],
  ['/\\jahat.example', '/'],
  ['https://jahat.example', '/'],
  ['/masuk', '/'],
])('goes back to %s', (asked, path) => expect(safeReturn(asked)).toBe(path));
