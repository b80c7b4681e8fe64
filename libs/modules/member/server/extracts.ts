import { randomUUID } from 'node:crypto';
import type { Tx } from '@anyam/server-kit';
import type { MemberPort } from '../contract/index.ts';

/** Rows a statement: bounds the size of one parameter. */
const SLICE = 20_000;

/** Keeps an extract of the social register or a list of earlier aid, once a file. */
export const storeExtract: MemberPort['storeExtract'] = async (unit, who, input) => {
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
      INSERT INTO prior_aid_entry (extract_id, national_id, year, programme, amount)
      SELECT ${id}::uuid, "nationalId", year, programme, amount
      FROM jsonb_to_recordset(${json(priorAid.slice(at, at + SLICE))}::jsonb) AS r("nationalId" text, year smallint, programme text, amount bigint)`;
  }
  await tx.registerExtract.update({ where: { id }, data: { rowCount: stored } });
  unit.audit({ action: 'member.storeExtract', entity: 'registerExtract', entityId: id, regionCode: regencyCode, changes: { kind: [null, kind], period: [null, period], fileSha256: [null, fileSha256], rows: [null, stored] } });
  return { id, stored, already: false };
};
