import { asRows, type Query } from '@anyam/server-kit';

/** As stored: terms, receipt and settlements are JSON that the server's schemas read. */
export interface DealRecord {
  id: string; regencyCode: string; villageCode: string; groupId: string; partyId: string; productId: string; offerId: string | null; needId: string | null; state: string;
  terms: unknown; receipt: unknown; note: string | null; quantity: bigint; expected: bigint; due: bigint; paid: bigint; setOff: bigint; shared: bigint;
  agreedOn: string | null; sentOn: string | null; receivedOn: string | null; dueOn: string | null; createdAt: Date; createdBy: string;
  lines: unknown; settlements: unknown;
}
export interface StoredSettlement { id: string; kind: string; amount: string; on: string; purse: string | null; takesBack: string | null; byName: string }

const DEAL = `SELECT d.id::text, d.regency_code AS "regencyCode", d.village_code AS "villageCode", d.group_id::text AS "groupId", d.party_id::text AS "partyId", d.product_id::text AS "productId",
    d.offer_id::text AS "offerId", d.need_id::text AS "needId", d.state, d.terms, d.receipt, d.note, d.quantity, d.expected, d.due, d.paid, d.set_off AS "setOff", d.shared,
    d.agreed_on::text AS "agreedOn", d.sent_on::text AS "sentOn", d.received_on::text AS "receivedOn", d.due_on::text AS "dueOn", d.created_at AS "createdAt", d.created_by AS "createdBy",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'lotCode', l.lot_code, 'memberId', l.member_id, 'grade', l.grade, 'quantity', l.quantity) ORDER BY l.no), '[]'::jsonb)
     FROM market_deal_line l WHERE l.deal_id = d.id) AS lines,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'amount', s.amount::text, 'on', s.on_day::text, 'purse', s.purse, 'takesBack', s.takes_back, 'byName', s.actor_name) ORDER BY s.no), '[]'::jsonb)
     FROM market_settlement s WHERE s.deal_id = d.id) AS settlements
  FROM market_deal d`;

export interface NewDeal {
  id: string; regencyCode: string; villageCode: string; groupId: string; partyId: string; productId: string; offerId: string | null; needId: string | null; terms: object; note: string | null;
  quantity: number; expected: bigint; by: string; now: Date;
}
const json = (value: object): string => JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? String(v) : v));

export const dealRepository = {
  async get(query: Query, id: string, lock = false): Promise<DealRecord | null> {
    // The row is held first; what hangs on it is read after, so it is what stands under the lock.
    if (lock) await query('SELECT id::text FROM market_deal WHERE id = $1::uuid FOR UPDATE', [id]);
    return (await query<DealRecord>(`${DEAL} WHERE d.id = $1::uuid`, [id]))[0] ?? null;
  },
  /** Deals of a group in some states, oldest first. */
  ofGroup: (query: Query, groupId: string, states: readonly string[], limit = 500) =>
    query<DealRecord>(`${DEAL} WHERE d.group_id = $1::uuid AND d.state = ANY($2::text[]) ORDER BY d.created_at, d.id LIMIT $3::int`, [groupId, states, limit]),
  /** Deals that hold something of these lots. */
  onLots: (query: Query, lotIds: readonly string[]) =>
    query<DealRecord>(`${DEAL} WHERE d.state NOT IN ('penawaran', 'batal') AND d.id IN (SELECT deal_id FROM market_deal_line WHERE lot_id = ANY($1::uuid[]))`, [lotIds]),

  insert: (query: Query, d: NewDeal) =>
    query(`INSERT INTO market_deal (id, regency_code, village_code, group_id, party_id, product_id, offer_id, need_id, state, terms, note, quantity, expected, created_by, created_at, updated_at)
           VALUES ($1::uuid, $2, $3, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8::uuid, 'penawaran', $9::jsonb, $10, $11::bigint, $12::bigint, $13, $14::timestamptz, $14::timestamptz) RETURNING id::text`,
      [d.id, d.regencyCode, d.villageCode, d.groupId, d.partyId, d.productId, d.offerId, d.needId, json(d.terms), d.note, d.quantity, d.expected, d.by, d.now.toISOString()]),
  revise: (query: Query, d: { id: string; terms: object; note: string | null; quantity: number; expected: bigint; now: Date }) =>
    query<{ id: string }>(`UPDATE market_deal SET terms = $2::jsonb, note = $3, quantity = $4::bigint, expected = $5::bigint, updated_at = $6::timestamptz WHERE id = $1::uuid AND state = 'penawaran' RETURNING id::text`,
      [d.id, json(d.terms), d.note, d.quantity, d.expected, d.now.toISOString()]),
  async lines(query: Query, deal: { id: string; regencyCode: string; groupId: string }, lines: readonly object[]): Promise<void> {
    await query('DELETE FROM market_deal_line WHERE deal_id = $1::uuid RETURNING no', [deal.id]);
    await query(`INSERT INTO market_deal_line (regency_code, group_id, deal_id, no, lot_id, lot_code, member_id, grade, quantity)
                 SELECT $1, $2::uuid, $3::uuid, no, "lotId", "lotCode", "memberId", grade, quantity
                 FROM jsonb_to_recordset($4::jsonb) AS r(no integer, "lotId" uuid, "lotCode" text, "memberId" uuid, grade text, quantity bigint) RETURNING no`,
      [deal.regencyCode, deal.groupId, deal.id, asRows(lines)]);
  },
  /** Moves a deal on; nothing when somebody was faster. Only what is given changes beside the state. */
  async move(query: Query, id: string, from: string, to: string, now: Date, set: { agreedOn?: string; sentOn?: string; receipt?: object; receivedOn?: string; dueOn?: string; due?: bigint } = {}): Promise<boolean> {
    const params: unknown[] = [id, from, to, now.toISOString()];
    const put = (v: unknown, type: string) => `$${params.push(v)}::${type}`;
    const more = [
      ...(set.agreedOn === undefined ? [] : [`agreed_on = ${put(set.agreedOn, 'date')}`]),
      ...(set.sentOn === undefined ? [] : [`sent_on = ${put(set.sentOn, 'date')}`]),
      ...(set.receipt === undefined ? [] : [`receipt = ${put(json(set.receipt), 'jsonb')}`]),
      ...(set.receivedOn === undefined ? [] : [`received_on = ${put(set.receivedOn, 'date')}`]),
      ...(set.dueOn === undefined ? [] : [`due_on = ${put(set.dueOn, 'date')}`]),
      ...(set.due === undefined ? [] : [`due = ${put(set.due, 'bigint')}`]),
    ].map((part) => `, ${part}`).join('');
    return (await query<{ id: string }>(`UPDATE market_deal SET state = $3, updated_at = $4::timestamptz${more} WHERE id = $1::uuid AND state = $2 RETURNING id::text`, params)).length === 1;
  },
  settle: (query: Query, s: { id: string; regencyCode: string; groupId: string; dealId: string; kind: string; amount: bigint; on: string; purse: string | null; takesBack: string | null; by: { userId: string; name: string }; now: Date }) =>
    query(`INSERT INTO market_settlement (id, regency_code, group_id, deal_id, kind, amount, on_day, purse, takes_back, actor_id, actor_name, at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6::bigint, $7::date, $8, $9::uuid, $10, $11, $12::timestamptz) RETURNING id::text`,
      [s.id, s.regencyCode, s.groupId, s.dealId, s.kind, s.amount, s.on, s.purse, s.takesBack, s.by.userId, s.by.name, s.now.toISOString()]),

  addStep: (query: Query, s: { regencyCode: string; dealId: string; action: string; from: string; to: string; by: { userId: string; name: string }; now: Date; note: string | null }) =>
    query(`INSERT INTO flow_step (regency_code, flow, entity_id, action, from_state, to_state, actor_id, actor_name, at, note) VALUES ($1, 'deal', $2::uuid, $3, $4, $5, $6, $7, $8::timestamptz, $9) RETURNING id`,
      [s.regencyCode, s.dealId, s.action, s.from, s.to, s.by.userId, s.by.name, s.now.toISOString(), s.note]),
  steps: (query: Query, dealId: string) =>
    query<{ id: bigint; action: string; to: string; actorId: string; actorName: string; at: Date; note: string | null }>(
      `SELECT id, action, to_state AS "to", actor_id AS "actorId", actor_name AS "actorName", at, note FROM flow_step WHERE entity_id = $1::uuid AND flow = 'deal' ORDER BY id LIMIT 500`, [dealId]),

  addAdvance: (query: Query, a: { id: string; regencyCode: string; groupId: string; partyId: string; kind: string; amount: bigint; purse: string; on: string; by: { userId: string; name: string }; now: Date }) =>
    query(`INSERT INTO market_advance (id, regency_code, group_id, party_id, kind, amount, purse, on_day, actor_id, actor_name, at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6::bigint, $7, $8::date, $9, $10, $11::timestamptz) RETURNING id::text`,
      [a.id, a.regencyCode, a.groupId, a.partyId, a.kind, a.amount, a.purse, a.on, a.by.userId, a.by.name, a.now.toISOString()]),
};
