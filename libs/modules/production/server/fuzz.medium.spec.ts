import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { createCallerFactory, mergeRouters, router, type Context } from '@anyam/contract-kit';
import { groupWithMembers } from '@anyam/meeting/testing';
import { arbitraryOf, callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { herdInInput, productionPermissions, productionRouter } from '../contract/index.ts';
import { matsIn, productionFor, usualGoods } from '../testing/index.ts';

let kit: TestKit;
let caller: Record<string, unknown>;
let known: string[] = [];

beforeAll(async () => {
  kit = await testKit();
  const production = productionFor(kit);
  const operator = await callFor(kit, { role: 'operator' });
  const { groupId, members } = await groupWithMembers(kit, operator, 5);
  const goods = await usualGoods(production, operator);
  const memberId = members[0]?.membershipId ?? '';
  const lot = await matsIn(kit, production, operator, groupId, { memberId, quantity: 5 });
  const move = await production.store.receive(operator, { key: crypto.randomUUID(), groupId, materialId: goods.pandan, quantity: 50, value: 0n, on: '2020-03-01', partyId: null, paidFrom: null, note: null });
  const herd = await production.herd.takeIn(operator, herdInInput.parse({ key: crypto.randomUUID(), groupId, on: '2020-03-01', note: null, kind: 'opening', species: 'kambing', tag: null, head: 9, sex: null, class: 'young', keeperId: memberId, source: 'own' }));
  known = [groupId, groupId, groupId, memberId, goods.mat, goods.pandan, lot.depositId, lot.lotId ?? '', move.id, herd.id, herd.unitId];
  const table: Readonly<Record<string, { roles: readonly never[] }>> = productionPermissions as never;
  const context: Context = { actor: operator.actor, services: { production } as never, rolesOf: (p) => table[p]?.roles ?? [] };
  caller = createCallerFactory(mergeRouters(router({ production: productionRouter })))(context) as never;
});

const words = ['35.21', 'A', 'lembar', 'DMP-2003-0001-5', '2020-03', '2020-03-01', '1900-01-31'];
const fits = (schema: unknown): fc.Arbitrary<unknown> => arbitraryOf(schema, { ids: known, words, sound: 40 });

describe('whatever is sent', () => {
  const procedures = productionRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>;
  for (const name of Object.keys(procedures)) {
    it(`production.${name} never fails with an error of ours`, async () => {
      const call = `production.${name}`.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller) as (input: unknown) => Promise<unknown>;
      await fc.assert(
        fc.asyncProperty(fits(procedures[name]?._def.inputs[0] as z.ZodType), async (input) => {
          try {
            await call(input);
          } catch (error) {
            if (!(error instanceof TRPCError) || error.code === 'INTERNAL_SERVER_ERROR') expect.fail(`${String(error)} ${String((error as { cause?: Error }).cause?.stack ?? '')}`);
          }
        }),
        { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60), endOnFailure: true },
      );
    });
  }
});
