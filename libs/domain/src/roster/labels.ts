import { cellText, type Cell } from './sheet.ts';
import { groupCoreName } from './words.ts';

/** What stands around the table and not in its columns: letterhead, "Nama KUBE : Mugi Jaya", "DESA DUMPLENGAN". */
export interface Labels {
  group?: string;
  village?: string;
  district?: string;
  regency?: string;
  business?: string;
  account?: string;
  bank?: string;
  facilitator?: string;
  date?: string;
}

const LABELS: readonly (readonly [keyof Labels, string])[] = [
  ['group', 'nama\\s+kube|nama\\s+kelompok(?:\\s+usaha\\s+bersama)?|nama\\s+klp|kelompok(?:\\s+usaha\\s+bersama)?|kube|klp'],
  ['account', 'no(?:mor|\\.)?\\s*rek(?:ening|\\.)?(?:\\s+(?:kube|kelompok|bank))?|rekening'],
  ['business', 'jenis\\s+(?:usaha|kegiatan|uep)|bidang\\s+usaha|usaha'],
  ['village', 'desa\\s*/\\s*kel(?:urahan|\\.)?|kelurahan\\s*/\\s*desa|desa|kelurahan|ds|kel'],
  ['district', 'kecamatan|kec'], ['regency', 'kabupaten(?:\\s*/\\s*kota)?|kab'], ['bank', 'bank'], ['facilitator', '(?:nama\\s+)?pendamping'],
];
const ALL = LABELS.map(([, p]) => p).join('|');
const PAIR = new RegExp(`(?:^|[|;,(\\s])(${ALL})\\s*\\.?\\s*(?:\\|\\s*)?:\\s*(?:\\|\\s*)?([^|:;]*?)(?=\\s*(?:[|;)]|,?\\s*(?:${ALL})\\s*\\.?\\s*(?:\\|\\s*)?:|$))`, 'gi');
const BARE_PLACE = /^(?:(?:pemerintah(?:an)?|dinas\s+sosial)\s+)?(desa|kelurahan|kecamatan|kabupaten|kota|ds\.|kel\.|kec\.|kab\.)\s*[:.]?\s+([a-z][a-z .'’-]{2,40})$/i;
const BARE_GROUP = /^(?:\(?\d{1,3}\s*[.)]?\s+|[ivxlc]{1,6}\.\s+)?(?:nama\s+)?(?:kube|kelompok(?:\s+usaha\s+bersama)?|klp)\b\s*[.:–-]*\s*(\S.*)$/i;
const TITLE = /\b(?:daftar|data|rekap|rekapitulasi|lampiran|calon|penerima|laporan|proposal|tahun|bantuan|anggaran|keputusan|nomor|tentang|program|kegiatan|anggota|dinas|pemerintah)\b/i;

const LONGEST_LINE = 600;

/** Texts of a row joined by ' | ', each once, cut where no label can stand any more. */
export const rowText = (row: readonly Cell[]): string => [...new Set(row.map(cellText).filter((t) => t !== ''))].join(' | ').slice(0, LONGEST_LINE);

/** Reads labels from one row outside the columns. Empty when the row says none. */
export function readLabels(text: string): Labels {
  const labels: Labels = {};
  for (const [, name = '', value = ''] of text.matchAll(PAIR)) {
    const field = LABELS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(name.trim()))?.[0];
    const clean = value.replace(/^[\s|:.-]+|[\s|,.-]+$/g, '');
    if (field && clean !== '' && !(field in labels)) labels[field] = clean;
  }
  if (labels.group) labels.group = tidyGroup(labels.group, labels);
  if (Object.keys(labels).length > 0) return labels;
  for (const part of text.split(' | ')) {
    const place = BARE_PLACE.exec(part.trim());
    if (place && !/\b(?:tahun|anggaran)\b/i.test(part)) {
      const kind = (place[1] as string).toLowerCase();
      const field = /^d|^kel/.test(kind) ? 'village' : /^kec/.test(kind) ? 'district' : 'regency';
      const known = field === 'regency' && kind === 'kota' ? `Kota ${place[2]}` : place[2];
      labels[field] ??= known?.trim();
      continue;
    }
    const group = BARE_GROUP.exec(part.trim());
    if (group && !TITLE.test(part)) labels.group ??= tidyGroup(group[1] as string, labels);
  }
  return labels;
}

/** "MUGI JAYA (DESA DUMPLENGAN)", "Mugi Jaya, Desa Dumplengan", "Mugi Jaya - Ds. Dumplengan": the village is taken out of the name. */
function tidyGroup(raw: string, labels: Labels): string {
  const m = /^(.*?)\s*[([,–-]+\s*(?:desa|kelurahan|ds\.?|kel\.?)\s+([^)\],]+)[)\]]?.*$/i.exec(raw) ?? /^(.*?)\s+(?:desa|kelurahan|ds\.)\s+(.+)$/i.exec(raw);
  if (m?.[1] && m[2]) {
    labels.village ??= m[2].replace(/\s*(?:kecamatan|kec\.?)\b.*$/i, '').trim();
    raw = m[1];
  }
  return groupCoreName(raw.replace(/\s*\((?:lanjutan|lanj\.?|samb\.?|sambungan)\)\s*$/i, ''));
}

/** Letterheads name the office's area: "PEMERINTAH KABUPATEN NGAWI", "KECAMATAN PITU", "Dinas Sosial Kab. Ngawi". */
export function readLetterhead(rows: readonly (readonly Cell[])[]): Labels {
  const found: Labels = {};
  for (const row of rows) {
    const text = rowText(row);
    for (const [field, value] of Object.entries(readLabels(text)) as [keyof Labels, string][]) found[field] ??= value;
    const area = /\b(kabupaten|kab\.|kota)\s+([a-z][a-z ]{2,30}?)(?=\s*(?:[|,.;)\d-]|tahun|provinsi|propinsi|kecamatan|kec\b|$))/i.exec(text);
    if (area) found.regency ??= /^kota/i.test(area[1] as string) ? `Kota ${area[2]}` : area[2];
    const district = /\b(?:kecamatan|kec\.)\s+([a-z][a-z ]{2,30}?)(?=\s*(?:[|,.;)\d-]|tahun|kabupaten|kab\b|$))/i.exec(text);
    if (district) found.district ??= district[1];
  }
  return found;
}
