import type { Call } from '@anyam/contract-kit';
import { likeText, scopeSql, wholeRegency } from '@anyam/server-kit';

export interface GroupFilter {
  readonly areaCode?: string;
  /** Part of the group's name. */
  readonly q?: string;
}
/** `join` brings the group in as `g`; it is empty where nothing of the group is asked. */
export interface Reach {
  readonly join: string;
  readonly where: string;
}

/**
 * The records of a table, named by its alias, that a call reaches and whose group fits the filter. Each has a `group_id` and its own
 * `regency_code`: a call for a whole regency is answered by that column alone. Values are pushed to `params`.
 */
export function reachOf(call: Call, record: 'p' | 't' | 'l' | 'c', params: unknown[], filter: GroupFilter = {}): Reach {
  const put = (value: unknown) => `$${params.push(value)}`;
  const regency = wholeRegency(call);
  const parts = [regency === null ? scopeSql(call, 'g.village_code', 'g.facilitator_id', params) : `${record}.regency_code = ${put(regency)}`];
  if (filter.areaCode) parts.push(`(g.village_code = ${put(filter.areaCode)} OR g.village_code LIKE ${put(`${filter.areaCode}.%`)})`);
  if (filter.q) {
    const like = put(`%${likeText(filter.q.toLowerCase())}%`);
    parts.push(`(g.name_key LIKE ${like} OR g.name ILIKE ${like})`);
  }
  const free = regency !== null && parts.length === 1;
  return { join: free ? '' : `JOIN kube_group g ON g.id = ${record}.group_id`, where: parts.join(' AND ') };
}
