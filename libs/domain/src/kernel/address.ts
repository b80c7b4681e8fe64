/** The parts of an address as rosters write it; each null when not said. Texts keep their own spelling. */
export interface AddressParts {
  readonly rt: string | null;
  readonly rw: string | null;
  readonly hamlet: string | null;
  readonly village: string | null;
  /** The village stood behind "Ds.", "Desa" or "Kel.": it is surely meant as one. */
  readonly villageMarked: boolean;
  readonly district: string | null;
  readonly regency: string | null;
  /** Pieces without a mark, in order: hamlets, villages, remarks. */
  readonly unmarked: readonly string[];
}

const MARKS: readonly (readonly [string, RegExp])[] = [
  ['rt', /\brt\b\.?/i], ['rw', /\brw\b\.?/i],
  ['hamlet', /\b(?:dusun|dsn|dk|dkh)\b\.?/i],
  ['village', /\b(?:desa|ds|kelurahan|kel)\b\.?/i],
  ['district', /\b(?:kecamatan|kec)\b\.?/i],
  ['regency', /\b(?:kabupaten|kab|kota)\b\.?/i],
];
const ANY_MARK = new RegExp(MARKS.map(([, m]) => m.source).join('|'), 'gi');
const STREET = /\b(?:jl|jln|jalan|gang|gg|no)\b\.?[^,;]*/gi;

/**
 * Takes an address apart: "RT 01 RW 03 DUMPLENGAN", "Ds. Geneng, Kec. Geneng", "Dsn. Krajan RT 2/3, Desa Banjar Banggi".
 * What is left without a mark, after RT, RW, hamlet and street are taken out, is read as the village.
 */
export function readAddress(raw: string): AddressParts {
  const text = raw.replace(/\s+/g, ' ').trim().replace(/\brt\b\.?\s*(\d+)\s*\/\s*(?:rw\b\.?\s*)?(\d+)/gi, 'RT $1 RW $2,').replace(STREET, ' ');
  const found: Record<string, string> = {};
  const marks = [...text.matchAll(ANY_MARK)];
  let loose = text.slice(0, marks[0]?.index ?? text.length);
  marks.forEach((mark, i) => {
    const name = MARKS.find(([, m]) => new RegExp(`^(?:${m.source})$`, 'i').test(mark[0]))?.[0] ?? '';
    const tail = text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length);
    const [own, rest] = name === 'rt' || name === 'rw' ? splitDigits(tail) : splitComma(tail);
    if (own !== '' && !(name in found)) found[name] = own;
    loose += `, ${rest}`;
  });
  const left = loose.split(/[,;]/).map(tidy).filter((part) => /[a-z]{3}/i.test(part));
  const get = (name: string): string | null => found[name] ?? null;
  const marked = get('village');
  return { rt: get('rt'), rw: get('rw'), hamlet: get('hamlet'), village: marked ?? left[0] ?? null, villageMarked: marked !== null, district: get('district'), regency: get('regency'), unmarked: left };
}

const tidy = (text: string): string => text.replace(/^[\s,.:;/()-]+|[\s,.:;/()-]+$/g, '');

function splitDigits(text: string): [string, string] {
  const m = /^[\s:.]*(\d+)(.*)$/.exec(text);
  return m ? [(m[1] as string).replace(/^0+(?=\d)/, ''), m[2] as string] : ['', text];
}

function splitComma(text: string): [string, string] {
  const at = text.search(/[,;]/);
  return at < 0 ? [tidy(text), ''] : [tidy(text.slice(0, at)), text.slice(at + 1)];
}
