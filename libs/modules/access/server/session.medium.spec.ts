import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { AccessPort } from '../contract/index.ts';
import { createAccess } from './access.service.ts';
import { createAuth, type Auth } from './auth.ts';
import { openSignedCookie } from './session.ts';

let kit: TestKit;
let auth: Auth;
let access: AccessPort;
let userId: string;
let cookie: string;
let longWay = 0;

const actor = (given = cookie) => access.actorOf(new Headers({ cookie: given }));
const change = (set: string) => kit.db.pool.query(`UPDATE auth_session SET ${set} WHERE user_id = $1`, [userId]);
const end = async () => (await kit.db.pool.query<{ at: Date }>('SELECT expires_at AS at FROM auth_session WHERE user_id = $1', [userId])).rows[0]?.at.getTime();

beforeAll(async () => {
  kit = await testKit();
  auth = createAuth(kit);
  const real = auth.api.getSession;
  const counted = ((given: never) => {
    longWay += 1;
    return real(given);
  }) as typeof real;
  access = createAccess(kit, { names: async () => new Map() } as never, { ...auth, api: { ...auth.api, getSession: counted } }, () => ({ rolesOf: () => [], permissionsOf: () => [] }));
  userId = (await access.createUser(await callFor(kit, { role: 'admin' }), { username: 'siti.rahayu', name: 'Siti', position: '', password: 'sandi-pertama-1', role: 'operator', area: '35.21' })).id;
});

beforeEach(async () => {
  await kit.db.pool.query('DELETE FROM auth_session');
  const answer = await auth.handler(new Request('http://localhost/api/auth/sign-in/username', {
    method: 'POST', headers: { 'content-type': 'application/json', host: 'localhost', origin: 'http://localhost' }, body: JSON.stringify({ username: 'siti.rahayu', password: 'sandi-pertama-1' }),
  }));
  cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  longWay = 0;
});

describe('who a cookie names', () => {
  it('is read in one statement while the session was renewed within the minute', async () => {
    expect(await actor()).toMatchObject({ userId, username: 'siti.rahayu', grants: [{ role: 'operator', area: '35.21' }] });
    expect(longWay).toBe(0);
  });

  it('moves the end of a session on, once a minute', async () => {
    await change(`expires_at = now() + interval '28 minutes'`);
    const before = await end();
    expect(await actor()).toMatchObject({ userId });
    expect(await end()).toBeGreaterThan((before ?? 0) + 60_000);
    expect(await actor()).toMatchObject({ userId });
    expect(longWay).toBe(1);
  });

  it('tells the browser when the end moved on, and only then: an hour of use without a pause is one session', async () => {
    let carried = cookie;
    let told = 0;
    for (let minute = 0; minute < 60; minute += 5) {
      // Five minutes pass: what is left of the session shrinks by as much.
      await change(`expires_at = expires_at - interval '5 minutes'`);
      const answer = new Headers();
      expect(await access.actorOf(new Headers({ cookie: carried }), answer)).toMatchObject({ userId });
      const [set] = answer.getSetCookie();
      expect(set).toMatch(/Max-Age=1800; .*HttpOnly/);
      carried = set?.split(';')[0] ?? '';
      told += 1;
      const again = new Headers();
      expect(await access.actorOf(new Headers({ cookie: carried }), again)).toMatchObject({ userId });
      expect(again.getSetCookie()).toEqual([]);
    }
    expect([told, longWay]).toEqual([12, 12]);
  });

  it('is taken back from the browser when the session has ended', async () => {
    await change(`expires_at = now() - interval '1 second'`);
    const answer = new Headers();
    expect(await access.actorOf(new Headers({ cookie }), answer)).toBeNull();
    expect(answer.getSetCookie().some((one) => /session_token=;.*Max-Age=0/.test(one))).toBe(true);
  });

  it('is nobody after the end, after sign-out elsewhere, and for an account that is switched off', async () => {
    await change(`expires_at = now() - interval '1 second'`);
    expect(await actor()).toBeNull();
    await kit.db.pool.query('UPDATE auth_user SET disabled_at = now() WHERE id = $1', [userId]);
    expect(await actor()).toBeNull();
    await kit.db.pool.query('UPDATE auth_user SET disabled_at = NULL WHERE id = $1', [userId]);
    await kit.db.pool.query('DELETE FROM auth_session');
    expect(await actor()).toBeNull();
  });

  it('is nobody when a live account of a fresh session is switched off', async () => {
    await kit.db.pool.query('UPDATE auth_user SET disabled_at = now() WHERE id = $1', [userId]);
    expect(await actor()).toBeNull();
    await kit.db.pool.query('UPDATE auth_user SET disabled_at = NULL WHERE id = $1', [userId]);
  });

  it('needs our signature', async () => {
    const { authCookies, secret } = await auth.$context;
    const name = authCookies.sessionToken.name;
    const token = openSignedCookie(cookie, name, secret);
    expect(token).toMatch(/^\w{32}$/);
    expect(await actor(`${name}=${token}`)).toBeNull();
    expect(await actor(`${name}=${token}.${encodeURIComponent('A'.repeat(43))}%3D`)).toBeNull();
    expect(await actor(`${name}=%E0%A4%A`)).toBeNull();
    expect(openSignedCookie(cookie, name, 'another secret')).toBeNull();
  });
});
