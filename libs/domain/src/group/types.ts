import type { FamilyCardNo, Id, IsoDate, NationalId, RegionCode } from '../kernel/index.ts';
import type { OfficerRole } from '../member/index.ts';
import type { GroupState } from './group.flow.ts';

export type GroupId = Id<'group'>;
export type MembershipId = Id<'membership'>;
export type PersonId = Id<'person'>;

/** Minutes of a deliberation, as far as rules look at them. */
export interface Minutes {
  readonly documentId: string;
  readonly heldOn: IsoDate;
  /** Active members who signed the attendance list. */
  readonly present: number;
}

export const EXIT_REASONS = ['resigned', 'deceased', 'moved', 'expelled', 'ineligible'] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];
export const EXIT_REASON_LABEL = {
  resigned: { id: 'Mengundurkan diri', en: 'Resigned' },
  deceased: { id: 'Meninggal', en: 'Died' },
  moved: { id: 'Pindah', en: 'Moved away' },
  expelled: { id: 'Dikeluarkan', en: 'Expelled' },
  ineligible: { id: 'Tidak lagi memenuhi syarat', en: 'No longer eligible' },
} as const satisfies Record<ExitReason, { id: string; en: string }>;

/** One person's time in a group. It is ended, never deleted; coming back makes a new one. */
export interface Membership {
  readonly id: MembershipId;
  readonly personId: PersonId;
  readonly name: string;
  readonly nik: NationalId;
  readonly kk: FamilyCardNo;
  readonly joinedOn: IsoDate;
  readonly left: { readonly on: IsoDate; readonly reason: ExitReason; readonly minutes: Minutes } | null;
}

/** A term of office. `until` is the first day it no longer holds. */
export interface OfficerTerm {
  readonly role: OfficerRole;
  readonly membershipId: MembershipId;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly minutes: Minutes;
}

export interface GroupAccount {
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
  readonly signatories: readonly MembershipId[];
}

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  readonly villageCode: RegionCode;
  readonly business: string;
  readonly state: GroupState;
  readonly facilitatorPersonId: PersonId | null;
  readonly formedBy: Minutes | null;
  readonly memberships: readonly Membership[];
  readonly officers: readonly OfficerTerm[];
  readonly account: GroupAccount | null;
}

/** Members on a day: joined by then and not yet gone. */
export const activeMembers = (group: Pick<Group, 'memberships'>, on: IsoDate): Membership[] =>
  group.memberships.filter((m) => m.joinedOn <= on && (m.left === null || m.left.on > on));

/** Terms of office that hold on a day. */
export const activeOfficers = (group: Pick<Group, 'officers'>, on: IsoDate): OfficerTerm[] =>
  group.officers.filter((t) => t.from <= on && (t.until === null || t.until > on));

/** Distinct family cards of the active members: what size means (Permensos 2/2019 art. 3(2)). */
export const familiesOf = (group: Pick<Group, 'memberships'>, on: IsoDate): number =>
  new Set(activeMembers(group, on).map((m) => m.kk)).size;
