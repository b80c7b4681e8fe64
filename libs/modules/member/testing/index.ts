import type { AccessPort } from '@anyam/access/contract';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import type { Kit } from '@anyam/server-kit';
import type { MemberPort } from '../contract/index.ts';
import { createMember } from '../server/member.service.ts';

/** Names and people of the test database; the rest of access is not needed by these modules. */
export function accessFor({ db }: Kit): AccessPort {
  return {
    names: async (ids: readonly string[]) => new Map((await db.prisma.authUser.findMany({ where: { id: { in: [...ids] } } })).map((u) => [u.id, u.name])),
    people: async (role: string) => {
      const grants = await db.prisma.accessGrant.findMany({ where: { role, endedAt: null } });
      return (await db.prisma.authUser.findMany({ where: { id: { in: grants.map((g) => g.userId) } } })).map(({ id, name }) => ({ id, name }));
    },
  } as Partial<AccessPort> as AccessPort;
}

export const memberFor = (kit: Kit): MemberPort => createMember(kit, { territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit) });
