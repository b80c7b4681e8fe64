import { asRows, type Query } from '@anyam/server-kit';

export interface ShareRecord { id: string; on: string; amount: bigint; net: bigint; reversed: unknown; members: unknown }
export interface SlipRecord { memberId: string; memberName: string; net: bigint; paidOut: bigint }
export interface PayoutRecord { id: string; shareId: string; memberId: string; amount: bigint; on: string; purse: 'cash' | 'bank'; takesBack: string | null; takenBack: boolean }
interface By { readonly by: { userId: string; name: string }; readonly now: Date }
const STANDS = 'NOT EXISTS (SELECT 1 FROM market_share_reversal r WHERE r.share_id = s.id)';

export const shareRepository = {
  /** Rupiah that earlier share-outs gave each lot of a deal, those taken back left out. */
  async already(query: Query, dealId: string): Promise<Map<string, bigint>> {
    const rows = await query<{ lotId: string; part: bigint }>(
      `SELECT l.lot_id::text AS "lotId", sum(l.part)::bigint AS part FROM market_share s JOIN market_share_lot l ON l.share_id = s.id WHERE s.deal_id = $1::uuid AND ${STANDS} GROUP BY l.lot_id`, [dealId]);
    return new Map(rows.map((r) => [r.lotId, r.part]));
  },
  ofDeal: (query: Query, dealId: string) =>
    query<ShareRecord>(
      `SELECT s.id::text, s.on_day::text AS "on", s.amount, s.net,
         (SELECT jsonb_build_object('on', r.on_day, 'reason', r.reason, 'byName', r.actor_name) FROM market_share_reversal r WHERE r.share_id = s.id) AS reversed,
         (SELECT jsonb_agg(jsonb_build_object('memberId', l.member_id, 'memberName', p.name, 'gross', l.gross::text, 'material', l.material::text, 'iks', l.iks::text, 'service', l.service::text, 'principal', l.principal::text,
            'fee', l.fee::text, 'net', l.net::text, 'stillOwed', l.still_owed, 'slip', l.slip, 'payouts',
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'on', o.on_day, 'amount', o.amount::text, 'purse', o.purse, 'takesBack', o.takes_back, 'reason', o.reason, 'byName', o.actor_name) ORDER BY o.no), '[]'::jsonb)
             FROM market_payout o WHERE o.share_id = l.share_id AND o.member_id = l.member_id)) ORDER BY l.no)
          FROM market_share_line l JOIN membership m ON m.id = l.member_id JOIN person p ON p.id = m.person_id
          WHERE l.share_id = s.id) AS members
       FROM market_share s WHERE s.deal_id = $1::uuid ORDER BY s.no`, [dealId]),
  async insert(
    query: Query,
    s: { id: string; regencyCode: string; groupId: string; dealId: string; amount: bigint; net: bigint; on: string; meetingId: string | null; by: { userId: string; name: string }; now: Date },
    lines: readonly object[], lots: readonly object[],
  ): Promise<void> {
    await query(`INSERT INTO market_share (id, regency_code, group_id, deal_id, amount, net, on_day, meeting_id, actor_id, actor_name, at)
                 VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::bigint, $6::bigint, $7::date, $8::uuid, $9, $10, $11::timestamptz) RETURNING id::text`,
      [s.id, s.regencyCode, s.groupId, s.dealId, s.amount, s.net, s.on, s.meetingId, s.by.userId, s.by.name, s.now.toISOString()]);
    await query(`INSERT INTO market_share_line (regency_code, group_id, share_id, no, member_id, gross, material, iks, service, principal, fee, net, still_owed, slip)
                 SELECT $1, $2::uuid, $3::uuid, no, "memberId", gross, material, iks, service, principal, fee, net, "stillOwed", slip
                 FROM jsonb_to_recordset($4::jsonb) AS r(no integer, "memberId" uuid, gross bigint, material bigint, iks bigint, service bigint, principal bigint, fee bigint, net bigint, "stillOwed" jsonb, slip jsonb) RETURNING no`,
      [s.regencyCode, s.groupId, s.id, asRows(lines)]);
    await query(`INSERT INTO market_share_lot (regency_code, group_id, share_id, lot_id, member_id, part)
                 SELECT $1, $2::uuid, $3::uuid, "lotId", "memberId", part FROM jsonb_to_recordset($4::jsonb) AS r("lotId" uuid, "memberId" uuid, part bigint) RETURNING part`,
      [s.regencyCode, s.groupId, s.id, asRows(lots)]);
  },
  find: async (query: Query, shareId: string) =>
    (await query<{ dealId: string; amount: bigint; on: string; reversed: boolean }>(
      `SELECT s.deal_id::text AS "dealId", s.amount, s.on_day::text AS "on", NOT (${STANDS}) AS reversed FROM market_share s WHERE s.id = $1::uuid`, [shareId]))[0] ?? null,
  /** Slips of a share-out with what was paid of them, what was taken back left out. */
  slips: (query: Query, shareId: string) =>
    query<SlipRecord>(
      `SELECT l.member_id::text AS "memberId", p.name AS "memberName", l.net, coalesce((SELECT sum(o.amount) FROM market_payout o WHERE o.share_id = l.share_id AND o.member_id = l.member_id), 0)::bigint AS "paidOut"
       FROM market_share_line l JOIN membership m ON m.id = l.member_id JOIN person p ON p.id = m.person_id WHERE l.share_id = $1::uuid ORDER BY l.no`, [shareId]),
  payout: async (query: Query, id: string) =>
    (await query<PayoutRecord>(
      `SELECT o.id::text, o.share_id::text AS "shareId", o.member_id::text AS "memberId", o.amount, o.on_day::text AS "on", o.purse, o.takes_back::text AS "takesBack",
         EXISTS (SELECT 1 FROM market_payout b WHERE b.takes_back = o.id) AS "takenBack" FROM market_payout o WHERE o.id = $1::uuid`, [id]))[0] ?? null,
  payOut: (query: Query, rows: readonly object[], at: { regencyCode: string; groupId: string; shareId: string; on: string; purse: string; takesBack?: string; reason?: string } & By) =>
    query(`INSERT INTO market_payout (id, regency_code, group_id, share_id, member_id, amount, on_day, purse, takes_back, reason, actor_id, actor_name, at)
           SELECT id, $1, $2::uuid, $3::uuid, "memberId", amount, $4::date, $5, $10::uuid, $11, $6, $7, $8::timestamptz FROM jsonb_to_recordset($9::jsonb) AS r(id uuid, "memberId" uuid, amount bigint) RETURNING id::text`,
      [at.regencyCode, at.groupId, at.shareId, at.on, at.purse, at.by.userId, at.by.name, at.now.toISOString(), asRows(rows), at.takesBack ?? null, at.reason ?? null]),
  reverse: (query: Query, r: { shareId: string; regencyCode: string; groupId: string; dealId: string; amount: bigint; reason: string; on: string } & By) =>
    query(`INSERT INTO market_share_reversal (share_id, regency_code, group_id, deal_id, amount, reason, on_day, actor_id, actor_name, at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::bigint, $6, $7::date, $8, $9, $10::timestamptz) RETURNING share_id::text`,
      [r.shareId, r.regencyCode, r.groupId, r.dealId, r.amount, r.reason, r.on, r.by.userId, r.by.name, r.now.toISOString()]),
};
