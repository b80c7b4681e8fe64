import { contractOf, definePermissions, router } from '@anyam/contract-kit';
import { wire } from '@anyam/contract-kit/wire';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { expect, it } from 'vitest';
import { z } from 'zod';

const { guarded } = contractOf(definePermissions({ 'till.read': { title: { id: 'Melihat', en: 'See' }, roles: ['operator'] } }));
const app = router({
  after: guarded('till.read').input(z.object({ at: z.date(), sum: z.bigint() })).output(z.object({ sum: z.bigint(), at: z.date() })).query(({ input }) => ({ sum: input.sum * 2n, at: input.at })),
});
const grant = { role: 'operator', area: '35.21', ownGroupsOnly: false } as never;
const get = (input: string) => fetchRequestHandler({
  endpoint: '/trpc', router: app, req: new Request(`http://localhost/trpc/after?input=${encodeURIComponent(input)}`),
  createContext: () => ({ actor: { userId: 'u', username: 'u', name: 'U', grants: [grant] }, services: {}, rolesOf: () => ['operator'] }) as never,
});

it('carries rupiah and moments through a request and its answer', async () => {
  const at = new Date('2020-03-03T01:00:00.000Z');
  const answer = await get(JSON.stringify(wire.serialize({ at, sum: 9_007_199_254_740_993n })));
  expect(answer.status).toBe(200);
  expect(wire.deserialize(((await answer.json()) as { result: { data: string } }).result.data)).toEqual({ sum: 18_014_398_509_481_986n, at });
});

it.each(['"x"', '{}', '7', '"[[9]]"', '{"json":{}}', 'x'])('answers 400 to %s, which nobody of ours writes', async (input) => {
  expect((await get(input)).status).toBe(400);
});
