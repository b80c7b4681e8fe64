import fc from 'fast-check';
import { TRPCError } from '@trpc/server';
import { createCallerFactory, router, type Context } from '@anyam/contract-kit';
import { DomainError } from '@anyam/domain/kernel';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
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
  words = [eventKey, 'expense', '2020-02', '2020-01', '35.21.16', '2020-02-29'];
  const table = booksPermissions as unknown as Record<string, { roles: readonly never[] }>;
  const context: Context = { actor: operator.actor, services: { books } as never, rolesOf: (p) => table[p]?.roles ?? [] };
  caller = createCallerFactory(router({ ...booksRouter._def.record } as never))(context) as never;
});

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '%',
    "'; DROP TABLE book_event; --",
    '=1+1',
    '\ud800',
    '2020-02-30',
    '2020-02-01',
    '9'.repeat(16),
    '../../etc',
    'a/b',
    'a:b',
    'a~reversal',
  ),
);

interface Def {
  readonly type: string;
  readonly innerType: z.ZodType;
  readonly shape: Record<string, z.ZodType>;
  readonly element: z.ZodType;
  readonly options: z.ZodType[];
  readonly entries: Record<string, string>;
  readonly values: unknown[];
  readonly in: z.ZodType;
  readonly format?: string;
}

/** Values that fit a schema more or less: mostly right, sometimes at the edges, sometimes anything. */
function fits(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = (schema as unknown as { def: Def }).def;
  const anything = fc.oneof(texts, fc.integer(), fc.bigInt(), fc.double(), fc.constant(null), fc.constant(undefined), fc.boolean());
  const right = ((): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'object':
        return fc.record(Object.fromEntries(Object.entries(def.shape).map(([k, v]) => [k, fits(v)])));
      case 'array':
        return fc.array(fits(def.element), { maxLength: 4 });
      case 'nullable':
        return fc.oneof(fits(def.innerType), fc.constant(null));
      case 'optional':
      case 'default':
        return fc.oneof(fits(def.innerType), fc.constant(undefined));
      case 'union':
        return fc.oneof(...def.options.map(fits));
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries));
      case 'literal':
        return fc.constantFrom(...def.values);
      case 'boolean':
        return fc.boolean();
      case 'number':
        return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(25, 50, 100, 4_000, 1_000_000, -1, Number.NaN));
      case 'bigint':
        return fc.oneof(fc.bigInt({ min: 1n, max: 10_000n }), fc.constantFrom(0n, 2n ** 63n, 1_000_000_000_000n));
      case 'pipe':
        return fits(def.in);
      case 'string':
        return def.format === 'uuid'
          ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.uuid() })
          : fc.oneof(
              texts,
              fc.constantFrom(...words),
              fc.date({ min: new Date('2019-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
            );
      default:
        return anything;
    }
  })();
  // Leaves mostly pass their own schema, so that the use case behind is reached and not the border alone.
  const leaf = ['string', 'number', 'bigint'].includes(def.type);
  const sound = leaf ? right.filter((value) => schema.safeParse(value).success) : right;
  return fc.oneof({ weight: 40, arbitrary: sound }, { weight: 1, arbitrary: anything }, { weight: 1, arbitrary: right });
}

describe('whatever is sent', () => {
  it.each(Object.keys(booksRouter._def.procedures))('books.%s never fails with an error of ours', async (name) => {
    const procedure = (booksRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[]; type: string } }>)[name];
    const schema = procedure?._def.inputs[0] as z.ZodType;
    await fc.assert(
      fc.asyncProperty(fits(schema), async (input) => {
        // A key is a new one each time: the answer of an earlier call is not what is asked here.
        const fresh = typeof input === 'object' && input !== null && 'key' in input ? { ...input, key: crypto.randomUUID() } : input;
        try {
          await caller[name]?.(fresh);
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
