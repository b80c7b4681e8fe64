import { moduleApi, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import type { Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import type { GroupRouter } from '@anyam/group/contract';
import type { ProgrammeRouter } from '@anyam/programme/contract';
import type { z } from 'zod';
import type {
  batchDetail, batchRow, BlockerView, bulkOutput, ButtonView, decreeDetail, DisbursementRouter, lpjDetail, proposalDetail, StepView, trancheDetail,
} from '../../contract/index.ts';

export const useAidApi = moduleApi<DisbursementRouter>('disbursement');
export const useGroupApi = moduleApi<GroupRouter>('group');
const useProgrammeApi = moduleApi<ProgrammeRouter>('programme');

export type Proposal = z.infer<typeof proposalDetail>;
export type Decree = z.infer<typeof decreeDetail>;
export type Batch = z.infer<typeof batchDetail>;
export type BatchRow = z.infer<typeof batchRow>;
export type Tranche = z.infer<typeof trancheDetail>;
export type Lpj = z.infer<typeof lpjDetail>;
export type BulkResult = z.infer<typeof bulkOutput>;
/** As the kit's table of results shows them. */
export const bulkRows = (result: BulkResult) => result.rows.map((r) => ({ id: r.id, name: r.name, ok: r.ok, why: r.blockers.map((b) => b.text) }));
export type { BlockerView, ButtonView, StepView };

export { newKey } from '@anyam/admin-kit/new-key';

/** Aid moves through several lists at once, so after a write all that is on screen is asked for again. */
export function useRefresh(): () => Promise<unknown> {
  const api = useAidApi();
  const client = useQueryClient();
  return () =>
    Promise.all([api.proposals, api.decrees, api.batches, api.tranches, api.lpj, api.figures].map((part) => client.invalidateQueries(part.pathFilter())));
}

/** Programmes of the fiscal year in the top bar, then of other years. */
export function useProgrammes() {
  const api = useProgrammeApi();
  const { fiscalYear } = useSession();
  const query = useQuery(api.list.queryOptions({}, { staleTime: 60_000 }));
  const rows = [...(query.data ?? [])].sort((a, b) => Number(b.fiscalYear === fiscalYear) - Number(a.fiscalYear === fiscalYear) || b.fiscalYear - a.fiscalYear);
  const options: Option[] = rows.map((p) => ({ value: p.id, label: `${p.name} (${p.fiscalYear})` }));
  return { query, rows, options };
}

/** A search over the groups of the caller's area, for a `Combobox`. */
export function useGroupSearch(): (text: string) => Promise<readonly Option[]> {
  const api = useGroupApi();
  const client = useQueryClient();
  return async (text) => {
    const q = text.trim().slice(0, 80);
    const found = await client.fetchQuery(api.list.queryOptions({ ...(q ? { q } : {}), page: 1, pageSize: 25 }, { staleTime: 30_000 }));
    return found.rows.map((g) => ({ value: g.id, label: g.name, hint: `${g.villageName}, ${g.districtName}` }));
  };
}
