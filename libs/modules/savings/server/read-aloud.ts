import type { Call } from '@anyam/contract-kit';
import { rupiah, type IsoDate } from '@anyam/domain/kernel';
import { isCarried, javaneseDayName, readAloud, type Attendance } from '@anyam/domain/meeting';
import type { GroupRecord } from '@anyam/group/contract';
import type { SheetCases } from '../contract/index.ts';
import { broughtBy, entryRepository } from '../persistence/entry.repository.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import { meetingReads } from '../persistence/meeting.reads.ts';
import type { SavingsContext } from './context.ts';

type MeetingOf = (call: Call, meetingId: string) => Promise<{ meeting: { id: string; on: string; state: string }; group: GroupRecord }>;

/** What is read out in large letters after a meeting: who saved, the totals, who was helped, what was sold since the last one. */
export const createReadAloud = (c: SavingsContext, meetingOf: MeetingOf): SheetCases['readAloud'] => async (call, { meetingId }) => {
  const { meeting, group } = await meetingOf(call, meetingId);
  const prisma = c.kit.db.prisma;
  const [marks, entries, members, decisions, uses, before, balance, place] = await Promise.all([
    meetingReads.attendance(c.query, meetingId), entryRepository.ofMeeting(c.query, meetingId), fundRepository.members(c.query, group.id), c.needs.meeting.decisions(prisma, group.id),
    fundRepository.uses(c.query, { groupId: group.id }), meetingReads.before(c.query, group.id, meeting.on), fundRepository.group(c.query, group.id), fundRepository.place(c.query, group.villageCode),
  ]);
  const sales = await meetingReads.sales(c.query, group.id, before, meeting.on);
  const names = new Map([...members.map((m) => [m.memberId, m.name] as const), ...entries.map((e) => [e.memberId, e.memberName] as const)]);
  const own = decisions.filter((d) => d.meetingId === meetingId);
  const helped = uses.filter((u) => u.reversed === null && u.memberName !== null && (u.meetingId === meetingId || (u.on <= meeting.on && (before === null || u.on > before))));
  const said = readAloud({
    attendance: marks as readonly Attendance[],
    payments: entries.filter((e) => e.source === 'money').map((e) => ({ memberId: e.memberId, kind: e.kind === 'loan' ? 'instalment' as const : e.kind, amount: rupiah(broughtBy(e)) })),
    help: helped.map((u) => ({ memberId: u.memberName ?? '', what: u.what, amount: rupiah(u.amount) })),
    sales: sales.map((s) => ({ productId: s.name, quantity: 0, amount: rupiah(s.amount) })),
    decisions: own,
  });
  const on = meeting.on as IsoDate;
  return {
    meeting: {
      id: meeting.id, groupId: group.id, groupName: group.name, villageName: place[0]?.name ?? group.villageCode, on, state: meeting.state,
      dayName: { id: javaneseDayName(on, 'id'), en: javaneseDayName(on, 'en') },
    },
    attendance: { ...said.attendance },
    savers: said.savers.filter((s) => s.total !== 0n).map(({ memberId, ...s }) => ({ name: names.get(memberId) ?? '', ...s })),
    totals: { ...said.totals },
    helped: said.helped.map((h) => ({ name: h.memberId, what: h.what, amount: h.amount })),
    helpTotal: said.helpTotal,
    soldSince: before,
    sold: said.sold.map((s) => ({ name: s.productId, amount: s.amount })),
    soldTotal: said.soldTotal,
    decided: own.map((d) => ({ id: d.id, wording: d.wording, carried: isCarried(d) })),
    fund: balance.iks,
  };
};
