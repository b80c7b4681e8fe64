import { readMarried, type MemberInput } from '@anyam/domain/member';
import { rolesInCell, sexInCell, type RosterGroup, type RosterMember } from '@anyam/domain/roster';

/** The part of a read group that is kept, and what a person mended in it. */
export type GroupValues = Omit<RosterGroup, 'members' | 'row' | 'sheet'>;
export type Corrections = Readonly<Record<string, string>>;

export interface WorkingGroup {
  readonly seq: number;
  readonly row: number;
  readonly sheet: string;
  readonly values: GroupValues;
  readonly corrections: Corrections;
}
export interface WorkingRow {
  readonly seq: number;
  readonly groupSeq: number;
  readonly row: number;
  readonly values: RosterMember;
  readonly corrections: Corrections;
  readonly skipped: boolean;
}

const GROUP_KEYS = { group: 'name', business: 'business', account: 'account', bank: 'bank' } as const;

/** The group as the file says, with the mended cells laid over it. An emptied cell is null. */
export function mendedGroup({ values, corrections }: WorkingGroup): GroupValues {
  const mended: Record<string, unknown> = { ...values };
  for (const [field, value] of Object.entries(corrections)) mended[GROUP_KEYS[field as keyof typeof GROUP_KEYS]] = value || null;
  return mended as unknown as GroupValues;
}

/** The member as the file says, with the mended cells laid over it. What a person typed is text and no rounded number. */
export function mendedMember({ values, corrections }: WorkingRow): RosterMember {
  const mended: Record<string, unknown> = { ...values };
  for (const [field, value] of Object.entries(corrections)) {
    if (field === 'sex') mended['sex'] = sexInCell(value);
    else if (field === 'role') mended['roles'] = rolesInCell(value) ?? [];
    else mended[field] = value || null;
    if (field === 'nik') mended['nikFromNumber'] = false;
    if (field === 'kk') mended['kkFromNumber'] = false;
    if (field === 'village' || field === 'address') mended['villageCode'] = null;
    if (field === 'village') mended['address'] = corrections['address'] ?? withoutPlace(values.address ?? null);
    if (field === 'marital') mended['married'] = readMarried(value);
  }
  return mended as unknown as RosterMember;
}

/** A village that was mended counts, not the one that still stands in the address. */
const withoutPlace = (address: string | null): string | null => address?.replace(/[, ]*\b(?:ds|desa|kel|kelurahan|kec|kecamatan)\.?\s.*$/i, '') || null;

const ROLE_WORDS = { chair: 'Ketua', secretary: 'Sekretaris', treasurer: 'Bendahara' } as const;

/** What the grid shows in each cell. */
export function cellsOf(group: GroupValues, member: MemberInput & Pick<RosterMember, 'birthDate'>): Record<string, string> {
  const birth = member.birthDate;
  return {
    group: group.name ?? '',
    business: group.business ?? '',
    account: group.account ?? '',
    bank: group.bank ?? '',
    name: member.name ?? '',
    nik: member.nik ?? '',
    kk: member.kk ?? '',
    birthDate: birth instanceof Date ? birth.toISOString().slice(0, 10) : birth === null ? '' : String(birth),
    sex: member.sex ?? '',
    village: member.village ?? group.village ?? '',
    address: member.address ?? '',
    occupation: member.occupation ?? '',
    role: member.roles.map((role) => ROLE_WORDS[role]).join(', '),
  };
}
