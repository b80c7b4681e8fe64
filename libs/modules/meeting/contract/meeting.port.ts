import type { Call } from '@anyam/contract-kit';
import type { DecisionKind, DecisionTest, RecordedDecision } from '@anyam/domain/meeting';
import type { Person, Transaction, Unit } from '@anyam/member/contract';
import type { z } from 'zod';
import type { decideInput, undecideInput } from './decision.schema.ts';
import type * as s from './meeting.schema.ts';

export type MeetingStateName = (typeof s.MEETING_STATES)[number];
export type Mark = z.infer<typeof s.markSchema>;
/** Something a decision may name: a product, a material, a loan. */
export type Choice = z.infer<typeof s.choiceView>;
export type ChoicesOf = (tx: Transaction, groupId: string) => Promise<readonly Choice[]>;

export interface MeetingPort {
  list(call: Call, input: z.infer<typeof s.meetingListInput>): Promise<z.infer<typeof s.meetingPage>>;
  /** Living groups whose last meeting is longer ago than the rule set allows, or that never met. */
  silent(call: Call, input: z.infer<typeof s.silentInput>): Promise<z.infer<typeof s.silentPage>>;
  counts(call: Call): Promise<z.infer<typeof s.countsOutput>>;
  exportXlsx(call: Call, input: z.infer<typeof s.exportInput>): Promise<z.infer<typeof s.exportOutput>>;
  group(call: Call, input: { groupId: string }): Promise<z.infer<typeof s.groupMeetings>>;
  detail(call: Call, input: { id: string }): Promise<z.infer<typeof s.meetingDetail>>;
  books(call: Call, input: z.infer<typeof s.booksInput>): Promise<z.infer<typeof s.booksOutput>>;
  saveSchedule(call: Call, input: z.infer<typeof s.saveScheduleInput>): Promise<{ revision: number }>;
  /** Gives the ids of the meetings planned. Errors: NO_RHYTHM, DATE_TAKEN. */
  plan(call: Call, input: z.infer<typeof s.planInput>): Promise<{ ids: string[] }>;
  act(call: Call, input: z.infer<typeof s.actInput>): Promise<z.infer<typeof s.actOutput>>;
  attendance(call: Call, input: z.infer<typeof s.attendanceInput>): Promise<void>;
  saveMinutes(call: Call, input: z.infer<typeof s.saveMinutesInput>): Promise<{ revision: number }>;
  decide(call: Call, input: z.infer<typeof decideInput>): Promise<{ id: string }>;
  undecide(call: Call, input: z.infer<typeof undecideInput>): Promise<void>;
  addGuest(call: Call, input: z.infer<typeof s.addGuestInput>): Promise<{ id: string }>;
  /** Writes officers decided in closed minutes into the group's file. Errors: NOTHING_TO_APPLY and those of the group. */
  applyOfficers(call: Call, input: { id: string }): Promise<void>;

  /** Decisions of the group as the domain's checks read them, newest last; of open minutes too, and those say so. No area is applied. */
  decisions(tx: Transaction, groupId: string): Promise<RecordedDecision[]>;
  /** The decision of this kind in force on a day. Error: DECISION_NEEDED with the sentence of what stands in the way. */
  require<K extends DecisionKind>(tx: Transaction, groupId: string, kind: K, on: string, test?: DecisionTest<K>): Promise<Extract<RecordedDecision, { kind: K }>>;
  /** The open meeting with this id, its row locked until the transaction ends; `on` is the day it is held. Error: MEETING_NOT_OPEN. */
  open(tx: Transaction, meetingId: string): Promise<{ id: string; groupId: string; on: string; attendance: { memberId: string; kind: (typeof s.ATTENDED)[number] }[] }>;
  get(tx: Transaction, meetingId: string): Promise<{ id: string; groupId: string; on: string; state: MeetingStateName; number: string | null } | null>;
  /** One more entry (money, goods) hangs on the open meeting, which can no longer be called off. Error: MEETING_NOT_OPEN. */
  touch(unit: Unit, meetingId: string): Promise<void>;
  /** Marks attendance in the caller's transaction, for a sheet that is posted whole. Errors: MEETING_NOT_OPEN, NOT_A_MEMBER. */
  mark(unit: Unit, who: Person, meetingId: string, marks: readonly Mark[]): Promise<void>;
  /** Called once while modules are made: the module that keeps products, materials or loans tells what decisions may name, and their names. */
  offer(source: s.ChoiceSource, choices: ChoicesOf): void;
}

declare module '@anyam/contract-kit' {
  interface Services {
    meeting: MeetingPort;
  }
}
