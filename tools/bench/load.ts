/** Requests by eight at once, sent from a thread of their own: how many a second, and how long. */
import { Worker } from 'node:worker_threads';
import { wire } from '@anyam/contract-kit/wire';

export const SECONDS = 5;

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** After a second of warming up. Throws when any answer is not 200: a refusal is quick and would look good. */
export function measure(url: string, cookie?: string, seconds = SECONDS): Promise<Load> {
  return new Promise((done, fail) => {
    const sender = new Worker(new URL('./sender.ts', import.meta.url), { workerData: { url, cookie, seconds } });
    sender.once('message', done);
    sender.once('error', fail);
  });
}

/** Signs the operator in and gives the addresses of procedures, for questions with their input. */
export async function signIn(base: string, password: string) {
  const answer = await fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ username: 'operator', password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  const path = (procedure: string) => `${base}/trpc/${procedure}`;
  return {
    base,
    path,
    cookie: answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '),
    url: (procedure: string, input: unknown) => `${path(procedure)}?input=${encodeURIComponent(JSON.stringify(wire.serialize(input)))}`,
  };
}

const PAGE = { page: 1, pageSize: 50 };
export const LISTS = {
  /** The one that the bare server answers too. */
  filtered: { ...PAGE, districts: ['35.21.16', '35.21.05'] },
  others: ({ group, person, programme }: { group: string; person: string; programme: string }): readonly [name: string, path: string, input: unknown][] => [
    ['allGroups', 'group.list', PAGE],
    ['misspelt', 'overview.search', { text: 'ngudi rejki' }],
    ['personSearch', 'overview.search', { text: 'sri rahayu' }],
    ['facets', 'group.facets', {}],
    ['detail', 'group.get', { id: group }],
    ['dashboard', 'overview.home', { fiscalYear: 2020 }],
    ['members', 'member.list', PAGE],
    ['member', 'member.get', { id: person }],
    ['proposals', 'disbursement.proposals.list', PAGE],
    ['batches', 'disbursement.batches.list', PAGE],
    ['decrees', 'disbursement.decrees.list', PAGE],
    ['reports', 'disbursement.lpj.list', PAGE],
    ['readyTranches', 'disbursement.batches.ready', { programmeId: programme }],
  ],
};
