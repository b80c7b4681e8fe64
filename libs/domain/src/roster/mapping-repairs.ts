import type { ColumnProfile } from './columns.ts';
import type { Field, ListKind } from './fields.ts';
import type { Candidate } from './mapping.ts';

type Draft = Partial<Record<Field, number | null>>;

/** Weak owners of a column: a field found strongly by content may take it over. */
const WEAK: ReadonlySet<Field> = new Set(['note', 'sequence', 'facilitator', 'marital']);

/**
 * What one-to-one assignment cannot see: cells that hold two things ("Nama / NIK", "NIK / No. KK"), offices written under
 * "Keterangan", and two columns called "Desa", of which the left one is the group's.
 */
export function settleShared(chosen: ReadonlyMap<Field, Candidate>, candidates: readonly Candidate[], profiles: readonly ColumnProfile[], kind: ListKind): Draft {
  const mapping: Draft = {};
  for (const [field, candidate] of chosen) mapping[field] = candidate.column;
  const owner = (column: number): Field | undefined => (Object.keys(mapping) as Field[]).find((f) => mapping[f] === column);
  const has = (field: Field): boolean => typeof mapping[field] === 'number';

  for (const [column, p] of profiles.entries()) {
    if (p.withLettersAndSixteen > 0.5) {
      const now = owner(column);
      if (now === 'name' && !has('nik')) mapping.nik = column;
      if (now === 'nik' && !has('name')) mapping.name = column;
    }
    if (p.twoSixteens > 0.5 && mapping.nik === column && !has('kk')) mapping.kk = column;
    if (p.twoSixteens > 0.5 && mapping.kk === column && !has('nik')) mapping.nik = column;
  }
  if (kind !== 'roster') return mapping;

  if (!has('role')) {
    const hidden = profiles.findIndex((p, c) => p.filled > 0 && (p.role > 0.5 || (p.officer > 0.15 && p.role > 0.15)) && (owner(c) === undefined || WEAK.has(owner(c) as Field)));
    if (hidden >= 0) {
      const old = owner(hidden);
      if (old) mapping[old] = null;
      mapping.role = hidden;
    }
  }
  if (!has('groupVillage') && has('village')) {
    const second = candidates.find((c) => c.field === 'village' && c.name >= 0.8 && c.column !== mapping.village && owner(c.column) === undefined);
    if (second) [mapping.groupVillage, mapping.village] = [Math.min(second.column, mapping.village as number), Math.max(second.column, mapping.village as number)];
  }
  if (!has('village') && has('groupVillage') && !has('address') && !has('groupName')) [mapping.village, mapping.groupVillage] = [mapping.groupVillage as number, null];
  return mapping;
}
