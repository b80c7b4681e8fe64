import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { useMemo, useState } from 'react';
import { useRosterApi, useShowView, type ImportRow } from './api.ts';
import type { CellField } from './words.ts';

export interface RowsWanted {
  readonly id: string;
  readonly show: 'faults' | 'all' | 'skipped';
  readonly code: string | null;
  readonly page: number;
  readonly size: number;
}
/** A row of the check; `mendedNow` says that it was mended here and is no longer among the faulty ones. */
export type ShownRow = ImportRow & { readonly mendedNow: boolean };

interface Held {
  readonly of: string;
  readonly rows: ReadonlyMap<number, ImportRow>;
}

/**
 * The rows of a page, with what was typed laid over them at once. A row that was mended or left out stays in its place
 * until the page or the filter changes, so that the eye and the keyboard do not lose it.
 */
export function useRows({ id, show, code, page, size }: RowsWanted) {
  const api = useRosterApi();
  const client = useQueryClient();
  const showView = useShowView();
  const wanted = JSON.stringify([id, show, code, page, size]);
  const query = useQuery(
    api.rows.queryOptions({ id, show, ...(code ? { code } : {}), page, pageSize: size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }),
  );
  const correct = useMutation(api.correct.mutationOptions());
  const skip = useMutation(api.skip.mutationOptions());
  const [held, setHeld] = useState<Held>({ of: wanted, rows: new Map() });
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());

  const rows = useMemo<readonly ShownRow[] | undefined>(() => {
    if (!query.data) return undefined;
    const fresh: ShownRow[] = query.data.rows.map((row) => ({ ...row, mendedNow: false }));
    const there = new Set(fresh.map((row) => row.seq));
    const kept = held.of === wanted && !query.isPlaceholderData ? [...held.rows.values()].filter((row) => !there.has(row.seq)) : [];
    const all = [...fresh, ...kept.map((row) => ({ ...row, mendedNow: !row.skipped }))].sort((a, b) => a.seq - b.seq);
    if (pending.size === 0) return all;
    return all.map((row) => {
      const typed = Object.keys(row.cells).filter((field) => pending.has(`${row.seq}.${field}`));
      return typed.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(typed.map((field) => [field, pending.get(`${row.seq}.${field}`) ?? ''])) } };
    });
  }, [query.data, query.isPlaceholderData, held, pending, wanted]);

  const hold = (row: ImportRow) =>
    setHeld((h) => ({ of: wanted, rows: new Map(h.of === wanted ? h.rows : []).set(row.seq, row) }));
  const left = (row: ImportRow) => (code ? row.findings.filter((f) => f.code !== code) : []);

  /** Keeps one cell; what it throws is for the screen to say. */
  const mend = async (row: ImportRow, field: CellField, value: string): Promise<void> => {
    const cell = `${row.seq}.${field}`;
    setPending((p) => new Map(p).set(cell, value));
    try {
      const view = await correct.mutateAsync({ id, seq: row.seq, field, value });
      hold({
        ...row,
        cells: { ...row.cells, [field]: value },
        mended: { ...row.mended, [field]: row.mended[field] ?? row.cells[field] ?? '' },
        findings: left(row),
      });
      showView(view);
      await client.invalidateQueries(api.rows.queryFilter());
    } finally {
      setPending((p) => {
        const rest = new Map(p);
        rest.delete(cell);
        return rest;
      });
    }
  };
  const leaveOut = async (row: ImportRow, skipped: boolean): Promise<void> => {
    const view = await skip.mutateAsync({ id, seq: row.seq, skipped });
    hold({ ...row, skipped, findings: [] });
    showView(view);
    await client.invalidateQueries(api.rows.queryFilter());
  };
  return { query, rows, total: query.data?.total, mend, leaveOut, busy: correct.isPending || skip.isPending };
}
