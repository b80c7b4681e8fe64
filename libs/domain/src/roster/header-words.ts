import { editDistance, plainLetters } from '../kernel/text-similarity.ts';
import { ALL_FIELDS, FIELDS, type Field } from './fields.ts';
import { SCOPE_WORDS, SCOPED, SYNONYMS } from './synonyms.ts';

/** Abbreviations of single words, written out. Ambiguous ones ("kel") are settled by the phrases below. */
const WORDS = new Map(Object.entries({
  no: 'nomor', nomer: 'nomor', nmr: 'nomor', nr: 'nomor', nbr: 'nomor', number: 'nomor', num: 'nomor', tgl: 'tanggal', tanggl: 'tanggal', tg: 'tanggal', tgllahir: 'tanggal lahir', tmp: 'tempat', tmpt: 'tempat',
  tpt: 'tempat', tmplahir: 'tempat lahir', lhr: 'lahir', lhir: 'lahir', jml: 'jumlah', jmlh: 'jumlah', jlh: 'jumlah', kec: 'kecamatan', kab: 'kabupaten', kel: 'kelurahan',
  klp: 'kelompok', klpk: 'kelompok', kelmpok: 'kelompok', rek: 'rekening', norek: 'nomor rekening', norekening: 'nomor rekening', jns: 'jenis', jn: 'jenis', alm: 'alamat', almt: 'alamat',
  telp: 'telepon', tlp: 'telepon', tlpn: 'telepon', telpon: 'telepon', telfon: 'telepon', hape: 'hp', nohp: 'nomor hp', nowa: 'nomor wa', handphone: 'hp', jab: 'jabatan', jabtn: 'jabatan', jbtn: 'jabatan',
  sekretariat: 'sekretaris', sekertaris: 'sekretaris', sekr: 'sekretaris', sek: 'sekretaris', bend: 'bendahara', pek: 'pekerjaan', pkj: 'pekerjaan', pekrjaan: 'pekerjaan', perkerjaan: 'pekerjaan', krj: 'kerja',
  ds: 'desa', dsa: 'desa', dk: 'dukuh', kd: 'kode', thn: 'tahun', th: 'tahun', nm: 'nama', nma: 'nama', name: 'nama', angg: 'anggota', agt: 'anggota', anggta: 'anggota', ktpel: 'ktp',
  'e-ktp': 'ktp', ektp: 'ktp', nonik: 'nik', noktp: 'nomor ktp', nokk: 'nomor kk', jk: 'jenis kelamin', jenkel: 'jenis kelamin', jnskel: 'jenis kelamin', ttl: 'tempat tanggal lahir', tetala: 'tempat tanggal lahir',
  an: 'atas nama', ket: 'keterangan', kelp: 'kelompok', prog: 'program', nominasi: 'nominal', stat: 'status', sts: 'status', stts: 'status', ta: 'tahun anggaran', pend: 'pendamping', ush: 'usaha', jalan: 'jalan', jln: 'jalan', jl: 'jalan',
}));
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bn[\s.]+i[\s.]+k\b/g, 'nik'], [/\bk[\s.]+k\b/g, 'kk'],
  [/\be[\s-]?ktp\b/g, 'ktp'], [/\bktp[\s-]?el\b/g, 'ktp'], [/\b(?:jns|jenis|j)\s*\.?\s*kel\b\.?/g, 'jenis kelamin'], [/\bnama\s+kel\b\.?(?!\s*\/)/g, 'nama kelompok'],
  [/\ba\s*[./]\s*n\b\.?/g, 'atas nama'], [/\bno(?:\s*[.:]\s*|\s+)(?=[a-z])/g, 'nomor '], [/\bt\s*\.\s*t\s*\.\s*l\b\.?/g, 'tempat tanggal lahir'], [/\btempat\s+tinggal\b/g, 'tempattinggal'], [/\bno\b/g, 'nomor'], [/\bjk\b/g, 'jenis kelamin'],
];
/** Words that say nothing about which field it is; dropped for a second look only. */
const FILLERS = new Set(['yang', 'yg', 'sesuai', 'dan', 'serta', 'di', 'dalam', 'pada', 'calon', 'kpm', 'penerima', 'manfaat', 'anggota', 'kube', 'kelompok', 'pengurus', 'lengkap', 'asli', 'bin', 'atau', 'hari', 'dd', 'mm', 'yyyy', 'hh', 'digit', 'angka', 'wajib', 'diisi', 'the', 'of', 'peserta', 'warga', 'individu', 'nya', 'ini', 'bersangkutan', 'usulan', '16', 'diusulkan', 'rp', 'l', 'p', 'dukcapil', 'dtks', 'dtsen', 'data', 'format']);

/** The words of a header cell, abbreviations written out, without order or doubles. */
export function headerWords(text: string): string[] {
  let plain = plainLetters(text).replace(/[_\u00a0\s]+/g, ' ').replace(/([a-z])\.(?=[a-z]{2})/g, '$1. ');
  for (const [pattern, words] of PHRASES) plain = plain.replace(pattern, ` ${words} `);
  const words = plain.split(/[^a-z0-9#]+/).filter(Boolean).flatMap((w) => (WORDS.get(w) ?? w).split(' '));
  return [...new Set(words)].sort();
}

const key = (words: readonly string[]): string => words.join(' ');

interface Entry { readonly field: Field; readonly words: readonly string[]; readonly key: string; readonly squeezed: string }
const ENTRIES: readonly Entry[] = ALL_FIELDS.flatMap((field) =>
  SYNONYMS[field].map((phrase) => {
    const words = headerWords(phrase);
    return { field, words, key: key(words), squeezed: words.join('') };
  }));
const EXACT = new Map<string, Field[]>();
for (const e of ENTRIES) {
  const fields = EXACT.get(e.key);
  if (!fields) EXACT.set(e.key, [e.field]);
  else if (!fields.includes(e.field)) fields.push(e.field);
}
const scopeKeys = (phrases: readonly string[]): Set<string> => new Set(phrases.map((p) => key(headerWords(p))));
const SCOPES = (Object.keys(SCOPE_WORDS) as (keyof typeof SCOPE_WORDS)[]).map((scope) => [scope, scopeKeys(SCOPE_WORDS[scope])] as const);
const SCOPED_KEYS = new Map(SCOPES.map(([scope]) => [scope, new Map(Object.entries(SCOPED[scope]).map(([name, field]) => [key(headerWords(name)), field]))]));

export type NameScores = ReadonlyMap<Field, number>;
const NOTHING: NameScores = new Map();
const memo = new Map<string, NameScores>();

/** How well a header text names each field, 0..1; fields it does not name are absent. Remembered, as headers repeat. */
export function scoreName(text: string): NameScores {
  const known = memo.get(text);
  if (known) return known;
  const scores = text.length > 120 || text === '' ? NOTHING : compute(text);
  if (memo.size > 4_000) memo.clear();
  memo.set(text, scores);
  return scores;
}

function compute(text: string): NameScores {
  const words = headerWords(text);
  const scores = new Map<Field, number>();
  const raise = (field: Field, score: number): void => {
    if (score > (scores.get(field) ?? 0)) scores.set(field, score);
  };
  if (words.length === 0) return /^\s*(?:l\s*\/\s*p|p\s*\/\s*l)\s*$/i.test(text) ? new Map<Field, number>([['sex', 1]]) : NOTHING;
  for (const field of EXACT.get(key(words)) ?? []) raise(field, 1);
  const core = words.filter((w) => !FILLERS.has(w));
  if (core.length > 0 && core.length < words.length) for (const field of EXACT.get(key(core)) ?? []) raise(field, 0.9);
  if (words.length <= 9) {
    const squeezed = words.join('');
    for (const e of ENTRIES) {
      if (e.words.length >= 2 && e.words.length < words.length && e.words.every((w) => words.includes(w))) raise(e.field, 0.5 + 0.35 * (e.words.length / words.length));
      else if (e.words.length === 1 && core.length >= 1 && core.length <= 3 && core.includes(e.key) && e.key.length >= 3) raise(e.field, core.length === 1 ? 0.85 : 0.45);
      else if (squeezed.length >= 5 && Math.abs(squeezed.length - e.squeezed.length) <= 2) {
        const limit = e.squeezed.length >= 9 ? 2 : 1;
        const edits = editDistance(squeezed, e.squeezed, limit);
        if (edits <= limit) raise(e.field, 0.82 - 0.06 * edits);
      }
    }
  }
  return scores.size === 0 ? NOTHING : scores;
}

/** Scores of a column whose header stands in two rows: the lower cell, the upper one above it, and both together. */
export function scoreStacked(upper: string, lower: string): NameScores {
  if (upper === '' || upper === lower) return scoreName(lower);
  if (lower === '') return scoreName(upper);
  const scores = new Map<Field, number>();
  const raise = (from: NameScores, factor: number): void => {
    for (const [field, score] of from) if (score * factor > (scores.get(field) ?? 0)) scores.set(field, score * factor);
  };
  const scope = scopeOf(upper);
  const scoped = scope ? SCOPED_KEYS.get(scope)?.get(key(headerWords(lower))) : undefined;
  const together = scoreName(`${upper} ${lower}`);
  raise(scoreName(lower), scoped ? 0.7 : 0.97);
  raise(scope === 'member' ? new Map([...together].filter(([field]) => FIELDS[field].of !== 'group')) : together, 1);
  if (scoped) scores.set(scoped, 1);
  return scores;
}

/** Whose data stand under an upper header: "Anggota KUBE" is the members', "KUBE" the group's, "Rekening" the account's. */
function scopeOf(upper: string): keyof typeof SCOPE_WORDS | null {
  const above = headerWords(upper);
  if (above.length > 5) return null;
  return SCOPES.find(([, phrases]) => phrases.has(key(above)) || [...phrases].some((p) => above.includes(p)))?.[0] ?? null;
}

/** Whether a text is a plausible header cell at all: some letters, no long number, not a sentence, not "label : value". */
export const looksLikeHeaderText = (text: string): boolean => /[a-z#]/i.test(text) && !/\d{5,}/.test(text) && text.length <= 80 && !/^[^():]{2,40}:\s*\S/.test(text);
