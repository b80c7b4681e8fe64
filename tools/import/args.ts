import { parseArgs } from 'node:util';
import { dateInZone, isIsoDate, parseRegionCode, type IsoDate, type Language, type RegionCode } from '@anyam/domain/kernel';

export interface ImportArgs {
  readonly roster: string;
  readonly register: string | null;
  readonly priorAid: string | null;
  readonly asOf: IsoDate;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly lang: Language;
  readonly region: RegionCode | null;
  /** Biggest roster taken, in MB. */
  readonly maxMb: number | null;
  /** User name in whose name it is stored. */
  readonly as: string;
  /** Name or id of the programme; null: the only open one of the year of `asOf`. */
  readonly programme: string | null;
  /** Period of the register and the list of earlier aid when they are stored; null: the file's name. */
  readonly period: string | null;
}

export class UsageError extends Error {}

export const USAGE = `Pemakaian: npm run -s import -- --roster BERKAS [--register BERKAS] [--prior-aid BERKAS] [--as-of TTTT-BB-HH] [--dry-run] [--json]
Tanpa --dry-run baris yang baik disimpan seperti dari layar Impor; berkas yang sama tidak disimpan dua kali.
  --roster     daftar KUBE (.xlsx atau .csv)
  --register   petikan DTKS/DTSEN; tanpa ini status, desil dan keberadaan di register tidak diperiksa
  --prior-aid  daftar bantuan terdahulu; tanpa ini bantuan terdahulu tidak diperiksa
  --as-of      tanggal pemeriksaan umur (bawaan: hari ini)
  --region     kode kabupaten/kota, misalnya 35.21 (bawaan: ditebak dari berkas)
  --dry-run    hanya memeriksa, tidak menyimpan apa pun
  --as         nama pengguna yang menyimpan (bawaan: operator)
  --programme  nama atau id program (bawaan: satu-satunya program terbuka pada tahun --as-of)
  --period     periode register dan daftar bantuan yang ikut disimpan (bawaan: nama berkasnya)
  --json       hasil sebagai JSON di keluaran baku
  --lang       id atau en
  --max-mb     ukuran daftar paling besar dengan --dry-run, bawaan 5`;

/** Reads the command line. Throws `UsageError` with a sentence for whatever is wrong in it; null when help was asked. */
export function readArgs(argv: readonly string[], now: Date): ImportArgs | null {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (cause) {
    throw new UsageError((cause as Error).message);
  }
  if (values.help) return null;
  if (!values.roster) throw new UsageError('Sebutkan daftar yang akan diperiksa: --roster BERKAS.');
  const asOf = values['as-of'] ?? dateInZone(now, 'WIB');
  if (!isIsoDate(asOf)) throw new UsageError(`--as-of "${asOf}" bukan tanggal. Tulis seperti 2020-03-03.`);
  const lang = values.lang ?? 'id';
  if (lang !== 'id' && lang !== 'en') throw new UsageError(`--lang "${lang}" tidak ada. Pilih id atau en.`);
  return {
    roster: values.roster, register: values.register ?? null, priorAid: values['prior-aid'] ?? null, asOf, dryRun: values['dry-run'] ?? false, json: values.json ?? false, lang,
    region: values.region === undefined ? null : readRegion(values.region), maxMb: values['max-mb'] === undefined ? null : readMb(values['max-mb']),
    as: values.as ?? 'operator', programme: values.programme ?? null, period: values.period ?? null,
  };
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv], strict: true, allowPositionals: false,
    options: {
      roster: { type: 'string' }, register: { type: 'string' }, 'prior-aid': { type: 'string' }, 'as-of': { type: 'string' }, region: { type: 'string' }, lang: { type: 'string' }, 'max-mb': { type: 'string' },
      as: { type: 'string' }, programme: { type: 'string' }, period: { type: 'string' },
      'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
    },
  }).values;

function readRegion(text: string): RegionCode {
  const code = parseRegionCode(text);
  if (!code.ok || code.value.split('.').length !== 2) throw new UsageError(`--region "${text}" bukan kode kabupaten/kota. Tulis seperti 35.21.`);
  return code.value;
}

function readMb(text: string): number {
  const n = Number(text.replace(',', '.'));
  if (!(n > 0 && n <= 512)) throw new UsageError(`--max-mb "${text}" harus angka 1 sampai 512.`);
  return n;
}
