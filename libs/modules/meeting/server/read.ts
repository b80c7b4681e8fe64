import { fill, type IsoDate } from '@anyam/domain/kernel';
import {
  DECISION_LABEL, decisionInForce, decisionSentence, isCarried, leftOutOf, MEETING_ERRORS, meetingFlow, meetingProblems, quorumOf,
  type Decision, type DecisionKind, type MeetingProblem, type RecordedDecision,
} from '@anyam/domain/meeting';
import type { GroupRecord, } from '@anyam/group/contract';
import type { Call } from '@anyam/contract-kit';
import type { z } from 'zod';
import type { Choice, ChoiceSource, Decided, DecisionView, groupMeetings, MeetingPort, meetingDetail, meetingRow } from '../contract/index.ts';
import { decisionRepository, type StoredDecision } from '../persistence/decision.repository.ts';
import { meetingRepository, type CountedMeeting } from '../persistence/meeting.repository.ts';
import { peopleRepository } from '../persistence/people.repository.ts';
import { judgedBy, type MeetingContext } from './context.ts';
import { flowContext, matterOf, type Matter } from './matter.ts';

const PAST_SHOWN = 60;
const OFFICERS = ['chair', 'secretary', 'treasurer'] as const;

const rowOf = (m: CountedMeeting): z.infer<typeof meetingRow> => ({
  id: m.id, state: m.state, plannedOn: m.plannedOn, heldOn: m.heldOn, moveReason: m.moveReason, beginsAt: m.beginsAt, place: m.place, number: m.number, present: m.present, members: m.members, decisions: m.decisions,
});
const problemView = (p: MeetingProblem) => ({ code: p.code, text: { id: fill(MEETING_ERRORS[p.code].text.id, p.params), en: fill(MEETING_ERRORS[p.code].text.en, p.params) }, where: p.where ?? null });

const viewOf = (d: StoredDecision, name: (id: string) => string): DecisionView => ({
  id: d.id, meetingId: d.meetingId, heldOn: d.heldOn, number: d.number, decided: { kind: d.kind, content: d.content } as unknown as Decided, label: DECISION_LABEL[d.kind], said: decisionSentence(d, name),
  wording: d.wording, votes: d.votes, from: d.from, carried: isCarried(d), minutesClosed: d.minutesClosed,
});

/** Which one of its kind replaces an earlier one: a target of a product, a norm, an office; the others of a kind replace each other, or each stands alone. */
const lane = (d: RecordedDecision): string => {
  switch (d.kind) {
    case 'productionTarget': return `${d.kind}/${d.content.productId}`;
    case 'productNorm': return `${d.kind}/${d.content.productId}/${d.content.grade ?? ''}/${d.content.materialId}`;
    case 'officers': return `${d.kind}/${d.content.role}`;
    case 'iksRate': case 'loanRules': case 'memberShare': return d.kind;
    default: return d.id;
  }
};

export function createReads(c: MeetingContext): Pick<MeetingPort, 'group' | 'detail' | 'books'> {
  const { query, ports } = c;

  async function about(g: GroupRecord) {
    const names = await ports.territory.names([g.villageCode, g.districtCode]);
    return { id: g.id, name: g.name, villageName: names.get(g.villageCode) ?? g.villageCode, districtName: names.get(g.districtCode) ?? '' };
  }
  const choicesOf = async (source: ChoiceSource, groupId: string): Promise<Choice[] | null> => {
    const known = c.choices.get(source);
    return known ? [...(await known(c.kit.db.prisma, groupId))] : null;
  };
  /** Names behind the ids that decisions hold. */
  async function namer(groupId: string) {
    const [names, product, material, loan] = await Promise.all([peopleRepository.names(query, groupId), choicesOf('product', groupId), choicesOf('material', groupId), choicesOf('loan', groupId)]);
    for (const choice of [...(product ?? []), ...(material ?? [])]) names.set(choice.id, choice.label);
    return { name: (id: string) => names.get(id) ?? '…', choices: { product, material, loan } };
  }
  /** Latest first: of each lane the one in force today. What was decided once (a loan, a use of the fund) stays while it is of the last two years. */
  function inForce(decisions: readonly StoredDecision[], today: IsoDate): StoredDecision[] {
    const lanes = new Map<string, StoredDecision>();
    for (const d of decisions) {
      if (lanes.has(lane(d))) continue;
      const found = decisionInForce<DecisionKind>(d.kind, decisions, today, (other) => lane(other) === lane(d));
      if (found) lanes.set(lane(d), found as unknown as StoredDecision);
    }
    return [...lanes.values()].sort((a, b) => (a.from < b.from ? 1 : -1)).slice(0, 60);
  }

  /** Officers that this meeting's closed minutes name and the file does not show. */
  async function officersToApply(m: Matter, all: readonly StoredDecision[]): Promise<z.infer<typeof meetingDetail>['officersToApply']> {
    if (m.meeting.state !== 'closed') return [];
    const now = await peopleRepository.membersOn(query, m.meeting.groupId, c.today());
    return OFFICERS.flatMap((role) => {
      const d = decisionInForce('officers', all, c.today(), (x) => x.content.role === role);
      const member = now.find((x) => x.memberId === d?.content.memberId);
      if (d?.meetingId !== m.meeting.id || !member || member.role === role) return [];
      return [{ role, memberId: member.memberId, name: member.name, before: now.find((x) => x.role === role)?.name ?? null }];
    });
  }

  return {
    async group(call, { groupId }) {
      const group = await c.group(call, groupId);
      const [plan, coming, past, pastTotal, decisions, rules, place, { name }] = await Promise.all([
        meetingRepository.plan(query, groupId), meetingRepository.coming(query, groupId), meetingRepository.past(query, groupId, PAST_SHOWN), meetingRepository.pastTotal(query, groupId),
        decisionRepository.ofGroup(query, groupId), c.rulesOn(group.regencyCode, c.today()), about(group), namer(groupId),
      ]);
      return {
        group: { ...place, members: group.memberCount },
        schedule: { revision: plan?.revision ?? 0, rhythm: plan?.rhythm ?? null, beginsAt: plan?.beginsAt ?? null, place: plan?.place ?? '', quorum: plan?.quorum ?? null } as z.infer<typeof groupMeetings>['schedule'],
        rules: { quorumPercent: rules.quorumPercent, gapDays: rules.meetingGapDays }, today: c.today(), lastHeldOn: plan?.lastHeldOn ?? null,
        coming: coming.map(rowOf), past: past.map(rowOf), pastTotal, inForce: inForce(decisions, c.today()).map((d) => viewOf(d, name)),
        can: { write: c.may(call, group, 'meeting.write') },
      };
    },

    async detail(call, { id }) {
      const { meeting, group } = await c.mine(call, id);
      const rules = await c.rulesOn(group.regencyCode, meeting.heldOn);
      const judged = judgedBy(meeting, await meetingRepository.plan(query, meeting.groupId), rules);
      const m = await matterOf(query, meeting, judged);
      const [counted, place, guests, all, { name, choices }] = await Promise.all([
        meetingRepository.counted(query, id), about(group), peopleRepository.guestsOf(query, id), decisionRepository.ofGroup(query, meeting.groupId), namer(meeting.groupId),
      ]);
      const marks = new Map(m.attendance.map((a) => [a.memberId, a]));
      const known = new Set(m.members.map((x) => x.memberId));
      const about2 = { rule: judged.rule, rules: judged };
      return {
        ...rowOf(counted ?? { ...meeting, present: 0, members: 0, decisions: 0 }), group: place, revision: meeting.revision, entries: meeting.entries, agenda: meeting.agenda, notes: meeting.notes,
        leaderId: meeting.leaderId, writerId: meeting.writerId, today: c.today(),
        people: [
          ...m.members.map((x) => ({ ...x, state: marks.get(x.memberId)?.state ?? null, representative: marks.get(x.memberId)?.representative ?? null, stranger: false })),
          ...m.attendance.filter((a) => !known.has(a.memberId)).map((a) => ({ ...a, role: 'member' as const, stranger: true })),
        ],
        quorum: quorumOf(m.minutes.attendance, about2), quorumRule: judged.rule, quorumPercent: judged.quorumPercent,
        decided: m.decisions.map((d) => ({ ...viewOf(d, name), quorum: quorumOf(m.minutes.attendance, { ...about2, leftOut: leftOutOf(d as Decision) }) })),
        problems: meeting.state === 'closed' || meeting.state === 'cancelled' ? [] : meetingProblems(m.minutes).map(problemView), guests, choices, purposes: [...rules.fundPurposes],
        officersToApply: await officersToApply(m, all),
        buttons: meetingFlow.buttons(meeting.state, flowContext(call, group, m, c.today())).map((b) => ({
          ...b, needs: [...b.needs], blockers: b.blockers.map((x) => ({ code: x.code, text: { id: fill(x.text.id, x.params), en: fill(x.text.en, x.params) }, clearedBy: x.clearedBy })),
        })),
        can: { write: c.may(call, group, 'meeting.write'), officers: c.may(call, group, 'meeting.officers') },
      };
    },

    async books(call: Call, { groupId, year }) {
      const group = await c.group(call, groupId);
      const past = (await meetingRepository.past(query, groupId, 500)).filter((m) => m.state === 'closed');
      const meetings = past.filter((m) => m.heldOn.startsWith(`${year}-`)).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
      const [marks, guests, place] = await Promise.all([peopleRepository.marksOf(query, meetings.map((m) => m.id)), peopleRepository.guestsIn(query, groupId, year), about(group)]);
      const people = new Map(marks.map((m) => [m.memberId, m.name]));
      const at = new Map(marks.map((m) => [`${m.memberId}/${m.meetingId}`, m.state]));
      return {
        groupName: place.name, villageName: place.villageName, years: [...new Set([year, ...past.map((m) => Number(m.heldOn.slice(0, 4)))])].sort((a, b) => b - a),
        meetings: meetings.map((m) => ({ id: m.id, heldOn: m.heldOn, number: m.number })),
        attendance: [...people].map(([memberId, name]) => ({ memberId, name, marks: meetings.map((m) => at.get(`${memberId}/${m.id}`) ?? null) })),
        guests,
      };
    },
  };
}
