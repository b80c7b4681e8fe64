import { plainLetters, trigramSimilarity } from '../kernel/text-similarity.ts';

/** Words that stand before the name of nearly every group and so say nothing about which one it is. */
const FILLERS = new Set(['kube', 'kelompok', 'klp', 'usaha', 'bersama', 'kel', 'pok']);

/** A name as letters and digits in lower case with single spaces; accents and punctuation gone. */
export const plainName = (name: string): string => plainLetters(name).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * How alike two names are, 0 to 100 whole percent, in trigrams. Words like "KUBE" are left out, blanks do not count, and a
 * name that the bank has cut off (at least 8 letters of it) equals the whole one. Symmetric.
 */
export function nameSimilarity(a: string, b: string): number {
  const x = core(a);
  const y = core(b);
  if (x === '' || y === '') return 0;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short === long || (short.length >= 8 && long.startsWith(short))) return 100;
  return Math.floor(100 * trigramSimilarity(x, y));
}

function core(name: string): string {
  const words = plainName(name).split(' ');
  const kept = words.filter((w) => !FILLERS.has(w));
  return (kept.length > 0 ? kept : words).join('');
}
