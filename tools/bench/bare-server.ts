/** What we compare with: a bare Node and `pg` server that answers the same rows of the group list with prepared statements, and nothing else. */
import { createServer, type Server } from 'node:http';
import pg from 'pg';

const LIST = `SELECT g.id, g.name, g.village_code, v.name AS village, d.name AS district, g.business, g.state, g.aid_stage, g.member_count, g.received, g.fiscal_year, g.flags, g.created_at
  FROM kube_group g JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code
  WHERE g.merged_into IS NULL AND g.regency_code = '35.21' AND g.district_code = ANY($1) ORDER BY g.name_key, g.id LIMIT 50 OFFSET 0`;
const COUNT = `SELECT count(*)::int AS total, sum(received)::text AS received FROM kube_group g WHERE g.merged_into IS NULL AND g.regency_code = '35.21' AND g.district_code = ANY($1)`;

export async function bareServer(url: string): Promise<{ port: number; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const server: Server = createServer((_req, res) => {
    const values = [['35.21.16', '35.21.05']];
    Promise.all([pool.query({ name: 'list', text: LIST, values }), pool.query({ name: 'count', text: COUNT, values })])
      .then(([list, count]) => {
        res.setHeader('content-type', 'application/json');
        res.end(JSON.stringify({ rows: list.rows, ...(count.rows[0] as object) }));
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
    async close() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
