import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wire } from './wire.ts';

const leaf = fc.oneof(fc.string(), fc.bigInt(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.date({ noInvalidDate: true }));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'), tie('tree'), { maxKeys: 4, noNullPrototype: true })),
}));

it('brings over what was sent: money, moments, and what is left out', () => {
  fc.assert(fc.property(tree, (value) => {
    expect(wire.deserialize(JSON.parse(JSON.stringify(wire.serialize(value))))).toStrictEqual(value);
  }));
});
it.each(['', 'x', '[', '[[1]]', { json: {} }, null, 7, [1], '[{"__proto__":1},{}]'])('does not read %j', (text) => {
  expect(() => wire.deserialize(text)).toThrow();
});
