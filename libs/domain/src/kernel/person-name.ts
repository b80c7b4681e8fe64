import { editSimilarity, plainLetters, todaysSpelling } from './text-similarity.ts';

const LEADING_TITLES = new Set(['h', 'hj', 'haji', 'hajah', 'drs', 'dra', 'dr', 'ir', 'prof', 'kh', 'bpk', 'bapak', 'ibu', 'sdr', 'sdri', 'alm', 'almh', 'ust', 'tn', 'ny', 'nn']);
const DEGREES = new Set(['spd', 'spdi', 'sag', 'se', 'sh', 'sos', 'ssos', 'sip', 'skom', 'skep', 'skm', 'st', 'stp', 'sp', 'spt', 'amd', 'amdkeb', 'mpd', 'msi', 'mm', 'mh', 'msos', 'ap', 'ba', 'phd', 'ns']);
const SAME_NAMES = new Map([
  ['moh', 'muhammad'], ['moch', 'muhammad'], ['muh', 'muhammad'], ['mohamad', 'muhammad'], ['mohammad', 'muhammad'], ['muhamad', 'muhammad'],
  ['mochamad', 'muhammad'], ['mochammad', 'muhammad'], ['much', 'muhammad'], ['achmad', 'ahmad'], ['akhmad', 'ahmad'], ['abd', 'abdul'],
]);

/**
 * The name by which persons are compared: lower case, no titles (H., Hj., Drs, S.Pd), no punctuation, single blanks, today's
 * spelling (Soekarno = Sukarno, Djoko = Joko, Tjahjono = Cahjono). "Sri", "Siti" and the like are names and stay.
 */
export function normalisePersonName(raw: string): string {
  const [front = '', ...behind] = plainLetters(raw).replace(/[’'`]/g, '').split(',');
  const kept = [front, ...behind.filter((part) => !part.split(/\s+/).filter(Boolean).every((w) => DEGREES.has(w.replace(/\./g, ''))))];
  const words = kept.join(' ').split(/\s+/).flatMap((word) => (DEGREES.has(word.replace(/\./g, '')) && word.includes('.') ? [] : word.split(/[^a-z]+/))).filter(Boolean);
  while (words.length > 1 && LEADING_TITLES.has(words[0] as string)) words.shift();
  return words.map((w) => SAME_NAMES.get(w) ?? todaysSpelling(w)).join(' ');
}

/**
 * How alike two names are, 0..1. Word order does not count, an initial stands for its word, and a name that lacks one
 * word of the other keeps most of its score, because registers cut long names.
 */
export function nameSimilarity(rawA: string, rawB: string): number {
  if (rawA !== '' && rawA.toUpperCase() === rawB.toUpperCase() && /[a-z]/i.test(rawA)) return 1;
  const a = normalisePersonName(rawA);
  const b = normalisePersonName(rawB);
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  return Math.max(editSimilarity(a.replace(/ /g, ''), b.replace(/ /g, '')), wordwise(a.split(' '), b.split(' ')));
}

/** Longer names are rare; five words keep the search for the best pairing small. */
const MOST_WORDS = 5;

function wordwise(a: readonly string[], b: readonly string[]): number {
  const [fewer, more] = (a.length <= b.length ? [a, b] : [b, a]).map((words) => words.slice(0, MOST_WORDS)) as [string[], string[]];
  return (bestPairing(fewer, more) / fewer.length) * (1 - 0.15 * Math.min(3, more.length - fewer.length));
}

/** The highest sum of likenesses when every word of the first list takes another word of the second. */
function bestPairing(words: readonly string[], others: readonly string[]): number {
  const [first, ...rest] = words;
  if (first === undefined) return 0;
  return Math.max(...others.map((other, i) => wordScore(first, other) + bestPairing(rest, others.toSpliced(i, 1))));
}

const wordScore = (a: string, b: string): number =>
  (a.length === 1 || b.length === 1) && a[0] === b[0] ? 0.9 : editSimilarity(a, b);

/** A person's name for reading: single blanks, capitals at word starts when it was typed in one case ("SRI LESTARI" is "Sri Lestari"). */
export function displayName(raw: string): string {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return text;
  return text.toLowerCase().replace(/(^|[\s.'-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
