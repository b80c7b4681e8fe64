import type { Aid, Hand } from './context.ts';

/** Writes what the list of groups shows of aid: the state of the newest matter and the sums, from the records themselves. */
export async function refreshGroups(aid: Aid, { unit, query }: Hand, groups: readonly { groupId: string; stage?: string; fiscalYear?: number }[]): Promise<void> {
  const ids = [...new Set(groups.map((g) => g.groupId))];
  if (ids.length === 0) return;
  const sums = await query<{ groupId: string; received: bigint; accounted: bigint; late: boolean }>(
    `SELECT g.id::text AS "groupId",
       coalesce((SELECT sum(t.received) FROM tranche t WHERE t.group_id = g.id), 0)::bigint AS received,
       coalesce((SELECT sum(t.received) FROM tranche t JOIN lpj l ON l.tranche_id = t.id WHERE t.group_id = g.id AND l.state = 'diterima'), 0)::bigint AS accounted,
       EXISTS (SELECT 1 FROM lpj l WHERE l.group_id = g.id AND l.state IN ('belum', 'draf', 'dikembalikan') AND l.overdue <> 'none') AS late
     FROM kube_group g WHERE g.id = ANY($1::uuid[])`,
    [ids],
  );
  const stages = new Map(groups.map(({ groupId, stage, fiscalYear }) => [groupId, { ...(stage === undefined ? {} : { aidStage: stage }), ...(fiscalYear === undefined ? {} : { fiscalYear }) }]));
  await aid.ports.group.setAid(unit.tx as never, sums.map((s) => ({
    ...stages.get(s.groupId), groupId: s.groupId, received: s.received, accounted: s.accounted, ...(s.late ? { addFlags: ['lpjLate'] } : { removeFlags: ['lpjLate'] }),
  })));
}
