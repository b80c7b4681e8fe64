import fc, { type Arbitrary } from 'fast-check';

/** The parts of a zod schema's definition that the generator reads. */
interface Def {
  type: string;
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  options?: Schema[];
  entries?: Record<string, string | number>;
  values?: unknown[];
  keyType?: Schema;
  valueType?: Schema;
  items?: Schema[];
  in?: Schema;
  format?: string;
  left?: Schema;
  right?: Schema;
}
interface Schema {
  _zod: { def: Def; bag?: { minimum?: number | bigint; maximum?: number | bigint; patterns?: Set<RegExp>; format?: string } };
}

export interface Pools {
  /** Ids of records that exist: what a user from next door would try. */
  readonly ids: readonly string[];
  /** Texts that mean something to the module: codes, days, names. */
  readonly words: readonly string[];
  /**
   * How much likelier a text or number passes its own schema than not. With it the use case behind is reached and not the border
   * alone, and a key of idempotency is a new one; without it values are of the right shape only.
   */
  readonly sound?: number;
}

const NASTY = ['', ' ', '\u0000', '\ud800', "'; DROP TABLE person;--", '=1+1', '%', '_', '\\', '😀', 'null', '99999999999999999999', '-1', '../../etc', '__proto__', 'a'.repeat(5_000)];
const DAYS = ['2020-03-03', '2020-12-31', '2026-01-01', '1900-01-01', '2100-12-31', '0001-01-01', '9999-12-31'];
const LEAVES = ['string', 'number', 'int', 'bigint', 'date'];
const isDay = (word: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(word);

/**
 * A generator of inputs for a procedure, from its schema: mostly of the right shape (so that they get past parsing into the use case),
 * with real ids, odd texts and extreme numbers. It follows zod 4's definitions and throws on a kind it does not know.
 */
export function arbitraryOf(schema: unknown, pools: Pools): Arbitrary<unknown> {
  const right = shaped(schema as Schema, pools);
  if (!pools.sound) return right;
  const passes = (value: unknown): boolean => (schema as { safeParse(given: unknown): { success: boolean } }).safeParse(value).success;
  const anything = fc.oneof(fc.constantFrom(...NASTY), fc.integer(), fc.bigInt(), fc.double(), fc.constant(null), fc.constant(undefined), fc.boolean(), fc.date({ noInvalidDate: false }));
  return fc.oneof(
    { weight: pools.sound, arbitrary: LEAVES.includes((schema as Schema)._zod.def.type) ? right.filter(passes) : right },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: right },
  );
}

function shaped(schema: Schema, pools: Pools): Arbitrary<unknown> {
  const { def, bag } = schema._zod;
  const inner = (one: Schema | undefined) => arbitraryOf(one, pools);
  switch (def.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, one]) => [key, pools.sound && key === 'key' ? fc.uuid() : inner(one)])));
    case 'string': {
      const format = def.format ?? bag?.format;
      if (format === 'uuid' || format === 'guid') return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pools.ids) }, { weight: 1, arbitrary: fc.uuid() });
      if (format === 'date') return fc.constantFrom(...DAYS, ...pools.words.filter(isDay));
      const pattern = [...(bag?.patterns ?? [])].find((one) => !/^\^\.?\[?\\s/.test(one.source));
      // Sound values are kept by the use case and come back in lists: an id among them would look like a leak of it.
      const odd = fc.oneof(fc.constantFrom(...pools.words, ...(pools.sound ? [] : pools.ids)), fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }));
      return pattern && !/\(\?[=!<]/.test(pattern.source) ? fc.oneof({ weight: 4, arbitrary: fc.stringMatching(plain(pattern)) }, { weight: 1, arbitrary: odd }) : odd;
    }
    case 'number':
    case 'int':
      return fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom(0, 1, -1, 25, 50, 2020, 2_147_483_647, Number.MAX_SAFE_INTEGER, 0.5, bounded(bag?.minimum), bounded(bag?.maximum)));
    case 'bigint':
      return fc.oneof(fc.bigInt({ min: 0n, max: 100_000_000n }), fc.constantFrom(0n, -1n, 9_223_372_036_854_775_807n, 9_223_372_036_854_775_808n, 10n ** 30n, BigInt(bag?.minimum ?? 1), BigInt(bag?.maximum ?? 1)));
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.oneof(fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }), fc.date({ noInvalidDate: true }));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'array':
      return fc.array(inner(def.element), { maxLength: 4 });
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map(inner));
    case 'record':
      return fc.dictionary(inner(def.keyType) as Arbitrary<string>, inner(def.valueType), { maxKeys: 3 });
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.option(inner(def.innerType), { nil: undefined });
    case 'nullable':
      return fc.option(inner(def.innerType), { nil: null });
    case 'union':
      return fc.oneof(...(def.options ?? []).map(inner));
    case 'intersection':
      return fc.tuple(inner(def.left), inner(def.right)).map(([a, b]) => ({ ...(a as object), ...(b as object) }));
    case 'pipe':
      return inner(def.in);
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return inner(def.innerType);
    case 'void':
    case 'undefined':
      return fc.constant(undefined);
    case 'unknown':
    case 'any':
      return fc.jsonValue();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`arbitraryOf does not know the schema kind "${def.type}"; teach it`);
  }
}

const bounded = (limit: number | bigint | undefined): number => (limit === undefined ? 7 : Number(limit));
const plain = (pattern: RegExp): RegExp => new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
