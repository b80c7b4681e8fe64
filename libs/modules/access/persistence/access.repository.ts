import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '@anyam/server-kit';

interface GrantRecord {
  id: string;
  role: string;
  area: string;
  subjectId: string | null;
}
interface PartnerRecord {
  userId: string;
  name: string;
  username: string;
  role: string;
  area: string;
  subjectId: string;
  since: Date;
  lastSeen: Date | null;
}
export interface UserRecord {
  id: string;
  username: string;
  name: string;
  position: string;
  twoFactor: boolean;
  disabled: boolean;
  language: string;
  grants: GrantRecord[];
}

const USER = `SELECT u.id, coalesce(u.username, u.email) AS username, u.name, u.position, coalesce(u.two_factor_enabled, false) AS "twoFactor",
    u.disabled_at IS NOT NULL AS disabled, u.language,
    coalesce((SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'area', g.area, 'subjectId', g.subject_id) ORDER BY g.role, g.area)
              FROM access_grant g WHERE g.user_id = u.id AND g.ended_at IS NULL), '[]') AS grants
  FROM auth_user u`;

export function accessRepository({ pool }: Database) {
  return {
    async actor(id: string): Promise<UserRecord | undefined> {
      const { rows } = await pool.query<UserRecord>({ name: 'access-actor', text: `${USER} WHERE u.id = $1`, values: [id] });
      return rows[0];
    },
    /** The session of this token with its user, while at least so many seconds of it are left. */
    async sessionOf(token: string, secondsLeft: number): Promise<{ sessionId: string; user: UserRecord } | undefined> {
      const { rows } = await pool.query<UserRecord & { sessionId: string }>({
        name: 'access-session',
        text: `SELECT s.id AS "sessionId", x.* FROM auth_session s CROSS JOIN LATERAL (${USER} WHERE u.id = s.user_id) x WHERE s.token = $1 AND s.expires_at > now() + $2 * interval '1 second'`,
        values: [token, secondsLeft],
      });
      if (!rows[0]) return undefined;
      const { sessionId, ...user } = rows[0];
      return { sessionId, user };
    },
    async users(id?: string): Promise<UserRecord[]> {
      const { rows } = await pool.query<UserRecord>({
        name: 'access-users', text: `${USER} WHERE ($1::text IS NULL OR u.id = $1) ORDER BY u.username`, values: [id ?? null],
      });
      return rows;
    },
    async people(role: string, regionCode: string): Promise<{ id: string; name: string }[]> {
      const { rows } = await pool.query<{ id: string; name: string }>({
        name: 'access-people',
        text: `SELECT DISTINCT u.id, u.name FROM auth_user u JOIN access_grant g ON g.user_id = u.id
               WHERE g.role = $1 AND g.ended_at IS NULL AND u.disabled_at IS NULL AND ($2 = g.area OR $2 LIKE g.area || '.%' OR g.area LIKE $2 || '.%')
               ORDER BY u.name`,
        values: [role, regionCode],
      });
      return rows;
    },
    async names(ids: readonly string[]): Promise<Map<string, string>> {
      const { rows } = await pool.query<{ id: string; name: string }>({
        name: 'access-names', text: 'SELECT id, name FROM auth_user WHERE id = ANY($1)', values: [ids],
      });
      return new Map(rows.map((row) => [row.id, row.name]));
    },
    async partners(subjectIds: readonly string[]): Promise<PartnerRecord[]> {
      const { rows } = await pool.query<PartnerRecord>({
        name: 'access-partners',
        text: `SELECT u.id AS "userId", u.name, u.username, g.role, g.area, g.subject_id::text AS "subjectId", g.granted_at AS since,
                 (SELECT max(s.updated_at) FROM auth_session s WHERE s.user_id = u.id) AS "lastSeen"
               FROM access_grant g JOIN auth_user u ON u.id = g.user_id
               WHERE g.subject_id = ANY($1::uuid[]) AND g.ended_at IS NULL AND u.disabled_at IS NULL ORDER BY u.name, g.granted_at`,
        values: [subjectIds],
      });
      return rows;
    },
    /** Ends the grants of these users for a subject, and shuts the accounts that hold no other. Gives whose grant ended. */
    async endPartners(tx: Tx, subjectId: string, userIds: readonly string[], now: Date): Promise<{ userId: string; username: string; name: string; role: string; area: string }[]> {
      const ended = await tx.$queryRaw<{ userId: string; username: string; name: string; role: string; area: string }[]>`
        UPDATE access_grant g SET ended_at = greatest(${now}, g.granted_at) FROM auth_user u
        WHERE u.id = g.user_id AND g.subject_id = ${subjectId}::uuid AND g.user_id = ANY(${userIds}) AND g.ended_at IS NULL
        RETURNING g.user_id AS "userId", u.username, u.name, g.role, g.area`;
      const gone = ended.map((e) => e.userId);
      await tx.$executeRaw`UPDATE auth_user u SET disabled_at = ${now} WHERE u.id = ANY(${gone}) AND u.disabled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.user_id = u.id AND g.ended_at IS NULL)`;
      await tx.$executeRaw`DELETE FROM auth_session WHERE user_id = ANY(${gone})`;
      return ended;
    },
    /** Names for signing in that begin so and are in use. */
    async usernamesLike(beginnings: readonly string[]): Promise<Set<string>> {
      const { rows } = await pool.query<{ username: string }>({
        name: 'access-usernames', text: 'SELECT username FROM auth_user WHERE username LIKE ANY ($1)', values: [beginnings.map((b) => `${b}%`)],
      });
      return new Set(rows.map((row) => row.username));
    },
    async fiscalYears(regency: string): Promise<number[]> {
      const { rows } = await pool.query<{ year: number }>({
        name: 'access-years',
        text: 'SELECT DISTINCT fiscal_year AS year FROM programme WHERE regency_code = $1 ORDER BY 1 DESC',
        values: [regency],
      });
      return rows.map((row) => row.year);
    },
    /** The rows that better-auth would write for a user with a password; sign-up by oneself is switched off. */
    async insertUser(tx: Tx, user: { id: string; username: string; name: string; position: string; password: string; now: Date }): Promise<void> {
      await tx.$executeRaw`INSERT INTO auth_user (id, name, email, email_verified, username, display_username, position, created_at, updated_at)
        VALUES (${user.id}, ${user.name}, ${`${user.username}@anyam.invalid`}, true, ${user.username}, ${user.username}, ${user.position}, ${user.now}, ${user.now})`;
      await tx.$executeRaw`INSERT INTO auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
        VALUES (${randomUUID()}, ${user.id}, ${user.id}, 'credential', ${user.password}, ${user.now}, ${user.now})`;
    },
    async passwordHash(userId: string): Promise<string | undefined> {
      const { rows } = await pool.query<{ password: string }>({
        name: 'access-password', text: `SELECT password FROM auth_account WHERE user_id = $1 AND provider_id = 'credential'`, values: [userId],
      });
      return rows[0]?.password;
    },
    async setPassword(tx: Tx, userId: string, hash: string): Promise<void> {
      await tx.$executeRaw`UPDATE auth_account SET password = ${hash}, updated_at = now() WHERE user_id = ${userId} AND provider_id = 'credential'`;
    },
  };
}
