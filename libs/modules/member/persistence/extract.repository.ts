import type { Database } from '@anyam/server-kit';
import type { ExtractRow, PriorAidRow, RegisterRow } from '../contract/index.ts';

const REGISTER = `national_id AS "nationalId", family_card_no AS "familyCardNo", name, village_code AS "villageCode", decile, status`;
const EXTRACT = `id, kind, period, file_name AS "fileName", file_sha256 AS "fileSha256", row_count AS "rowCount", created_by AS "createdBy", created_at AS "createdAt"`;

/** Reads of the register extracts and the lists of earlier aid. */
export function extractRepository({ pool }: Database) {
  const query = async <T extends object>(name: string, text: string, values: unknown[]): Promise<T[]> =>
    (await pool.query<T>({ name: `extract-${name}`, text, values })).rows;

  return {
    all: (regencies: readonly string[]) =>
      query<ExtractRow>('all',
        `SELECT ${EXTRACT}, row_number() OVER (PARTITION BY regency_code, kind ORDER BY created_at DESC, id) = 1 AS "inUse"
         FROM register_extract WHERE regency_code = ANY($1) ORDER BY created_at DESC, id LIMIT 500`, [regencies]),
    async newest(regency: string): Promise<{ register: ExtractRow | null; priorAid: ExtractRow | null }> {
      const rows = await query<ExtractRow>('newest',
        `SELECT DISTINCT ON (kind) ${EXTRACT}, true AS "inUse" FROM register_extract WHERE regency_code = $1 ORDER BY kind, created_at DESC, id`, [regency]);
      return { register: rows.find((row) => row.kind === 'register') ?? null, priorAid: rows.find((row) => row.kind === 'priorAid') ?? null };
    },
    registerRows: (extractId: string, niks: readonly string[]) =>
      query<RegisterRow>('rows', `SELECT ${REGISTER} FROM register_entry WHERE extract_id = $1 AND national_id = ANY($2)`, [extractId, niks]),
    /** Rows whose NIK begins so; by range, so that the key of the table serves. */
    registerRowsFrom: (extractId: string, beginnings: readonly string[]) =>
      query<RegisterRow>('rows-from',
        `SELECT ${REGISTER} FROM unnest($2::text[]) b JOIN register_entry r ON r.extract_id = $1 AND r.national_id BETWEEN b || '0000' AND b || '9999'`, [extractId, beginnings]),
    registerCards: async (extractId: string, cards: readonly string[]) =>
      (await query<{ card: string }>('cards', 'SELECT DISTINCT family_card_no AS card FROM register_entry WHERE extract_id = $1 AND family_card_no = ANY($2)', [extractId, cards])).map((row) => row.card),
    /** Earlier aid to these people, and to these family cards where the list names them. */
    priorRows: (extractId: string, niks: readonly string[], cards: readonly string[]) =>
      query<PriorAidRow>('prior',
        `SELECT national_id AS "nationalId", family_card_no AS "familyCardNo", year, programme, amount FROM prior_aid_entry
         WHERE extract_id = $1 AND (national_id = ANY($2) OR family_card_no = ANY($3))`, [extractId, niks, cards]),
  };
}
