import type { Call } from '@anyam/contract-kit';
import { likeText, scopeSql, wholeRegency, type Database } from '@anyam/server-kit';
import type { MeetingRecord } from './meeting.repository.ts';

export interface ListFilter {
  readonly view: 'coming' | 'missed' | 'open' | 'closed';
  readonly q?: string | undefined;
  readonly districts: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
export interface ListRecord {
  readonly id: string; readonly groupId: string; readonly groupName: string; readonly villageName: string; readonly districtName: string; readonly facilitatorName: string | null;
  readonly state: MeetingRecord['state']; readonly heldOn: string; readonly moved: boolean; readonly beginsAt: string | null; readonly place: string; readonly number: string | null;
  readonly present: number; readonly members: number; readonly decisions: number;
}
export interface SilentFilter { readonly q?: string | undefined; readonly districts: readonly string[] }
export interface SilentRecord {
  readonly groupId: string; readonly groupName: string; readonly villageName: string; readonly districtName: string; readonly facilitatorName: string | null;
  readonly lastHeldOn: string | null; readonly days: number | null; readonly scheduled: boolean; readonly nextOn: string | null;
}
interface Page { readonly limit: number; readonly offset: number }

const NAMES = 'LEFT JOIN region v ON v.code = g.village_code LEFT JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id';
const GROUP = `g.id::text AS "groupId", g.name AS "groupName", coalesce(v.name, g.village_code) AS "villageName", coalesce(d.name, '') AS "districtName", u.name AS "facilitatorName"`;
/** Groups that ought to meet. */
const LIVING = `g.state IN ('terbentuk', 'aktif') AND g.merged_into IS NULL`;

/** A few params and the sentence they stand in, built up together. */
function where(call: Call, filter: SilentFilter, region = 'g.village_code'): { params: unknown[]; parts: string[]; put: (value: unknown) => string } {
  const params: unknown[] = [];
  const put = (value: unknown) => `$${params.push(value)}`;
  const parts = [scopeSql(call, region, 'g.facilitator_id', params, ['g.id'])];
  if (filter.districts.length > 0) parts.push(`g.district_code = ANY(${put(filter.districts)})`);
  if (filter.q) parts.push(`g.name ILIKE ${put(`%${likeText(filter.q)}%`)}`);
  return { params, parts, put };
}

/** Where nothing of the group is asked, a whole regency is counted from the meetings alone. */
const isWhole = (call: Call, f: ListFilter): boolean => f.districts.length === 0 && !f.q && wholeRegency(call) !== null;

function meetingsWhere(call: Call, f: ListFilter, today: string, region = 'g.village_code') {
  const w = where(call, f, region);
  const state = f.view === 'coming' || f.view === 'missed' ? 'scheduled' : f.view;
  w.parts.push(`m.state = '${state}'`);
  if (f.view === 'coming') w.parts.push(`m.held_on >= ${w.put(today)}::date`);
  if (f.view === 'missed') w.parts.push(`m.held_on < ${w.put(today)}::date`);
  if (f.from) w.parts.push(`m.held_on >= ${w.put(f.from)}::date`);
  if (f.to) w.parts.push(`m.held_on <= ${w.put(f.to)}::date`);
  return w;
}
/** Silent: the last closed meeting, or without one the day of forming, lies before the cut-off. */
function silentWhere(call: Call, f: SilentFilter, cutoff: string) {
  const w = where(call, f);
  w.parts.push(LIVING, `coalesce(p.last_held_on, g.formed_on, '1900-01-01'::date) < ${w.put(cutoff)}::date`);
  return w;
}

export function meetingLists({ pool }: Database) {
  const ask = async <T extends object>(text: string, params: readonly unknown[]) => (await pool.query<T>(text, params as unknown[])).rows;
  const count = async (text: string, params: readonly unknown[]) => (await ask<{ n: number }>(text, params))[0]?.n ?? 0;

  return {
    async rows(call: Call, f: ListFilter, today: string, page: Page): Promise<ListRecord[]> {
      const { params, parts, put } = meetingsWhere(call, f, today);
      const [order, upTo] = f.view === 'closed' ? ['m.held_on DESC', '>='] : ['m.held_on', '<='];
      // Up to which day the page reaches is read off the index; only the meetings of these days are then sorted by name.
      const [last] = await ask<{ day: string }>(
        `SELECT m.held_on::text AS day FROM meeting m JOIN kube_group g ON g.id = m.group_id WHERE ${parts.join(' AND ')} ORDER BY ${order} OFFSET ${page.offset + page.limit - 1} LIMIT 1`, params);
      if (last) parts.push(`m.held_on ${upTo} ${put(last.day)}::date`);
      return ask<ListRecord>(
        `SELECT m.id::text AS id, ${GROUP}, m.state, m.held_on::text AS "heldOn", coalesce(m.planned_on <> m.held_on, false) AS moved, m.begins_at AS "beginsAt", m.place, m.number,
           (SELECT count(*)::int FROM meeting_attendance a WHERE a.meeting_id = m.id AND a.state IN ('present', 'represented')) AS present, g.member_count AS members,
           (SELECT count(*)::int FROM meeting_decision x WHERE x.meeting_id = m.id) AS decisions
         FROM meeting m JOIN kube_group g ON g.id = m.group_id ${NAMES} WHERE ${parts.join(' AND ')} ORDER BY ${order}, g.name_key, m.id LIMIT ${put(page.limit)} OFFSET ${put(page.offset)}`, params);
    },
    async total(call: Call, f: ListFilter, today: string): Promise<number> {
      const whole = isWhole(call, f);
      const { params, parts } = meetingsWhere(call, f, today, whole ? 'm.regency_code' : 'g.village_code');
      return count(`SELECT count(*)::int AS n FROM meeting m ${whole ? '' : 'JOIN kube_group g ON g.id = m.group_id'} WHERE ${parts.join(' AND ')}`, params);
    },
    async silent(call: Call, f: SilentFilter, about: { today: string; cutoff: string }, page: Page): Promise<SilentRecord[]> {
      const { params, parts, put } = silentWhere(call, f, about.cutoff);
      const today = put(about.today);
      return ask<SilentRecord>(
        `SELECT ${GROUP}, p.last_held_on::text AS "lastHeldOn", ${today}::date - coalesce(p.last_held_on, g.formed_on) AS days, p.rhythm IS NOT NULL AS scheduled,
           (SELECT min(m.held_on)::text FROM meeting m WHERE m.group_id = g.id AND m.state = 'scheduled' AND m.held_on >= ${today}::date) AS "nextOn"
         FROM kube_group g LEFT JOIN meeting_plan p ON p.group_id = g.id ${NAMES} WHERE ${parts.join(' AND ')}
         ORDER BY coalesce(p.last_held_on, g.formed_on) NULLS FIRST, g.name_key, g.id LIMIT ${put(page.limit)} OFFSET ${put(page.offset)}`, params);
    },
    async silentTotal(call: Call, f: SilentFilter, cutoff: string): Promise<number> {
      const { params, parts } = silentWhere(call, f, cutoff);
      return count(`SELECT count(*)::int AS n FROM kube_group g LEFT JOIN meeting_plan p ON p.group_id = g.id WHERE ${parts.join(' AND ')}`, params);
    },
    async districts(call: Call): Promise<{ value: string; label: string }[]> {
      const { params, parts } = where(call, { districts: [] });
      return ask(`SELECT d.code AS value, d.name AS label FROM region d WHERE d.code IN (SELECT g.district_code FROM kube_group g WHERE ${parts.join(' AND ')}) ORDER BY d.name`, params);
    },
  };
}
