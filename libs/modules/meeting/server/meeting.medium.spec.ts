import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import { groupFor } from '@anyam/group/testing';
import { programmeFor } from '@anyam/programme/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { meetingListInput, silentInput, type Decided, type MeetingPort } from '../contract/index.ts';
import { closeMeeting, decidedMeeting, decideIn, groupWithMembers, meetingFor, openMeeting } from '../testing/index.ts';

let kit: TestKit;
let meeting: MeetingPort;
let operator: Call;

beforeAll(async () => {
  kit = await testKit();
  kit.clock.set('2020-11-03T02:00:00.000Z');
  meeting = meetingFor(kit);
  operator = await callFor(kit, { role: 'operator' });
  await programmeFor(kit).create(await callFor(kit, { role: 'admin' }), { key: randomUUID(), name: 'KUBE', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 1n, dpaNumber: '1' });
});

const key = () => randomUUID();
const iks = (amount: bigint): Decided => ({ kind: 'iksRate', content: { kind: 'amount', amount, every: 'meeting' } });
const step = (id: string, action: 'open' | 'close' | 'reopen' | 'cancel', expectedState: 'scheduled' | 'open' | 'closed', more: { reason?: string } = {}) =>
  meeting.act(operator, { key: key(), id, action, expectedState, ...more });
const schedule = (groupId: string, over: object = {}) =>
  meeting.saveSchedule(operator, { groupId, revision: 0, rhythm: { kind: 'weekly', weekday: 2 }, beginsAt: '19:30', place: 'Balai desa', quorum: null, ...over });
const days = async (groupId: string) => (await meeting.group(operator, { groupId })).coming.map((m) => m.heldOn);
const sql = (text: string, ...values: unknown[]) => kit.db.pool.query(text, values);

describe('the schedule', () => {
  it('plans three meetings ahead, moves one with a reason and plans anew when it changes', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const { revision } = await schedule(groupId);
    // 3 November 2020 is Tuesday (Selasa Pon).
    expect(await days(groupId)).toEqual(['2020-11-03', '2020-11-10', '2020-11-17']);
    const [, second] = (await meeting.group(operator, { groupId })).coming;
    const move = (to: string, reason?: string) => meeting.act(operator, { key: key(), id: second?.id ?? '', action: 'move', expectedState: 'scheduled', to, ...(reason ? { reason } : {}) });
    await expect(move('2020-11-12')).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    await expect(move('2020-11-17', 'panen raya')).rejects.toMatchObject({ code: 'DAY_TAKEN' });
    await expect(move('2020-11-24', 'panen raya')).rejects.toMatchObject({ code: 'DATE_TAKEN' });
    await move('2020-11-12', 'panen raya');
    expect((await meeting.group(operator, { groupId })).coming[1]).toMatchObject({ plannedOn: '2020-11-10', heldOn: '2020-11-12', moveReason: 'panen raya' });

    await expect(schedule(groupId)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    // By selapan from Selasa Pon; the moved meeting stays, what the old schedule planned goes.
    await schedule(groupId, { revision, rhythm: { kind: 'selapan', anchor: '2020-11-03' } });
    expect(await days(groupId)).toEqual(['2020-11-03', '2020-11-12', '2020-12-08']);
  });

  it('plans an extra day once, and only a free one', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const input = { key: key(), groupId, on: '2020-11-05' };
    const first = await meeting.plan(operator, input);
    expect(await meeting.plan(operator, input)).toEqual(first);
    expect(await days(groupId)).toEqual(['2020-11-05']);
    await expect(meeting.plan(operator, { ...input, key: key() })).rejects.toMatchObject({ code: 'DAY_TAKEN' });
    await expect(meeting.plan(operator, { key: key(), groupId })).rejects.toMatchObject({ code: 'NO_RHYTHM' });
  });
});

describe('a meeting', () => {
  it('opens on its day only, one at a time, and closes when its minutes are complete', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    await schedule(groupId);
    const [today, later] = (await meeting.group(operator, { groupId })).coming.map((m) => m.id) as [string, string];
    await expect(step(later, 'open', 'scheduled')).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    await step(today, 'open', 'scheduled');
    await expect(step(today, 'open', 'scheduled')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    kit.clock.set('2020-11-10T02:00:00.000Z');
    await expect(step(later, 'open', 'scheduled')).rejects.toMatchObject({ params: { text: expect.stringContaining('masih terbuka') } });
    kit.clock.set('2020-11-03T02:00:00.000Z');

    await expect(closeMeeting(meeting, operator, today)).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    const seen = await meeting.detail(operator, { id: today });
    expect(seen.problems.map((p) => p.code).sort()).toEqual(['AGENDA_MISSING', 'ATTENDANCE_MISSING', 'LEADER_MISSING', 'NOTES_MISSING']);
    await expect(meeting.attendance(operator, { id: today, marks: [{ memberId: randomUUID(), state: 'present', representative: null }] })).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await meeting.attendance(operator, { id: today, marks: seen.people.map((p, i) => ({ memberId: p.memberId, state: i < 8 ? 'present' : 'absent', representative: null })) });
    const minutes = { id: today, revision: seen.revision, beginsAt: null, place: 'Balai desa', agenda: ['Setoran', ' '], notes: 'Dibahas.', leaderId: seen.people[0]?.memberId ?? null, writerId: seen.people[1]?.memberId ?? null };
    await meeting.saveMinutes(operator, minutes);
    await expect(meeting.saveMinutes(operator, minutes)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const closing = { key: key(), id: today, action: 'close' as const, expectedState: 'open' as const };
    const closed = await meeting.act(operator, closing);
    expect(closed).toMatchObject({ state: 'closed', number: expect.stringMatching(/^BA\/001\/KUBE-UJI-\d+\/XI\/2020$/) });
    expect(await meeting.act(operator, closing)).toEqual(closed);
    expect(await meeting.detail(operator, { id: today })).toMatchObject({ agenda: ['Setoran'], present: 8, quorum: { eligible: 10, counted: 8, needed: 7, met: true } });
    // The next one is planned in its place.
    expect(await days(groupId)).toEqual(['2020-11-10', '2020-11-17', '2020-11-24']);
  });

  it('decides by the group\'s own quorum, without the one who is helped', async () => {
    const { groupId, members } = await groupWithMembers(kit, operator);
    await schedule(groupId, { quorum: { kind: 'number', number: 8 } });
    const id = (await meeting.group(operator, { groupId })).coming[0]?.id as string;
    await step(id, 'open', 'scheduled');
    const { people, revision } = await meeting.detail(operator, { id });
    const mark = (there: number) => meeting.attendance(operator, { id, marks: people.map((p, i) => ({ memberId: p.memberId, state: i < there ? 'present' : 'excused', representative: null })) });
    await mark(8);
    await meeting.saveMinutes(operator, { id, revision, beginsAt: null, place: 'x', agenda: ['x'], notes: 'x', leaderId: people[0]?.memberId ?? null, writerId: people[1]?.memberId ?? null });
    await decideIn(meeting, operator, id, iks(5_000n));
    expect((await meeting.detail(operator, { id })).problems).toEqual([]);
    await mark(7);
    expect((await meeting.detail(operator, { id })).problems.map((p) => p.code)).toEqual(['QUORUM_NOT_MET']);
    await mark(8);
    // Who is present and helped leaves 7 of 9, where 8 are needed.
    const helped = members[2]?.membershipId as string;
    const { id: help } = await decideIn(meeting, operator, id, { kind: 'iksUse', content: { purpose: 'socialHelp', amount: 100_000n, what: 'Sakit', memberId: helped } });
    const seen = await meeting.detail(operator, { id });
    expect(seen.problems).toMatchObject([{ code: 'QUORUM_NOT_MET', where: help }]);
    expect(seen.decided[1]).toMatchObject({ quorum: { eligible: 9, counted: 7, needed: 8, met: false }, said: { id: expect.stringContaining('100.000 dipakai untuk bantuan sosial bagi') } });
    await expect(closeMeeting(meeting, operator, id)).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    await mark(9);
    await closeMeeting(meeting, operator, id);
    // The rule it was judged by stays with it.
    await schedule(groupId, { revision: 1, quorum: { kind: 'number', number: 10 } });
    expect((await meeting.detail(operator, { id })).quorum).toMatchObject({ needed: 8, met: true });
  });

  it('takes a whole list of marks in another module\'s transaction, or none of them', async () => {
    const { groupId, members } = await groupWithMembers(kit, operator);
    const id = await openMeeting(kit, meeting, operator, groupId);
    const [first, second] = members.map((m) => m.membershipId) as [string, string];
    const post = (marks: readonly { memberId: string; state: 'represented' | 'absent' | null; representative: string | null }[]) =>
      kit.work.run(operator.actor, async (unit) => {
        expect(await meeting.open(unit.tx, id)).toMatchObject({ groupId, on: '2020-11-03' });
        await meeting.mark(unit, operator.actor, id, marks);
      });
    await expect(post([{ memberId: first, state: 'absent', representative: null }, { memberId: randomUUID(), state: 'absent', representative: null }])).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await post([{ memberId: second, state: null, representative: null }, { memberId: first, state: 'represented', representative: ' Sukini ' }]);
    expect((await meeting.detail(operator, { id })).people.slice(0, 2)).toMatchObject([{ state: 'represented', representative: 'Sukini' }, { state: null }]);
    await expect(kit.work.run(operator.actor, (unit) => meeting.open(unit.tx, randomUUID()))).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' });
  });

  it('can be called off while nothing is in it, and its day is not planned again', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    await schedule(groupId);
    const id = (await meeting.group(operator, { groupId })).coming[0]?.id as string;
    await step(id, 'open', 'scheduled');
    await kit.work.run(operator.actor, (unit) => meeting.touch(unit, id));
    await expect(step(id, 'cancel', 'open', { reason: 'banjir' })).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    const next = (await meeting.group(operator, { groupId })).coming[1]?.id as string;
    await step(next, 'cancel', 'scheduled', { reason: 'banjir' });
    expect(await days(groupId)).toEqual(['2020-11-03', '2020-11-17', '2020-11-24', '2020-12-01']);
    await expect(kit.work.run(operator.actor, (unit) => meeting.touch(unit, next))).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' });
  });
});

describe('decisions', () => {
  it('are in force only in closed minutes, and the refusal says what is missing', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const wanted = () => meeting.require(kit.db.prisma, groupId, 'iksRate', '2020-11-03');
    await expect(wanted()).rejects.toMatchObject({ code: 'DECISION_NEEDED', params: { text: expect.stringContaining('belum ada keputusan') } });
    const id = await openMeeting(kit, meeting, operator, groupId);
    const input = { key: key(), id, decided: iks(5_000n), wording: 'IKS lima ribu.', votes: { agree: 10, against: 0, abstain: 0 }, from: '2020-11-03' };
    const made = await meeting.decide(operator, input);
    expect(await meeting.decide(operator, input)).toEqual(made);
    await meeting.decide(operator, { ...input, key: key(), decisionId: made.id, decided: iks(7_000n) });
    await expect(wanted()).rejects.toMatchObject({ params: { text: expect.stringContaining('belum ditutup') } });
    await closeMeeting(meeting, operator, id);
    expect(await wanted()).toMatchObject({ id: made.id, content: { kind: 'amount', amount: 7_000n, every: 'meeting' }, minutesClosed: true });
    expect((await meeting.group(operator, { groupId })).inForce).toMatchObject([{ said: { id: expect.stringMatching(/^IKS Rp.7\.000 setiap rapat$/) } }]);
    await expect(meeting.decide(operator, { ...input, key: key() })).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' });
    await expect(meeting.undecide(operator, { id, decisionId: made.id })).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' });

    await step(id, 'reopen', 'closed', { reason: 'salah tulis' });
    await expect(wanted()).rejects.toMatchObject({ code: 'DECISION_NEEDED' });
    await meeting.undecide(operator, { id, decisionId: made.id });
    await closeMeeting(meeting, operator, id);
    await expect(wanted()).rejects.toMatchObject({ params: { text: expect.stringContaining('belum ada keputusan') } });
  });

  it('name only what the keeping module offers', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const mats = { id: randomUUID(), label: 'Tikar pandan', hint: null, memberId: null };
    const own = meetingFor(kit);
    own.offer('product', async () => [mats]);
    const id = await openMeeting(kit, own, operator, groupId);
    const target = (productId: string): Decided => ({ kind: 'productionTarget', content: { productId, from: '2020-11-01', to: '2020-11-30', quantity: 500 } });
    await expect(decideIn(own, operator, id, target(randomUUID()))).rejects.toMatchObject({ code: 'SUBJECT_UNKNOWN' });
    await decideIn(own, operator, id, target(mats.id));
    expect((await own.detail(operator, { id })).decided[0]?.said.id).toBe('Target Tikar pandan: 500, 1 November 2020 sampai 30 November 2020');
  });

  it('on officers are written into the group\'s file once, by the office', async () => {
    const { groupId, members } = await groupWithMembers(kit, operator);
    const plain = members.find((m) => m.role === 'member');
    const id = await decidedMeeting(kit, meeting, operator, groupId, [{ kind: 'officers', content: { role: 'treasurer', memberId: plain?.membershipId as string } }]);
    expect((await meeting.detail(operator, { id })).officersToApply).toMatchObject([{ role: 'treasurer', name: plain?.name, before: members.find((m) => m.role === 'treasurer')?.name }]);
    await meeting.applyOfficers(operator, { id });
    const file = await groupFor(kit).detail(operator, { id: groupId });
    expect(file.memberships.find((m) => m.role === 'treasurer')?.membershipId).toBe(plain?.membershipId);
    expect(file.minutes.some((m) => m.number?.startsWith('BA/001/'))).toBe(true);
    await expect(meeting.applyOfficers(operator, { id })).rejects.toMatchObject({ code: 'NOTHING_TO_APPLY' });
  });
});

describe('reopening', () => {
  it('is for the last meeting, with a reason, and keeps the number', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const first = await decidedMeeting(kit, meeting, operator, groupId, [], '2020-10-06');
    const second = await decidedMeeting(kit, meeting, operator, groupId, [], '2020-11-03');
    await expect(step(first, 'reopen', 'closed', { reason: 'salah' })).rejects.toMatchObject({ params: { text: expect.stringContaining('Hanya rapat terakhir') } });
    await expect(step(second, 'reopen', 'closed')).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    const { number } = await meeting.detail(operator, { id: second });
    await step(second, 'reopen', 'closed', { reason: 'salah tulis' });
    expect((await meeting.group(operator, { groupId })).lastHeldOn).toBe('2020-10-06');
    await expect(step(second, 'cancel', 'open', { reason: 'batal saja' })).rejects.toMatchObject({ code: 'STEP_REFUSED' });
    expect(await closeMeeting(meeting, operator, second)).toMatchObject({ number });
    expect((await meeting.group(operator, { groupId })).lastHeldOn).toBe('2020-11-03');
  });
});

describe('numbers', () => {
  it('have no holes, whoever races', async () => {
    const groups = await Promise.all([groupWithMembers(kit, operator), groupWithMembers(kit, operator)]);
    for (const { groupId } of groups) {
      for (const on of ['2019-12-03', '2020-02-03', '2020-03-03', '2020-04-03']) {
        const id = await openMeeting(kit, meeting, operator, groupId, on);
        const done = await Promise.allSettled(Array.from({ length: 4 }, () => closeMeeting(meeting, operator, id)));
        expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
      }
      const { past } = await meeting.group(operator, { groupId });
      expect(past.map((m) => m.number?.slice(0, 6))).toEqual(['BA/003', 'BA/002', 'BA/001', 'BA/001']);
    }
  });
  it('one of many who open at once wins', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const ids = (await Promise.all(['2020-10-01', '2020-10-02', '2020-10-03'].map((on) => meeting.plan(operator, { key: key(), groupId, on })))).map((p) => p.ids[0] as string);
    const done = await Promise.allSettled(ids.map((id) => step(id, 'open', 'scheduled')));
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('next door', () => {
  it('sees and writes nothing; an officer reaches the own group alone', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const other = await groupWithMembers(kit, operator);
    const id = await openMeeting(kit, meeting, operator, groupId);
    const strangers = [await callFor(kit, { role: 'operator', area: '35.20' }), await callFor(kit, { role: 'pendamping' }), await callFor(kit, { role: 'pengurus', subjectId: other.groupId })];
    for (const call of strangers) {
      for (const attempt of [
        () => meeting.detail(call, { id }), () => meeting.group(call, { groupId }), () => meeting.books(call, { groupId, year: 2020 }),
        () => meeting.plan(call, { key: key(), groupId, on: '2020-12-24' }), () => meeting.saveSchedule(call, { groupId, revision: 0, rhythm: null, beginsAt: null, place: '', quorum: null }),
        () => closeMeeting(meeting, call, id), () => decideIn(meeting, call, id, iks(1n)), () => meeting.undecide(call, { id, decisionId: randomUUID() }),
        () => meeting.attendance(call, { id, marks: [{ memberId: randomUUID(), state: 'present', representative: null }] }),
        () => meeting.saveMinutes(call, { id, revision: 1, beginsAt: null, place: '', agenda: [], notes: '', leaderId: null, writerId: null }),
        () => meeting.addGuest(call, { key: key(), groupId, meetingId: null, on: '2020-11-03', name: 'Tamu', origin: '', purpose: '' }),
        () => meeting.applyOfficers(call, { id }),
      ]) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const own = await callFor(kit, { role: 'pengurus', subjectId: groupId });
    await decideIn(meeting, own, id, iks(5_000n));
    await closeMeeting(meeting, own, id);
    const list = await meeting.list(own, meetingListInput.parse({ view: 'closed' }));
    expect(list.rows.map((r) => r.groupId)).toEqual([groupId]);
    expect((await meeting.list(strangers[0] as Call, meetingListInput.parse({ view: 'closed' }))).total).toBe(0);
    expect((await meeting.silent(strangers[2] as Call, silentInput.parse({}))).rows.map((r) => r.groupId)).toEqual([other.groupId]);
    // A guest of another group's meeting is no guest of this one.
    await expect(meeting.addGuest(operator, { key: key(), groupId: other.groupId, meetingId: id, on: '2020-11-03', name: 'Tamu', origin: '', purpose: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the office\'s lists', () => {
  it('show what comes, what was missed and who is silent', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    await decidedMeeting(kit, meeting, operator, groupId, [iks(1_000n)], '2020-09-01');
    await schedule(groupId);
    const mine = await callFor(kit, { role: 'pengurus', subjectId: groupId });
    expect(await meeting.counts(mine)).toMatchObject({ coming: 3, missed: 0, open: 0, silent: 1, districts: [{ value: '35.21.16', label: 'Pitu' }] });
    // 1 September to 3 November are 29 + 31 + 3 = 63 days; 45 are allowed.
    expect((await meeting.silent(mine, silentInput.parse({}))).rows).toMatchObject([{ groupId, lastHeldOn: '2020-09-01', days: 63, scheduled: true, nextOn: '2020-11-03' }]);
    expect((await meeting.list(mine, meetingListInput.parse({ from: '2020-11-04', to: '2020-11-10' }))).rows.map((r) => r.heldOn)).toEqual(['2020-11-10']);
    kit.clock.set('2020-11-04T02:00:00.000Z');
    expect(await meeting.counts(mine)).toMatchObject({ coming: 2, missed: 1 });
    kit.clock.set('2020-11-03T02:00:00.000Z');
    for (const odd of [{ q: '%' }, { q: "'; drop" }, { q: '\\' }, { page: 4000 }, { districts: ['99'] }]) await expect(meeting.list(operator, meetingListInput.parse(odd))).resolves.toBeDefined();
    const file = await meeting.exportXlsx(operator, { view: 'coming', districts: [], language: 'id' });
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(file.fileName).toBe('rapat-2020-11-03.xlsx');
  });

  it('and the group\'s books of guests and attendance', async () => {
    const { groupId, members } = await groupWithMembers(kit, operator);
    const id = await openMeeting(kit, meeting, operator, groupId);
    await meeting.addGuest(operator, { key: key(), groupId, meetingId: id, on: '2020-11-03', name: 'Bu Lurah', origin: 'Desa', purpose: 'Melihat' });
    await closeMeeting(meeting, operator, id);
    const books = await meeting.books(operator, { groupId, year: 2020 });
    expect(books).toMatchObject({ years: [2020], meetings: [{ id, heldOn: '2020-11-03' }], guests: [{ name: 'Bu Lurah' }] });
    expect(books.attendance).toHaveLength(10);
    expect(books.attendance[0]).toEqual({ memberId: members[0]?.membershipId, name: members[0]?.name, marks: ['present'] });
  });
});

describe('the database', () => {
  it('keeps closed minutes, numbers and guests as they are', async () => {
    const { groupId } = await groupWithMembers(kit, operator);
    const id = await decidedMeeting(kit, meeting, operator, groupId, [iks(1_000n)]);
    for (const text of [
      `UPDATE meeting SET notes = 'lain' WHERE id = $1`, `UPDATE meeting SET state = 'cancelled' WHERE id = $1`, `UPDATE meeting SET state = 'open', number = 'BA/9' WHERE id = $1`, 'DELETE FROM meeting WHERE id = $1',
      `UPDATE meeting_decision SET wording = 'lain' WHERE meeting_id = $1`, 'DELETE FROM meeting_decision WHERE meeting_id = $1', `UPDATE meeting_attendance SET state = 'absent' WHERE meeting_id = $1`,
    ]) await expect(sql(text, id), text).rejects.toMatchObject({ code: '23001' });
    await sql(`UPDATE meeting SET state = 'open' WHERE id = $1`, id);
    await expect(sql(`UPDATE meeting SET state = 'cancelled' WHERE id = $1`, id)).rejects.toMatchObject({ code: '23001' });
    await expect(sql('UPDATE meeting SET entries = -1 WHERE id = $1', id)).rejects.toMatchObject({ code: '23514' });
    await sql(`UPDATE meeting SET state = 'closed' WHERE id = $1`, id);

    const next = await openMeeting(kit, meeting, operator, groupId, '2020-11-02');
    await expect(sql(`UPDATE meeting SET state = 'closed', sequence = 3, number = 'BA/003', closed_at = now(), closed_by = 'x' WHERE id = $1`, next)).rejects.toMatchObject({ message: expect.stringContaining('hole') });
    await expect(sql(`UPDATE meeting SET state = 'open', opened_at = now(), quorum = '{}' WHERE id = (SELECT id FROM meeting WHERE group_id = $1 AND state = 'scheduled' LIMIT 1)`, groupId)).resolves.toBeDefined();
    const { ids } = await meeting.plan(operator, { key: key(), groupId, on: '2020-10-30' });
    await expect(sql(`UPDATE meeting SET state = 'open', opened_at = now(), quorum = '{}' WHERE id = $1`, ids[0])).rejects.toMatchObject({ code: '23505' });
    await meeting.addGuest(operator, { key: key(), groupId, meetingId: null, on: '2020-11-03', name: 'Tamu', origin: '', purpose: '' });
    await expect(sql('DELETE FROM meeting_guest WHERE group_id = $1', groupId)).rejects.toMatchObject({ code: '23001' });
  });
});
