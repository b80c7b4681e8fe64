import type { Database, Tx } from '@anyam/server-kit';

export interface GroupRecord {
  seq: number;
  row: number;
  sheet: string;
  values: unknown;
  corrections: unknown;
}
export interface RowRecord {
  seq: number;
  groupSeq: number;
  row: number;
  values: unknown;
  corrections: unknown;
  skipped: boolean;
}
export interface JudgedRecord {
  seq: number;
  findings: unknown[];
  blocked: boolean;
}

export type RowsShown = 'faults' | 'all' | 'skipped';

const SLICE = 5_000;
const json = (value: unknown): string => JSON.stringify(value);

/** Rows of an import go in and out by sets: a roster may have a hundred thousand. */
export function rosterRepository({ pool, prisma }: Database) {
  return {
    /** All groups of an import, or those with these numbers. */
    async groups(importId: string, seqs?: readonly number[]): Promise<GroupRecord[]> {
      return prisma.rosterImportGroup.findMany({
        where: { importId, ...(seqs ? { seq: { in: [...seqs] } } : {}) },
        orderBy: { seq: 'asc' },
        select: { seq: true, row: true, sheet: true, values: true, corrections: true },
      });
    },
    async rows(importId: string): Promise<RowRecord[]> {
      const { rows } = await pool.query<RowRecord>({
        name: 'roster-rows',
        text: `SELECT seq, group_seq AS "groupSeq", row, "values", corrections, skipped FROM roster_import_row WHERE import_id = $1 ORDER BY seq`,
        values: [importId],
      });
      return rows;
    },
    /** A page of the grid: all rows, those with findings, or those that a person left out; or of one cause. */
    async page(importId: string, show: RowsShown, code: string | null, limit: number, offset: number) {
      const { rows } = await pool.query<RowRecord & { findings: unknown; total: number }>({
        name: 'roster-page',
        text: `SELECT seq, group_seq AS "groupSeq", row, "values", corrections, skipped, findings, count(*) OVER ()::int AS total
               FROM roster_import_row
               WHERE import_id = $1
                 AND ($2 = 'all' OR ($2 = 'faults' AND findings <> '[]') OR ($2 = 'skipped' AND skipped))
                 AND ($3::text IS NULL OR findings @> jsonb_build_array(jsonb_build_object('code', $3::text)))
               ORDER BY seq LIMIT $4 OFFSET $5`,
        values: [importId, show, code, limit, offset],
      });
      return rows;
    },
    async causes(importId: string): Promise<{ code: string; severity: 'block' | 'warn'; rows: number }[]> {
      const { rows } = await pool.query<{ code: string; severity: 'block' | 'warn'; rows: number }>({
        name: 'roster-causes',
        text: `SELECT f->>'code' AS code, f->>'severity' AS severity, count(DISTINCT r.seq)::int AS rows
               FROM roster_import_row r CROSS JOIN jsonb_array_elements(r.findings) f
               WHERE r.import_id = $1 AND NOT r.skipped GROUP BY 1, 2`,
        values: [importId],
      });
      return rows;
    },
    async blockedRows(importId: string): Promise<number> {
      return prisma.rosterImportRow.count({ where: { importId, blocked: true, skipped: false } });
    },
    async skippedRows(importId: string): Promise<number> {
      return prisma.rosterImportRow.count({ where: { importId, skipped: true } });
    },
    /** Rows without a stop of their own that nobody left out. */
    async soundRows(importId: string): Promise<number> {
      return prisma.rosterImportRow.count({ where: { importId, blocked: false, skipped: false } });
    },
    async replace(tx: Tx, importId: string, groups: readonly GroupRecord[], rows: readonly RowRecord[]): Promise<void> {
      await tx.$executeRaw`DELETE FROM roster_import_group WHERE import_id = ${importId}::uuid`;
      await tx.$executeRaw`DELETE FROM roster_import_row WHERE import_id = ${importId}::uuid`;
      for (let i = 0; i < groups.length; i += SLICE) {
        await tx.$executeRaw`INSERT INTO roster_import_group (import_id, seq, row, sheet, "values", corrections)
          SELECT ${importId}::uuid, seq, row, sheet, "values", corrections
          FROM jsonb_to_recordset(${json(groups.slice(i, i + SLICE))}::jsonb) AS g(seq int, row int, sheet text, "values" jsonb, corrections jsonb)`;
      }
      for (let i = 0; i < rows.length; i += SLICE) {
        await tx.$executeRaw`INSERT INTO roster_import_row (import_id, seq, group_seq, row, "values", corrections, skipped)
          SELECT ${importId}::uuid, seq, "groupSeq", row, "values", corrections, skipped
          FROM jsonb_to_recordset(${json(rows.slice(i, i + SLICE))}::jsonb) AS r(seq int, "groupSeq" int, row int, "values" jsonb, corrections jsonb, skipped boolean)`;
      }
    },
    /** Writes what was found; rows that had findings before and have none now are cleared. */
    async judge(tx: Tx, importId: string, judged: readonly JudgedRecord[]): Promise<void> {
      await tx.$executeRaw`UPDATE roster_import_row SET findings = '[]', blocked = false WHERE import_id = ${importId}::uuid AND (findings <> '[]' OR blocked)`;
      for (let i = 0; i < judged.length; i += SLICE) {
        await tx.$executeRaw`UPDATE roster_import_row r SET findings = j.findings, blocked = j.blocked
          FROM jsonb_to_recordset(${json(judged.slice(i, i + SLICE))}::jsonb) AS j(seq int, findings jsonb, blocked boolean)
          WHERE r.import_id = ${importId}::uuid AND r.seq = j.seq`;
      }
    },
    async setCorrections(tx: Tx, importId: string, table: 'group' | 'row', seq: number, corrections: Readonly<Record<string, string>>): Promise<void> {
      if (table === 'group') await tx.rosterImportGroup.update({ where: { importId_seq: { importId, seq } }, data: { corrections } });
      else await tx.rosterImportRow.update({ where: { importId_seq: { importId, seq } }, data: { corrections } });
    },
  };
}
export type RosterRepository = ReturnType<typeof rosterRepository>;
