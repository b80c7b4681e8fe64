import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { createCallerFactory, router, type Actor, type Context, type Grant, type Role } from '@anyam/contract-kit';
import type { RegionCode } from '@anyam/domain/kernel';
import { closeMeeting, decideIn, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { productionFor } from '@anyam/production/testing';
import { arbitraryOf, callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { rupiah } from '@anyam/domain/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { savingsPermissions, savingsRouter } from '../contract/index.ts';
import { AGREED, at, differences, emptyRow, fundedGroup, key, savingsFor } from '../testing/index.ts';

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
type Procedure = { _def: { inputs: z.ZodType[]; meta: { permission: string } } };

let kit: TestKit;
let groupId: string;
let makeCaller: (actor: Actor) => Caller;
let everyone: Caller;
let known: string[] = [];
const procedures = savingsRouter._def.procedures as unknown as Record<string, Procedure>;
const paths = Object.keys(procedures);
const inputOf = (path: string): z.ZodType => (procedures[path] as Procedure)._def.inputs[0] as z.ZodType;
const run = (caller: Caller, path: string, input: unknown) => {
  const [part, name] = path.split('.') as [string, string];
  return caller[part]?.[name]?.(input) ?? Promise.reject(new Error(path));
};

beforeAll(async () => {
  kit = await testKit();
  const savings = savingsFor(kit);
  const meeting = meetingFor(kit);
  const operator = await callFor(kit, { role: 'operator' });
  const g = await fundedGroup(kit, operator);
  groupId = g.groupId;
  const who = g.ids[4] as string;
  await decideIn(meeting, operator, g.meetingId, { kind: 'loan', content: { memberId: who, amount: rupiah(100_000), instalments: 2, what: 'uji' } });
  await decideIn(meeting, operator, g.meetingId, { kind: 'iksUse', content: { purpose: 'socialHelp', amount: rupiah(50_000), what: 'uji', memberId: who } });
  await closeMeeting(meeting, operator, g.meetingId);
  const loan = await savings.loans.request(operator, { key: key(), groupId, memberId: who, amount: 100_000n, instalments: 2, what: 'uji', on: '2020-02-03' });
  const asked = await savings.loans.request(operator, { key: key(), groupId, memberId: who, amount: 70_000n, instalments: 2, what: 'uji', on: '2020-02-03' });
  await savings.loans.approve(operator, { key: key(), id: loan.id, expectedState: 'requested', on: '2020-02-03' });
  await savings.loans.payOut(operator, { key: key(), id: loan.id, expectedState: 'approved', on: '2020-02-03', outOf: 'cash' });
  at(kit, '2020-03-03');
  const open = await openMeeting(kit, meeting, operator, groupId);
  await savings.sheet.post(operator, { key: key(), meetingId: open, rows: [{ ...emptyRow(who), voluntary: 5_000n }] });
  const entries = await savings.fund.entries(operator, { groupId, page: 1, pageSize: 50 });
  const decisions = await meeting.decisions(kit.db.prisma, groupId);
  const products = await productionFor(kit).products(kit.db.prisma, '35.21');
  known = [groupId, g.meetingId, open, loan.id, asked.id, who, g.ids[0] as string, ...decisions.map((d) => d.id), ...entries.rows.slice(0, 4).map((e) => e.id), products[0]?.id as string];
  const table = savingsPermissions as unknown as Record<string, { roles: readonly Role[] }>;
  makeCaller = (actor) => {
    const context: Context = { actor, services: { savings } as never, rolesOf: (p) => table[p]?.roles ?? [] };
    return createCallerFactory(router({ ...savingsRouter._def.record } as never))(context) as never;
  };
  const grants: Grant[] = (['operator', 'auditor'] as const).map((role) => ({ role, area: '35.21' as RegionCode, ownGroupsOnly: false }));
  everyone = makeCaller({ ...operator.actor, grants });
}, 120_000);

const words = ['35.21', '35.21.16.2003', '2020-02-30', '2020-03-01', '2020-03-03', '2099-12-31', 'A', 'catatan'];
const fits = (schema: unknown): fc.Arbitrary<unknown> => arbitraryOf(schema, { ids: known, words, sound: 60 });

describe('whatever is sent', () => {
  for (const path of paths) {
    it(`${path} never fails with an error of ours`, async () => {
      await fc.assert(fc.asyncProperty(fits(inputOf(path)), async (input) => {
        await run(everyone, path, input).catch((error: unknown) => {
          if (!(error instanceof TRPCError) || error.code === 'INTERNAL_SERVER_ERROR') expect.fail(`${String(error)} ${String((error as { cause?: Error }).cause?.stack ?? '')}`);
        });
      }), { numRuns: 25 });
    });
  }
  it('leaves savings and books in agreement', async () => expect(await differences(kit, groupId)).toEqual(AGREED));
});

describe('who is not let in', () => {
  const sampleOf = (path: string, seed: number) => fc.sample(fits(inputOf(path)).filter((v) => inputOf(path).safeParse(v).success), { numRuns: 1, seed })[0];

  it('writes nothing and learns nothing, in any role from next door', async () => {
    const writes = () => kit.db.prisma.auditEntry.count({ where: { groupId: { not: null } } });
    const before = await writes();
    for (const role of ['operator', 'kabid', 'pendamping', 'auditor', 'admin'] as const) {
      const caller = makeCaller((await callFor(kit, { role, area: '35.20' })).actor);
      for (const path of paths) {
        const answer = await run(caller, path, sampleOf(path, 7)).catch((error: unknown) => error);
        const seen = JSON.stringify(answer instanceof Error ? '' : (answer ?? null), (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
        expect(seen, `${role} ${path}`).not.toContain(groupId);
        expect(seen, `${role} ${path}`).not.toContain('KUBE Uji');
        if (answer instanceof Error) expect((answer as TRPCError).code, `${role} ${path}: ${answer.message}`).not.toBe('INTERNAL_SERVER_ERROR');
      }
    }
    expect(await writes()).toBe(before);
  });

  it('needs the permission: a role without it is refused at the door', async () => {
    const table = savingsPermissions as unknown as Record<string, { roles: readonly Role[] }>;
    const pimpinan = makeCaller((await callFor(kit, { role: 'pimpinan' })).actor);
    for (const path of paths.filter((p) => !table[(procedures[p] as Procedure)._def.meta.permission]?.roles.includes('pimpinan'))) {
      await expect(run(pimpinan, path, sampleOf(path, 3)), path).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
