/** The group's economy over HTTP, each beside the bare SQL for the same rows: prices and stock of the district, books of ten years, a whole meeting posted at once. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { wire } from '@anyam/contract-kit/wire';
import type { Bare, bareServer } from './bare-server.ts';
import { measure, type Load, type signIn } from './load.ts';
import type { OldGroup } from './old-group.ts';

interface Beside {
  readonly ours: Load;
  readonly bare: Load;
  /** Requests a second, ours to bare. */
  readonly toBare: number;
}

const BOARD = `FROM production_stock s WHERE s.regency_code = '35.21' AND s.unsold > 0 AND s.oldest_on IS NOT NULL`;
const bareOf = (g: OldGroup, days: { from: string; to: string }, month: string): Readonly<Record<string, Bare>> => ({
  board: [
    {
      name: 'board', values: [],
      text: `SELECT s.group_id, g.name, v.name AS village, d.name AS district, s.product_id, s.unsold, s.oldest_on,
          (SELECT count(*) FROM production_lot l WHERE l.group_id = s.group_id AND l.product_id = s.product_id AND l.reserved + l.sold + l.withdrawn < l.accepted) AS lots
        FROM (SELECT * ${BOARD} ORDER BY s.oldest_on, s.group_id, s.product_id LIMIT 50) s JOIN kube_group g ON g.id = s.group_id JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code
        ORDER BY s.oldest_on, s.group_id, s.product_id`,
    },
    { name: 'board-count', values: [], text: `SELECT count(*)::int ${BOARD}` },
  ],
  prices: [{
    name: 'prices', values: [g.productId, month],
    text: `SELECT grade, month, percentile_disc(0.5) WITHIN GROUP (ORDER BY price) AS median, count(*)::int AS deals FROM market_price WHERE regency_code = '35.21' AND goods_id = $1::uuid AND month >= $2 GROUP BY grade, month`,
  }],
  cashBook: [
    {
      name: 'book', values: [g.groupId, `${g.groupId}/cash/${g.groupId}`, days.from, days.to],
      text: `SELECT t.id, t.seq, t.kind, t.amount, t.from_account, t.to_account, t.counts_on, t.document, e.text_id FROM book_transfer t JOIN book_event e ON e.group_id = t.group_id AND e.key = t.event_key
        WHERE t.group_id = $1::uuid AND (t.from_account = $2 OR t.to_account = $2) AND t.counts_on BETWEEN $3::date AND $4::date ORDER BY t.counts_on, t.seq`,
    },
    {
      name: 'book-before', values: [g.groupId, `${g.groupId}/cash/${g.groupId}`, days.from],
      text: `SELECT sum(CASE WHEN to_account = $2 THEN amount ELSE -amount END) AS opening FROM book_transfer WHERE group_id = $1::uuid AND (from_account = $2 OR to_account = $2) AND counts_on < $3::date`,
    },
  ],
  balanceSheet: [{ name: 'balance', values: [g.groupId], text: 'SELECT kind, sum(debits - credits) AS balance FROM book_account WHERE group_id = $1::uuid GROUP BY kind' }],
  profitAndLoss: [{
    name: 'profit', values: [g.groupId],
    text: `SELECT kind, split_part(from_account, '/', 2) AS from_kind, split_part(to_account, '/', 2) AS to_kind, sum(amount) AS amount FROM book_transfer WHERE group_id = $1::uuid GROUP BY 1, 2, 3`,
  }],
});

/** Prices, stock and the old group's books as they are asked for today, and its open meeting posted. */
export async function benchEconomy(session: Awaited<ReturnType<typeof signIn>>, bare: Awaited<ReturnType<typeof bareServer>>, client: pg.Client, g: OldGroup): Promise<Record<string, unknown>> {
  const to = new Date().toISOString().slice(0, 10);
  const year = { from: `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`.replace('-02-29', '-02-28'), to };
  const ever = { from: '2016-01-01', to };
  const asked: Readonly<Record<string, readonly [path: string, input: unknown]>> = {
    board: ['marketplaceBroker.offers.board', { page: 1, pageSize: 50 }],
    prices: ['marketplaceBroker.fairness.prices', { productId: g.productId, months: 12 }],
    cashBook: ['books.moneyBook', { groupId: g.groupId, purse: 'cash', ...year }],
    balanceSheet: ['books.balanceSheet', { groupId: g.groupId, on: to }],
    profitAndLoss: ['books.profitAndLoss', { groupId: g.groupId, ...ever }],
  };
  const made: Record<string, unknown> = {};
  for (const [name, statements] of Object.entries(bareOf(g, year, year.from.slice(0, 7)))) {
    const [path, input] = asked[name] ?? ['', null];
    bare.answers.set(`/${name}`, statements);
    const ours = await measure(session.url(path, input), session.cookie, 3);
    const beside = await measure(`http://127.0.0.1:${bare.port}/${name}`, undefined, 3);
    made[name] = { ours, bare: beside, toBare: Number((ours.perSecond / beside.perSecond).toFixed(2)) } satisfies Beside;
  }
  made['sheetOf20'] = await benchSheet(session, client, g);
  return made;
}

const ROUNDS = 40;
const timesOf = (times: number[]) => {
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95) };
};
async function timed(rounds: number, run: (i: number) => Promise<unknown>) {
  for (let i = 0; i < 5; i += 1) await run(i);
  const times: number[] = [];
  for (let i = 5; i < 5 + rounds; i += 1) {
    const from = performance.now();
    await run(i);
    times.push(performance.now() - from);
  }
  return timesOf(times);
}

/** Attendance, goods, IKS, savings and an instalment of twenty members in one request, one after the other; and their rows written bare. */
async function benchSheet(session: Awaited<ReturnType<typeof signIn>>, client: pg.Client, g: OldGroup) {
  const ours = await timed(ROUNDS, async () => {
    const rows = g.rows.map(({ memberId, loanId }) => ({
      memberId, attendance: 'present', representative: null, iks: 5_000n, voluntary: 1_000n, instalments: [{ loanId, amount: 1_000n }],
      deposits: [{ productId: g.productId, grade: g.grade, handedIn: 10, accepted: 9, rejected: 1, rejectReason: 'torn', note: null }],
    }));
    const answer = await fetch(session.path('savings.sheet.post'), {
      method: 'POST', headers: { 'content-type': 'application/json', cookie: session.cookie, origin: session.base }, body: JSON.stringify(wire.serialize({ key: randomUUID(), meetingId: g.meetingId, rows })),
    });
    if (!answer.ok) throw new Error(`sheet: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    await answer.text();
  });
  const bare = await timed(ROUNDS, await bareSheet(client, g));
  return { members: g.rows.length, ours, bare, timeOfBare: Number((ours.p50 / bare.p50).toFixed(2)) };
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Writes what the newest sheet wrote once more, under other ids, by one statement a table; the database's own triggers run as for us. */
async function bareSheet(client: pg.Client, g: OldGroup): Promise<(i: number) => Promise<void>> {
  const rowsOf = async (text: string) => JSON.stringify((await client.query<{ row: unknown }>(`SELECT to_jsonb(x) AS row FROM (${text}) x`, [g.meetingId])).rows.map((r) => r.row));
  const newest = (table: string) => `SELECT * FROM ${table} t WHERE t.meeting_id = $1::uuid AND t.at = (SELECT max(at) FROM ${table} WHERE meeting_id = $1::uuid)`;
  const tables: readonly (readonly [table: string, rows: string])[] = [
    ['production_deposit', await rowsOf(newest('production_deposit'))],
    ['production_lot', await rowsOf(`SELECT l.* FROM production_lot l WHERE l.deposit_id IN (SELECT id FROM (${newest('production_deposit')}) d)`)],
    ['savings_entry', await rowsOf(newest('savings_entry'))],
    ['book_event', await rowsOf(newest('book_event'))],
    ['book_transfer', await rowsOf(`SELECT t.* FROM book_transfer t WHERE (t.group_id, t.event_key) IN (SELECT group_id, key FROM (${newest('book_event')}) e)`)],
  ];
  // What stands for people, goods and places stays; the rows' own ids are new each time.
  const fixed = new Set([g.groupId, g.meetingId, g.productId, ...g.rows.flatMap((r) => [r.memberId, r.loanId])]);
  const own = [...new Set(tables.flatMap(([, rows]) => rows.match(UUID) ?? []))].filter((id) => !fixed.has(id));
  const { rows: [sequence] } = await client.query<{ n: number }>('SELECT max(sequence)::int AS n FROM production_lot WHERE group_id = $1::uuid', [g.groupId]);
  return async (i) => {
    const fresh = new Map(own.map((id) => [id, randomUUID()]));
    await client.query('BEGIN');
    const { rows: [head] } = await client.query<{ seq: string }>('SELECT last_seq AS seq FROM book_head WHERE group_id = $1::uuid FOR UPDATE', [g.groupId]);
    await client.query('UPDATE meeting_attendance SET state = state WHERE meeting_id = $1::uuid', [g.meetingId]);
    await client.query('UPDATE loan_instalment SET paid_service = paid_service WHERE group_id = $1::uuid AND live AND no = 1', [g.groupId]);
    for (const [table, text] of tables) {
      const rows = JSON.parse(text.replace(UUID, (id) => fresh.get(id) ?? id)) as Record<string, unknown>[];
      const first = Math.min(...rows.map((r) => Number(r['seq'] ?? 0)));
      rows.forEach((r, n) => {
        if (table === 'production_lot') Object.assign(r, { sequence: (sequence?.n ?? 0) + i * rows.length + n + 1, code: `${g.groupId.slice(0, 8)}-bare-${i}-${n}`, reserved: 0, sold: 0, withdrawn: 0 });
        if ('seq' in r) r['seq'] = Number(head?.seq ?? 0) + Number(r['seq']) - first + 1;
      });
      await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
    }
    await client.query('COMMIT');
  };
}
