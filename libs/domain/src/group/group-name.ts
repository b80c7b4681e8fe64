import { plainLetters, todaysSpelling } from '../kernel/index.ts';

const FILLER = new Set(['kube', 'kelompok', 'usaha', 'bersama', 'kel', 'klp', 'klmpk', 'poktan', 'ds', 'desa']);

/** The name by which groups are compared: lower case, today's spelling, without "KUBE", "Kelompok Usaha Bersama" and punctuation. */
export function normaliseGroupName(raw: string): string {
  const words = plainLetters(raw).split(/[^a-z0-9]+/).filter(Boolean);
  const kept = words.filter((w) => !FILLER.has(w));
  return (kept.length > 0 ? kept : words).map(todaysSpelling).join(' ');
}

/** The group's name as screens show it: with "KUBE" in front once and single blanks. */
export function displayGroupName(raw: string): string {
  const name = raw.replace(/\s+/g, ' ').trim().replace(/^(?:kube|kelompok usaha bersama)\b[\s:.-]*/i, '');
  const words = name === name.toUpperCase() || name === name.toLowerCase() ? name.toLowerCase().replace(/(^|[\s-])([a-z])/g, (_, b: string, c: string) => b + c.toUpperCase()) : name;
  return words === '' ? '' : `KUBE ${words}`;
}
