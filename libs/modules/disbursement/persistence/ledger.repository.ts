import { asRows, type Query } from '@anyam/server-kit';

export interface TransferRow {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly on: string;
  readonly document: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly at: Date;
  readonly reversedBy: string | null;
}
export interface NewTransfer {
  readonly id: string; readonly regency_code: string; readonly programme_id: string; readonly kind: string; readonly from_account: string; readonly to_account: string;
  readonly amount: bigint; readonly counts_on: string; readonly document: string | null; readonly reverses: string | null; readonly reason: string | null;
  readonly group_id: string | null; readonly proposal_id: string | null; readonly tranche_id: string | null; readonly lpj_id: string | null; readonly actor_id: string; readonly at: string;
}

const TRANSFER = `t.id, t.kind, t.from_account AS "from", t.to_account AS "to", t.amount, t.counts_on::text AS "on", t.document, t.reverses, t.reason, t.at,
  (SELECT r.id FROM ledger_transfer r WHERE r.reverses = t.id) AS "reversedBy"`;

export const ledgerRepository = {
  /** Locks the accounts in order of id and gives their balances. Those that are not there yet are left out. */
  lock: (query: Query, ids: readonly string[]) =>
    query<{ id: string; balance: bigint }>('SELECT id, debits - credits AS balance FROM ledger_account WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]),
  transfers: (query: Query, ids: readonly string[]) => query<TransferRow>(`SELECT ${TRANSFER} FROM ledger_transfer t WHERE t.id = ANY($1)`, [ids]),
  received: (query: Query, trancheIds: readonly string[]) =>
    query<TransferRow & { trancheId: string }>(
      `SELECT ${TRANSFER}, t.tranche_id::text AS "trancheId" FROM ledger_transfer t WHERE t.tranche_id = ANY($1::uuid[]) AND t.kind = 'receive' AND t.reverses IS NULL
         AND NOT EXISTS (SELECT 1 FROM ledger_transfer r WHERE r.reverses = t.id) ORDER BY t.id`, [trancheIds]),
  /** Gives how many were new. */
  async insert(query: Query, rows: readonly NewTransfer[]): Promise<number> {
    const made = await query<{ id: string }>(
      `INSERT INTO ledger_transfer (id, regency_code, programme_id, kind, from_account, to_account, amount, counts_on, document, reverses, reason, group_id, proposal_id, tranche_id, lpj_id, actor_id, at)
       SELECT id, regency_code, programme_id, kind, from_account, to_account, amount, counts_on, document, reverses, reason, group_id, proposal_id, tranche_id, lpj_id, actor_id, at
       FROM jsonb_to_recordset($1::jsonb) AS r(id text, regency_code text, programme_id uuid, kind text, from_account text, to_account text, amount bigint, counts_on date, document text,
         reverses text, reason text, group_id uuid, proposal_id uuid, tranche_id uuid, lpj_id uuid, actor_id text, at timestamptz)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [asRows(rows)],
    );
    return made.length;
  },
  /** One ceiling at a time: held until the end of the transaction. */
  lockCeiling: (query: Query, programmeId: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7301))::text', [`ceiling/${programmeId}`]),
  /** What the ledger knows as the ceiling, what is left of it, and how often it was set. */
  async ceiling(query: Query, programmeId: string): Promise<{ appropriated: bigint; left: bigint; revisions: number }> {
    const [row] = await query<{ appropriated: bigint; left: bigint; revisions: number }>(
      `SELECT coalesce((SELECT credits - debits FROM ledger_account WHERE id = $1 || '/appropriation/' || $1), 0)::bigint AS appropriated,
              coalesce((SELECT debits - credits FROM ledger_account WHERE id = $1 || '/budget/' || $1), 0)::bigint AS "left",
              (SELECT count(*)::int FROM ledger_transfer WHERE programme_id = $1::uuid AND kind = 'setCeiling') AS revisions`,
      [programmeId],
    );
    return row ?? { appropriated: 0n, left: 0n, revisions: 0 };
  },
  balances: (query: Query, ids: readonly string[]) =>
    query<{ id: string; balance: bigint }>('SELECT id, debits - credits AS balance FROM ledger_account WHERE id = ANY($1)', [ids]),
  byProgramme: (query: Query, programmeId: string) =>
    query<{ kind: string; groupId: string | null; groupName: string | null; balance: bigint }>(
      `SELECT a.kind, a.group_id AS "groupId", g.name AS "groupName", sum(a.debits - a.credits)::bigint AS balance
       FROM ledger_account a LEFT JOIN kube_group g ON g.id = a.group_id WHERE a.programme_id = $1::uuid GROUP BY a.kind, a.group_id, g.name ORDER BY g.name, a.kind`,
      [programmeId],
    ),
  byGroup: (query: Query, groupId: string) =>
    query<{ kind: string; balance: bigint }>('SELECT kind, sum(debits - credits)::bigint AS balance FROM ledger_account WHERE group_id = $1::uuid GROUP BY kind', [groupId]),
  groupTransfers: (query: Query, groupId: string) => query<TransferRow>(`SELECT ${TRANSFER} FROM ledger_transfer t WHERE t.group_id = $1::uuid ORDER BY t.at DESC, t.id LIMIT 500`, [groupId]),
  totals: (query: Query, programmeIds: readonly string[]) =>
    query<{ kind: string; balance: bigint }>('SELECT kind, sum(debits - credits)::bigint AS balance FROM ledger_account WHERE programme_id = ANY($1::uuid[]) GROUP BY kind', [programmeIds]),
  /** Money of one tranche on the group's account: came in, less spent and paid back, by transfers. */
  async held(query: Query, lpjId: string, trancheId: string): Promise<bigint> {
    const [row] = await query<{ held: bigint }>(
      `SELECT coalesce(sum(CASE WHEN split_part(to_account, '/', 2) = 'groupCash' THEN amount WHEN split_part(from_account, '/', 2) = 'groupCash' THEN -amount ELSE 0 END), 0)::bigint AS held
       FROM ledger_transfer WHERE tranche_id = $2::uuid OR lpj_id = $1::uuid`,
      [lpjId, trancheId],
    );
    return row?.held ?? 0n;
  },
  /** Accounts whose totals are not the sum of their transfers, per regency in reach. */
  wrong: (query: Query, regencies: readonly string[]) =>
    query<{ id: string; debits: bigint; credits: bigint; inSum: bigint; outSum: bigint }>(
      `WITH moved AS (
         SELECT account, sum(came)::bigint AS came, sum(went)::bigint AS went FROM (
           SELECT to_account AS account, amount AS came, 0::bigint AS went FROM ledger_transfer WHERE regency_code = ANY($1)
           UNION ALL SELECT from_account, 0, amount FROM ledger_transfer WHERE regency_code = ANY($1)) m GROUP BY account)
       SELECT coalesce(a.id, m.account) AS id, coalesce(a.debits, 0)::bigint AS debits, coalesce(a.credits, 0)::bigint AS credits, coalesce(m.came, 0)::bigint AS "inSum", coalesce(m.went, 0)::bigint AS "outSum"
       FROM (SELECT * FROM ledger_account WHERE regency_code = ANY($1)) a FULL JOIN moved m ON m.account = a.id
       WHERE coalesce(a.debits, 0) <> coalesce(m.came, 0) OR coalesce(a.credits, 0) <> coalesce(m.went, 0) ORDER BY 1 LIMIT 100`,
      [regencies],
    ),
  sums: (query: Query, regencies: readonly string[]) =>
    query<{ programmeId: string; accounts: number; sum: bigint }>(
      'SELECT programme_id::text AS "programmeId", count(*)::int AS accounts, sum(debits - credits)::bigint AS sum FROM ledger_account WHERE regency_code = ANY($1) GROUP BY programme_id',
      [regencies],
    ),
  count: async (query: Query, regencies: readonly string[]) =>
    (await query<{ n: number }>('SELECT count(*)::int AS n FROM ledger_transfer WHERE regency_code = ANY($1)', [regencies]))[0]?.n ?? 0,
};
