import writeXlsx from 'write-excel-file/node';
import { randomOf } from './random.ts';
import type { Made, MadeSheet } from './layout.ts';
import type { World } from './world.ts';

/** A workbook as bytes, merged cells and real dates included. */
export async function toXlsx(sheets: readonly MadeSheet[]): Promise<Uint8Array> {
  const data = sheets.map((s) => {
    const spans = new Map(s.merges.map((m) => [`${m.row},${m.column}`, m]));
    return s.rows.map((row, i) => row.map((cell, c) => {
      const span = spans.get(`${i},${c}`);
      return cell === null && !span ? null : { ...cellOf(cell), ...(span && span.rows > 1 ? { rowSpan: span.rows } : {}) };
    }));
  });
  const made = writeXlsx(data.map((d, i) => ({ data: d, sheet: (sheets[i] as MadeSheet).name })) as never);
  return new Uint8Array(await (made as unknown as { toBuffer(): Promise<Buffer> }).toBuffer());
}

const cellOf = (cell: Made): object =>
  cell instanceof Date ? { value: cell, type: Date, format: 'dd/mm/yyyy' } : typeof cell === 'number' ? { value: cell, type: Number, format: '0' } : { value: cell ?? '', type: String };

export interface CsvStyle { readonly separator: string; readonly encoding: 'utf8' | 'utf8bom' | 'utf16le' | 'latin1'; readonly newline: string }
export function randomCsvStyle(seed: number): CsvStyle {
  const r = randomOf(seed * 31 + 3);
  return { separator: r.pick([';', ',', '\t', '|']), encoding: r.pick(['utf8', 'utf8bom', 'utf16le']), newline: r.pick(['\n', '\r\n']) };
}

export function toCsv(rows: readonly (readonly Made[])[], style: CsvStyle): Uint8Array {
  const quote = (cell: Made): string => {
    const text = cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
    return /["\r\n]/.test(text) || text.includes(style.separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(quote).join(style.separator)).join(style.newline) + style.newline;
  if (style.encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(style.encoding === 'utf8bom' ? `\ufeff${text}` : text, style.encoding === 'latin1' ? 'latin1' : 'utf8');
}

const REGISTER_TITLES = [['nik', 'no_kk', 'nama', 'kode_desa', 'desil', 'status'], ['NIK', 'NO KK', 'NAMA', 'KODE WILAYAH', 'DESIL DTSEN', 'STATUS'], ['Nomor KTP', 'Nomor Kartu Keluarga', 'Nama Lengkap', 'Kode Desa', 'Desil Kesejahteraan', 'Keterangan Status']] as const;
const AID_TITLES = [['nik', 'tahun', 'program', 'nilai'], ['NIK', 'Tahun Anggaran', 'Jenis Bantuan', 'Nominal']] as const;

/** Register and list of earlier aid as rows, with titles and order by the seed. */
export function listsOf(world: World, seed: number): { register: Made[][]; priorAid: Made[][] } {
  const r = randomOf(seed * 17 + 11);
  const order = r.shuffle([0, 1, 2, 3, 4, 5]);
  const register = [[...r.pick(REGISTER_TITLES)] as Made[], ...world.register.map((e): Made[] => [e.nik, e.kk, e.name, r.chance(0.5) ? e.village : e.village.replaceAll('.', ''), String(e.decile), e.status])];
  const priorAid = [[...r.pick(AID_TITLES)] as Made[], ...world.priorAid.map((a): Made[] => [a.nik, String(a.year), a.programme, r.pick([String(a.amount), 'Rp 2.000.000', '2.000.000,00'])])];
  return { register: register.map((row) => order.map((c) => row[c] ?? null)), priorAid };
}
