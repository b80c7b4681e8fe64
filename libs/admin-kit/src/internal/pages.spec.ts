import { expect, it } from 'vitest';
import { pageList } from './pages.ts';

it.each([
  [1, 1, [1]],
  [1, 4, [1, 2, 3, 4]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [99, 9, [1, null, 9]],
])('page %i of %i', (current, last, list) => expect(pageList(current, last)).toEqual(list));
