import { parse, stringify } from 'devalue';

/**
 * How values cross between server and console, and how specs and the bench speak: bigint, Date and undefined arrive as what they were,
 * which JSON alone cannot do. Reading throws on text that nobody of ours wrote.
 */
export const wire = {
  serialize: (value: unknown): string => stringify(value),
  deserialize: (text: unknown): unknown => parse(text as string),
};
