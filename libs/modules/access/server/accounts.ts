import { randomUUID } from 'node:crypto';
import { fail as common, type Call, type Role } from '@anyam/contract-kit';
import { freeUserName, userNameFrom } from '@anyam/domain/kernel';
import { isUniqueViolation, type Kit, type Tx, type Work } from '@anyam/server-kit';
import { hashPassword } from 'better-auth/crypto';
import type { AccessPort, PartnerUnit } from '../contract/index.ts';
import type { accessRepository } from '../persistence/access.repository.ts';
import { fail } from './errors.ts';

/** The group in whose history it is told what happens to its officers' accounts. */
const groupOf = (grant: { readonly role: string; readonly subjectId?: string }): string | null => (grant.role === 'pengurus' ? (grant.subjectId ?? null) : null);

/** Accounts as they are made, given a new password and, for partners, ended. Whether the caller may was judged before. */
export function createAccounts({ work }: Pick<Kit, 'work'>, repository: ReturnType<typeof accessRepository>) {
  /** A user with a password and one grant, and what `keep` writes, in one transaction; once for a key. Gives the id. */
  async function make(
    call: Call, input: { username: string; name: string; position: string; password: string; key?: string }, grant: { role: Role; area: string; subjectId?: string },
    keep?: (unit: PartnerUnit, userId: string) => Promise<void>,
  ): Promise<string> {
    const password = await hashPassword(input.password);
    const write = async (unit: Work): Promise<string> => {
      const { tx, now, audit } = unit;
      const id = randomUUID();
      try {
        await repository.insertUser(tx, { ...input, id, password, now });
      } catch (error) {
        if (isUniqueViolation(error)) throw fail('USERNAME_TAKEN', { username: input.username });
        throw error;
      }
      await tx.accessGrant.create({ data: { id: randomUUID(), userId: id, ...grant, grantedBy: call.actor.userId, grantedAt: now } });
      audit({
        action: 'access.createUser', entity: 'user', entityId: id, groupId: groupOf(grant), regionCode: grant.area,
        changes: { person: [null, input.name], username: [null, input.username], role: [null, grant.role], area: [null, grant.area], ...(grant.subjectId ? { subject: [null, grant.subjectId] as const } : {}) },
      });
      await keep?.(unit, id);
      return id;
    };
    return input.key ? work.once(input.key, 'access.createPartner', call.actor, write) : work.run(call.actor, write);
  }

  /** Sets a password and ends the sessions that the old one opened. */
  async function setPassword(call: Call, userId: string, password: string, told: { groupId?: string | null; regionCode: string }): Promise<void> {
    const hash = await hashPassword(password);
    await work.run(call.actor, async ({ tx, audit }) => {
      await repository.setPassword(tx, userId, hash);
      await tx.authSession.deleteMany({ where: { userId } });
      audit({ action: 'access.setPassword', entity: 'user', entityId: userId, ...told });
    });
  }

  const partners: Pick<AccessPort, 'createPartner' | 'partners' | 'endPartners' | 'setPartnerPassword' | 'freeUserNames'> = {
    createPartner: async (call, role, { area, subjectId }, input, keep) => ({ id: await make(call, input, { role, area, subjectId }, keep) }),
    partners: (subjectIds) => repository.partners(subjectIds),
    async endPartners(unit, { subjectId, userIds, reason }) {
      for (const gone of await repository.endPartners(unit.tx as Tx, subjectId, userIds, unit.now)) {
        unit.audit({
          action: 'access.endPartner', entity: 'user', entityId: gone.userId, groupId: groupOf({ ...gone, subjectId }), regionCode: gone.area, reason,
          changes: { person: [gone.name, null], username: [gone.username, null], role: [gone.role, null] },
        });
      }
    },
    async setPartnerPassword(call, { userId, subjectId, password }) {
      const partner = (await repository.partners([subjectId])).find((p) => p.userId === userId);
      if (!partner) throw common('NOT_FOUND');
      await setPassword(call, userId, password, { groupId: groupOf(partner), regionCode: partner.area });
    },
    async freeUserNames(names) {
      const wanted = names.map(userNameFrom);
      const taken = await repository.usernamesLike(wanted);
      return wanted.map((name) => {
        const free = freeUserName(name, taken);
        taken.add(free);
        return free;
      });
    },
  };
  return { make, setPassword, partners };
}
