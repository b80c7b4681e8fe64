import { contractOf, idSchema, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { decideInput, undecideInput } from './decision.schema.ts';
import './meeting.port.ts';
import * as s from './meeting.schema.ts';
import { meetingPermissions } from './permissions.ts';

const { guarded } = contractOf(meetingPermissions);

export const meetingRouter = router({
  list: guarded('meeting.read').input(s.meetingListInput).output(s.meetingPage).query(({ ctx, input }) => ctx.services.meeting.list(ctx.call, input)),
  silent: guarded('meeting.read').input(s.silentInput).output(s.silentPage).query(({ ctx, input }) => ctx.services.meeting.silent(ctx.call, input)),
  counts: guarded('meeting.read').input(z.void()).output(s.countsOutput).query(({ ctx }) => ctx.services.meeting.counts(ctx.call)),
  exportXlsx: guarded('meeting.export').input(s.exportInput).output(s.exportOutput).mutation(({ ctx, input }) => ctx.services.meeting.exportXlsx(ctx.call, input)),
  group: guarded('meeting.read').input(s.byGroup).output(s.groupMeetings).query(({ ctx, input }) => ctx.services.meeting.group(ctx.call, input)),
  detail: guarded('meeting.read').input(s.byId).output(s.meetingDetail).query(({ ctx, input }) => ctx.services.meeting.detail(ctx.call, input)),
  books: guarded('meeting.read').input(s.booksInput).output(s.booksOutput).query(({ ctx, input }) => ctx.services.meeting.books(ctx.call, input)),
  saveSchedule: guarded('meeting.write').input(s.saveScheduleInput).output(s.revisionOutput).mutation(({ ctx, input }) => ctx.services.meeting.saveSchedule(ctx.call, input)),
  plan: guarded('meeting.write').input(s.planInput).output(z.object({ ids: z.array(idSchema) })).mutation(({ ctx, input }) => ctx.services.meeting.plan(ctx.call, input)),
  act: guarded('meeting.write').input(s.actInput).output(s.actOutput).mutation(({ ctx, input }) => ctx.services.meeting.act(ctx.call, input)),
  attendance: guarded('meeting.write').input(s.attendanceInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.meeting.attendance(ctx.call, input)),
  saveMinutes: guarded('meeting.write').input(s.saveMinutesInput).output(s.revisionOutput).mutation(({ ctx, input }) => ctx.services.meeting.saveMinutes(ctx.call, input)),
  decide: guarded('meeting.write').input(decideInput).output(s.byId).mutation(({ ctx, input }) => ctx.services.meeting.decide(ctx.call, input)),
  undecide: guarded('meeting.write').input(undecideInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.meeting.undecide(ctx.call, input)),
  addGuest: guarded('meeting.write').input(s.addGuestInput).output(s.byId).mutation(({ ctx, input }) => ctx.services.meeting.addGuest(ctx.call, input)),
  applyOfficers: guarded('meeting.officers').input(s.byId).output(z.void()).mutation(({ ctx, input }) => ctx.services.meeting.applyOfficers(ctx.call, input)),
});
export type MeetingRouter = typeof meetingRouter;
