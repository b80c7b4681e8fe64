const LONGEST = 36;

/**
 * What somebody of this name could be called at sign-in: the first two words of three letters or more, `sri.lestari`. Titles and
 * initials are left out. Always 3 to 36 lower case letters and dots. Source: assumption, as the office names its own accounts.
 */
export function userNameFrom(name: string): string {
  const plain = (name.split(',')[0] ?? '').normalize('NFD').replace(/[\p{M}'’`]/gu, '').toLowerCase();
  const words = plain.split(/[^a-z]+/).filter((word) => word !== '');
  const long = words.filter((word) => word.length >= 3).slice(0, 2);
  const made = (long.length > 0 ? long : ['akun', ...words]).join('.').slice(0, LONGEST);
  return made.replace(/\.$/, '');
}

/** The name itself, or with the first figure from 2 on that nobody has. */
export function freeUserName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}${n}`)) return `${wanted}${n}`;
}
