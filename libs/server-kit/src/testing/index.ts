import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call, Grant, Role } from '@anyam/contract-kit';
import type { Clock, IsoDate, RegionCode } from '@anyam/domain/kernel';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database.ts';
import { diskStore } from '../files.ts';
import type { JobHandler } from '../jobs.ts';
import type { Kit } from '../server-module.ts';
import { UnitOfWork } from '../unit-of-work.ts';

export { arbitraryOf, type Pools } from './arbitrary-of.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the one test server; the database `anyam_template` on it is migrated and holds Ngawi's territory. */
    databaseUrl: string;
  }
}

export interface TestKit extends Kit {
  readonly url: string;
  readonly clock: Clock & { set(iso: string): void };
  /** Runs the jobs that were sent, now, until none is left. */
  runJobs(): Promise<void>;
}

/** A clock that a test moves by hand. */
export function testClock(start = '2020-03-03T01:00:00.000Z'): TestKit['clock'] {
  let now = new Date(start);
  return {
    now: () => now,
    today: () => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as IsoDate,
    set: (iso) => void (now = new Date(iso)),
  };
}

/** A kit on a fresh copy of the template database, dropped after the test file. */
export async function testKit(): Promise<TestKit> {
  const server = new URL(inject('databaseUrl'));
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE anyam_template`);
  server.pathname = `/${name}`;
  const url = server.href;
  const db = openDatabase(url);
  const clock = testClock();
  const handlers = new Map<string, JobHandler>();
  const queue: [string, Record<string, string>][] = [];
  afterAll(async () => {
    await db.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  return {
    url,
    db,
    clock,
    config: readConfig({ DATABASE_URL: url }),
    work: new UnitOfWork(db, clock),
    files: diskStore(mkdtempSync(join(tmpdir(), 'anyam-files-'))),
    jobs: {
      define: (queueName, handler) => void handlers.set(queueName, handler),
      sweep: () => undefined,
      send: async (queueName, payload) => void queue.push([queueName, payload]),
    },
    async runJobs() {
      for (let job = queue.shift(); job; job = queue.shift()) await handlers.get(job[0])?.(job[1]);
    },
  };
}

/**
 * A call as the router would make it, for use cases tested without HTTP. The user is written to the database,
 * so foreign keys hold. `area` defaults to all of Ngawi.
 */
export async function callFor(
  kit: Kit,
  who: { role: Role; area?: string; permission?: string; userId?: string; name?: string; subjectId?: string },
): Promise<Call> {
  const userId = who.userId ?? randomUUID();
  const name = who.name ?? `${who.role} ${userId.slice(0, 4)}`;
  const area = who.area ?? '35.21';
  await kit.db.prisma.$executeRaw`INSERT INTO auth_user (id, name, email, username, display_username)
    VALUES (${userId}, ${name}, ${`${userId}@anyam.invalid`}, ${userId}, ${userId}) ON CONFLICT (id) DO NOTHING`;
  await kit.db.prisma.$executeRaw`INSERT INTO access_grant (id, user_id, role, area, subject_id, granted_by, granted_at)
    VALUES (${randomUUID()}::uuid, ${userId}, ${who.role}, ${area}, ${who.subjectId ?? null}::uuid, 'test', ${kit.clock.now()}) ON CONFLICT DO NOTHING`;
  const grant: Grant = { role: who.role, area: area as RegionCode, ownGroupsOnly: who.role === 'pendamping', ...(who.subjectId ? { subjectId: who.subjectId } : {}) };
  return { actor: { userId, username: userId, name, grants: [grant] }, permission: who.permission ?? 'test', scope: [grant] };
}
