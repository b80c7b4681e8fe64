import { moduleApi, useQueryClient } from '@anyam/admin-kit/api';
import type { Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import type { MemberRouter } from '@anyam/member/contract';
import type { TerritoryRouter } from '@anyam/territory/contract';
import type { z } from 'zod';
import type { groupDetail, groupRow, GroupRouter } from '../contract/index.ts';

export const useGroupApi = moduleApi<GroupRouter>('group');
export const useMemberApi = moduleApi<MemberRouter>('member');
const useTerritoryApi = moduleApi<TerritoryRouter>('territory');

export type Group = z.infer<typeof groupDetail>;
export type GroupRow = z.infer<typeof groupRow>;
export type Membership = Group['memberships'][number];

/** Villages of the district whose name is like what is typed. */
export function useVillageSearch(): (text: string) => Promise<readonly Option[]> {
  const api = useTerritoryApi();
  const client = useQueryClient();
  const { district } = useSession();
  return async (text) => {
    if (text.trim().length < 2) return [];
    const found = await client.fetchQuery(api.match.queryOptions({ within: district.code, text: text.trim() }, { staleTime: Infinity }));
    return found.map((v) => ({ value: v.code, label: v.parentName ? `${v.name}, ${v.parentName}` : v.name }));
  };
}

/** After a write: what stands on lists and on this group's pages is asked for again. */
export function useRefresh(): (id?: string) => Promise<unknown> {
  const api = useGroupApi();
  const client = useQueryClient();
  return (id) =>
    Promise.all([
      client.invalidateQueries(api.list.queryFilter()),
      client.invalidateQueries(api.facets.queryFilter()),
      ...(id ? [client.invalidateQueries(api.get.queryFilter({ id })), client.invalidateQueries(api.accounts.list.queryFilter({ id })), client.invalidateQueries(api.timeline.queryFilter())] : []),
    ]);
}

/** The office's day, as the server says it. */
export const useToday = (): string => useSession().today;
