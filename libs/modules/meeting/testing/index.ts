import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import type { IsoDate } from '@anyam/domain/kernel';
import { groupFor, importedGroup } from '@anyam/group/testing';
import { accessFor } from '@anyam/member/testing';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import type { Kit } from '@anyam/server-kit';
import type { Decided, MeetingPort } from '../contract/index.ts';
import { createMeeting } from '../server/meeting.service.ts';

/** Builders for specs and for other modules' specs: meetings that are held and closed with what they decide. */
export const meetingFor = (kit: Kit): MeetingPort =>
  createMeeting(kit, { territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit), group: groupFor(kit) });

/** A formed group with its living members, officers first. `joinedOn` lies before every meeting of the specs. */
export async function groupWithMembers(kit: Kit, call: Call, size = 10): Promise<{ groupId: string; members: { membershipId: string; name: string; role: string }[] }> {
  const group = groupFor(kit);
  const { groupIds } = await kit.work.run(call.actor, (unit) =>
    group.formFromImport(unit, call.actor, { importId: randomUUID(), regencyCode: '35.21', on: '2020-01-10', groups: [importedGroup({ size, formedOn: '2019-01-10' })] }));
  const groupId = groupIds[0] as string;
  return { groupId, members: await group.members(kit.db.prisma, groupId) };
}

/** Plans an extra meeting on a day and opens it; all members are marked present. Chair leads, secretary writes. */
export async function openMeeting(kit: Kit, meeting: MeetingPort, call: Call, groupId: string, on: string = kit.clock.today()): Promise<string> {
  const { ids } = await meeting.plan(call, { key: randomUUID(), groupId, on });
  const id = ids[0] as string;
  await meeting.act(call, { key: randomUUID(), id, action: 'open', expectedState: 'scheduled' });
  const { people, revision } = await meeting.detail(call, { id });
  await meeting.attendance(call, { id, marks: people.map((p) => ({ memberId: p.memberId, state: 'present', representative: null })) });
  const [leader, writer] = people;
  await meeting.saveMinutes(call, { id, revision, beginsAt: '19:30', place: 'Rumah ketua', agenda: ['Setoran', 'IKS'], notes: 'Musyawarah berjalan lancar.', leaderId: leader?.memberId ?? null, writerId: writer?.memberId ?? null });
  return id;
}

export const closeMeeting = (meeting: MeetingPort, call: Call, id: string) => meeting.act(call, { key: randomUUID(), id, action: 'close', expectedState: 'open' });

/** Everybody who may vote agrees. */
export const decideIn = (meeting: MeetingPort, call: Call, id: string, decided: Decided, about: { from?: string; agree?: number; wording?: string } = {}) =>
  meeting.detail(call, { id }).then((m) =>
    meeting.decide(call, { key: randomUUID(), id, decided, wording: about.wording ?? 'Disepakati bersama.', votes: { agree: about.agree ?? 5, against: 0, abstain: 0 }, from: (about.from ?? m.heldOn) as IsoDate }));

/** A meeting held on a day with these decisions, its minutes closed. Gives its id. */
export async function decidedMeeting(kit: Kit, meeting: MeetingPort, call: Call, groupId: string, decided: readonly Decided[], on?: string): Promise<string> {
  const id = await openMeeting(kit, meeting, call, groupId, on);
  for (const d of decided) await decideIn(meeting, call, id, d);
  await closeMeeting(meeting, call, id);
  return id;
}
