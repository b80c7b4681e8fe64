import {
  ageOn, ancestorAt, err, formatRupiah, isIsoDate, nameSimilarity, ok, parseDateText, parseFamilyCardNo, parseNik,
  type DateText, type DateTextProblem, type FamilyCardNo, type IsoDate, type Nik, type NikFault, type NumberFault, type RegionCode, type Result, type Sex,
} from '../kernel/index.ts';
import { makeFinding, type FindingCode } from './findings.ts';
import { occupationMatches } from './reading.ts';
import { differs, residenceOf, type Residence } from './residence.ts';
import type { CheckContext, Elsewhere, Finding, FindingParams, MemberInput } from './types.ts';

/** Where the group is, as far as known. */
export interface GroupPlace {
  readonly village: RegionCode | null;
  readonly district: RegionCode | null;
}
export const NO_PLACE: GroupPlace = { village: null, district: null };

/** A form once read: parsing happens once a row, whatever is then asked of it. */
export interface MemberFacts {
  readonly input: MemberInput;
  readonly nik: Result<Nik, NikFault>;
  readonly kk: Result<FamilyCardNo, NumberFault>;
  readonly birth: Result<Pick<DateText, 'date'>, DateTextProblem>;
  readonly residence: Residence;
}

export function readMember(input: MemberInput, context: CheckContext, near: RegionCode | null): MemberFacts {
  const { asOf } = context;
  return {
    input,
    nik: parseNik(input.nik, { asOf, fromNumber: input.nikFromNumber ?? false }),
    kk: parseFamilyCardNo(input.kk, input.kkFromNumber),
    birth: readBirth(input.birthDate, asOf),
    residence: residenceOf(input, near, context),
  };
}

/** A birth that lies ahead or more than 120 years back is as good as unreadable. */
function readBirth(raw: MemberInput['birthDate'], asOf: IsoDate): MemberFacts['birth'] {
  const read = isIsoDate(raw) ? ok({ date: raw }) : parseDateText(raw, asOf);
  return read.ok && (read.value.date > asOf || ageOn(read.value.date, asOf) > 120) ? err('UNREADABLE') : read;
}

const hasLetters = (text: string | null): text is string => /\p{L}/u.test(text ?? '');

/** What the form contradicts in the NIK: birth date, sex, or name in the register. Empty also when nothing can be compared. */
export function contradictions(facts: MemberFacts, context: CheckContext): { birth: boolean; sex: boolean; name: boolean } {
  const none = { birth: false, sex: false, name: false };
  if (!facts.nik.ok) return none;
  const { value, birthDates, sex } = facts.nik.value;
  const known = context.register?.find(value);
  return {
    birth: facts.birth.ok && !birthDates.includes(facts.birth.value.date),
    sex: facts.input.sex !== null && facts.input.sex !== sex,
    name: known !== undefined && hasLetters(facts.input.name) && nameSimilarity(facts.input.name, known.name) * 100 < context.rules.registerNamePercent,
  };
}

/**
 * Judges one candidate by rules 4, 6 and 8-14. Pure; order as in `FINDING_ORDER` is not promised here (see `checkRoster`).
 * A broken NIK hides everything that would only follow from it. Doubles within a roster are found by `checkRoster`.
 */
export function checkMember(input: MemberInput, context: CheckContext, place: GroupPlace = NO_PLACE): Finding[] {
  return checkFacts(readMember(input, context, place.village ?? place.district), context, place, false);
}

/** `nikShared`: another row carries this NIK, so what the form contradicts is the double's doing and not reported again. */
export function checkFacts(facts: MemberFacts, context: CheckContext, place: GroupPlace, nikShared: boolean): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, params: FindingParams = {}): void => {
    const f = makeFinding(code, context.rules, context.moment, params);
    if (f) found.push(f);
  };
  const { input } = facts;
  const clash = contradictions(facts, context);
  const notTheOwner = nikShared && (clash.birth || clash.sex || clash.name);
  if (!hasLetters(input.name)) add('NAME_MISSING');
  if (!facts.nik.ok) add(`NIK_${facts.nik.error.code}`, numberParams(facts.nik.error));
  if (!facts.kk.ok) add(`KK_${facts.kk.error.code}`, numberParams(facts.kk.error));
  if (facts.nik.ok && !nikShared) {
    if (clash.birth && facts.birth.ok) add('BIRTHDATE_DIFFERS', { written: facts.birth.value.date, inNik: facts.nik.value.birthDate });
    if (clash.sex) add('SEX_DIFFERS', { written: SEX_NAME[input.sex as Sex], inNik: SEX_NAME[facts.nik.value.sex] });
  }
  checkAge(facts, context, nikShared, add);
  checkPerson(facts, context, notTheOwner, add);
  if (!notTheOwner) checkRecords(facts, context, clash.name && !nikShared, add);
  checkResidence(facts, context, place, add);
  return found;
}

type Add = (code: FindingCode, params?: FindingParams) => void;

const SEX_NAME = { L: { id: 'laki-laki', en: 'male' }, P: { id: 'perempuan', en: 'female' } } as const;
const ELSEWHERE = {
  sameDistrict: { id: 'di kecamatan ini', en: 'in this district' },
  otherDistrict: { id: 'di kecamatan lain', en: 'in another district' },
  otherRegency: { id: 'di kabupaten atau kota lain', en: 'in another regency or city' },
} as const satisfies Record<Elsewhere, { id: string; en: string }>;

const numberParams = (fault: NikFault): FindingParams =>
  fault.code === 'LENGTH' ? { length: fault.length } : fault.code === 'CHARACTERS' ? { found: fault.found } : {};

function checkAge(facts: MemberFacts, { asOf, rules }: CheckContext, nikShared: boolean, add: Add): void {
  const { birth, nik, input } = facts;
  if (!birth.ok) add(birth.error === 'EMPTY' ? 'BIRTHDATE_MISSING' : 'BIRTHDATE_INVALID');
  const date = birth.ok ? birth.value.date : nik.ok && !nikShared ? nik.value.birthDate : null;
  if (date === null) return;
  const age = ageOn(date, asOf);
  if (age > rules.ageMax) add('AGE_OVER', { age, asOf, ageMax: rules.ageMax });
  if (age < rules.ageMin && !(rules.marriedCountsAsAdult && input.married === true)) add('AGE_UNDER', { age, asOf, ageMin: rules.ageMin });
}

function checkPerson({ input, nik }: MemberFacts, context: CheckContext, notTheOwner: boolean, add: Add): void {
  const { rules } = context;
  const listed = (list: CheckContext['isFacilitator']): boolean => nik.ok && !notTheOwner && (list?.(nik.value.value) ?? false);
  if (listed(context.isCivilServant) || occupationMatches(input.occupation, rules.excludedOccupations)) add('CIVIL_SERVANT');
  if (listed(context.isFacilitator) || occupationMatches(input.occupation, rules.facilitatorOccupations)) add('FACILITATOR');
}

function checkRecords({ nik, kk }: MemberFacts, context: CheckContext, nameDiffers: boolean, add: Add): void {
  const { rules, register } = context;
  const about = { register: rules.registerName, period: register?.period ?? '' };
  const key = nik.ok ? nik.value.value : null;
  const card = kk.ok ? kk.value : null;
  if (key && register) {
    const entry = register.find(key);
    if (!entry) add('NOT_IN_REGISTER', about);
    else if (entry.status !== 'active') add(entry.status === 'deceased' ? 'DECEASED' : entry.status === 'movedOut' ? 'MOVED_OUT' : 'REGISTER_INACTIVE', about);
    else if (entry.decile !== null && entry.decile > rules.decileMax) add('DECILE_OVER', { ...about, decile: entry.decile, decileMax: rules.decileMax });
    if (nameDiffers) add('REGISTER_NAME_DIFFERS', about);
  }
  const since = rules.priorAidYears === 0 ? 0 : Number(context.asOf.slice(0, 4)) - rules.priorAidYears;
  const counted = new Set(rules.priorAidPrograms.map((p) => p.toLowerCase()));
  const aid = (context.priorAid?.(key, card) ?? []).filter((a) => a.year >= since && counted.has(a.programme.trim().toLowerCase())).sort((a, b) => b.year - a.year)[0];
  if (aid) add('PRIOR_AID', { programme: aid.programme, year: aid.year, amount: aid.amount === null ? '' : ` (${formatRupiah(aid.amount)})` });
  const where = context.elsewhere?.(key, card);
  if (where) add('ACTIVE_ELSEWHERE', { where: ELSEWHERE[where] });
}

function checkResidence({ residence }: MemberFacts, { gazetteer }: CheckContext, place: GroupPlace, add: Add): void {
  const name = (code: RegionCode | null): string => (code && gazetteer?.nameOf(code)) ?? code ?? '';
  if (residence.kind === 'unknown') return add('VILLAGE_UNKNOWN', villageUnknown(residence));
  if (residence.kind !== 'known') return;
  if (place.district && differs(residence.code, place.district, 'district'))
    add('OTHER_DISTRICT', { district: name(ancestorAt(residence.code, 'district')), groupDistrict: name(place.district) });
  else if (place.village && differs(residence.code, place.village, 'village')) add('OTHER_VILLAGE', { village: name(residence.code), groupVillage: name(place.village) });
}

export const villageUnknown = ({ written, suggestion }: Extract<Residence, { kind: 'unknown' }>): FindingParams => ({
  written,
  suggestion: suggestion ? { id: `Mungkin maksud Anda ${suggestion}. `, en: `Perhaps you mean ${suggestion}. ` } : '',
});
