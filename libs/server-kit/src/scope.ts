import { isPartner, type Call } from '@anyam/contract-kit';

/**
 * SQL that keeps the rows a call may see, for a hand-written query. `region` and `facilitator` are column names of ours,
 * never input; `subjects` are those of the group or party that a partner's grant must name. Values are pushed to `params` and named by position, so the text stays one prepared statement a shape.
 */
export function scopeSql(call: Call, region: string, facilitator: string | null, params: unknown[], subjects: readonly string[] = []): string {
  const parts = call.scope.map((grant) => {
    if (grant.ownGroupsOnly && facilitator === null) return 'false';
    if (isPartner(grant.role) && (subjects.length === 0 || grant.subjectId === undefined)) return 'false';
    let sql = 'true';
    if (grant.area !== '') {
      // The code itself and all below it: "/" is the sign after ".". These operators compare bytes, whatever the collation,
      // and an index of `text_pattern_ops` serves them in a prepared statement too, which it cannot do for LIKE.
      params.push(grant.area, `${grant.area}/`);
      sql = `(${region} ~>=~ $${params.length - 1} AND ${region} ~<~ $${params.length})`;
    }
    if (grant.ownGroupsOnly) {
      params.push(call.actor.userId);
      sql = `(${sql} AND ${facilitator} = $${params.length})`;
    }
    if (isPartner(grant.role)) {
      params.push(grant.subjectId);
      sql = `(${sql} AND (${subjects.map((column) => `${column} = $${params.length}::uuid`).join(' OR ')}))`;
    }
    return sql;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

/**
 * The regency when every grant of the call is for just that one, whole; null otherwise. A record's own `regency_code` then says
 * whether the call reaches it, by an index, and no query need join the groups to find where each lies.
 */
export function wholeRegency(call: Call): string | null {
  const areas = new Set(call.scope.map((grant) => (grant.ownGroupsOnly || isPartner(grant.role) ? '' : grant.area)));
  const [area = ''] = areas;
  return areas.size === 1 && /^\d{2}\.\d{2}$/.test(area) ? area : null;
}
