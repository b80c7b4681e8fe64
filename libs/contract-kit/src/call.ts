import { contains, PARTNER_ROLES, type RegionCode, type Role } from '@anyam/domain/kernel';

export { PARTNER_ROLES, ROLES, type Role } from '@anyam/domain/kernel';

/** A role in an area. A facilitator's grant reaches only the groups that name this facilitator. */
export interface Grant {
  readonly role: Role;
  readonly area: RegionCode;
  readonly ownGroupsOnly: boolean;
  /** With a partner's role: the one group or party that it reaches. */
  readonly subjectId?: string;
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
  /** The group or the party it belongs to, where a partner may reach it. */
  readonly subjectIds?: readonly string[];
}

export const isPartner = (role: Role): boolean => (PARTNER_ROLES as readonly Role[]).includes(role);

/** Whether the call's permission reaches this place. Outsiders are told "not found". */
export function reaches(call: Call, place: Place): boolean {
  return call.scope.some(
    (grant) =>
      contains(grant.area, place.regionCode as RegionCode) &&
      (!grant.ownGroupsOnly || place.facilitatorId === call.actor.userId) &&
      (!isPartner(grant.role) || (grant.subjectId !== undefined && (place.subjectIds ?? []).includes(grant.subjectId))),
  );
}

/** Roles with which the actor reaches this place under the call's permission: what flows are asked with. */
export function rolesAt(call: Call, place: Place): Role[] {
  return call.scope
    .filter((grant) => reaches({ ...call, scope: [grant] }, place))
    .map((grant) => grant.role);
}

/** Whether the actor has one of these roles at a place, whatever permission the call itself came with: what a screen's buttons are drawn by. */
export const holdsAt = (call: Call, roles: readonly Role[], place: Place): boolean =>
  rolesAt({ ...call, scope: call.actor.grants }, place).some((role) => roles.includes(role));
