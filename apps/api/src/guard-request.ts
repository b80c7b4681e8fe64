import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '@anyam/server-kit';

/** Set on every answer; and a write that a browser sends from another site is refused before anything reads it. */
export function guardRequest(config: Config) {
  return (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('referrer-policy', 'same-origin');
    res.setHeader('x-frame-options', 'DENY');
    res.setHeader('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
    if (config.ANYAM_MODE === 'production') res.setHeader('strict-transport-security', 'max-age=31536000');
    const { origin, host } = req.headers;
    const own = config.PUBLIC_URL ? new URL(config.PUBLIC_URL).host : host;
    if (req.method !== 'GET' && req.method !== 'HEAD' && origin && hostOf(origin) !== own && hostOf(origin) !== host) {
      res.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      res.end('Permintaan dari situs lain ditolak. (Cross-site request refused.)');
      return;
    }
    next();
  };
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
