import { asRows, type Query } from '@anyam/server-kit';

export interface StepRow {
  readonly flow: string;
  readonly entityId: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Date;
  readonly note: string | null;
}
export interface NewStep {
  readonly regency_code: string; readonly flow: string; readonly entity_id: string; readonly action: string; readonly from_state: string; readonly to_state: string;
  readonly actor_id: string; readonly actor_name: string; readonly at: string; readonly note: string | null;
}

export const flowRepository = {
  steps: (query: Query, entityIds: readonly string[]) =>
    query<StepRow>(
      `SELECT flow, entity_id::text AS "entityId", action, from_state AS "from", to_state AS "to", actor_id AS "actorId", actor_name AS "actorName", at, note
       FROM flow_step WHERE entity_id = ANY($1::uuid[]) ORDER BY id`,
      [entityIds],
    ),
  async add(query: Query, steps: readonly NewStep[]): Promise<void> {
    if (steps.length === 0) return;
    await query(
      `INSERT INTO flow_step (regency_code, flow, entity_id, action, from_state, to_state, actor_id, actor_name, at, note)
       SELECT regency_code, flow, entity_id, action, from_state, to_state, actor_id, actor_name, at, note
       FROM jsonb_to_recordset($1::jsonb) AS r(regency_code text, flow text, entity_id uuid, action text, from_state text, to_state text, actor_id text, actor_name text, at timestamptz, note text)
       RETURNING 1`,
      [asRows(steps)],
    );
  },
};
