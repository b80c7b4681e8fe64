import type { IncomingMessage, ServerResponse } from 'node:http';
import { wire } from '@anyam/contract-kit/wire';
import type { Me } from '@anyam/admin-kit/session';

/** Asks the API, at its own address, who this is. Null when nobody is signed in. A renewed cookie goes on to the browser. */
export async function fetchMe(req: IncomingMessage, res: ServerResponse): Promise<Me | null> {
  const base = process.env['ANYAM_INTERNAL_URL'];
  if (!base) throw new Error('ANYAM_INTERNAL_URL is not set');
  if (!req.headers.cookie) return null;
  const answer = await fetch(`${base}/trpc/access.me`, {
    headers: { cookie: req.headers.cookie, accept: 'application/json', ...(req.headers['user-agent'] ? { 'user-agent': req.headers['user-agent'] } : {}) },
    cache: 'no-store',
  });
  for (const cookie of answer.headers.getSetCookie()) res.appendHeader('set-cookie', cookie);
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`access.me answered ${answer.status}`);
  const body = (await answer.json()) as { result: { data: string } };
  return wire.deserialize(body.result.data) as Me;
}

/** Only a path of this house may be gone back to. */
export function safeReturn(path: string | undefined): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) && !path.startsWith('/masuk') ? path : '/';
}
