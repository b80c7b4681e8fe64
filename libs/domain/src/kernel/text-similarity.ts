const PLAIN = /^[ -~]*$/;

/** Letters without accents, lower case. */
export const plainLetters = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

/**
 * Edits between two texts: insert, delete, replace, or swap two neighbours (optimal string alignment).
 * Gives `limit + 1` as soon as it must be more than `limit`.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length); // within the limit by the line above
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] as number) + 1);
      row.push(value);
      if (value < smallest) smallest = value;
    }
    if (smallest > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/** 1 for equal texts, 0 for texts with nothing in common: edits against the longer length. */
export function editSimilarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}

/** Three-letter pieces of a text with its edges marked. */
export function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
}

/** Dice share of common trigrams, 0..1: forgives moved words better than edits do. */
export function trigramSimilarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  let common = 0;
  for (const piece of left) if (right.has(piece)) common++;
  return (2 * common) / (left.size + right.size);
}

/** Spellings before 1972 written as today's: Djoko = Joko, Tjokro = Cokro, Soeharto = Suharto. Takes lower case. */
export const todaysSpelling = (text: string): string =>
  text.replace(/oe/g, 'u').replace(/dj/g, 'j').replace(/tj/g, 'c');
