import { fail as common, type Call } from '@anyam/contract-kit';
import type { IsoDate } from '@anyam/domain/kernel';
import { readPriorAid, readRegister, villageFinder } from '@anyam/domain/roster';
import type { Kit } from '@anyam/server-kit';
import type { RosterPort } from '../contract/index.ts';
import { readSheets, REGISTER_LIMITS } from '../reading/index.ts';
import { fail } from './errors.ts';
import type { RosterPorts } from './roster.service.ts';

/** Reads a register extract or a list of earlier aid in any layout and hands it to the member module, once a file. */
export async function storeExtractFile(
  kit: Kit,
  ports: RosterPorts,
  call: Call,
  { fileId, kind, period }: Parameters<RosterPort['importExtract']>[1],
): ReturnType<RosterPort['importExtract']> {
  const file = await kit.db.prisma.storedFile.findUnique({ where: { id: fileId } });
  if (!file || file.uploadedBy !== call.actor.userId) throw common('NOT_FOUND');
  const regencyCode = call.scope[0]?.area.split('.').slice(0, 2).join('.') ?? '';
  if (regencyCode.length !== 5) throw common('NOT_FOUND');
  const sheets = await readSheets(await kit.files.get(file.sha256), file.name, REGISTER_LIMITS);
  const gazetteer = await ports.territory.gazetteer(regencyCode);
  const options = {
    asOf: kit.clock.today() as IsoDate,
    villageOf: villageFinder(gazetteer),
  };
  if (kind === 'register') {
    const reading = readRegister(sheets, options);
    if (reading.entries.size === 0) throw fail('LIST_UNREADABLE');
    const register = [...reading.entries].map(([nationalId, entry]) => ({
      nationalId, familyCardNo: entry.kk ?? null, name: entry.name || null, villageCode: entry.villageCode ?? null, decile: entry.decile, status: entry.status,
    }));
    return kit.work
      .run(call.actor, (unit) =>
        ports.member.storeExtract(unit, call.actor, { regencyCode, kind, period, fileName: file.name, fileSha256: file.sha256, register }),
      )
      .then(({ id, stored, already }) => ({ id, rows: stored, already, refused: reading.problemCount }));
  }
  const reading = readPriorAid(sheets, options);
  if (reading.byNik.size === 0) throw fail('LIST_UNREADABLE');
  const cards = new Map([...reading.byKk].flatMap(([card, list]) => list.map((aid) => [aid, card] as const)));
  const priorAid = [...reading.byNik].flatMap(([nationalId, list]) => list.map((aid) => ({ nationalId, familyCardNo: cards.get(aid) ?? null, ...aid })));
  return kit.work
    .run(call.actor, (unit) =>
      ports.member.storeExtract(unit, call.actor, { regencyCode, kind, period, fileName: file.name, fileSha256: file.sha256, priorAid }),
    )
    .then(({ id, stored, already }) => ({ id, rows: stored, already, refused: reading.problemCount }));
}
