import type { IsoDate } from '@anyam/domain/kernel';
import { replayHerd, type Herd } from '@anyam/domain/production';
import type { KeptHerdRow } from '../persistence/herd.repository.ts';

/** The events that still count, in the order written. */
export const living = (rows: readonly KeptHerdRow[]): KeptHerdRow[] => rows.filter((r) => r.kind !== 'void' && !r.voided);

/** The book of livestock through a day; its stored history always replays. */
export function herdOf(rows: readonly KeptHerdRow[], through?: string): Herd {
  const herd = replayHerd(living(rows).map((r) => r.event), through as IsoDate | undefined);
  if (!herd.ok) throw new Error(`herd does not replay: ${herd.error.code} at ${herd.error.at}`);
  return herd.value;
}
