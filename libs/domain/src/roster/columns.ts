import { nikDateParts, lookAt, type CellLook } from './cell-kind.ts';
import { cellText, type Cell, type Sheet } from './sheet.ts';

/** Shares (0..1 of the filled cells in the sample) of what a column's cells look like. */
export interface ColumnProfile {
  readonly filled: number;
  /** Filled cells against sampled rows. */
  readonly fill: number;
  readonly distinct: number;
  readonly sixteen: number;
  readonly twoSixteens: number;
  readonly nikDate: number;
  readonly femaleDay: number;
  readonly date: number;
  readonly sex: number;
  readonly role: number;
  readonly officer: number;
  readonly mark: number;
  readonly smallInt: number;
  readonly counting: number;
  readonly decile: number;
  readonly age: number;
  readonly year: number;
  readonly amount: number;
  readonly accountDigits: number;
  readonly phone: number;
  readonly name: number;
  readonly address: number;
  readonly groupWord: number;
  readonly village: number;
  readonly villageCode: number;
  readonly letters: number;
  readonly withLettersAndSixteen: number;
}

const SAMPLE = 400;

/** Rows to look at: all of a short sheet, an even spread with whole neighbourhoods of a long one. */
export function sampleRows(sheet: Sheet, from: number): (readonly Cell[])[] {
  const total = sheet.rows.length - from;
  if (total <= SAMPLE) return sheet.rows.slice(from);
  const picked: (readonly Cell[])[] = [];
  const block = 40;
  const blocks = SAMPLE / block;
  for (let b = 0; b < blocks; b++) {
    const start = from + Math.floor((b * (total - block)) / (blocks - 1));
    picked.push(...sheet.rows.slice(start, start + block));
  }
  return picked;
}

/** Looks at one column. `isVillage` knows the names of the territory; without it no column is taken for villages by content. */
export function profileColumn(rows: readonly (readonly Cell[])[], column: number, isVillage: ((text: string) => boolean) | undefined): ColumnProfile {
  const looks: CellLook[] = [];
  let rowsWithData = 0;
  for (const row of rows) {
    if (!row.some((cell) => cellText(cell) !== '')) continue;
    rowsWithData++;
    const look = lookAt(row[column] ?? null);
    if (look.text !== '') looks.push(look);
  }
  const n = looks.length || 1;
  const share = (test: (l: CellLook) => boolean): number => looks.filter(test).length / n;
  const inRange = (low: number, high: number) => (l: CellLook) => l.integer !== null && l.integer >= low && l.integer <= high;
  let rising = 0;
  for (let i = 1; i < looks.length; i++) if (looks[i]?.integer !== null && looks[i]?.integer === ((looks[i - 1]?.integer ?? Number.NaN) as number) + 1) rising++;
  return {
    filled: looks.length,
    fill: looks.length / Math.max(1, rowsWithData),
    distinct: new Set(looks.map((l) => l.text.toLowerCase())).size / n,
    sixteen: share((l) => l.sixteens.length > 0 || l.nearSixteen),
    twoSixteens: share((l) => l.sixteens.length > 1),
    nikDate: share((l) => l.nikDate),
    femaleDay: share((l) => l.femaleDay),
    date: share((l) => l.date || excelDay(l)),
    sex: share((l) => l.sexWord),
    role: share((l) => l.roleWord && l.text.length > 1),
    officer: share((l) => /^(?:ketua|se[kc]|bend)/i.test(l.text)),
    mark: share((l) => l.mark),
    smallInt: share(inRange(0, 9_999)),
    counting: looks.length > 1 ? rising / (looks.length - 1) : 0,
    decile: share(inRange(1, 10)),
    age: share(inRange(10, 110)),
    year: share(inRange(1990, 2100)),
    amount: share((l) => (l.integer !== null && l.integer >= 50_000) || /^(?:rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:,\d+)?(?:,-)?$/i.test(l.text)),
    accountDigits: share((l) => l.digits >= 7 && l.digits <= 20 && l.digits !== 16),
    phone: share((l) => l.phone),
    name: share((l) => l.personName && !l.sexWord && !l.address),
    address: share((l) => l.address),
    groupWord: share((l) => l.groupWord),
    village: isVillage ? share((l) => l.text.length <= 60 && !/\d/.test(l.text) && l.text.length > 2 && isVillage(l.text)) : 0,
    villageCode: share((l) => l.villageCode),
    letters: share((l) => /[a-z]{2}/i.test(l.text)),
    withLettersAndSixteen: share((l) => l.sixteens.length > 0 && /[a-z]{3}/i.test(l.text.replace(/\b(?:nik|kk|no)\b/gi, ''))),
  };
}

const excelDay = (l: CellLook): boolean => l.integer !== null && l.digits === 5 && l.integer >= 7_000 && l.integer <= 46_000;

/** How many of the column's NIKs carry the birth date and sex that other columns of the row say; 0 without those columns. */
export function agreement(rows: readonly (readonly Cell[])[], column: number, sexColumn: number | null): number {
  if (sexColumn === null) return 0;
  let seen = 0;
  let agree = 0;
  for (const row of rows) {
    const sixteen = lookAt(row[column] ?? null).sixteens[0];
    const sex = cellText(row[sexColumn]).trim().toUpperCase()[0];
    if (!sixteen || !sex || !'LPW'.includes(sex)) continue;
    seen++;
    if (nikDateParts(sixteen).female === (sex !== 'L')) agree++;
  }
  return seen === 0 ? 0 : agree / seen;
}
