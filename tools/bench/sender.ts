/** The thread that sends the requests of `load.ts`; what it measures goes back as one message. */
import { parentPort, workerData } from 'node:worker_threads';
import autocannon from 'autocannon';
import type { Load } from './load.ts';

const { url, cookie, seconds } = workerData as { url: string; cookie?: string; seconds: number };
const times: number[] = [];
const send = (duration: number) => {
  const going = autocannon({ url, connections: 8, duration, ...(cookie ? { headers: { cookie } } : {}) });
  going.on('response', (_client, _status, _bytes, ms) => void times.push(ms));
  return going;
};
await send(1);
times.length = 0;
const result = await send(seconds);
if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
times.sort((a, b) => a - b);
const at = (share: number) => Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1));
parentPort?.postMessage({ perSecond: Math.round(times.length / seconds), p50: at(0.5), p95: at(0.95) } satisfies Load);
