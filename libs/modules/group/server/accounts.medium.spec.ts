import { randomUUID } from 'node:crypto';
import { accessFor } from '@anyam/access/testing';
import type { Call } from '@anyam/contract-kit';
import { memberFor } from '@anyam/member/testing';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupPort } from '../contract/index.ts';
import { importedGroup, key } from '../testing/index.ts';
import { createGroup } from './group.service.ts';

let kit: TestKit;
let group: GroupPort;
let operator: Call;
let companion: Call;
let id: string;
let other: string;

const PASSWORD = 'sandi-pertama-1';
const minutes = { heldOn: '2020-03-01', number: null, present: 10, decision: 'Disetujui bersama', fileId: null };
const list = (call = operator, of = id) => group.accounts.list(call, { id: of });
const membershipOf = async (role: string, of = id) => (await group.detail(operator, { id: of })).memberships.filter((m) => m.role === role && m.leftOn === null).map((m) => m.membershipId);
const give = async (call: Call, role: string, over: object = {}) => {
  const [membershipId] = await membershipOf(role);
  return group.accounts.give(call, { key: key(), id, membershipId: membershipId as string, username: `u${randomUUID().slice(0, 8)}`, password: PASSWORD, ...over });
};
const open = async (userId: string) =>
  (await kit.db.pool.query<{ grants: number; open: boolean; sessions: number }>(
    `SELECT (SELECT count(*)::int FROM access_grant g WHERE g.user_id = u.id AND g.ended_at IS NULL) AS grants, u.disabled_at IS NULL AS open,
       (SELECT count(*)::int FROM auth_session s WHERE s.user_id = u.id) AS sessions FROM auth_user u WHERE u.id = $1`, [userId])).rows[0];
const signedIn = (userId: string) =>
  kit.db.pool.query(`INSERT INTO auth_session (id, token, user_id, expires_at, created_at, updated_at) VALUES ($1, $1, $2, now() + interval '1 hour', now(), now())`, [randomUUID(), userId]);
const OPEN = { grants: 1, open: true, sessions: 1 };
const SHUT = { grants: 0, open: false, sessions: 0 };

beforeAll(async () => {
  kit = await testKit();
  group = createGroup(kit, { territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit), member: memberFor(kit) });
  operator = await callFor(kit, { role: 'operator' });
  companion = await callFor(kit, { role: 'pendamping', area: '35.21.16' });
  await programmeFor(kit).create(await callFor(kit, { role: 'admin' }), { key: key(), name: 'KUBE', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 1n, dpaNumber: '1' });
});

beforeEach(async () => {
  const groups = [importedGroup({ facilitatorId: companion.actor.userId }), importedGroup()];
  const stored = await kit.work.run(operator.actor, (unit) => group.formFromImport(unit, operator.actor, { importId: randomUUID(), regencyCode: '35.21', on: '2020-02-03', groups }));
  [id, other] = stored.groupIds as [string, string];
});

describe('accounts of officers', () => {
  it('are given to an officer in office, in the name of the member, once for a key', async () => {
    const before = await list();
    const chair = before.officers.find((o) => o.role === 'chair');
    expect(before.officers.map((o) => [o.role, o.account])).toEqual([['chair', null], ['secretary', null], ['treasurer', null]]);
    expect(new Set(before.officers.map((o) => o.proposed)).size).toBe(3);
    const asked = { key: key(), username: chair?.proposed as string };
    const { id: userId } = await give(operator, 'chair', asked);
    expect(await give(operator, 'chair', asked)).toEqual({ id: userId });
    const after = await list();
    expect(after.officers.find((o) => o.role === 'chair')).toMatchObject({ proposed: null, account: { userId, name: chair?.name, username: asked.username, lastSeen: null } });
    const { rows } = await kit.db.pool.query(`SELECT role, area, subject_id::text AS subject FROM access_grant WHERE user_id = $1`, [userId]);
    expect(rows).toEqual([{ role: 'pengurus', area: '35.21', subject: id }]);
    expect((await group.timeline(operator, { id })).entries[0]).toMatchObject({ action: 'access.createUser', actorName: operator.actor.name });

    // Another of the same name is offered a free one.
    expect(await give(operator, 'secretary', { username: asked.username }).catch((e: { code: string }) => e.code)).toBe('USERNAME_TAKEN');
    expect((await list(operator, other)).officers.map((o) => o.proposed)).not.toContain(asked.username);
  });

  it('are refused to a plain member, to an officer of another group, and to one who has an account', async () => {
    await expect(give(operator, 'member')).rejects.toMatchObject({ code: 'NOT_AN_OFFICER' });
    const [stranger] = await membershipOf('chair', other);
    await expect(give(operator, 'chair', { membershipId: stranger })).rejects.toMatchObject({ code: 'NOT_AN_OFFICER' });
    await give(operator, 'treasurer');
    await expect(give(operator, 'treasurer')).rejects.toMatchObject({ code: 'OFFICER_HAS_ACCOUNT' });
    const raced = await Promise.allSettled([give(operator, 'chair'), give(companion, 'chair')]);
    expect(raced.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await list()).left).toEqual([]);
  });

  it('are given by the companion of the group, and by nobody from next door', async () => {
    const { id: userId } = await give(companion, 'chair');
    expect((await list(companion)).mayGive).toBe(true);
    const outsiders = [await callFor(kit, { role: 'pendamping', area: '35.21.16' }), await callFor(kit, { role: 'pendamping', area: '35.21.05' }), await callFor(kit, { role: 'operator', area: '35.20' })];
    for (const outsider of outsiders) {
      await expect(list(outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(give(outsider, 'secretary')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(group.accounts.end(outsider, { id, userId, reason: 'iseng saja' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(group.accounts.setPassword(outsider, { id, userId, password: 'sandi-lain-2020' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    // A group of one's own is no door to another's account.
    await expect(group.accounts.end(operator, { id: other, userId, reason: 'salah tempat' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(group.accounts.setPassword(operator, { id: other, userId, password: 'sandi-lain-2020' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await list(await callFor(kit, { role: 'auditor' }))).mayGive).toBe(false);
    expect(await open(userId)).toMatchObject({ grants: 1, open: true });
  });

  it('end with the office: a change of officers, leaving, and the end of the group', async () => {
    const [chair, secretary, treasurer] = [await give(operator, 'chair'), await give(operator, 'secretary'), await give(operator, 'treasurer')];
    for (const a of [chair, secretary, treasurer]) await signedIn(a.id);
    const [[chairOf], [secretaryOf], plain] = [await membershipOf('chair'), await membershipOf('secretary'), await membershipOf('member')];

    // Chair and secretary change places and keep theirs; the treasurer makes room.
    const { updatedAt } = await group.detail(operator, { id });
    await group.saveTask(operator, { task: 'officers', id, seenAt: updatedAt, chair: secretaryOf as string, secretary: chairOf as string, treasurer: plain[0] as string, on: '2020-03-02', minutes });
    expect(await open(chair.id)).toEqual(OPEN);
    expect(await open(secretary.id)).toEqual(OPEN);
    expect(await open(treasurer.id)).toEqual(SHUT);
    expect((await list()).officers.map((o) => o.account?.userId ?? null)).toEqual([secretary.id, chair.id, null]);
    expect((await group.timeline(operator, { id })).entries.find((e) => e.action === 'access.endPartner')).toMatchObject({ reason: 'Bukan pengurus lagi' });

    await group.leave(operator, { id, membershipId: chairOf as string, on: '2020-03-02', reason: 'resigned', note: null, minutes: { ...minutes, present: 10 } });
    expect(await open(chair.id)).toEqual(SHUT);

    await kit.db.pool.query(`UPDATE kube_group SET state = 'aktif' WHERE id = $1`, [id]);
    await group.transition(await callFor(kit, { role: 'kabid' }), { id, from: 'active', action: 'dissolve', reason: 'Sepakat bubar', on: '2020-03-02', minutes: { ...minutes, present: 9 }, assetsDecided: true, fundDecided: true });
    expect(await open(secretary.id)).toEqual(SHUT);
    expect(await list()).toMatchObject({ officers: [], left: [], mayGive: false });
    await expect(give(operator, 'secretary', { membershipId: secretaryOf })).rejects.toMatchObject({ code: 'NOT_AN_OFFICER' });
  });

  it('end when the group is found to be a double of another', async () => {
    const { id: userId } = await give(operator, 'chair');
    await signedIn(userId);
    await group.decide(operator, { firstId: id, secondId: other, decision: 'merged', keepId: other, reason: 'Tercatat dua kali' });
    expect(await open(userId)).toEqual(SHUT);
  });

  it('that outlive the office by another road are told, and closed with a reason', async () => {
    const { id: userId } = await give(operator, 'treasurer');
    await signedIn(userId);
    await kit.db.pool.query(`UPDATE membership SET left_on = '2020-03-01', leave_reason = 'mistake' WHERE id = $1`, [(await membershipOf('treasurer'))[0]]);
    expect((await list()).left).toMatchObject([{ userId, why: 'notOfficer' }]);
    await group.accounts.end(operator, { id, userId, reason: 'Data ganda digabung' });
    expect(await open(userId)).toEqual(SHUT);
    expect((await list()).left).toEqual([]);
    await expect(group.accounts.end(operator, { id, userId, reason: 'sekali lagi' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('get a new password, which signs all devices out', async () => {
    const { id: userId } = await give(companion, 'secretary');
    await signedIn(userId);
    const hash = async () => (await kit.db.pool.query('SELECT password FROM auth_account WHERE user_id = $1', [userId])).rows[0].password as string;
    const before = await hash();
    await group.accounts.setPassword(companion, { id, userId, password: 'sandi-baru-2020' });
    expect(await open(userId)).toEqual({ grants: 1, open: true, sessions: 0 });
    expect(await hash()).not.toBe(before);
    expect((await group.timeline(operator, { id })).entries[0]).toMatchObject({ action: 'access.setPassword' });
  });
});
