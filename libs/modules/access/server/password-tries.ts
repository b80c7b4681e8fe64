import type { Clock } from '@anyam/domain/kernel';
import type { Database } from '@anyam/server-kit';

/** So many wrong passwords in a row, and the account waits so long. Assumption; the throttle per address stands beside it. */
const TRIES = 5;
const WAIT_MS = 5 * 60_000;

export interface PasswordTries {
  /** Seconds that this account must still wait before its next try; 0 when it may try. */
  waitFor(username: string): Promise<number>;
  wrong(username: string): Promise<void>;
  right(username: string): Promise<void>;
}

/** One count for the sign-in and for the password that a money step asks for, so neither is a way around the other. */
export function passwordTries({ pool }: Database, clock: Clock): PasswordTries {
  const key = (username: string) => username.trim().toLowerCase().slice(0, 128);
  return {
    async waitFor(username) {
      const { rows } = await pool.query<{ last: Date }>({
        name: 'access-tries', text: 'SELECT last_at AS last FROM auth_wrong_try WHERE username = $1 AND tries >= $2', values: [key(username), TRIES],
      });
      return rows[0] ? Math.max(0, Math.ceil((rows[0].last.getTime() + WAIT_MS - clock.now().getTime()) / 1000)) : 0;
    },
    async wrong(username) {
      const now = clock.now();
      await pool.query(
        `INSERT INTO auth_wrong_try AS t (username, tries, last_at) VALUES ($1, 1, $2)
         ON CONFLICT (username) DO UPDATE SET tries = CASE WHEN t.last_at < $3 THEN 1 ELSE t.tries + 1 END, last_at = $2`,
        [key(username), now, new Date(now.getTime() - WAIT_MS)]);
    },
    async right(username) {
      await pool.query({ name: 'access-tries-clear', text: 'DELETE FROM auth_wrong_try WHERE username = $1', values: [key(username)] });
    },
  };
}
