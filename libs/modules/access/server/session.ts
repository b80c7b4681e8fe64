import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Auth } from './auth.ts';
import type { accessRepository, UserRecord } from '../persistence/access.repository.ts';

/** A cookie as the sign-in signs it: value, dot, HMAC-SHA-256 in base64. Gives the value, or null when the signature is not ours. */
export function openSignedCookie(header: string, name: string, secret: string): string | null {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    let text: string;
    try {
      text = decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return null;
    }
    const dot = text.lastIndexOf('.');
    if (dot < 1) return null;
    const value = text.slice(0, dot);
    const given = Buffer.from(text.slice(dot + 1), 'base64');
    const ours = createHmac('sha256', secret).update(value).digest();
    return given.length === ours.length && timingSafeEqual(given, ours) ? value : null;
  }
  return null;
}

export interface Session {
  readonly sessionId: string;
  readonly user: UserRecord;
}

/**
 * Who a request's cookie names, in one prepared statement. That is enough as long as the session was renewed within the last minute;
 * older, ended or unknown sessions go the long way through better-auth, which renews or removes them, at most once a minute a session.
 * The cookie lasts as long as the session did when it was set, so a renewed one is handed to `answer`.
 */
export function sessionReader(auth: Auth, repository: Pick<ReturnType<typeof accessRepository>, 'sessionOf' | 'actor'>) {
  return async (headers: Headers, answer?: Headers): Promise<Session | null> => {
    const cookies = headers.get('cookie');
    if (!cookies) return null;
    const context = await auth.$context;
    const token = openSignedCookie(cookies, context.authCookies.sessionToken.name, context.secret);
    if (token === null) return null;
    const { expiresIn, updateAge } = context.sessionConfig;
    const fresh = await repository.sessionOf(token, expiresIn - updateAge);
    if (fresh) return fresh.user.disabled ? null : fresh;
    const { response: renewed, headers: said } = await auth.api.getSession({ headers, returnHeaders: true });
    for (const one of said.getSetCookie()) answer?.append('set-cookie', one);
    const user = renewed ? await repository.actor(renewed.user.id) : undefined;
    return renewed && user && !user.disabled ? { sessionId: renewed.session.id, user } : null;
  };
}
