import type { Kit } from '@anyam/server-kit';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { ProgrammePort } from '../contract/index.ts';
import { createProgramme } from '../server/programme.service.ts';

/** The territory as specs need it, over the test database's own table. */
export function territoryFor({ db }: Kit): TerritoryPort {
  const none = async () => [];
  return {
    names: async (codes) => new Map((await db.prisma.region.findMany({ where: { code: { in: [...codes] } } })).map((r) => [r.code, r.name])),
    exists: async (code) => (await db.prisma.region.findUnique({ where: { code } }))?.level === 4,
    children: none, match: none, aliases: none,
    addAlias: async () => Promise.reject(new Error('not in this spec')),
    removeAlias: async () => undefined,
  } as Partial<TerritoryPort> as TerritoryPort;
}

export const programmeFor = (kit: Kit): ProgrammePort => createProgramme(kit, { territory: territoryFor(kit) });
