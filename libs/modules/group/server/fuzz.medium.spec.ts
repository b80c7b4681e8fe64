import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { accessFor } from '@anyam/access/testing';
import { createCallerFactory, mergeRouters, router, type Context } from '@anyam/contract-kit';
import { memberPermissions, memberRouter } from '@anyam/member/contract';
import { memberFor } from '@anyam/member/testing';
import { programmePermissions, programmeRouter } from '@anyam/programme/contract';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { groupPermissions, groupRouter } from '../contract/index.ts';
import { importedGroup } from '../testing/index.ts';
import { createGroup } from './group.service.ts';

let kit: TestKit;
let caller: Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
let known: string[] = [];

beforeAll(async () => {
  kit = await testKit();
  const services = { group: createGroup(kit, { territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit), member: memberFor(kit) }), member: memberFor(kit), programme: programmeFor(kit) };
  const admin = await callFor(kit, { role: 'admin' });
  await services.programme.create(admin, { key: crypto.randomUUID(), name: 'KUBE', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 1n, dpaNumber: '1' });
  const importId = crypto.randomUUID();
  const { groupIds } = await kit.work.run(admin.actor, (unit) => services.group.formFromImport(unit, admin.actor, { importId, regencyCode: '35.21', on: '2020-03-03', groups: [importedGroup(), importedGroup()] }));
  const detail = await services.group.detail(admin, { id: groupIds[0] as string });
  known = [...groupIds, ...detail.memberships.flatMap((m) => [m.membershipId, m.personId]), (await services.programme.list(admin, {}))[0]?.id ?? ''];
  const table = { ...groupPermissions, ...memberPermissions, ...programmePermissions };
  const context: Context = { actor: admin.actor, services: services as never, rolesOf: (p) => (table as unknown as Record<string, { roles: readonly never[] }>)[p]?.roles ?? [] };
  const app = mergeRouters(router({ group: groupRouter, member: memberRouter, programme: programmeRouter }));
  caller = createCallerFactory(app)(context) as never;
});

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', '\u0000', '%', "'; DROP TABLE person; --", '=1+1', '\ud800', '35.21.16.2003', '2020-02-30', '2020-03-01', '9'.repeat(16), '99999-01-01', '../../etc', '{}'),
);

/** Values that fit a schema more or less: mostly right, sometimes at the edges, sometimes anything. */
function fits(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = (schema as unknown as { def: Record<string, never> & { type: string } }).def as unknown as {
    type: string; innerType: z.ZodType; shape: Record<string, z.ZodType>; element: z.ZodType; options: z.ZodType[]; entries: Record<string, string>; values: unknown[]; format?: string; in: z.ZodType;
  };
  const anything = fc.oneof(texts, fc.integer(), fc.bigInt(), fc.double(), fc.constant(null), fc.constant(undefined), fc.date({ noInvalidDate: false }), fc.boolean());
  const right = ((): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'object': return fc.record(Object.fromEntries(Object.entries(def.shape).map(([k, v]) => [k, fits(v)])));
      case 'array': return fc.array(fits(def.element), { maxLength: 4 });
      case 'nullable': return fc.oneof(fits(def.innerType), fc.constant(null));
      case 'optional': case 'default': case 'prefault': return fc.oneof(fits(def.innerType), fc.constant(undefined));
      case 'union': return fc.oneof(...def.options.map(fits));
      case 'enum': return fc.constantFrom(...Object.values(def.entries));
      case 'literal': return fc.constantFrom(...def.values);
      case 'boolean': return fc.boolean();
      case 'number': return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 2000, max: 2100 }), fc.constantFrom(25, 50, 100, 2 ** 31, -1, Number.MAX_SAFE_INTEGER, Number.NaN));
      case 'bigint': return fc.oneof(fc.bigInt({ min: 0n, max: 1_000_000n }), fc.constantFrom(2n ** 63n, -(2n ** 70n), 9_000_000_000_000_000n));
      case 'date': return fc.oneof(fc.constant(kit.clock.now()), fc.date({ noInvalidDate: false }));
      case 'record': return fc.dictionary(fc.constantFrom('ageMax', 'priorAidPrograms', 'sizeMin', '__proto__'), anything, { maxKeys: 3 });
      case 'pipe': return fits(def.in);
      case 'string': return def.format === 'uuid' ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.uuid() }) : fc.oneof(texts, fc.constantFrom('35.21.16.2003', '2020-03-01', '2019-12-31', '3521161204800001', 'a wajar', 'lengkap', '0012345678'));
      default: return anything;
    }
  })();
  const leaf = ['string', 'number', 'bigint', 'date'].includes(def.type);
  // Leaves mostly pass their own schema, so that the use case behind is reached and not the border alone.
  const sound = leaf ? right.filter((value) => schema.safeParse(value).success) : right;
  return fc.oneof({ weight: 40, arbitrary: sound }, { weight: 1, arbitrary: anything }, { weight: 1, arbitrary: right });
}

describe('whatever is sent', () => {
  for (const [module, routes] of [['group', groupRouter], ['member', memberRouter], ['programme', programmeRouter]] as const) {
    for (const name of Object.keys(routes._def.procedures)) {
      it(`${module}.${name} never fails with an error of ours`, async () => {
        const schema = ((routes._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>)[name]?._def.inputs[0]) as z.ZodType;
        await fc.assert(
          fc.asyncProperty(fits(schema), async (input) => {
            try {
              await caller[module]?.[name]?.(input);
            } catch (error) {
              if (!(error instanceof TRPCError) || error.code === 'INTERNAL_SERVER_ERROR') {
                expect.fail(`${String(error)} ${String((error as { cause?: Error }).cause?.stack ?? '')}`);
              }
            }
          }),
          { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60), endOnFailure: true },
        );
      });
    }
  }
});
