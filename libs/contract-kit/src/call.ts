import { contains, type RegionCode } from '@anyam/domain/kernel';

export const ROLES = ['admin', 'operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'pimpinan', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** A role in an area. A facilitator's grant reaches only the groups that name this facilitator. */
export interface Grant {
  readonly role: Role;
  readonly area: RegionCode;
  readonly ownGroupsOnly: boolean;
}

export interface Actor {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/**
 * What a use case knows of the request: who calls, and where this procedure's permission reaches.
 * The area comes from here and never from the input.
 */
export interface Call {
  readonly actor: Actor;
  readonly permission: string;
  /** Grants whose role holds the permission. Never empty. */
  readonly scope: readonly Grant[];
}

export interface Place {
  readonly regionCode: string;
  /** User id of the group's facilitator, where the thing belongs to a group. */
  readonly facilitatorId?: string | null;
}

/** Whether the call's permission reaches this place. Outsiders are told "not found". */
export function reaches(call: Call, place: Place): boolean {
  return call.scope.some(
    (grant) =>
      contains(grant.area, place.regionCode as RegionCode) &&
      (!grant.ownGroupsOnly || place.facilitatorId === call.actor.userId),
  );
}

/** Roles with which the actor reaches this place under the call's permission: what flows are asked with. */
export function rolesAt(call: Call, place: Place): Role[] {
  return call.scope
    .filter((grant) => reaches({ ...call, scope: [grant] }, place))
    .map((grant) => grant.role);
}
