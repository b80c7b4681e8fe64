import type { Selection } from './data-table.tsx';

/** The ids of a selection. "All results" reaches over pages that were not seen, so those are asked for (`idsOf(page)`, counted from 1). */
export async function selectedIds(selection: Selection, pageSize: number, idsOf: (page: number) => Promise<readonly string[]>): Promise<readonly string[]> {
  if (selection.mode === 'ids') return selection.ids;
  const pages = Array.from({ length: Math.ceil(selection.count / pageSize) }, (_, i) => i + 1);
  return [...new Set((await Promise.all(pages.map(idsOf))).flat())];
}
