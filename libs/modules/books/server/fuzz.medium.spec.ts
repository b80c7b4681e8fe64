import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { createCallerFactory, router, type Context } from '@anyam/contract-kit';
import { DomainError } from '@anyam/domain/kernel';
import { arbitraryOf, callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { booksPermissions, booksRouter } from '../contract/index.ts';
import { booksFor, groupWithMembers } from '../testing/index.ts';

let kit: TestKit;
let caller: Record<string, (input: unknown) => Promise<unknown>>;
let known: string[] = [];
let words: string[] = [];

beforeAll(async () => {
  kit = await testKit();
  const books = booksFor(kit);
  const operator = await callFor(kit, { role: 'operator' });
  const { groupId, members } = await groupWithMembers(kit);
  const entry = { groupId, on: '2020-02-01', document: null };
  await books.recordAid(operator, { ...entry, key: crypto.randomUUID(), amount: 9_000_000n, item: null });
  const { eventKey } = await books.moveMoney(operator, { ...entry, key: crypto.randomUUID(), amount: 5_000_000n, direction: 'withdraw' });
  known = [groupId, groupId, groupId, members[0] as string, members[1] as string];
  words = [eventKey, 'expense', '2020-02', '2020-01', '35.21.16', '2020-02-29', '2020-02-01', '2020-01-15', '2019-12-31', 'a/b', 'a:b', 'a~reversal'];
  const table = booksPermissions as unknown as Record<string, { roles: readonly never[] }>;
  const context: Context = { actor: operator.actor, services: { books } as never, rolesOf: (p) => table[p]?.roles ?? [] };
  caller = createCallerFactory(router({ ...booksRouter._def.record } as never))(context) as never;
});

const fits = (schema: unknown): fc.Arbitrary<unknown> => arbitraryOf(schema, { ids: known, words, sound: 40 });

describe('whatever is sent', () => {
  it.each(Object.keys(booksRouter._def.procedures))('books.%s never fails with an error of ours', async (name) => {
    const procedure = (booksRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[]; type: string } }>)[name];
    const schema = procedure?._def.inputs[0] as z.ZodType;
    await fc.assert(
      fc.asyncProperty(fits(schema), async (input) => {
        try {
          await caller[name]?.(input);
        } catch (error) {
          const ours = error instanceof TRPCError && (error.code !== 'INTERNAL_SERVER_ERROR' || error.cause instanceof DomainError);
          if (!ours) expect.fail(`${String(error)} ${String((error as { cause?: Error }).cause?.stack ?? '')}`);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40), endOnFailure: true },
    );
    const sums = await kit.db.pool.query('SELECT coalesce(sum(debits - credits), 0)::text AS sum FROM book_account');
    expect(sums.rows[0]).toEqual({ sum: '0' });
  });
});
