import { randomUUID } from 'node:crypto';
import type { AccessPort } from '@anyam/access/contract';
import type { Kit, Tx } from '@anyam/server-kit';
import type { MemberPort } from '../contract/index.ts';
import { extractRepository } from '../persistence/extract.repository.ts';

/** Rows a statement: bounds the size of one parameter. */
const SLICE = 20_000;

/** What other modules ask of the register extracts and the lists of earlier aid. The newest of a kind is the one in use. */
export function createExtracts({ db }: Kit, { access }: { access: AccessPort }): Pick<MemberPort, 'extracts' | 'known' | 'knownNumbers' | 'storeExtract'> {
  const repository = extractRepository(db);
  return {
    storeExtract,
    async extracts(regencyCodes) {
      const rows = await repository.all(regencyCodes);
      const names = await access.names([...new Set(rows.map((row) => row.createdBy))]);
      return rows.map((row) => ({ ...row, createdBy: names.get(row.createdBy) ?? row.createdBy }));
    },
    async known(regencyCode, nationalIds, familyCards) {
      const { register, priorAid } = await repository.newest(regencyCode);
      const [registered, aided] = await Promise.all([
        register ? repository.registerRows(register.id, nationalIds) : [],
        priorAid ? repository.priorRows(priorAid.id, nationalIds, familyCards) : [],
      ]);
      return { extracts: { register, priorAid }, register: registered, priorAid: aided };
    },
    async knownNumbers(regencyCode, nationalIds, beginnings, familyCards) {
      const { register } = await repository.newest(regencyCode);
      if (!register) return null;
      const [rows, alike, cards] = await Promise.all([
        repository.registerRows(register.id, nationalIds),
        repository.registerRowsFrom(register.id, beginnings),
        repository.registerCards(register.id, familyCards),
      ]);
      return { rows: [...rows, ...alike], familyCards: cards };
    },
  };
}

/** Keeps an extract of the social register or a list of earlier aid, once a file. */
const storeExtract: MemberPort['storeExtract'] = async (unit, who, input) => {
  const tx = unit.tx as Tx;
  const { regencyCode, kind, period, fileName, fileSha256, register = [], priorAid = [] } = input;
  const known = await tx.registerExtract.findUnique({ where: { regencyCode_kind_fileSha256: { regencyCode, kind, fileSha256 } }, select: { id: true, rowCount: true } });
  if (known) return { id: known.id, stored: known.rowCount, already: true };
  const id = randomUUID();
  await tx.registerExtract.create({ data: { id, regencyCode, kind, period, fileName, fileSha256, rowCount: 0, createdBy: who.userId, createdAt: unit.now } });
  let stored = 0;
  const json = (rows: readonly unknown[]) => JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  for (let at = 0; at < register.length; at += SLICE) {
    stored += await tx.$executeRaw`
      INSERT INTO register_entry (extract_id, national_id, family_card_no, name, village_code, decile, status)
      SELECT ${id}::uuid, "nationalId", "familyCardNo", name, "villageCode", decile, status
      FROM jsonb_to_recordset(${json(register.slice(at, at + SLICE))}::jsonb) AS r("nationalId" text, "familyCardNo" text, name text, "villageCode" text, decile smallint, status text)
      ON CONFLICT (extract_id, national_id) DO NOTHING`;
  }
  for (let at = 0; at < priorAid.length; at += SLICE) {
    stored += await tx.$executeRaw`
      INSERT INTO prior_aid_entry (extract_id, national_id, family_card_no, year, programme, amount)
      SELECT ${id}::uuid, "nationalId", "familyCardNo", year, programme, amount
      FROM jsonb_to_recordset(${json(priorAid.slice(at, at + SLICE))}::jsonb) AS r("nationalId" text, "familyCardNo" text, year smallint, programme text, amount bigint)`;
  }
  await tx.registerExtract.update({ where: { id }, data: { rowCount: stored } });
  unit.audit({ action: 'member.storeExtract', entity: 'registerExtract', entityId: id, regionCode: regencyCode, changes: { kind: [null, kind], period: [null, period], fileSha256: [null, fileSha256], rows: [null, stored] } });
  return { id, stored, already: false };
};
