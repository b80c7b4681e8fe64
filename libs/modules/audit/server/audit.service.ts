import type { Call } from '@anyam/contract-kit';
import { scopeSql, xlsxBase64, type Kit } from '@anyam/server-kit';
import type { z } from 'zod';
import type { auditFilter, auditRow, AuditPort } from '../contract/index.ts';

type Filter = z.infer<typeof auditFilter>;
type Row = z.infer<typeof auditRow>;
const COLUMNS = `id::text, at, actor_name AS "actorName", action, entity, entity_id AS "entityId", group_id AS "groupId",
  region_code AS "regionCode", changes, reason, hash`;
const ZONE = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
const EXPORT_LIMIT = 50_000;

export function createAudit({ db, work, clock, config }: Kit): AuditPort {
  const zone = ZONE[config.TIME_ZONE];
  /** `from` and `until` are whole days in the office's zone. */
  function where(call: Call, filter: Filter): { sql: string; params: unknown[] } {
    const params: unknown[] = [];
    const parts = [scopeSql(call, 'region_code', null, params)];
    const add = (sql: (place: string) => string, value: unknown) => {
      if (value === undefined) return;
      params.push(value);
      parts.push(sql(`$${params.length}`));
    };
    add((p) => `actor_id = ${p}`, filter.actorId);
    add((p) => `action = ${p}`, filter.action);
    add((p) => `entity = ${p}`, filter.entity);
    add((p) => `entity_id = ${p}`, filter.entityId);
    add((p) => `group_id = ${p}::uuid`, filter.groupId);
    add((p) => `at >= ${p}::date::timestamp AT TIME ZONE '${zone}'`, filter.from);
    add((p) => `at < (${p}::date + 1)::timestamp AT TIME ZONE '${zone}'`, filter.until);
    return { sql: parts.join(' AND '), params };
  }
  const chainOf = () => config.REGION_CODE;

  return {
    async list(call, { page, pageSize, ...filter }) {
      const { sql, params } = where(call, filter);
      const [rows, count] = await Promise.all([
        db.pool.query<Row>(
          `SELECT ${COLUMNS} FROM audit_entry WHERE ${sql} ORDER BY audit_entry.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
          params,
        ),
        db.pool.query<{ total: number }>(`SELECT count(*)::int AS total FROM audit_entry WHERE ${sql}`, params),
      ]);
      return { rows: rows.rows, total: count.rows[0]?.total ?? 0 };
    },
    async actors(call) {
      const { sql, params } = where(call, {});
      const { rows } = await db.pool.query<{ id: string; name: string }>(
        `SELECT DISTINCT ON (actor_id) actor_id AS id, actor_name AS name FROM audit_entry WHERE actor_id IS NOT NULL AND ${sql} ORDER BY actor_id, id DESC`,
        params,
      );
      return rows.sort((a, b) => a.name.localeCompare(b.name, 'id'));
    },
    async kinds(call) {
      const { sql, params } = where(call, {});
      const { rows } = await db.pool.query<{ entity: string }>(`SELECT DISTINCT entity FROM audit_entry WHERE ${sql} ORDER BY 1`, params);
      return rows.map((row) => row.entity);
    },
    async actions(call) {
      const { sql, params } = where(call, {});
      const { rows } = await db.pool.query<{ action: string }>(`SELECT DISTINCT action FROM audit_entry WHERE ${sql} ORDER BY 1`, params);
      return rows.map((row) => row.action);
    },
    async verify() {
      const { entries, firstBroken } = await verifyChain(db.pool, chainOf());
      return { entries, intact: firstBroken === null, firstBroken, checkedAt: clock.now() };
    },
    async export(call, filter) {
      const { sql, params } = where(call, filter);
      const { rows } = await db.pool.query<Row>(
        `SELECT ${COLUMNS} FROM audit_entry WHERE ${sql} ORDER BY audit_entry.id DESC LIMIT ${EXPORT_LIMIT}`,
        params,
      );
      const base64 = await xlsxBase64({
        sheet: 'Jejak audit',
        columns: [
          { title: 'Waktu', value: (r: Row) => r.at.toISOString() },
          { title: 'Pelaku', value: (r: Row) => r.actorName },
          { title: 'Tindakan', value: (r: Row) => r.action },
          { title: 'Jenis data', value: (r: Row) => r.entity },
          { title: 'Id data', value: (r: Row) => r.entityId },
          { title: 'Perubahan', value: (r: Row) => JSON.stringify(r.changes) },
          { title: 'Alasan', value: (r: Row) => r.reason ?? '' },
          { title: 'Hash', value: (r: Row) => r.hash },
        ],
        rows,
        about: { by: call.actor.name, at: clock.now(), filter: JSON.stringify(filter) },
      });
      await work.run(call.actor, async ({ audit }) => {
        audit({ action: 'audit.export', entity: 'audit', entityId: 'list', regionCode: config.REGION_CODE, changes: { rows: [null, rows.length] } });
      });
      return { fileName: `jejak-audit-${clock.today()}.xlsx`, base64 };
    },
  };
}

/** Recomputes every hash of a chain and each link to the one before, in the database. Gives the id of the first broken entry. */
export async function verifyChain(pool: Kit['db']['pool'], chain: string): Promise<{ entries: number; firstBroken: string | null }> {
  const { rows } = await pool.query<{ entries: number; broken: string | null }>(
    `WITH linked AS (
       SELECT e.id, e.hash = audit_entry_hash(e) AS own,
              e.prev_hash = coalesce(lag(e.hash) OVER w, '') AND e.seq = coalesce(lag(e.seq) OVER w, 0) + 1 AS link, e.seq, e.hash
       FROM audit_entry e WHERE chain = $1 WINDOW w AS (ORDER BY e.seq)
     ), tail AS (SELECT max(seq) AS seq FROM linked)
     SELECT (SELECT count(*)::int FROM linked) AS entries,
            coalesce((SELECT id::text FROM linked WHERE NOT (own AND link) ORDER BY seq LIMIT 1),
                     (SELECT 'ujung' FROM audit_head h LEFT JOIN tail ON true
                      WHERE h.chain = $1 AND (tail.seq IS DISTINCT FROM h.seq OR NOT EXISTS (SELECT 1 FROM linked l WHERE l.seq = h.seq AND l.hash = h.hash)))) AS broken`,
    [chain],
  );
  return { entries: rows[0]?.entries ?? 0, firstBroken: rows[0]?.broken ?? null };
}
