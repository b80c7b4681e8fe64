import { fail as common } from '@anyam/contract-kit';
import type { MeetingPort } from '../contract/index.ts';
import type { MeetingContext } from './context.ts';
import { fail } from './errors.ts';

/** Decided officers go into the group's file through the group's own task, with the record of the meeting as its minutes. */
export function createOfficers(c: MeetingContext, detail: MeetingPort['detail']): Pick<MeetingPort, 'applyOfficers'> {
  return {
    async applyOfficers(call, { id }) {
      const meeting = await detail(call, { id });
      if (meeting.officersToApply.length === 0) throw fail('NOTHING_TO_APPLY');
      const group = await c.ports.group.detail(call, { id: meeting.group.id });
      const now = new Map(group.memberships.filter((m) => m.leftOn === null).map((m) => [m.role, m.membershipId]));
      const decided = new Map(meeting.officersToApply.map((o) => [o.role, o.memberId]));
      const who = (role: 'chair' | 'secretary' | 'treasurer') => decided.get(role) ?? now.get(role);
      const [chair, secretary, treasurer] = [who('chair'), who('secretary'), who('treasurer')];
      if (!chair || !secretary || !treasurer) throw common('CHANGED_MEANWHILE');
      const decisions = meeting.decided.filter((d) => d.decided.kind === 'officers' && d.carried);
      await c.ports.group.saveTask(call, {
        task: 'officers', id: meeting.group.id, seenAt: group.updatedAt, chair, secretary, treasurer, on: meeting.heldOn,
        minutes: { heldOn: meeting.heldOn, number: meeting.number?.slice(0, 60) ?? null, present: meeting.present, decision: decisions.map((d) => d.wording).join(' ').slice(0, 2000) || 'Pengurus', fileId: null },
      });
    },
  };
}
