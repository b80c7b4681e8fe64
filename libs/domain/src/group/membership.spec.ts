import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { GROUP_ERRORS, groupError, groupProblemText, type GroupProblem } from './errors.ts';
import { appointOfficer, groupFlags, join, leave } from './membership.ts';
import { hasQuorum, minutesProblems, quorumNeeded } from './quorum.ts';
import { aGroup, aMembership, FORMED, memberId, minutesOn, TODAY } from './testing/index.ts';
import { activeMembers, activeOfficers, familiesOf } from './types.ts';

const on = isoDate('2020-05-01');
const occasion = (more = {}) => ({ on, today: TODAY, minutes: minutesOn(isoDate('2020-04-25')), rules: KUBE_2020, ...more });
const codes = (r: { ok: true } | { ok: false; error: readonly GroupProblem[] }) => (r.ok ? 'fine' : r.error.map((p) => p.code).join());

describe('quorum', () => {
  it('rounds up and needs at least one', () => {
    expect([0, 1, 5, 10, 20].map((n) => quorumNeeded(n, KUBE_2020))).toEqual([1, 1, 4, 7, 14]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (active, quorumPercent) => {
      const needed = quorumNeeded(active, { quorumPercent });
      expect(needed).toBeLessThanOrEqual(active);
      expect(needed * 100).toBeGreaterThanOrEqual(active * quorumPercent);
      expect(hasQuorum(needed, active, { quorumPercent })).toBe(true);
      expect(hasQuorum(needed - 1, active, { quorumPercent })).toBe(false);
    }));
  });
  it.each([
    [minutesOn(FORMED, 7), ''], [minutesOn(FORMED, 6), 'QUORUM_NOT_MET'], [minutesOn(FORMED, 11), 'ATTENDANCE_TOO_HIGH'],
    [minutesOn(isoDate('2020-05-02'), 7), 'MINUTES_TOO_EARLY'], [minutesOn(isoDate('2021-01-01'), 7), 'MINUTES_IN_FUTURE'],
  ])('%o: %s', (minutes, expected) => expect(minutesProblems(minutes, { active: 10, effectiveOn: on, today: TODAY, rules: KUBE_2020 }).map((p) => p.code).join()).toBe(expected));
});

describe('joining', () => {
  it('adds a membership from the day on', () => {
    const g = aGroup();
    const r = join(g, aMembership(11), occasion());
    expect(r).toMatchObject({ ok: true, value: { flags: [] } });
    if (!r.ok) return;
    expect(familiesOf(r.value, on)).toBe(11);
    expect(familiesOf(r.value, addDays(on, -1))).toBe(10);
    expect(g.memberships).toHaveLength(10);
  });
  it.each([
    ['twice', aGroup(), aMembership(3), 'ALREADY_MEMBER'],
    ['same family', aGroup(), aMembership(11, { kk: aMembership(2).kk }), 'FAMILY_ALREADY_IN'],
    ['full', aGroup(20), aMembership(21), 'QUORUM_NOT_MET,GROUP_FULL'],
    ['dissolved', aGroup(10, { state: 'dissolved' }), aMembership(11), 'GROUP_NOT_OPEN'],
  ])('%s', (_, group, person, expected) => expect(codes(join(group, person, occasion()))).toBe(expected));
  it('someone who left may come back as a new membership', () => {
    const gone = leave(aGroup(), memberId(9), 'moved', occasion({ on: isoDate('2020-04-26') }));
    if (!gone.ok) throw new Error(codes(gone));
    const back = join(aGroup(10, gone.value), aMembership(9, { id: memberId(90) }), occasion({ on: TODAY, minutes: minutesOn(TODAY, 9) }));
    expect(back).toMatchObject({ ok: true });
    if (back.ok) expect(back.value.memberships).toHaveLength(11);
  });
});

describe('leaving', () => {
  it('under the minimum the group is flagged and nothing is deleted', () => {
    const r = leave(aGroup(5), memberId(5), 'deceased', occasion({ minutes: minutesOn(isoDate('2020-04-25'), 5) }));
    expect(r).toMatchObject({ ok: true, value: { flags: ['UNDER_MINIMUM'] } });
    if (r.ok) expect(r.value.memberships).toHaveLength(5);
  });
  it('ends the office too', () => {
    const r = leave(aGroup(), memberId(3), 'resigned', occasion());
    expect(r).toMatchObject({ ok: true, value: { flags: ['TREASURER_VACANT'] } });
    if (r.ok) expect(activeOfficers(r.value, on).map((t) => t.role)).toEqual(['chair', 'secretary']);
    if (r.ok) expect(activeOfficers(r.value, addDays(on, -1))).toHaveLength(3);
  });
  it('needs a member, and a day after joining', () => {
    expect(codes(leave(aGroup(), memberId(77), 'moved', occasion()))).toBe('NOT_A_MEMBER');
    const late = aGroup(10, { memberships: [...aGroup().memberships, aMembership(11, { joinedOn: isoDate('2020-05-10') })] });
    expect(codes(leave(late, memberId(11), 'moved', occasion()))).toBe('LEFT_BEFORE_JOINED');
    const once = leave(aGroup(), memberId(9), 'moved', occasion());
    if (once.ok) expect(codes(leave(aGroup(10, once.value), memberId(9), 'moved', occasion({ minutes: minutesOn(isoDate('2020-04-25'), 9) })))).toBe('NOT_A_MEMBER');
  });
});

describe('officers', () => {
  it('a new chair ends the term of the one before', () => {
    const r = appointOfficer(aGroup(), 'chair', memberId(7), occasion());
    if (!r.ok) throw new Error(codes(r));
    expect(activeOfficers(r.value, on).find((t) => t.role === 'chair')?.membershipId).toBe('m7');
    expect(activeOfficers(r.value, addDays(on, -1)).find((t) => t.role === 'chair')?.membershipId).toBe('m1');
    expect(activeOfficers(r.value, on)).toHaveLength(3);
  });
  it.each([
    ['not a member', memberId(50), {}, 'NOT_A_MEMBER'],
    ['holds another office', memberId(2), {}, 'OFFICER_ALREADY'],
    ['before the present term', memberId(7), { on: FORMED, minutes: minutesOn(FORMED) }, 'TERM_TOO_EARLY'],
    ['no quorum', memberId(7), { minutes: minutesOn(isoDate('2020-04-25'), 3) }, 'QUORUM_NOT_MET'],
  ])('%s', (_, who, more, expected) => expect(codes(appointOfficer(aGroup(), 'chair', who, occasion(more)))).toBe(expected));

  it('any run of changes keeps one holder an office, three persons, and no loss of history', () => {
    const step = fc.tuple(fc.constantFrom('chair' as const, 'secretary' as const, 'treasurer' as const, 'leave' as const), fc.integer({ min: 1, max: 10 }));
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let group = aGroup();
      steps.forEach(([what, n], i) => {
        const day = addDays(on, i);
        const at = occasion({ on: day, minutes: minutesOn(day, activeMembers(group, day).length) });
        const r = what === 'leave' ? leave(group, memberId(n), 'resigned', at) : appointOfficer(group, what, memberId(n), at);
        if (!r.ok) return;
        const before = group;
        group = { ...group, memberships: r.value.memberships, officers: r.value.officers };
        expect(group.officers.length).toBeGreaterThanOrEqual(before.officers.length);
        expect(group.memberships).toHaveLength(10);
        const held = activeOfficers(group, day);
        expect(new Set(held.map((t) => t.role)).size).toBe(held.length);
        expect(new Set(held.map((t) => t.membershipId)).size).toBe(held.length);
        expect(r.value.flags).toEqual(groupFlags(group, KUBE_2020, day));
      });
    }));
  });
});

describe('errors of groups', () => {
  it('say what to do in both languages', () => {
    expect(groupProblemText({ code: 'GROUP_FULL', params: { sizeMax: 20 } }, 'id')).toContain('20 keluarga');
    expect(groupError('GROUP_NOT_FOUND').kind).toBe('notFound');
    for (const { text } of Object.values(GROUP_ERRORS)) expect(text.id.length * text.en.length).toBeGreaterThan(400);
  });
});
