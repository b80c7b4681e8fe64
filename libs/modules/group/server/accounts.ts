import { fail as common } from '@anyam/contract-kit';
import { groupError, matchAccounts } from '@anyam/domain/group';
import type { Tx, Work } from '@anyam/server-kit';
import type { GroupPort } from '../contract/index.ts';
import type { GroupData, MembershipRecord } from '../persistence/group.repository.ts';
import type { GroupContext } from './context.ts';

type Officer = MembershipRecord & { role: 'chair' | 'secretary' | 'treasurer' };
const isOfficer = (m: MembershipRecord): m is Officer => m.leftOn === null && m.role !== 'member';

/** Sign-ins that reach one group alone, for its officers. */
export function createOfficerAccounts(c: GroupContext): Pick<GroupPort, 'accounts'> {
  const { access } = c.needs;
  const { prisma } = c.kit.db;

  async function accountsOf(groupId: string, officers: readonly Officer[], tx: Pick<Tx, 'groupAccount'> = prisma) {
    const signIns = (await access.partners([groupId])).filter((p) => p.role === 'pengurus');
    const given = new Map((await tx.groupAccount.findMany({ where: { groupId } })).map((a) => [a.userId, a.membershipId]));
    return matchAccounts(officers, signIns.map(({ userId, name, username, since, lastSeen }) => ({ userId, name, username, since, lastSeen, membershipId: given.get(userId) ?? null })));
  }
  /** Errors: NOT_FOUND when this sign-in is not one of the group's. */
  async function ofGroup(id: string, userId: string): Promise<void> {
    if (!(await access.partners([id])).some((p) => p.userId === userId && p.role === 'pengurus')) throw common('NOT_FOUND');
  }

  return {
    accounts: {
      async list(call, { id }) {
        const group = await c.mine(call, id);
        const officers = (await c.repository.memberships(id)).filter(isOfficer);
        const { of, left } = await accountsOf(id, officers);
        const without = officers.filter((o) => !of.has(o.membershipId));
        const mayGive = group.state !== 'dissolved' && c.may(call, group, 'group.account');
        const proposed = mayGive ? await access.freeUserNames(without.map((o) => o.name)) : [];
        return {
          officers: officers.map(({ membershipId, name, role }) => {
            const account = of.get(membershipId) ?? null;
            return { membershipId, name, role, account, proposed: account ? null : (proposed[without.findIndex((o) => o.membershipId === membershipId)] ?? null) };
          }),
          left, mayGive,
        };
      },

      async give(call, { key, id, membershipId, username, password }) {
        const seen = await c.mine(call, id);
        const name = (await c.repository.memberships(id)).find((m) => m.membershipId === membershipId && isOfficer(m))?.name;
        if (name === undefined) throw groupError('NOT_AN_OFFICER');
        return access.createPartner(call, 'pengurus', { area: seen.regencyCode, subjectId: id }, { key, username, name, position: '', password }, async (unit, userId) => {
          const tx = unit.tx as Tx;
          // The row is locked: officers do not change, and nobody gives a second account, while this one is written.
          await c.lockMine(call, tx, id);
          const officers = (await c.repository.members(tx, [id])).filter(isOfficer);
          if (!officers.some((o) => o.membershipId === membershipId)) throw groupError('NOT_AN_OFFICER');
          const held = (await accountsOf(id, officers, tx)).of.get(membershipId);
          if (held) throw groupError('OFFICER_HAS_ACCOUNT', { name, username: held.username });
          await tx.groupAccount.create({ data: { userId, groupId: id, membershipId } });
        });
      },

      async end(call, { id, userId, reason }) {
        await c.mine(call, id);
        await ofGroup(id, userId);
        await c.kit.work.run(call.actor, (unit) => access.endPartners(unit, { subjectId: id, userIds: [userId], reason }));
      },

      async setPassword(call, { id, userId, password }) {
        await c.mine(call, id);
        await ofGroup(id, userId);
        await access.setPartnerPassword(call, { userId, subjectId: id, password });
      },
    },
  };
}

/** After officers changed: sign-ins of those who hold no office of the group any more end in the same transaction. */
export async function endLostAccounts(c: GroupContext, unit: Work, group: Pick<GroupData, 'id'>, reason: string): Promise<void> {
  const given = await unit.tx.groupAccount.findMany({ where: { groupId: group.id } });
  if (given.length === 0) return;
  const officers = (await c.repository.members(unit.tx, [group.id])).filter(isOfficer);
  const { left } = matchAccounts(officers, given);
  if (left.length > 0) await c.needs.access.endPartners(unit, { subjectId: group.id, userIds: left.map((a) => a.userId), reason });
}
