import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { createCallerFactory, mergeRouters, router, type Context } from '@anyam/contract-kit';
import { groupWithMembers } from '@anyam/meeting/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
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

const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', '\u0000', '%', "'; DROP TABLE person; --", '=1+1', '\ud800', '35.21', 'A', 'lembar', 'DMP-2003-0001-5', '2020-03', '2020-03-01', '1900-01-31', '2100-12-31', '{}'));

/** Values that fit a schema more or less: mostly right, sometimes at the edges, sometimes anything. */
function fits(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = (schema as unknown as { def: unknown }).def as { type: string; innerType: z.ZodType; shape: Record<string, z.ZodType>; element: z.ZodType; options: z.ZodType[]; entries: Record<string, string>; values: unknown[]; format?: string; in: z.ZodType };
  const anything = fc.oneof(texts, fc.integer(), fc.bigInt(), fc.double(), fc.constant(null), fc.constant(undefined));
  const right = ((): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'object': return fc.record(Object.fromEntries(Object.entries(def.shape).map(([k, v]) => [k, fits(v)])));
      case 'array': return fc.array(fits(def.element), { maxLength: 3 });
      case 'nullable': return fc.oneof(fits(def.innerType), fc.constant(null));
      case 'optional': case 'default': case 'prefault': return fc.oneof(fits(def.innerType), fc.constant(undefined));
      case 'union': return fc.oneof(...def.options.map(fits));
      case 'enum': return fc.constantFrom(...Object.values(def.entries));
      case 'literal': return fc.constantFrom(...def.values);
      case 'boolean': return fc.boolean();
      case 'number': return fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(25, 50, 100, 4_000, 10_000_000, 2 ** 31, -1, Number.NaN));
      case 'bigint': return fc.oneof(fc.bigInt({ min: 0n, max: 1_000_000n }), fc.constantFrom(2n ** 63n, -1n, 1_000_000_000_000n));
      case 'pipe': return fits(def.in);
      case 'string': return def.format === 'uuid' ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 2, arbitrary: fc.uuid() }) : texts;
      default: return anything;
    }
  })();
  const leaf = ['string', 'number', 'bigint'].includes(def.type);
  // Leaves mostly pass their own schema, so that the use case behind is reached and not the border alone.
  const sound = leaf ? right.filter((value) => schema.safeParse(value).success) : right;
  return fc.oneof({ weight: 40, arbitrary: sound }, { weight: 1, arbitrary: anything }, { weight: 1, arbitrary: right });
}

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
