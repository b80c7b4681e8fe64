import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Actor, type Call, type Grant, type Role } from '@anyam/contract-kit';
import type { Kit } from '@anyam/server-kit';
import { verifyPassword } from 'better-auth/crypto';
import type { RegionCode } from '@anyam/domain/kernel';
import type { AccessPort } from '../contract/index.ts';
import type { TerritoryPort } from '@anyam/territory/contract';
import { accessRepository } from '../persistence/access.repository.ts';
import { createAccounts } from './accounts.ts';
import type { Auth } from './auth.ts';
import { fail } from './errors.ts';
import { passwordTries } from './password-tries.ts';
import { sessionReader } from './session.ts';

/** Hands that must not be one person's: who proposes, who checks, who approves, who pays (rules 21, 23; assumption). */
const MONEY_HANDS: readonly Role[] = ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'auditor'];

export interface RoleBook {
  rolesOf(permission: string): readonly Role[];
  permissionsOf(roles: readonly Role[]): string[];
}

export function createAccess(kit: Kit, territory: TerritoryPort, auth: Auth, book: () => RoleBook): AccessPort {
  const { db, work, clock, config } = kit;
  const repository = accessRepository(db);
  const accounts = createAccounts(kit, repository);
  const tries = passwordTries(db, clock);
  const sessionOf = sessionReader(auth, repository);

  const grantsOf = (rows: readonly { role: string; area: string; subjectId: string | null }[]): Grant[] =>
    rows.map(({ role, area, subjectId }) => ({ role: role as Role, area: area as RegionCode, ownGroupsOnly: role === 'pendamping', ...(subjectId === null ? {} : { subjectId }) }));

  /** A user whom the caller's area covers; an outsider is not found. */
  async function userInArea(call: Call, userId: string) {
    const users = await repository.users(userId);
    const user = users[0];
    const known = user && (user.grants.length === 0 ? user.id === call.actor.userId : user.grants.some((g) => reaches(call, { regionCode: g.area })));
    if (!user || !known) throw common('NOT_FOUND');
    return user;
  }

  async function withNames(users: Awaited<ReturnType<typeof repository.users>>) {
    const names = await territory.names(users.flatMap((user) => user.grants.map((grant) => grant.area)));
    return users.map((user) => ({
      ...user,
      grants: user.grants.map((grant) => ({ ...grant, role: grant.role as Role, areaName: names.get(grant.area) ?? grant.area })),
    }));
  }

  return {
    async actorOf(headers, answer) {
      const session = await sessionOf(headers, answer);
      if (!session) return null;
      const { user, sessionId } = session;
      const actor: Actor = { userId: user.id, username: user.username, name: user.name, grants: grantsOf(user.grants) };
      return { ...actor, sessionId } as Actor;
    },
    async confirmed({ actor }, password) {
      if (!password) return [];
      const seconds = await tries.waitFor(actor.username);
      if (seconds > 0) throw fail('ACCOUNT_WAITS', { minutes: Math.ceil(seconds / 60) });
      const hash = await repository.passwordHash(actor.userId);
      if (!hash || !(await verifyPassword({ hash, password }))) {
        await tries.wrong(actor.username);
        throw fail('PASSWORD_WRONG');
      }
      await tries.right(actor.username);
      return ['password'];
    },
    async me(call) {
      const [user, places, years] = await Promise.all([
        repository.actor(call.actor.userId),
        territory.names([...call.actor.grants.map((grant) => grant.area as string), config.REGION_CODE]),
        repository.fiscalYears(config.REGION_CODE),
      ]);
      if (!user) throw common('NOT_FOUND');
      const district = places.get(config.REGION_CODE) ?? config.REGION_CODE;
      return {
        user: { id: call.actor.userId, name: user.name, username: user.username, position: user.position, twoFactor: user.twoFactor },
        roles: call.actor.grants.map((grant) => ({ role: grant.role, areaCode: grant.area, areaLabel: places.get(grant.area) ?? grant.area, subjectId: grant.subjectId ?? null })),
        permissions: book().permissionsOf(call.actor.grants.map((grant) => grant.role)),
        district: { code: config.REGION_CODE, name: district, office: `Dinas Sosial ${district.replace('Kabupaten', 'Kab.')}` },
        training: config.ANYAM_MODE === 'training',
        fiscalYears: years.length > 0 ? years : [Number(clock.today().slice(0, 4))],
        today: clock.today(),
        language: user.language === 'en' ? 'en' : 'id',
      };
    },
    async setLanguage(call, { language }) {
      await db.prisma.authUser.updateMany({ where: { id: call.actor.userId }, data: { language } });
    },
    async devices(call) {
      const rows = await db.prisma.authSession.findMany({
        where: { userId: call.actor.userId, expiresAt: { gt: clock.now() } },
        orderBy: { updatedAt: 'desc' },
      });
      const current = (call.actor as Actor & { sessionId?: string }).sessionId;
      return rows.map((row) => ({
        id: row.id, current: row.id === current, agent: row.userAgent ?? '', address: row.ipAddress ?? '', since: row.createdAt, lastSeen: row.updatedAt,
      }));
    },
    async revokeDevice(call, { id }) {
      await work.run(call.actor, async ({ tx, audit }) => {
        const { count } = await tx.authSession.deleteMany({ where: { id, userId: call.actor.userId } });
        if (count === 0) throw common('NOT_FOUND');
        audit({ action: 'access.revokeDevice', entity: 'session', entityId: id, regionCode: config.REGION_CODE });
      });
    },
    async users(call) {
      const all = await repository.users();
      return withNames(all.filter((user) => user.grants.some((grant) => reaches(call, { regionCode: grant.area }))));
    },
    async createUser(call, input) {
      if (!reaches(call, { regionCode: input.area })) throw common('NOT_FOUND');
      const id = await accounts.make(call, input, { role: input.role, area: input.area });
      const [row] = await withNames(await repository.users(id));
      if (!row) throw common('NOT_FOUND');
      return row;
    },
    ...accounts.partners,
    async grant(call, { userId, role, area }) {
      const user = await userInArea(call, userId);
      if (userId === call.actor.userId) throw fail('NOT_YOURSELF');
      if (!reaches(call, { regionCode: area })) throw common('NOT_FOUND');
      const clash = user.grants.find((grant) => grant.role !== role && MONEY_HANDS.includes(role) && MONEY_HANDS.includes(grant.role as Role));
      if (clash) throw fail('ROLES_CLASH', { first: clash.role, second: role });
      await work.run(call.actor, async ({ tx, now, audit }) => {
        const held = await tx.accessGrant.findFirst({ where: { userId, role, area, endedAt: null }, select: { id: true } });
        if (held) return;
        await tx.accessGrant.create({
          data: { id: randomUUID(), userId, role, area, grantedBy: call.actor.userId, grantedAt: now },
        });
        audit({ action: 'access.grant', entity: 'user', entityId: userId, regionCode: area, changes: { role: [null, role], area: [null, area] } });
      });
    },
    async endGrant(call, { id, reason }) {
      const grant = await db.prisma.accessGrant.findUnique({ where: { id } });
      if (!grant || grant.endedAt || !reaches(call, { regionCode: grant.area })) throw common('NOT_FOUND');
      if (grant.userId === call.actor.userId) throw fail('NOT_YOURSELF');
      await work.run(call.actor, async ({ tx, now, audit }) => {
        const { count } = await tx.accessGrant.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
        if (count === 0) throw common('CHANGED_MEANWHILE');
        audit({
          action: 'access.endGrant', entity: 'user', entityId: grant.userId, regionCode: grant.area, reason,
          changes: { role: [grant.role, null], area: [grant.area, null] },
        });
      });
    },
    async setDisabled(call, { userId, disabled, reason }) {
      const user = await userInArea(call, userId);
      if (userId === call.actor.userId) throw fail('NOT_YOURSELF');
      await work.run(call.actor, async ({ tx, now, audit }) => {
        await tx.authUser.update({ where: { id: userId }, data: { disabledAt: disabled ? now : null } });
        if (disabled) await tx.authSession.deleteMany({ where: { userId } });
        audit({
          action: disabled ? 'access.disable' : 'access.enable', entity: 'user', entityId: userId,
          regionCode: user.grants[0]?.area ?? config.REGION_CODE, reason, changes: { disabled: [!disabled, disabled] },
        });
      });
    },
    async setPassword(call, { userId, password }) {
      const user = await userInArea(call, userId);
      await accounts.setPassword(call, userId, password, { regionCode: user.grants[0]?.area ?? config.REGION_CODE });
    },
    people: (role, regionCode) => repository.people(role, regionCode),
    names: (ids) => repository.names(ids),
  };
}
