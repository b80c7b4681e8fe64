import type { Call, HoldsFiles } from '@anyam/contract-kit';
import type { CheckView, Moment, NewPerson, Person, Transaction, Unit } from '@anyam/member/contract';
import type { z } from 'zod';
import type * as a from './accounts.schema.ts';
import type * as s from './group.schema.ts';

export type GroupState = (typeof s.STATES)[number];

/** A group as other modules use it. */
export interface GroupRecord {
  readonly id: string;
  readonly regencyCode: string;
  readonly districtCode: string;
  readonly villageCode: string;
  readonly name: string;
  readonly business: string;
  readonly state: GroupState;
  readonly formedOn: string | null;
  readonly facilitatorId: string | null;
  readonly bank: string | null;
  readonly accountNumber: string | null;
  readonly accountName: string | null;
  /** Person ids of those who sign for the account. */
  readonly signatoryIds: readonly string[];
  readonly memberCount: number;
  readonly aidStage: string;
  readonly fiscalYear: number | null;
  readonly received: bigint;
  readonly accounted: bigint;
  readonly flags: readonly string[];
}
export interface GroupMember {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly nationalId: string;
  readonly familyCardNo: string;
  readonly role: 'chair' | 'secretary' | 'treasurer' | 'member';
  readonly birthDate: string;
  readonly sex: 'L' | 'P';
  readonly villageCode: string;
  readonly address: string | null;
  readonly joinedOn: string;
}
export interface AidSummary {
  readonly groupId: string;
  /** State of the newest proposal or tranche, as its flow names it; 'none' without aid. */
  readonly aidStage?: string;
  readonly fiscalYear?: number;
  readonly received?: bigint;
  readonly accounted?: bigint;
  /** Flags to set and to take away, e.g. lpjLate. */
  readonly addFlags?: readonly string[];
  readonly removeFlags?: readonly string[];
}
export interface ImportedMember extends NewPerson {
  readonly role: 'chair' | 'secretary' | 'treasurer' | 'member';
}
export interface ImportedGroup {
  readonly name: string;
  readonly villageCode: string;
  readonly business: string;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly bank?: string | null;
  readonly accountNumber?: string | null;
  readonly accountName?: string | null;
  readonly facilitatorId?: string | null;
  /** The day the group was formed, when the sheet tells it. */
  readonly formedOn?: string | null;
  /** `formed` when the office's list stands for formed groups; else they begin as candidates. */
  readonly state?: 'candidate' | 'formed';
  readonly members: readonly ImportedMember[];
}
export interface Stored {
  readonly groups: number;
  readonly persons: number;
  readonly memberships: number;
  /** In the order of the input. */
  readonly groupIds: readonly string[];
}

/** Sign-ins of a group's officers (ADR 6). An officer's sign-in ends by itself with the office. */
export interface OfficerAccountsPort {
  list(call: Call, input: { id: string }): Promise<z.infer<typeof a.accountsView>>;
  /** The name is the member's. Errors: NOT_AN_OFFICER, OFFICER_HAS_ACCOUNT, USERNAME_TAKEN. */
  give(call: Call, input: z.infer<typeof a.giveAccountInput>): Promise<{ id: string }>;
  /** NOT_FOUND for an account that is not of this group. */
  end(call: Call, input: z.infer<typeof a.endAccountInput>): Promise<void>;
  setPassword(call: Call, input: z.infer<typeof a.accountPasswordInput>): Promise<void>;
}

export interface GroupPort extends HoldsFiles {
  readonly accounts: OfficerAccountsPort;
  list(call: Call, input: z.infer<typeof s.groupListInput>): Promise<z.infer<typeof s.groupPage>>;
  facets(call: Call, input: z.infer<typeof s.groupFilter>): Promise<z.infer<typeof s.facetsOutput>>;
  detail(call: Call, input: { id: string }): Promise<z.infer<typeof s.groupDetail>>;
  businesses(call: Call): Promise<string[]>;
  create(call: Call, input: z.infer<typeof s.createInput>): Promise<{ id: string }>;
  saveTask(call: Call, input: z.infer<typeof s.saveTaskInput>): Promise<void>;
  openTask(call: Call, input: { id: string; task: (typeof s.TASKS)[number] }): Promise<void>;
  markTask(call: Call, input: z.infer<typeof s.markTaskInput>): Promise<void>;
  join(call: Call, input: z.infer<typeof s.joinInput>): Promise<{ membershipId: string }>;
  leave(call: Call, input: z.infer<typeof s.leaveInput>): Promise<void>;
  addMinutes(call: Call, input: z.infer<typeof s.addMinutesInput>): Promise<{ id: string }>;
  transition(call: Call, input: z.infer<typeof s.transitionInput>): Promise<{ state: GroupState }>;
  /** Rows that cannot are left as they are and say why; the others go through together. */
  formMany(call: Call, input: z.infer<typeof s.formManyInput>): Promise<z.infer<typeof s.formManyOutput>>;
  check(call: Call, input: z.infer<typeof s.checkInput>): Promise<CheckView>;
  timeline(call: Call, input: z.infer<typeof s.timelineInput>): Promise<z.infer<typeof s.timelinePage>>;
  reveal(call: Call, input: z.infer<typeof s.revealInput>): Promise<z.infer<typeof s.revealOutput>>;
  duplicates(call: Call, input: z.infer<typeof s.duplicatesInput>): Promise<z.infer<typeof s.duplicatesPage>>;
  decide(call: Call, input: z.infer<typeof s.decideInput>): Promise<void>;
  exportXlsx(call: Call, input: z.infer<typeof s.exportInput>): Promise<z.infer<typeof s.exportOutput>>;
  views(call: Call, input: { screen: string }): Promise<z.infer<typeof s.viewRow>[]>;
  saveView(call: Call, input: z.infer<typeof s.saveViewInput>): Promise<z.infer<typeof s.viewRow>>;
  removeView(call: Call, input: { id: string }): Promise<void>;

  /** For other modules, inside their transaction (or on the database: pass `kit.db.prisma`). No area is applied. Null when not there. */
  get(tx: Transaction, id: string): Promise<GroupRecord | null>;
  /** As `get`, and the row is locked until the transaction ends. */
  lock(tx: Transaction, id: string): Promise<GroupRecord | null>;
  many(tx: Transaction, ids: readonly string[]): Promise<GroupRecord[]>;
  /** Living members, officers first. */
  members(tx: Transaction, id: string): Promise<GroupMember[]>;
  membersOf(tx: Transaction, ids: readonly string[]): Promise<(GroupMember & { groupId: string })[]>;
  /** Writes the figures that the lists show of groups' aid, by one statement; what is left out stays. Each group once. */
  setAid(tx: Transaction, groups: readonly AidSummary[]): Promise<void>;
  /** Where aid brought a group to life: formed becomes active. Does nothing in another state. */
  activate(unit: Unit, who: Person, groupId: string, note: string): Promise<void>;
  /** Group names with this key in a regency, for the importer: "<village>|<name key>" to id. */
  namesIn(regencyCode: string): Promise<Map<string, string>>;
  /** Which accounts (digits without leading zeros) living groups hold. */
  accountsTaken(regencyCode: string, keys: readonly string[]): Promise<Set<string>>;
  /** Stores many groups with their members by sets, in the caller's transaction. Errors: PERSON_TAKEN, ACCOUNT_TAKEN. */
  formFromImport(unit: Unit, who: Person, input: { importId: string; regencyCode: string; on: string; groups: readonly ImportedGroup[] }): Promise<Stored>;
  /** Takes back a whole import while nothing rests on it. IMPORT_IN_USE otherwise. */
  undoImport(unit: Unit, who: Person, importId: string): Promise<{ groups: number; persons: number; memberships: number }>;
}

export type { Moment, CheckView };

declare module '@anyam/contract-kit' {
  interface Services {
    group: GroupPort;
  }
}
