import type { Bilingual, FamilyCardNo, IsoDate, NationalId, RegionCode, RegionIndex, Sex } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import type { FindingCode } from './findings.ts';

export const OFFICER_ROLES = ['chair', 'secretary', 'treasurer'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** A candidate as a form or a sheet gives it. Texts are raw: reading them is part of the check. */
export interface MemberInput {
  /** Row in the sheet it came from, counted from 1. */
  readonly row?: number;
  readonly name: string | null;
  readonly nik: string | null;
  /** The cell held a number and not text: the 16th digit cannot be trusted. */
  readonly nikFromNumber?: boolean;
  readonly kk: string | null;
  readonly kkFromNumber?: boolean;
  /** An ISO date, or whatever the cell holds ("NGAWI, 12-05-1980", an Excel serial, a Date). */
  readonly birthDate: string | number | Date | null;
  readonly sex: Sex | null;
  /** Village of residence when already known; otherwise it is looked up from `village`, then from `address`. */
  readonly villageCode?: RegionCode | null;
  /** A column that names the village. */
  readonly village?: string | null;
  /** A column that names the district (kecamatan). */
  readonly district?: string | null;
  readonly address?: string | null;
  readonly occupation?: string | null;
  /** Empty for an ordinary member. */
  readonly roles: readonly OfficerRole[];
  readonly married?: boolean | null;
  readonly phone?: string | null;
}

export interface GroupInput {
  readonly row?: number;
  readonly name: string | null;
  readonly business: string | null;
  readonly account: string | null;
  readonly villageCode?: RegionCode | null;
  readonly village?: string | null;
  readonly district?: string | null;
  readonly members: readonly MemberInput[];
}

/** Why the check is made (rules 8, 10): the same fault can be a warning in a draft and a stop at payment. */
export type CheckMoment = 'draft' | 'submission' | 'decree' | 'payment';

export interface RegisterEntry {
  readonly name: string;
  readonly kk?: string | null;
  readonly villageCode?: RegionCode | null;
  readonly decile: number | null;
  readonly status: 'active' | 'deceased' | 'movedOut' | 'inactive';
}

/** The social register as of a period. */
export interface Register {
  /** "Maret 2020", "2026-Q3": printed in sentences. */
  readonly period: string;
  find(nik: NationalId): RegisterEntry | undefined;
}

export interface PriorAid {
  readonly year: number;
  readonly programme: string;
  readonly amount: bigint | null;
}

/** Where else a person is active. Nothing about that person or group may be told (UU 27/2022), only how far away it is. */
export type Elsewhere = 'sameDistrict' | 'otherDistrict' | 'otherRegency';

/** What a roster is checked against. A list that is not given is not judged. All look-ups are in memory: fetch in bulk first. */
export interface CheckContext {
  /** The day by which age counts: today for a draft, the date of the decree later. */
  readonly asOf: IsoDate;
  readonly moment: CheckMoment;
  readonly rules: RuleSet;
  readonly register?: Register | null;
  readonly priorAid?: (nik: NationalId | null, kk: FamilyCardNo | null) => readonly PriorAid[] | undefined;
  readonly elsewhere?: (nik: NationalId | null, kk: FamilyCardNo | null) => Elsewhere | undefined;
  /** True for NIK of civil servants, military, police and their pensioners by list. */
  readonly isCivilServant?: (nik: NationalId) => boolean;
  /** True for NIK of facilitators and office employees. */
  readonly isFacilitator?: (nik: NationalId) => boolean;
  /** Account numbers (digits without leading zeros, see `accountKey`) that other groups hold. */
  readonly accountTaken?: (accountKey: string) => boolean;
  readonly gazetteer?: RegionIndex;
  /** Area of the office, in which names are looked up: '35.21'. */
  readonly area?: RegionCode;
}

export type FindingField = 'name' | 'nik' | 'kk' | 'birthDate' | 'sex' | 'village' | 'occupation' | 'role' | 'group' | 'business' | 'account' | 'size';
export type FindingParams = Readonly<Record<string, string | number | Bilingual>>;

export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'block' | 'warn';
  readonly field: FindingField;
  readonly params: FindingParams;
}

/** A finding with its place in a roster. `member` is null when it concerns the group, which is then shown on its first row. */
export interface LocatedFinding extends Finding {
  readonly group: number;
  readonly member: number | null;
  readonly row: number | null;
}
