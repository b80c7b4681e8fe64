import { randomUUID } from 'node:crypto';
import { fail as common, reaches } from '@anyam/contract-kit';
import { normalisePlaceName, regionIndex, type RegionCode } from '@anyam/domain/kernel';
import { isUniqueViolation, type Kit } from '@anyam/server-kit';
import type { TerritoryPort } from '../contract/index.ts';
import { territoryRepository } from '../persistence/territory.repository.ts';
import { fail } from './errors.ts';

export function createTerritory({ db, work }: Kit): TerritoryPort {
  const repository = territoryRepository(db);
  return {
    children: (_call, { parent }) => repository.children(parent),
    match: (_call, { within, text }) => repository.match(within, normalisePlaceName(text), 8),
    names: (codes) => repository.names(codes),
    exists: async (code) => (await repository.find(code))?.level === 4,
    gazetteer: async (within) =>
      regionIndex((await repository.entries(within)).map((entry) => ({ ...entry, code: entry.code as RegionCode }))),
    async about(_call, { within }) {
      const about = await repository.about(within);
      if (!about) throw common('NOT_FOUND');
      return about;
    },
    async aliases(call) {
      const all = await repository.aliases();
      const mine = all.filter((alias) => reaches(call, { regionCode: alias.regionCode }));
      const names = await repository.names(mine.map((alias) => alias.regionCode));
      return mine.map((alias) => ({ ...alias, regionName: names.get(alias.regionCode) ?? alias.regionCode }));
    },
    async addAlias(call, { regionCode, alias }) {
      const region = await repository.find(regionCode);
      if (!region || !reaches(call, { regionCode })) throw common('NOT_FOUND');
      try {
        return await work.run(call.actor, async ({ tx, now, audit }) => {
          const id = randomUUID();
          const made = await tx.regionAlias.create({
            data: { id, regionCode, alias, aliasKey: normalisePlaceName(alias), createdBy: call.actor.userId, createdAt: now },
          });
          audit({ action: 'territory.addAlias', entity: 'regionAlias', entityId: id, regionCode, changes: { alias: [null, alias] } });
          return { ...made, regionName: region.name };
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw fail('ALIAS_TAKEN', { alias });
        throw error;
      }
    },
    async removeAlias(call, { id }) {
      const alias = await repository.alias(id);
      if (!alias || !reaches(call, { regionCode: alias.regionCode })) throw common('NOT_FOUND');
      await work.run(call.actor, async ({ tx, audit }) => {
        await tx.regionAlias.deleteMany({ where: { id } });
        audit({
          action: 'territory.removeAlias', entity: 'regionAlias', entityId: id, regionCode: alias.regionCode,
          changes: { alias: [alias.alias, null] },
        });
      });
    },
  };
}
