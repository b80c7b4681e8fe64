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
  readonly words: readonly string[];
}

const NASTY = ['', ' ', '\u0000', '\ud800', "'; DROP TABLE person;--", '=1+1', '%', '_', '\\', '😀', 'null', '99999999999999999999', '-1', '../../etc', 'a'.repeat(5_000)];

/**
 * A generator of inputs for a procedure, from its schema: mostly of the right shape (so that they get past parsing into the use case),
 * with real ids, odd texts and extreme numbers. It follows zod 4's definitions and throws on a kind it does not know.
 */
export function arbitraryOf(schema: unknown, pools: Pools): Arbitrary<unknown> {
  const { def, bag } = (schema as Schema)._zod;
  const inner = (one: Schema | undefined) => arbitraryOf(one, pools);
  switch (def.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, one]) => [key, inner(one)])));
    case 'string': {
      const format = def.format ?? bag?.format;
      if (format === 'uuid' || format === 'guid') return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pools.ids) }, { weight: 1, arbitrary: fc.uuid() });
      if (format === 'date') {
        return fc.constantFrom('2020-03-03', '2020-12-31', '2026-01-01', '1900-01-01', '2100-12-31', '0001-01-01', '9999-12-31');
      }
      const pattern = [...(bag?.patterns ?? [])].find((one) => !/^\^\.?\[?\\s/.test(one.source));
      const odd = fc.oneof(fc.constantFrom(...pools.words, ...pools.ids), fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }));
      return pattern && !/\(\?[=!<]/.test(pattern.source) ? fc.oneof({ weight: 4, arbitrary: fc.stringMatching(plain(pattern)) }, { weight: 1, arbitrary: odd }) : odd;
    }
    case 'number':
    case 'int':
      return fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom(0, 1, -1, 25, 50, 2020, 2_147_483_647, Number.MAX_SAFE_INTEGER, 0.5, bounded(bag?.minimum), bounded(bag?.maximum)));
    case 'bigint':
      return fc.oneof(fc.bigInt({ min: 0n, max: 100_000_000n }), fc.constantFrom(0n, -1n, 9_223_372_036_854_775_807n, 9_223_372_036_854_775_808n, 10n ** 30n));
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.date({ noInvalidDate: true });
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
