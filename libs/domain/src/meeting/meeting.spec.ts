import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, isoDate, rupiah, sayBlocker } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { ATTENDANCE_STATES, attendanceProblems, quorumOf, type Attendance, type AttendanceState } from './attendance.ts';
import type { DecisionKind } from './content.ts';
import { decisionInForce, requireDecision, type Decision, type DecisionOf, type RecordedDecision } from './decision.ts';
import { decisionProblems, type DecidingMeeting } from './decision-check.ts';
import { MEETING_ERRORS, meetingProblem, meetingProblemText } from './errors.ts';
import { meetingFlow, type MeetingFacts } from './meeting.flow.ts';
import { meetingProblems, type MeetingMinutes } from './minutes.ts';
import { minutesNumber } from './minutes-number.ts';
import { readAloud } from './read-aloud.ts';

const HELD = isoDate('2020-11-03');
const MEMBERS = Array.from({ length: 10 }, (_, i) => `m${i + 1}`);
/** `7p 1r 2a`: so many present, represented, excused (e), absent. */
const list = (text: string): Attendance[] => {
  const letters: Record<string, AttendanceState> = { p: 'present', r: 'represented', e: 'excused', a: 'absent' };
  const states = text.split(' ').flatMap((t) => Array.from({ length: Number.parseInt(t, 10) }, () => letters[t.at(-1) as string] as AttendanceState));
  return states.map((state, i) => ({ memberId: `m${i + 1}`, state, representative: state === 'represented' ? 'Sukini' : null }));
};
const codes = (problems: readonly { readonly code: string }[]): string => problems.map((p) => p.code).join();

describe('attendance and quorum', () => {
  const quorum = (text: string, more: Partial<Parameters<typeof quorumOf>[1]> = {}) => quorumOf(list(text), { rule: null, rules: KUBE_2020, ...more });

  it('by the rule set: 67 % of 10 are 7, of 9 are 7', () => {
    expect(quorum('6p 1r 3a')).toEqual({ eligible: 10, counted: 7, needed: 7, met: true });
    expect(quorum('6p 2e 2a')).toEqual({ eligible: 10, counted: 6, needed: 7, met: false });
    expect(quorum('7p 3a', { leftOut: ['m1'] })).toEqual({ eligible: 9, counted: 6, needed: 7, met: false });
    expect(quorum('6p 1r 3a', { rules: { quorumPercent: 67, representedCounts: false } }).counted).toBe(6);
  });
  it('by the group\'s own rule', () => {
    expect(quorum('5p 5a', { rule: { kind: 'percent', percent: 50 } })).toMatchObject({ needed: 5, met: true });
    expect(quorum('7p 3a', { rule: { kind: 'number', number: 8 } })).toMatchObject({ needed: 8, met: false });
    expect(quorum('10p', { rule: { kind: 'number', number: 10 }, leftOut: ['m4'] })).toMatchObject({ needed: 9, counted: 9, met: true });
  });
  it('nobody is no quorum', () => expect(quorumOf([], { rule: null, rules: KUBE_2020 })).toMatchObject({ needed: 1, met: false }));
  it('leaving out somebody who was absent never takes a quorum away', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...ATTENDANCE_STATES), { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 100 }), (states, percent) => {
      const all = [...states.map((state, i) => ({ memberId: `m${i}`, state, representative: 'x' })), { memberId: 'gone', state: 'absent' as const, representative: null }];
      const about = { rule: { kind: 'percent' as const, percent }, rules: KUBE_2020 };
      if (quorumOf(all, about).met) expect(quorumOf(all, { ...about, leftOut: ['gone'] }).met).toBe(true);
    }));
  });
  it('the list holds every member once and nobody else', () => {
    expect(attendanceProblems(list('10p'), MEMBERS)).toEqual([]);
    expect(attendanceProblems(list('8p'), MEMBERS)).toEqual([meetingProblem('ATTENDANCE_MISSING', { count: 2 })]);
    expect(codes(attendanceProblems([...list('10p'), ...list('1p'), { memberId: 'x', state: 'present', representative: null }], MEMBERS))).toBe('ATTENDANCE_STRANGER,ATTENDANCE_TWICE');
    expect(attendanceProblems(list('9p 1r').map((a) => ({ ...a, representative: ' ' })).slice(0, 10), MEMBERS)).toEqual([meetingProblem('REPRESENTATIVE_MISSING', {}, 'm10')]);
  });
});

const meeting: DecidingMeeting = { heldOn: HELD, attendance: list('8p 2a'), quorum: null, rules: KUBE_2020 };
const common = { id: 'd1', wording: 'Disepakati.', votes: { agree: 7, against: 0, abstain: 0 }, from: HELD };
const help = (more: Partial<DecisionOf<'iksUse'>['content']> = {}, about: Partial<typeof common> = {}): DecisionOf<'iksUse'> =>
  ({ ...common, ...about, kind: 'iksUse', content: { purpose: 'socialHelp', amount: rupiah(100_000), what: 'Sakit', memberId: 'm1', ...more } });
const rate = (amount: number, about: Partial<typeof common> = {}): DecisionOf<'iksRate'> => ({ ...common, ...about, kind: 'iksRate', content: { kind: 'amount', amount: rupiah(amount), every: 'meeting' } });

describe('what a decision needs', () => {
  const found = (d: Decision, more: Partial<DecidingMeeting> = {}) => codes(decisionProblems(d, { ...meeting, ...more }));

  it('help names purpose, amount and the person, who does not count', () => {
    expect(found(help())).toBe('');
    expect(found(help({ amount: rupiah(0), what: ' ', memberId: null }))).toBe('AMOUNT_MISSING,PURPOSE_MISSING,PERSON_MISSING');
    expect(found(help({ memberId: 'm99' }))).toBe('PERSON_NOT_MEMBER');
    expect(found(help({ purpose: 'productiveCapital', memberId: null }))).toBe('');
    // Seven present of ten hold a quorum; without the helped one they are six of nine, and seven are needed.
    expect(found(rate(5_000), { attendance: list('7p 3a') })).toBe('');
    expect(found(help({}, { votes: { agree: 6, against: 0, abstain: 0 } }), { attendance: list('7p 3a') })).toBe('QUORUM_NOT_MET');
    expect(found(help({}, { votes: { agree: 8, against: 0, abstain: 0 } }))).toBe('VOTES_BAD');
  });
  it('wording, votes and the day', () => {
    expect(found(rate(5_000, { wording: '', from: isoDate('2020-11-02') }))).toBe('WORDING_MISSING,EFFECTIVE_TOO_EARLY');
    expect(found(rate(5_000, { votes: { agree: 0, against: 0, abstain: 0 } }))).toBe('VOTES_BAD');
    expect(found(rate(5_000, { votes: { agree: 9, against: -1, abstain: 0 } }))).toBe('VOTES_BAD');
  });
  const of = <K extends DecisionKind>(kind: K, content: DecisionOf<K>['content']) => ({ ...common, kind, content }) as unknown as Decision;
  it.each<[Decision, string]>([
    [rate(0), 'AMOUNT_MISSING'],
    [of('iksRate', { kind: 'proceeds', bps: 10_001 }), 'RATE_BAD'],
    [of('iksRate', { kind: 'proceeds', bps: 500 }), ''],
    [of('productionTarget', { productId: 'p', from: HELD, to: isoDate('2020-11-02'), quantity: 0 }), 'AMOUNT_MISSING,PERIOD_BAD'],
    [of('productionTarget', { productId: 'p', from: isoDate('2020-11-01'), to: isoDate('2020-11-20'), quantity: 5 }), 'PERIOD_NO_CYCLE'],
    [of('productionTarget', { productId: 'p', from: isoDate('2020-11-01'), to: isoDate('2020-11-30'), quantity: 5 }), ''],
    [of('productionTarget', { productId: 'p', from: isoDate('2020-11-09'), to: isoDate('2020-12-13'), quantity: 5 }), ''],
    [of('officers', { role: 'chair', memberId: '' }), 'PERSON_MISSING'],
    [of('diversification', { business: 'Kambing', capital: rupiah(0) }), ''],
    [of('diversification', { business: '', capital: rupiah(-1) }), 'PURPOSE_MISSING,AMOUNT_MISSING'],
    [of('loan', { memberId: 'm2', amount: rupiah(0), instalments: 0, what: '' }), 'AMOUNT_MISSING,TERMS_BAD,PURPOSE_MISSING'],
    [of('loanRules', { charge: { kind: 'none' }, order: 'serviceFirst', every: 'month', limit: null }), ''],
    [of('loanRules', { charge: { kind: 'percent', bps: 0 }, order: 'serviceFirst', every: 'month', limit: rupiah(0) }), 'RATE_BAD,AMOUNT_MISSING'],
    [of('writeOff', { loanId: 'l', memberId: 'm2', amount: rupiah(0), what: 'meninggal' }), 'AMOUNT_MISSING'],
    [of('reschedule', { loanId: 'l', memberId: 'm2', instalments: 1.5 }), 'TERMS_BAD'],
    [of('productNorm', { productId: 'p', grade: null, materialId: 'pandan', material: 3, pieces: 0 }), 'AMOUNT_MISSING'],
    [of('memberShare', { bps: 9_000 }), ''],
    [of('other', { what: ' ' }), 'PURPOSE_MISSING'],
  ])('%#: $kind', (decision, expected) => expect(found(decision)).toBe(expected));
  it('every problem has a sentence without open places, in both languages', () => {
    const params = { from: '1', to: '1', count: 1, needed: 1, eligible: 1, counted: 1, cast: 1 };
    for (const code of Object.keys(MEETING_ERRORS) as (keyof typeof MEETING_ERRORS)[])
      for (const language of ['id', 'en'] as const) expect(meetingProblemText({ code, params }, language), code).not.toMatch(/[{}]/);
  });
});

describe('the decision in force', () => {
  const on = (d: Decision, heldOn: string, minutesClosed = true): RecordedDecision => ({ ...d, meetingId: heldOn, heldOn: isoDate(heldOn), minutesClosed });
  const first = on(rate(5_000, { id: 'a' }), '2020-11-03');
  const second = on(rate(7_000, { id: 'b', from: isoDate('2021-01-01') }), '2020-12-08');
  const open = on(rate(9_000, { id: 'c', from: isoDate('2021-01-12') }), '2021-01-12', false);
  const rejected = on(rate(1_000, { id: 'd', from: isoDate('2020-12-08'), votes: { agree: 3, against: 3, abstain: 1 } }), '2020-12-08');
  const all = [open, second, rejected, first, on(help({}, { id: 'h' }), '2020-11-03')];
  const at = (day: string) => decisionInForce('iksRate', all, isoDate(day))?.id ?? null;

  it('is the latest carried one in closed minutes', () => {
    expect(['2020-11-02', '2020-11-03', '2020-12-31', '2021-01-01', '2021-02-01'].map(at)).toEqual([null, 'a', 'a', 'b', 'b']);
    expect(decisionInForce('iksUse', all, HELD, (d) => d.content.memberId === 'm2')).toBeNull();
    expect(decisionInForce('iksRate', [first, { ...first, id: 'a2' }], HELD)?.id).toBe('a2');
  });
  it('or says what stands in the way', () => {
    const code = (decisions: RecordedDecision[], day = '2021-01-12') => {
      const r = requireDecision('iksRate', decisions, isoDate(day));
      return r.ok ? r.value.id : r.error.code;
    };
    expect(code(all)).toBe('b');
    expect(code([open, rejected])).toBe('MINUTES_OPEN');
    expect(code([second], '2020-12-31')).toBe('DECISION_NOT_YET');
    expect(code([rejected])).toBe('DECISION_REJECTED');
    expect(code([])).toBe('DECISION_MISSING');
    const r = requireDecision('iksRate', [open], HELD);
    expect(r.ok || sayBlocker(r.error, 'id')).toBe('Besar IKS: sudah diputuskan 12 Januari 2021, tetapi rapatnya belum ditutup. Tutup rapat itu dulu.');
  });
});

describe('life of a meeting', () => {
  const facts: MeetingFacts = { dayReached: true, otherOpen: false, problems: 0, entries: 0, numbered: false, isLast: true, monthClosed: false };
  const step = (state: 'scheduled' | 'open' | 'closed', action: keyof typeof meetingFlow.actions, more: Partial<MeetingFacts> = {}, role: 'pendamping' | 'pengurus' | 'kabid' = 'pendamping') => {
    const r = meetingFlow.decide(state, action, { actor: { id: 'u', roles: [role] }, history: [], given: ['reason', 'date'], facts: { ...facts, ...more } });
    return r.ok ? r.value : codes(r.error);
  };
  it('the table is sound', () => expect(checkFlow(meetingFlow)).toEqual([]));
  it('opens, closes, reopens', () => {
    expect(step('scheduled', 'move')).toBe('scheduled');
    expect(step('scheduled', 'open')).toBe('open');
    expect(step('open', 'close')).toBe('closed');
    expect(step('closed', 'reopen', {}, 'pengurus')).toBe('open');
    expect(step('open', 'cancel')).toBe('cancelled');
  });
  it('and says what stands in the way', () => {
    expect(step('scheduled', 'open', { dayReached: false, otherOpen: true })).toBe('MEETING_DAY_AHEAD,OTHER_MEETING_OPEN');
    expect(step('open', 'close', { problems: 2 })).toBe('MINUTES_INCOMPLETE');
    expect(step('closed', 'reopen', { isLast: false, monthClosed: true })).toBe('MEETING_NOT_LAST,MONTH_CLOSED');
    expect(step('open', 'cancel', { entries: 3 })).toBe('MEETING_HAS_ENTRIES');
    expect(step('open', 'cancel', { numbered: true })).toBe('MEETING_NUMBERED');
    expect(step('closed', 'cancel')).toBe('WRONG_STATE');
    expect(step('open', 'close', {}, 'kabid')).toBe('ROLE_NEEDED');
    const silent = meetingFlow.decide('closed', 'reopen', { actor: { id: 'u', roles: ['operator'] }, history: [], facts });
    expect(silent.ok || codes(silent.error)).toBe('NEED_MISSING');
  });
});

describe('minutes', () => {
  const minutes: MeetingMinutes = { ...meeting, place: 'Rumah Bu Suyatmi', agenda: ['IKS'], notes: 'Dibahas.', leaderId: 'm1', writerId: 'm2', memberIds: MEMBERS, decisions: [rate(5_000)] };
  const found = (more: Partial<MeetingMinutes>) => codes(meetingProblems({ ...minutes, ...more }));
  it('are complete or say what is missing', () => {
    expect(found({})).toBe('');
    expect(found({ place: '', agenda: [' '], notes: '', leaderId: null })).toBe('PLACE_MISSING,LEADER_MISSING,AGENDA_MISSING,NOTES_MISSING');
    expect(found({ leaderId: 'm2' })).toBe('LEADER_MISSING');
    expect(found({ writerId: 'm10' })).toBe('LEADER_MISSING');
    expect(found({ attendance: list('3p 7a') })).toBe('QUORUM_NOT_MET,VOTES_BAD');
    expect(found({ attendance: list('3p 7a'), decisions: [] })).toBe('');
  });
  it('are numbered as on paper', () => {
    expect(minutesNumber({ sequence: 3, groupName: 'KUBE Mugi Jaya', heldOn: HELD })).toBe('BA/003/KUBE-MUGI-JAYA/XI/2020');
    expect(minutesNumber({ sequence: 1234, groupName: 'mugi jaya "II"', heldOn: isoDate('2021-01-09') })).toBe('BA/1234/KUBE-MUGI-JAYA-II/I/2021');
    expect(() => minutesNumber({ sequence: 0, groupName: 'x', heldOn: HELD })).toThrow(RangeError);
  });
  it('are read out with names in order and totals', () => {
    const pay = (memberId: string, kind: 'iks' | 'voluntary' | 'instalment', amount: number) => ({ memberId, kind, amount: rupiah(amount) });
    const page = readAloud({
      attendance: list('7p 1r 1e 1a'),
      payments: [pay('m2', 'iks', 5_000), pay('m1', 'iks', 5_000), pay('m2', 'instalment', 52_500), pay('m1', 'voluntary', 10_000)],
      help: [{ memberId: 'm9', what: 'Sakit', amount: rupiah(100_000) }],
      sales: [{ productId: 'tikar', quantity: 20, amount: rupiah(900_000) }, { productId: 'tikar', quantity: 5, amount: rupiah(200_000) }, { productId: 'tas', quantity: 1, amount: rupiah(30_000) }],
      decisions: [rate(5_000)],
    });
    expect(page).toEqual({
      attendance: { present: 7, represented: 1, excused: 1, absent: 1 },
      savers: [
        { memberId: 'm1', iks: 5_000n, voluntary: 10_000n, instalment: 0n, total: 15_000n },
        { memberId: 'm2', iks: 5_000n, voluntary: 0n, instalment: 52_500n, total: 57_500n },
      ],
      totals: { iks: 10_000n, voluntary: 10_000n, instalment: 52_500n, total: 72_500n },
      helped: [{ memberId: 'm9', what: 'Sakit', amount: 100_000n }],
      helpTotal: 100_000n,
      sold: [{ productId: 'tikar', quantity: 25, amount: 1_100_000n }, { productId: 'tas', quantity: 1, amount: 30_000n }],
      soldTotal: 1_130_000n,
      decided: [{ id: 'd1', wording: 'Disepakati.', carried: true }],
    });
  });
});
