import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { createCallerFactory, router, type Actor, type Context, type Grant, type Role } from '@anyam/contract-kit';
import type { RegionCode } from '@anyam/domain/kernel';
import { arbitraryOf, callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { disbursementPermissions, disbursementRouter } from '../contract/index.ts';
import { aidFor, batchAtSpm, fileFor, groupsFor, key, programmeWith, ready, sent, staffFor, statementFor, verified } from '../testing/index.ts';

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
type Procedure = { _def: { inputs: z.ZodType[]; type: string; meta: { permission: string } } };

let kit: TestKit;
let everyone: Caller;
let makeCaller: (actor: Actor) => Caller;
let known: string[] = [];
const paths = Object.keys(disbursementRouter._def.procedures as Record<string, unknown>);
const procedureOf = (path: string) => (disbursementRouter._def.procedures as unknown as Record<string, Procedure>)[path] as Procedure;
const run = (caller: Caller, path: string, input: unknown) => {
  const [group, name] = path.split('.') as [string, string];
  return (caller[group] as Record<string, (input: unknown) => Promise<unknown>>)[name]?.(input);
};

beforeAll(async () => {
  kit = await testKit();
  const aid = aidFor(kit);
  const staff = await staffFor(kit);
  const facilitator = await callFor(kit, { role: 'pendamping' });
  const programmeId = await programmeWith(kit, 100_000_000n);
  const groupIds = await groupsFor(kit, staff, 3, facilitator.actor.userId);
  const proposals = await verified(kit, aid, staff, programmeId, groupIds.slice(0, 2));
  const decreeId = await ready(kit, aid, staff, programmeId, proposals.slice(0, 1));
  const draft = await aid.decrees.draft(staff.operator, { key: key(), programmeId });
  const batchId = await batchAtSpm(kit, aid, staff, programmeId);
  await sent(kit, aid, staff, batchId);
  const statement = await statementFor(kit, aid, staff, batchId);
  await aid.batches.importStatement(staff.operator, { id: batchId, key: key(), fileId: statement });
  await aid.batches.reconcile(staff.operator, { id: batchId, key: key() });
  await aid.batches.act(staff.operator, { id: batchId, key: key(), action: 'reconcile', expectedState: 'dikirim' });
  const detail = await aid.batches.detail(staff.operator, { id: batchId });
  const trancheId = detail.lines[0]?.trancheId as string;
  const tranche = await aid.tranches.detail(staff.operator, { id: trancheId });
  await aid.lpj.act(staff.operator, { id: tranche.lpjId as string, key: key(), action: 'start', expectedState: 'belum' });
  const report = await aid.lpj.detail(staff.operator, { id: tranche.lpjId as string });
  known = [
    programmeId, ...groupIds, ...proposals, decreeId, draft.id, batchId, trancheId, report.id, report.lines[0]?.budgetLineId as string, ...report.officers.map((o) => o.personId),
    tranche.members[0]?.personId as string, await fileFor(kit), statement, detail.statementLines[0]?.id as string,
  ];
  const table = disbursementPermissions as unknown as Record<string, { roles: readonly Role[] }>;
  makeCaller = (actor) => {
    const context: Context = { actor, services: { disbursement: aid } as never, rolesOf: (p) => table[p]?.roles ?? [] };
    return createCallerFactory(router({ ...disbursementRouter._def.record } as never))(context) as never;
  };
  // One person with every role: the flows are reached, whatever the permission.
  const roles: Role[] = ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'admin', 'auditor'];
  const one = await callFor(kit, { role: 'operator' });
  const grants: Grant[] = roles.map((role) => ({ role, area: '35.21' as RegionCode, ownGroupsOnly: false }));
  everyone = makeCaller({ ...one.actor, grants });
}, 120_000);

const words = ['35.21', '35.21.16.2003', '2020-02-30', '2020-03-01', '2020-03-03', '2099-12-31', 'draf', 'lolos', 'direkonsiliasi', 'diterima', 'spm', 'umum', 'bank-jatim', '0012345678', 'catatan', 'MONEY_UNEXPLAINED'];
const fits = (schema: unknown): fc.Arbitrary<unknown> => arbitraryOf(schema, { ids: known, words, sound: 60 });

describe('whatever is sent', () => {
  for (const path of paths) {
    it(`${path} never fails with an error of ours`, async () => {
      await fc.assert(
        fc.asyncProperty(fits(procedureOf(path)._def.inputs[0] as z.ZodType), async (input) => {
          try {
            await run(everyone, path, input);
          } catch (error) {
            if (!(error instanceof TRPCError) || error.code === 'INTERNAL_SERVER_ERROR') expect.fail(`${String(error)} ${String((error as { cause?: Error }).cause?.stack ?? '')}`);
          }
        }),
        { numRuns: 25 },
      );
    });
  }
  it('leaves the books sound', async () => {
    expect(await run(everyone, 'figures.verifyLedger', undefined)).toMatchObject({ sound: true, problems: [] });
  });
});

describe('who is not let in', () => {
  it('writes nothing and learns nothing, in any role from next door', async () => {
    const writes = async () => kit.db.prisma.auditEntry.count();
    const before = await writes();
    for (const role of ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'pimpinan', 'auditor', 'admin'] as const) {
      const call = await callFor(kit, { role, area: '35.20' });
      const caller = makeCaller(call.actor);
      for (const path of paths) {
        const [sample] = fc.sample(fits(procedureOf(path)._def.inputs[0] as z.ZodType).filter((v) => (procedureOf(path)._def.inputs[0] as z.ZodType).safeParse(v).success), { numRuns: 1, seed: 7 });
        const answer = await Promise.resolve(run(caller, path, sample)).catch((error: unknown) => error);
        const seen = JSON.stringify(answer instanceof Error ? '' : (answer ?? null), (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
        for (const secret of known.slice(1)) if (!JSON.stringify(sample ?? null, (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v)).includes(secret)) expect(seen, `${role} ${path}`).not.toContain(secret);
        expect(seen, `${role} ${path}`).not.toContain('KUBE Uji');
        if (!(answer instanceof Error)) continue;
        expect((answer as TRPCError).code, `${role} ${path}: ${answer.message}`).not.toBe('INTERNAL_SERVER_ERROR');
      }
    }
    // A bank format of one's own regency is the one thing that a treasurer next door may keep.
    const own = await kit.db.prisma.auditEntry.count({ where: { action: 'disbursement.bankFormat.save' } });
    expect(await writes()).toBeLessThanOrEqual(before + own);
  });

  it('needs the permission: a role without it is refused at the door', async () => {
    const table = disbursementPermissions as unknown as Record<string, { roles: readonly Role[] }>;
    const pimpinan = makeCaller((await callFor(kit, { role: 'pimpinan' })).actor);
    for (const path of paths.filter((p) => !table[procedureOf(p)._def.meta.permission]?.roles.includes('pimpinan'))) {
      const schema = procedureOf(path)._def.inputs[0] as z.ZodType;
      const [sample] = fc.sample(fits(schema).filter((v) => schema.safeParse(v).success), { numRuns: 1, seed: 3 });
      await expect(run(pimpinan, path, sample), path).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
