import { composeNik, isoDate, regionCode, type FamilyCardNo, type IsoDate } from '../../kernel/index.ts';
import { OFFICER_ROLES } from '../../member/index.ts';
import type { Group, GroupAccount, Membership, MembershipId, Minutes, PersonId } from '../types.ts';

export const TODAY = isoDate('2020-06-01');
export const FORMED = isoDate('2020-01-10');

export const minutesOn = (heldOn: IsoDate = FORMED, present = 10): Minutes => ({ documentId: `ba-${heldOn}`, heldOn, present });

export const memberId = (n: number): MembershipId => `m${n}` as MembershipId;
export const personId = (n: number): PersonId => `p${n}` as PersonId;

export function aMembership(n: number, more: Partial<Membership> = {}): Membership {
  return {
    id: memberId(n), personId: personId(n), name: `Anggota ${n}`, nik: composeNik('352116', isoDate('1980-05-12'), 'P', n), kk: `352116000000${String(n).padStart(4, '0')}` as FamilyCardNo,
    joinedOn: FORMED, left: null, ...more,
  };
}

/** An active group of `size` whose first three members are its officers. */
export function aGroup(size = 10, more: Partial<Group> = {}): Group {
  return {
    id: 'g1' as Group['id'], name: 'KUBE Mugi Jaya', villageCode: regionCode('35.21.16.2003'), business: 'Anyaman tikar', state: 'active', facilitatorPersonId: null, formedBy: minutesOn(),
    memberships: Array.from({ length: size }, (_, i) => aMembership(i + 1)),
    officers: OFFICER_ROLES.map((role, i) => ({ role, membershipId: memberId(i + 1), from: FORMED, until: null, minutes: minutesOn() })),
    account: null, ...more,
  };
}

export const anAccount = (more: Partial<GroupAccount> = {}): GroupAccount =>
  ({ bank: 'Bank Jatim', number: '0032 2940 0784', holder: 'KUBE MUGI JAYA', signatories: [memberId(1), memberId(3)], ...more });
