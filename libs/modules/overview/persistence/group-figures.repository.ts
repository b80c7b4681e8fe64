import type { Call } from '@anyam/contract-kit';
import { scopeSql, type Database } from '@anyam/server-kit';
import type { GroupFigures, GroupFiguresNeed, RiskyGroup } from '../contract/needs.ts';
import { REACHED, RISK_FLAGS, RISK_STAGES } from '../contract/stages.ts';

interface FigureRecord {
  active: number; total: number; added: number; people: number; received: bigint; accounted: bigint; underSize: number;
  drafts: number; draftsOldest: Date | null; unaccompanied: number; unaccompaniedOldest: Date | null;
  proposed: number; verified: number; decreed: number; paid: number; reached: number; reported: number;
}

const LIVE = `g.merged_into IS NULL AND g.state <> 'bubar'`;

/** A read model over the group's row: everything the home page counts, in one pass. Nothing is written here. */
export function groupFiguresRepository({ pool }: Database): GroupFiguresNeed {
  return {
    async figures(call: Call, fiscalYear: number): Promise<GroupFigures> {
      const params: unknown[] = [fiscalYear];
      const scope = scopeSql(call, 'g.village_code', 'g.facilitator_id', params);
      const stage = (codes: readonly string[]): string => `count(*) FILTER (WHERE g.fiscal_year = $1 AND g.aid_stage = ANY($${params.push(codes)}))::int`;
      const text = `SELECT
          count(*) FILTER (WHERE g.state = 'aktif')::int AS active, count(*)::int AS total,
          count(*) FILTER (WHERE extract(year FROM coalesce(g.formed_on, g.created_at::date)) = $1)::int AS added,
          coalesce(sum(g.member_count), 0)::int AS people,
          coalesce(sum(g.received) FILTER (WHERE g.fiscal_year = $1), 0)::bigint AS received,
          coalesce(sum(g.accounted) FILTER (WHERE g.fiscal_year = $1), 0)::bigint AS accounted,
          count(*) FILTER (WHERE 'sizeUnder' = ANY(g.flags))::int AS "underSize",
          count(*) FILTER (WHERE g.state = 'calon')::int AS drafts,
          min(g.created_at) FILTER (WHERE g.state = 'calon') AS "draftsOldest",
          count(*) FILTER (WHERE g.facilitator_id IS NULL)::int AS unaccompanied,
          min(g.created_at) FILTER (WHERE g.facilitator_id IS NULL) AS "unaccompaniedOldest",
          ${stage(REACHED.proposed)} AS proposed, ${stage(REACHED.verified)} AS verified, ${stage(REACHED.decreed)} AS decreed,
          ${stage(REACHED.paid)} AS paid, ${stage(REACHED.received)} AS reached, ${stage(REACHED.accounted)} AS reported
        FROM kube_group g WHERE ${LIVE} AND ${scope}`;
      const { rows } = await pool.query<FigureRecord>(text, params);
      const r = rows[0] as FigureRecord;
      return {
        active: r.active, total: r.total, added: r.added, people: r.people, received: r.received, accounted: r.accounted, underSize: r.underSize,
        drafts: { count: r.drafts, oldest: r.draftsOldest },
        unaccompanied: { count: r.unaccompanied, oldest: r.unaccompaniedOldest },
        funnel: { proposed: r.proposed, verified: r.verified, decreed: r.decreed, paid: r.paid, received: r.reached, accounted: r.reported },
      };
    },
    async risks(call: Call, limit: number): Promise<{ rows: RiskyGroup[]; total: number }> {
      const params: unknown[] = [RISK_STAGES, RISK_FLAGS];
      const scope = scopeSql(call, 'g.village_code', 'g.facilitator_id', params);
      // Money that went astray first, then the office's own flags in their order, then groups without a facilitator.
      const { rows } = await pool.query<RiskyGroup & { all: number }>(
        `SELECT g.id, g.name, g.village_code AS "villageCode", g.state, g.aid_stage AS "aidStage", g.member_count AS members,
                g.facilitator_id IS NOT NULL AS accompanied, g.flags, count(*) OVER ()::int AS "all"
         FROM kube_group g
         CROSS JOIN LATERAL (SELECT min(array_position($2::text[], f)) AS place FROM unnest(g.flags) f) flag
         WHERE ${LIVE} AND ${scope} AND (g.aid_stage = ANY($1) OR g.flags && $2::text[] OR g.state = 'tidakAktif' OR (g.facilitator_id IS NULL AND g.state = 'aktif'))
         ORDER BY (g.aid_stage = ANY($1)) DESC, flag.place NULLS LAST, g.state = 'tidakAktif' DESC, g.received DESC, g.name_key, g.id
         LIMIT $${params.push(limit)}`,
        params,
      );
      return { rows: rows.map(({ all: _all, ...row }) => row), total: rows[0]?.all ?? 0 };
    },
  };
}
