import type { Actor, Call, PARTNER_ROLES } from '@anyam/contract-kit';
import type { Need } from '@anyam/domain/kernel';
import type { z } from 'zod';
import type { createUserInput, device, partnerInput, grantInput, me, userRow } from './access.schema.ts';

/** A running transaction, as the unit of work hands it out; contracts know no database types. */
export interface PartnerUnit {
  readonly tx: object;
  readonly now: Date;
  audit(record: { action: string; entity: string; entityId: string; groupId?: string | null; regionCode: string; reason?: string | null; changes?: Readonly<Record<string, readonly [unknown, unknown]>> }): void;
}

export interface AccessPort {
  /**
   * The person behind a request's cookie, with the grants in force; null when not signed in or disabled. When use moved the end of
   * the session on, `answer` gets the cookie that says so to the browser: without it the browser forgets a session that still lives.
   */
  actorOf(headers: Headers, answer?: Headers): Promise<Actor | null>;
  me(call: Call): Promise<z.infer<typeof me>>;
  setLanguage(call: Call, input: { language: 'id' | 'en' }): Promise<void>;
  /** Where this person is signed in. */
  devices(call: Call): Promise<z.infer<typeof device>[]>;
  /** Signs one of the person's own devices out. NOT_FOUND for another's. */
  revokeDevice(call: Call, input: { id: string }): Promise<void>;
  /** Users with a grant in the caller's area. */
  users(call: Call): Promise<z.infer<typeof userRow>[]>;
  /** Errors: USERNAME_TAKEN, NOT_FOUND for an area outside the caller's. */
  createUser(call: Call, input: z.infer<typeof createUserInput>): Promise<z.infer<typeof userRow>>;
  /**
   * An account for an officer of a group or a broker: it reaches nothing but `subjectId`. The module that calls has judged
   * that the caller may; what `keep` writes stands in the same transaction, and what it throws undoes all. With a `key` a
   * repeated call gives the first account. Errors: USERNAME_TAKEN.
   */
  createPartner(
    call: Call, role: (typeof PARTNER_ROLES)[number], place: { area: string; subjectId: string }, input: z.infer<typeof partnerInput> & { key?: string },
    keep?: (unit: PartnerUnit, userId: string) => Promise<void>,
  ): Promise<{ id: string }>;
  /** Who may sign in for these groups or parties. */
  partners(subjectIds: readonly string[]): Promise<{ userId: string; name: string; username: string; role: string; area: string; subjectId: string; since: Date; lastSeen: Date | null }[]>;
  /** Ends these sign-ins for one group or party, with their sessions, in the caller's transaction. Those that have ended stay as they are. */
  endPartners(unit: PartnerUnit, end: { subjectId: string; userIds: readonly string[]; reason: string }): Promise<void>;
  /** A new password for a partner's account; its sessions end. The module that calls has judged that the caller may. NOT_FOUND for an account of another subject. */
  setPartnerPassword(call: Call, input: { userId: string; subjectId: string; password: string }): Promise<void>;
  /** For each name one to sign in with that nobody has yet, such as `sri.lestari`. */
  freeUserNames(names: readonly string[]): Promise<string[]>;
  /** Gives a role in an area. Errors: ROLES_CLASH (one person may not hold both hands of the money). */
  grant(call: Call, input: z.infer<typeof grantInput>): Promise<void>;
  endGrant(call: Call, input: { id: string; reason: string }): Promise<void>;
  /** Shuts an account and ends its sessions, or opens it again. */
  setDisabled(call: Call, input: { userId: string; disabled: boolean; reason: string }): Promise<void>;
  setPassword(call: Call, input: { userId: string; password: string }): Promise<void>;
  /**
   * What a flow that needs the password was given: `['password']` when it is the caller's own, nothing when none was typed.
   * Call it before the transaction. Errors: PASSWORD_WRONG, ACCOUNT_WAITS after several wrong ones.
   */
  confirmed(call: Call, password: string | undefined): Promise<Need[]>;
  /** People with this role who reach the area, e.g. the facilitators for a new group. */
  people(role: string, regionCode: string): Promise<{ id: string; name: string }[]>;
  /** Names by user id, for showing. */
  names(ids: readonly string[]): Promise<Map<string, string>>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    access: AccessPort;
  }
}
