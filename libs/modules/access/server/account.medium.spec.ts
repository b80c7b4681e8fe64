import { beforeAll, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { totp } from '@anyam/server-kit/totp';
import type { AccessPort } from '../contract/index.ts';
import { createAccess } from './access.service.ts';
import { createAuth, type Auth } from './auth.ts';
import { securityLog } from './security-log.ts';

let kit: TestKit;
let auth: Auth;
let userId: string;
let access: AccessPort;
const jar = new Map<string, string>();

/** As the screen calls it: JSON in, the cookies of the browser with it. */
async function post(path: string, body: object): Promise<{ status: number; json: Record<string, unknown> }> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await auth.handler(new Request(`http://localhost/api/auth${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json', host: 'localhost', origin: 'http://localhost', cookie }, body: JSON.stringify(body),
  }));
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (/max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const actions = async () => (await kit.db.prisma.auditEntry.findMany({ where: { actorId: userId }, orderBy: { id: 'asc' } })).map((entry) => entry.action);

beforeAll(async () => {
  kit = await testKit();
  auth = createAuth(kit, securityLog(kit));
  const territory = { names: async () => new Map() } as never;
  access = createAccess(kit, territory, auth, () => ({ rolesOf: () => [], permissionsOf: () => [] }));
  const admin = await callFor(kit, { role: 'admin' });
  userId = (await access.createUser(admin, { username: 'siti.rahayu', name: 'Siti Rahayu', position: '', password: 'sandi-pertama-1', role: 'operator', area: '35.21' })).id;
});

it('lets a person change the own password, and keeps that on record', async () => {
  expect((await post('/sign-in/username', { username: 'siti.rahayu', password: 'sandi-pertama-1' })).status).toBe(200);
  expect(await post('/change-password', { currentPassword: 'salah', newPassword: 'sandi-kedua-2222' })).toMatchObject({ status: 400, json: { code: 'INVALID_PASSWORD' } });
  expect(await post('/change-password', { currentPassword: 'sandi-pertama-1', newPassword: 'pendek' })).toMatchObject({ status: 400, json: { code: 'PASSWORD_TOO_SHORT' } });
  expect((await post('/change-password', { currentPassword: 'sandi-pertama-1', newPassword: 'sandi-kedua-2222', revokeOtherSessions: true })).status).toBe(200);
  expect(await actions()).toEqual(['access.changePassword']);
});

it('enrols a phone, makes new backup codes, and switches off; each step is on record', async () => {
  const enrolment = await post('/two-factor/enable', { password: 'sandi-kedua-2222' });
  expect(enrolment).toMatchObject({ status: 200, json: { totpURI: expect.stringContaining('issuer=Anyam') } });
  expect(enrolment.json['backupCodes']).toHaveLength(10);
  expect(await post('/two-factor/verify-totp', { code: '000000' })).toMatchObject({ status: 401, json: { code: 'INVALID_CODE' } });
  expect((await post('/two-factor/verify-totp', { code: totp(new URL(enrolment.json['totpURI'] as string).searchParams.get('secret') ?? '') })).status).toBe(200);
  expect((await kit.db.prisma.authUser.findUnique({ where: { id: userId } }))?.twoFactorEnabled).toBe(true);
  expect((await post('/two-factor/generate-backup-codes', { password: 'sandi-kedua-2222' })).status).toBe(200);
  expect((await post('/two-factor/disable', { password: 'sandi-kedua-2222' })).status).toBe(200);
  expect((await actions()).slice(1)).toEqual(['access.enableTwoFactor', 'access.renewBackupCodes', 'access.disableTwoFactor']);
});

it('lets an account wait after five wrong passwords, at the sign-in and at a money step alike', async () => {
  const signIn = (password: string) => post('/sign-in/username', { username: 'siti.rahayu', password });
  const call = await callFor(kit, { role: 'operator', userId });
  const own = { ...call, actor: { ...call.actor, username: 'siti.rahayu' } };
  expect(await access.confirmed(own, undefined)).toEqual([]);
  expect(await access.confirmed(own, 'sandi-kedua-2222')).toEqual(['password']);
  for (let i = 0; i < 3; i += 1) await expect(access.confirmed(own, 'tebakan')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  for (let i = 0; i < 2; i += 1) expect((await signIn('tebakan')).status).toBe(401);
  await expect(access.confirmed(own, 'sandi-kedua-2222')).rejects.toMatchObject({ code: 'ACCOUNT_WAITS', params: { minutes: 5 } });
  expect(await signIn('sandi-kedua-2222')).toMatchObject({ status: 429, json: { code: 'ACCOUNT_WAITS' } });
  kit.clock.set(new Date(kit.clock.now().getTime() + 5 * 60_000 + 1).toISOString());
  expect((await signIn('sandi-kedua-2222')).status).toBe(200);
});

it('lets an address wait after thirty sign-ins without a pause, and in again after ten seconds of rest', async () => {
  const signIn = async () => (await post('/sign-in/username', { username: 'siti.rahayu', password: 'sandi-kedua-2222' })).status;
  await kit.db.pool.query('DELETE FROM auth_rate_limit');
  expect(await signIn()).toBe(200);
  await kit.db.pool.query('UPDATE auth_rate_limit SET count = 30');
  expect(await signIn()).toBe(429);
  await kit.db.pool.query('UPDATE auth_rate_limit SET last_request = last_request - 10000');
  expect(await signIn()).toBe(200);
});
