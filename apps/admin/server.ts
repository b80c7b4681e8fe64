import type { RequestListener } from 'node:http';
import next from 'next';

export interface Web {
  readonly handle: RequestListener;
  close(): Promise<void>;
}

/**
 * The console as a request listener. The one process mounts it behind the API, so both share an address;
 * pages ask the API at ANYAM_INTERNAL_URL, which is set once the port is known.
 */
export async function createWeb({ dev }: { dev: boolean }): Promise<Web> {
  process.env['NEXT_TELEMETRY_DISABLED'] = '1';
  const app = next({ dev, dir: import.meta.dirname, quiet: !dev });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (req, res) => void handle(req, res),
    close: () => app.close(),
  };
}
