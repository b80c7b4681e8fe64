import { editDistance, plainLetters } from '../kernel/text-similarity.ts';
import type { Sex } from '../kernel/nik.ts';
import { readOfficerRoles, readSex } from '../member/reading.ts';
import type { OfficerRole } from '../member/types.ts';

/** What a register says of a person. `other` is a word we do not know. */
export type StatusWord = 'active' | 'deceased' | 'movedOut' | 'inactive' | 'other';

const squeeze = (text: string): string => plainLetters(text).replace(/[^a-z0-9]+/g, ' ').trim();

const SHORT_ROLES = new Map<string, OfficerRole | 'member'>([
  ['k', 'chair'], ['ket', 'chair'], ['ketu', 'chair'], ['koordinator', 'chair'], ['s', 'secretary'], ['sekre', 'secretary'], ['sekret', 'secretary'], ['skr', 'secretary'],
  ['b', 'treasurer'], ['bendh', 'treasurer'], ['bndhr', 'treasurer'], ['ben', 'treasurer'], ['a', 'member'], ['ang', 'member'], ['agt', 'member'], ['agg', 'member'], ['member', 'member'],
]);
const LONG_ROLES: readonly (readonly [string, OfficerRole | 'member'])[] = [['ketua', 'chair'], ['sekretaris', 'secretary'], ['bendahara', 'treasurer'], ['anggota', 'member']];
const PLAIN_MEMBER = /^(?:angg|anggota|seksi|humas|pembantu|wakil|wk|waka)\b/;

/**
 * Offices a cell of a roster names: as `readOfficerRoles`, and single letters (K, S, B, A), "Sekre.", "Ketua 1" and one slip in a
 * long word. [] for a plain member or a deputy; null when the text names nothing of the kind.
 */
export function rolesInCell(text: string): OfficerRole[] | null {
  const word = squeeze(text);
  if (word === '' || word.length > 60) return null;
  const named = readOfficerRoles(text);
  if (named.length > 0) return named;
  if (PLAIN_MEMBER.test(word)) return [];
  const short = SHORT_ROLES.get(word) ?? SHORT_ROLES.get(word.replace(/ (?:\d|i{1,3})$/, ''));
  const near = short ?? (word.length >= 5 && word.length <= 12 ? LONG_ROLES.find(([known]) => editDistance(word, known, 1) <= 1)?.[1] : undefined);
  return near === undefined ? null : near === 'member' ? [] : [near];
}

/** As `readSex`, and 1 and 2 as ministries code them, "Laki2", "L (laki-laki)" and slips in the long words. Null for anything else. */
export function sexInCell(text: string): Sex | null {
  const plain = readSex(text);
  const word = squeeze(text);
  if (/^[12]$/.test(word)) return word === '1' ? 'L' : 'P';
  if (plain) return plain;
  if (/^(?:lelaki|laki2|l laki laki|laki laki l|lk2)$/.test(word)) return 'L';
  if (/^(?:prp|prempuan|perem|p perempuan|perempuan p|wnt)$/.test(word)) return 'P';
  if (word.length < 7 || word.length > 14) return null;
  return editDistance(word, 'perempuan', 2) <= 2 ? 'P' : editDistance(word, 'laki laki', 2) <= 2 ? 'L' : null;
}
/** Whether a text is a word for a sex; the bare digits do not count here. */
export const isSexWord = (text: string): boolean => /[a-z]/i.test(text) && text.length <= 20 && sexInCell(text) !== null;

const NOT = /\b(?:tidak|tdk|non|bukan|belum|blm|tak)\b/;
const STATUS_WORDS: readonly (readonly [StatusWord, RegExp])[] = [
  ['deceased', /\b(?:meninggal|mninggal|meningal|wafat|mati|alm|almarhum|almarhumah|md|deceased|dead|tutup usia)\b/],
  ['movedOut', /\b(?:pindah|pdh|pindahan|mutasi|keluar daerah|luar kota|luar daerah|moved|tidak ditemukan|tdk ditemukan|tidak diketahui)\b/],
  ['inactive', /\b(?:nonaktif|non aktif|dinonaktifkan|inactive|inaktif|dihapus|hapus|graduasi|graduated|ganda|dikeluarkan|mampu|exclude|excluded|disabled|n|0|false|keluar|dinon aktifkan|padan gagal)\b/],
  ['active', /\b(?:aktif|active|hidup|ada|layak|valid|padan|terdaftar|tetap|a|1|y|ya|true|ditemukan|eligible|masuk|penerima|ok)\b/],
];

/** AKTIF, MENINGGAL, PINDAH, NONAKTIF, "Tidak aktif", "Sudah meninggal", "Belum meninggal" (active), Alm. An empty status is active. */
export function readStatus(text: string): StatusWord {
  const word = squeeze(text);
  if (word === '') return 'active';
  const negated = NOT.test(word);
  for (const [status, pattern] of STATUS_WORDS) {
    if (!pattern.test(word)) continue;
    if (status === 'active') return negated ? 'inactive' : 'active';
    const isOwnNot = /tidak (?:ditemukan|diketahui)|tdk ditemukan|non ?aktif/.test(word);
    if (negated && !isOwnNot) return status === 'inactive' ? 'active' : status === 'movedOut' || status === 'deceased' ? 'active' : status;
    return status;
  }
  return negated ? 'inactive' : 'other';
}

const MARKS = new Set(['v', 'x', 'xx', 'vv', '1', 'ya', 'y', 'yes', 'ok', '√', '✓', '✔', '☑', 'ü', 'þ', 'p', 'o', '●', '•', '*', '+', 'a', 'true', 'ada']);
/** A tick in a mark column ("v", "x", "√", "ya", Wingdings "ü"). */
export const isMark = (text: string): boolean => MARKS.has(text.trim().toLowerCase());

/** A group's name for reading and comparing without its running number and without "KUBE", "Kelompok", "Klp." before it. */
export function groupCoreName(raw: string): string {
  let text = raw.replace(/\s+/g, ' ').trim().replace(/^[\s:–-]+/, '');
  for (let shorter = step(text); shorter !== text && shorter !== ''; shorter = step(text)) text = shorter;
  return text.replace(/^["'“”‘’]+|["'“”‘’]+$/g, '').trim();
}
const step = (text: string): string =>
  text.replace(/^(?:\(?\d{1,3}\s*[.)]\s*|[IVXLC]{1,6}\s*[.)]\s+)(?=\S)/, '').replace(/^(?:nama\s+)?(?:kube|kelompok\s+usaha\s+bersama|kelompok|klp|klpk|kel|poktan)\b\s*[.:–-]*\s*(?=["'“‘]?[a-z0-9])/i, '').trim();

/** What two spellings of one group's name have in common. */
export const groupNameKey = (raw: string): string => plainLetters(groupCoreName(raw)).replace(/[^a-z0-9]+/g, '');
