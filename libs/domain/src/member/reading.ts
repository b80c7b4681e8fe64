import { plainLetters, type Sex } from '../kernel/index.ts';
import type { OfficerRole } from './types.ts';

const ROLE_WORDS: readonly (readonly [OfficerRole, RegExp])[] = [
  ['chair', /^(ketua|kt|ketuwa|chair|chairman)$/],
  ['secretary', /^(sekretaris|sekertaris|sekretris|sekr|sek|sekt|secretary)$/],
  ['treasurer', /^(bendahara|bendahra|bend|bdh|treasurer)$/],
];

/** Offices named in a column "Jabatan": "Ketua", "KETUA KELOMPOK", "Sekr.", "Ketua/Bendahara". Deputies ("Wakil Ketua") and "Anggota" give none. */
export function readOfficerRoles(text: string | null | undefined): OfficerRole[] {
  const found = new Set<OfficerRole>();
  for (const part of plainLetters(text ?? '').split(/[/,;&+]|\bdan\b|\bmerangkap\b/)) {
    const words = part.split(/[^a-z]+/).filter(Boolean);
    if (words.some((w) => w === 'wakil' || w === 'wk' || w === 'mantan' || w === 'calon' || w === 'rt' || w === 'rw')) continue;
    for (const word of words) for (const [role, pattern] of ROLE_WORDS) if (pattern.test(word)) found.add(role);
  }
  return [...found];
}

/** L or P from "L", "Laki-laki", "Pria", "P", "Perempuan", "Wanita", "M", "F", "LK", "PR". Null when not clear. */
export function readSex(text: string | null | undefined): Sex | null {
  const word = plainLetters(text ?? '').replace(/[^a-z]/g, '');
  if (/^(l|lk|laki|lakilaki|pria|m|male)$/.test(word)) return 'L';
  return /^(p|pr|perempuan|wanita|w|f|female)$/.test(word) ? 'P' : null;
}

/** True for "Kawin", "Menikah", "Cerai hidup", "Janda" (once married); false for "Belum kawin", "Lajang"; null when not said. */
export function readMarried(text: string | null | undefined): boolean | null {
  const words = plainLetters(text ?? '').replace(/[^a-z ]/g, ' ').trim();
  if (words === '') return null;
  if (/\b(belum|blm|tidak|lajang|bujang|single|bk)\b/.test(words)) return false;
  return /\b(kawin|menikah|nikah|cerai|janda|duda|married|k|s?udah)\b/.test(words) ? true : null;
}

/** Words that turn an occupation into someone else's or deny it. */
const NOT_THE_PERSON = new Set(['bukan', 'non', 'istri', 'suami', 'anak', 'isteri', 'orang', 'tua']);

/** True when an occupation names one of the terms as whole words: "Pensiunan PNS", "P.N.S.", "Anggota TNI-AD"; not "Istri PNS". */
export function occupationMatches(occupation: string | null | undefined, terms: readonly string[]): boolean {
  if (!occupation) return false;
  const words = ` ${plainLetters(occupation).replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1').replace(/[^a-z0-9]+/g, ' ').trim()} `;
  return readTerms(terms).some((wanted) => {
    const at = words.indexOf(wanted);
    return at >= 0 && !words.slice(0, at).split(' ').some((w) => NOT_THE_PERSON.has(w));
  });
}

/** Lists of a rule set are read once, not once a row. */
const READ_TERMS = new WeakMap<readonly string[], readonly string[]>();

function readTerms(terms: readonly string[]): readonly string[] {
  const known = READ_TERMS.get(terms);
  if (known) return known;
  const read = terms.map((t) => plainLetters(t).replace(/[^a-z0-9]+/g, ' ').trim()).filter((t) => t !== '').map((t) => ` ${t} `);
  READ_TERMS.set(terms, read);
  return read;
}
