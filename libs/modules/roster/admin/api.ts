import { moduleApi, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import type { ProgrammeRouter } from '@anyam/programme/contract';
import type { z } from 'zod';
import type { extractRow, historyRow, importRow, ImportView, RosterRouter, sheetView } from '../contract/index.ts';

export const useRosterApi = moduleApi<RosterRouter>('roster');
const useProgrammeApi = moduleApi<ProgrammeRouter>('programme');

export type { ImportView };
export type HistoryRow = z.infer<typeof historyRow>;
export type ImportRow = z.infer<typeof importRow>;
export type ExtractRow = z.infer<typeof extractRow>;
export type SheetView = z.infer<typeof sheetView>;

export const useProgrammes = () => useQuery(useProgrammeApi().list.queryOptions({}, { staleTime: 60_000 }));

/** Lays the view a write answers over the one shown, so that counts change at once. */
export function useShowView(): (view: ImportView) => void {
  const api = useRosterApi();
  const client = useQueryClient();
  return (view) => {
    client.setQueryData(api.get.queryKey({ id: view.id }), view);
    void client.invalidateQueries(api.history.queryFilter());
  };
}
