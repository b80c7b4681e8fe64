import { plainLetters } from '../kernel/index.ts';

const FILLER = new Set(['kube', 'kelompok', 'usaha', 'bersama']);
const SHORTEST = 2;
const LONGEST = 5;

/**
 * Short names a group could have on its lots, the best first: its consonants (Dumplengan: DMP), its initials, its first
 * letters, then these with another last letter. All are 2-5 letters A-Z and none comes twice; the edge takes the first that no
 * other group of the regency has. Names without letters give those of KUBE.
 */
export function lotPrefixes(groupName: string): string[] {
  const words = plainLetters(groupName).toUpperCase().split(/[^A-Z]+/).filter((w) => w !== '' && !FILLER.has(w.toLowerCase()));
  const letters = words.join('') || 'KUBE';
  const consonants = (letters[0] as string) + letters.slice(1).replace(/[AEIOU]/g, '');
  const initials = words.map((w) => w[0]).join('');
  const lengths = [3, 4, 5, 2];
  const cuts = [consonants, initials, letters].flatMap((text) => lengths.map((n) => text.slice(0, n)));
  const stem = (consonants + letters).slice(0, LONGEST - 2).padEnd(LONGEST - 2, 'K');
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const changed = [...alphabet.map((a) => stem.slice(0, 2) + a), ...alphabet.flatMap((a) => alphabet.map((b) => stem + a + b))];
  return [...new Set([...cuts, ...changed])].filter((p) => p.length >= SHORTEST && p.length <= LONGEST);
}
