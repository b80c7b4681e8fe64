/** An id that cannot be taken for the id of another kind of thing: `Id<'group'>`. Ids are made at the edge and come in as arguments. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID (any version): the only form of id that is stored. */
export const isId = <Kind extends string>(text: unknown): text is Id<Kind> => typeof text === 'string' && UUID.test(text);

/** Brands an id that came from a trusted place (the database, a generator). RangeError when it is no UUID. */
export function asId<Kind extends string>(text: string): Id<Kind> {
  if (!isId<Kind>(text)) throw new RangeError('not an id');
  return text;
}
