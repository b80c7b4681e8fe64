import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { accessFor } from '@anyam/access/testing';
import { createCallerFactory, mergeRouters, router, type Context } from '@anyam/contract-kit';
import { memberPermissions, memberRouter } from '@anyam/member/contract';
import { memberFor } from '@anyam/member/testing';
import { programmePermissions, programmeRouter } from '@anyam/programme/contract';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import { arbitraryOf, callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
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

const words = ['35.21.16.2003', '2020-02-30', '2020-03-01', '2019-12-31', '3521161204800001', 'a wajar', 'lengkap', '0012345678', 'ageMax', 'priorAidPrograms', 'sizeMin'];
const fits = (schema: unknown): fc.Arbitrary<unknown> => arbitraryOf(schema, { ids: known, words, sound: 40 });

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
