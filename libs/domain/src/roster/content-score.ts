import type { ColumnProfile } from './columns.ts';
import type { Field } from './fields.ts';

/** What a column's content says about a field, -1 (cannot be) to 1 (surely is). 0 says nothing. */
type ContentRule = (p: ColumnProfile) => number;

const neutral: ContentRule = () => 0;
const share = (value: number): number => (value >= 0.6 ? 0.5 + value / 2 : value >= 0.25 ? value / 2 : -0.3);

/** One rule a field. Content refuses what is impossible (a NIK column without digits) and finds what has no name. */
export const CONTENT: Readonly<Record<Field, ContentRule>> = {
  sequence: (p) => (p.smallInt > 0.9 && (p.counting > 0.6 || p.distinct > 0.8) ? 0.6 : p.letters > 0.5 || p.sixteen > 0.3 ? -1 : 0),
  groupName: (p) => (p.groupWord > 0.6 ? 0.8 : p.sixteen > 0.3 || p.date > 0.5 || p.smallInt > 0.8 || p.letters < 0.3 ? -0.8 : 0),
  groupVillage: (p) => (p.village > 0.6 ? 0.5 : p.letters < 0.5 ? -0.8 : 0),
  business: (p) => (/* few words, repeated */ p.letters > 0.8 && p.distinct < 0.5 && p.sex < 0.3 && p.role < 0.3 && p.village < 0.5 ? 0.15 : p.letters < 0.5 ? -0.8 : 0),
  account: (p) => (p.accountDigits > 0.6 ? 0.4 : p.sixteen > 0.6 ? -0.2 : p.letters > 0.7 ? -0.5 : p.mark > 0.8 && p.accountDigits === 0 ? -0.5 : 0),
  bank: (p) => (p.letters < 0.3 ? -0.8 : 0),
  accountHolder: (p) => (p.letters < 0.3 ? -0.8 : 0),
  facilitator: (p) => (p.letters < 0.3 ? -0.8 : 0),
  name: (p) => (p.withLettersAndSixteen > 0.5 ? 0.5 : p.letters < 0.4 || p.sixteen > 0.5 || p.sex > 0.6 || p.role > 0.6 || p.date > 0.5 ? -1 : p.name > 0.7 && p.distinct > 0.35 ? 0.55 - p.village : 0),
  nik: (p) => (p.sixteen > 0.5 ? 0.5 + 0.3 * p.nikDate + (p.femaleDay > 0.1 ? 0.2 : 0) : p.sixteen > 0.15 ? 0.2 : -1),
  kk: (p) => (p.sixteen > 0.5 ? 0.5 + (p.femaleDay > 0.1 ? -0.3 : 0.15) : p.sixteen > 0.15 ? 0.2 : -1),
  sex: (p) => (p.sex > 0.6 ? 0.9 : p.sex < 0.3 && p.decile < 0.9 ? -1 : 0),
  markMale: (p) => (p.mark > 0.7 || p.sex > 0.8 ? 0.3 : -1),
  markFemale: (p) => (p.mark > 0.7 || p.sex > 0.8 ? 0.3 : -1),
  birthPlace: (p) => (p.date > 0.4 || p.letters < 0.5 ? -1 : 0),
  birthDate: (p) => share(p.date) - (p.sixteen > 0.4 ? 1 : 0),
  age: (p) => (p.age > 0.8 ? 0.3 : -0.8),
  address: (p) => (p.address > 0.5 ? 0.6 : p.sixteen > 0.3 || p.date > 0.5 || p.sex > 0.6 ? -1 : 0),
  hamlet: (p) => (p.sixteen > 0.3 || p.date > 0.5 ? -1 : 0),
  rt: (p) => (p.smallInt > 0.7 ? 0.1 : p.letters > 0.8 && p.address < 0.3 ? -0.8 : 0),
  rw: (p) => (p.smallInt > 0.7 ? 0.1 : p.letters > 0.8 && p.address < 0.3 ? -0.8 : 0),
  village: (p) => (p.village > 0.5 ? 0.7 : p.villageCode > 0.5 || p.letters < 0.4 || p.sixteen > 0.3 || p.date > 0.4 ? -1 : 0),
  villageCode: (p) => (p.villageCode > 0.6 ? 0.8 : -0.8),
  district: (p) => (p.letters < 0.4 || p.sixteen > 0.3 || p.date > 0.4 ? -1 : p.distinct > 0.6 && p.filled > 20 ? -0.4 : 0),
  regency: (p) => (p.letters < 0.4 || p.sixteen > 0.3 || p.date > 0.4 ? -1 : 0),
  occupation: (p) => (p.letters < 0.4 || p.sixteen > 0.3 || p.date > 0.4 || p.sex > 0.6 ? -1 : 0),
  role: (p) => (p.role > 0.5 ? 0.85 : p.officer > 0.15 && p.role > 0.15 ? 0.55 : p.sixteen > 0.3 || p.date > 0.4 || p.sex > 0.6 ? -1 : p.filled > 0 && p.role < 0.05 && p.mark < 0.5 ? -0.5 : 0),
  markChair: (p) => (p.mark > 0.5 ? 0.3 : p.role > 0.5 ? 0.1 : p.letters < 0.3 && p.filled > 0 ? -0.8 : 0),
  markSecretary: (p) => (p.mark > 0.5 ? 0.3 : p.letters < 0.3 && p.filled > 0 ? -0.8 : 0),
  markTreasurer: (p) => (p.mark > 0.5 ? 0.3 : p.letters < 0.3 && p.filled > 0 ? -0.8 : 0),
  phone: (p) => (p.phone > 0.6 ? 0.7 : p.sixteen > 0.4 || p.letters > 0.7 ? -1 : 0),
  marital: (p) => (p.sixteen > 0.3 || p.date > 0.4 || p.role > 0.5 ? -1 : 0),
  decile: (p) => (p.decile > 0.9 ? 0.3 : p.sixteen > 0.1 || p.date > 0.4 ? -1 : 0),
  status: (p) => (p.sixteen > 0.1 || p.date > 0.4 || p.name < 0.2 ? -0.3 : 0),
  year: (p) => (p.year > 0.7 ? 0.6 : p.date > 0.6 ? 0.2 : p.sixteen > 0.1 ? -1 : -0.3),
  programme: (p) => (p.letters < 0.4 || p.sixteen > 0.1 ? -1 : 0),
  amount: (p) => (p.amount > 0.6 ? 0.5 : p.letters > 0.8 || p.sixteen > 0.3 ? -1 : 0),
  note: neutral,
};

/** Fields that content alone may find when no header names them. */
export const FOUND_BY_CONTENT: ReadonlySet<Field> = new Set<Field>(['name', 'nik', 'kk', 'sex', 'birthDate', 'role', 'village', 'villageCode', 'address', 'phone', 'groupName', 'sequence', 'year', 'amount', 'account']);

/** Words for the reasons shown beside a proposed column. */
export type ReasonCode = 'HEADER' | 'CONTENT' | 'CONTENT_ONLY' | 'SHARED_CELL' | 'SAVED' | 'CHOSEN';
