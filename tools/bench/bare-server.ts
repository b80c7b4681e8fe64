/** What we compare with: a bare Node and `pg` server that answers the same rows with prepared statements, and nothing else. */
import { createServer, type Server } from 'node:http';
import pg from 'pg';

/** Statements of one answer, run side by side; their rows go out as they are. */
export type Bare = readonly { readonly name: string; readonly text: string; readonly values: readonly unknown[] }[];

const DISTRICTS = [['35.21.16', '35.21.05']];
export const BARE_LIST: Bare = [
  {
    name: 'list', values: DISTRICTS,
    text: `SELECT g.id, g.name, g.village_code, v.name AS village, d.name AS district, g.business, g.state, g.aid_stage, g.member_count, g.received, g.fiscal_year, g.flags, g.created_at
      FROM kube_group g JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code
      WHERE g.merged_into IS NULL AND g.regency_code = '35.21' AND g.district_code = ANY($1) ORDER BY g.name_key, g.id LIMIT 50 OFFSET 0`,
  },
  { name: 'count', values: DISTRICTS, text: `SELECT count(*)::int AS total, sum(received)::text AS received FROM kube_group g WHERE g.merged_into IS NULL AND g.regency_code = '35.21' AND g.district_code = ANY($1)` },
];

/** Answers at `/` and the names that are put into `answers`. */
export async function bareServer(url: string): Promise<{ port: number; answers: Map<string, Bare>; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const answers = new Map<string, Bare>([['/', BARE_LIST]]);
  const server: Server = createServer((req, res) => {
    Promise.all((answers.get(req.url ?? '') ?? []).map((one) => pool.query({ ...one, values: [...one.values] })))
      .then((results) => {
        if (results.length === 0) throw new Error(`nothing at ${req.url}`);
        res.setHeader('content-type', 'application/json');
        res.end(JSON.stringify(results.map((result) => result.rows)));
      })
      .catch((error: Error) => {
        res.statusCode = 500;
        res.end(error.message);
      });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: address && typeof address === 'object' ? address.port : 0,
    answers,
    async close() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
