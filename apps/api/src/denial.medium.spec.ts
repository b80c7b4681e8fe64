import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PARTNER_ROLES, ROLES, SIGNED_IN } from '@anyam/contract-kit';
import { roleBook } from '@anyam/registry/roles';
import { arbitraryOf, type Pools } from '@anyam/server-kit/testing';
import { apiFixture, type ApiFixture } from './testing/api-fixture.ts';
import { actorOf, callAs, procedures } from './testing/walk.ts';

const HOME = '35.21';
const NEXT_DOOR = '35.20';
const all = procedures();
/** Public reference data: names of areas are the same for everybody. */
const PUBLIC = new Set(['territory.children', 'territory.match']);

let fixture: ApiFixture;
let pools: Pools;
beforeAll(async () => {
  fixture = await apiFixture();
  pools = { ids: fixture.ids, words: ['Mekar Uji', 'Warga', '35.21', '35.21.16.2003', 'Dumplengan', '0001'] };
});

const text = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';

/** What stands in the tables that people's work fills, as one number a table. */
async function footprint(): Promise<string> {
  const { rows } = await fixture.kit.db.pool.query<{ name: string; n: string }>(
    `SELECT relname AS name, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text AS n
     FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_%' ORDER BY 1`,
  );
  return rows.map((row) => `${row.name}=${row.n}`).join(' ');
}

describe('every procedure', () => {
  it('states permission, input and output', () => {
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((p) => !p.guarded || !p.permission || !p.input || !p.output).map((p) => p.path)).toEqual([]);
  });

  it('names a permission that somebody holds', () => {
    const unknown = all.filter((p) => p.permission !== SIGNED_IN && roleBook.rolesOf(p.permission ?? '').length === 0);
    expect(unknown.map((p) => `${p.path}: ${p.permission}`)).toEqual([]);
  });

  it('turns away who is not signed in', async () => {
    for (const { path } of all) {
      const answer = await callAs(fixture.services, null, path, undefined);
      expect(answer.ok ? 'let in' : answer.code, path).toBe('UNAUTHORIZED');
    }
  });

  it('turns away every role that does not hold its permission, before it looks at the input', async () => {
    const before = await footprint();
    for (const { path, permission } of all) {
      if (permission === SIGNED_IN) continue;
      for (const role of [...ROLES, ...PARTNER_ROLES].filter((one) => !roleBook.rolesOf(permission ?? '').includes(one))) {
        const answer = await callAs(fixture.services, actorOf(role, HOME), path, { id: fixture.ids[0] });
        expect(answer.ok ? 'let in' : answer.code, `${role} at ${path}`).toBe('FORBIDDEN');
      }
    }
    expect(await footprint()).toBe(before);
  });

  it('lets no auditor and no leader write', () => {
    const writes = all.filter((p) => p.type === 'mutation' && p.permission !== SIGNED_IN);
    const exports = /export|paymentList|download|faultsFile|reveal|View$|verify/i;
    for (const role of ['auditor', 'pimpinan'] as const) {
      const open = writes.filter((p) => roleBook.rolesOf(p.permission ?? '').includes(role) && !exports.test(p.path));
      expect(open.map((p) => p.path), role).toEqual([]);
    }
  });
});

describe('a user from next door', () => {
  it('learns nothing of this district and writes nothing in it, whatever is sent', async () => {
    // What would give the district away: its groups' and people's ids and names.
    const secrets = [...fixture.groupIds, 'Mekar Uji', 'Warga Uji', '77001'];
    const homeRows = () =>
      fixture.kit.db.pool
        .query<{ sum: string }>(
          `SELECT md5(string_agg(t, '' ORDER BY t)) AS sum FROM (
             SELECT g::text AS t FROM kube_group g UNION ALL SELECT p::text FROM person p UNION ALL SELECT m::text FROM membership m
             UNION ALL SELECT r::text FROM programme r WHERE regency_code = '35.21' UNION ALL SELECT a::text FROM access_grant a WHERE area = '35.21') x`,
        )
        .then(({ rows }) => rows[0]?.sum);
    const before = await homeRows();
    for (const { path, permission, input } of all) {
      if (PUBLIC.has(path)) continue;
      const roles = permission === SIGNED_IN ? (['operator'] as const) : roleBook.rolesOf(permission ?? '');
      for (const given of fc.sample(arbitraryOf(input, pools), { numRuns: 6, seed: 20201103 })) {
        for (const role of roles) {
          const answer = await callAs(fixture.services, actorOf(role, NEXT_DOOR), path, given);
          const said = answer.ok ? text(answer.value) : answer.error.message;
          const sent = text(given);
          for (const secret of secrets) {
            if (said.includes(secret) && !sent.includes(secret)) expect.fail(`${role} of ${NEXT_DOOR} at ${path} was told ${secret}: ${said.slice(0, 300)}`);
          }
        }
      }
    }
    expect(await homeRows()).toBe(before);
  }, 240_000);
});

describe('fuzzed input', () => {
  it('gives an answer or a clear refusal, never a server fault', async () => {
    const faults: string[] = [];
    for (const { path, permission, input } of all) {
      const role = permission === SIGNED_IN ? 'operator' : roleBook.rolesOf(permission ?? '')[0];
      if (!role) continue;
      const shaped = fc.sample(arbitraryOf(input, pools), { numRuns: 25, seed: 7 });
      const wild = fc.sample(fc.anything({ withBigInt: true, withDate: true, maxDepth: 2 }), { numRuns: 8, seed: 7 });
      for (const given of [...shaped, ...wild]) {
        const answer = await callAs(fixture.services, actorOf(role, HOME), path, given);
        if (!answer.ok && (answer.code === 'INTERNAL_SERVER_ERROR' || answer.code === 'NOT_TRPC')) {
          faults.push(`${path} as ${role}: ${String(answer.error.cause ?? answer.error).slice(0, 300)} with ${text(given).slice(0, 200)}`);
          break;
        }
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);
});
