import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import type { RegionCode } from '@anyam/domain/kernel';
import { groupFor } from '@anyam/group/testing';
import { memberFor } from '@anyam/member/testing';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import { sha256Hex, type Kit } from '@anyam/server-kit';
import type { RosterPort } from '../contract/index.ts';
import { loadTerritory } from '../reading/index.ts';
import { createRoster } from '../server/roster.service.ts';

export function rosterFor(kit: Kit): RosterPort {
  const territory = { ...territoryFor(kit), gazetteer: async (within: string) => (await loadTerritory()).gazetteer(within as RegionCode) };
  return createRoster(kit, { territory, programme: programmeFor(kit), member: memberFor(kit), group: groupFor(kit) });
}

/** A file as the caller had uploaded it. Gives its id. */
export async function uploaded(kit: Kit, call: Call, name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const id = randomUUID();
  await kit.files.put(bytes);
  await kit.db.prisma.storedFile.create({
    data: { id, regencyCode: '35.21', sha256: sha256Hex(bytes), name, mime: 'text/csv', size: bytes.length, uploadedBy: call.actor.userId, uploadedAt: kit.clock.now(), dhash: null },
  });
  return id;
}
