import { moduleApi, useQueries, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import type { Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import type { TerritoryRouter } from '@anyam/territory/contract';
import { useCallback } from 'react';
import type { MemberRouter } from '../contract/index.ts';

export const useMemberApi = moduleApi<MemberRouter>('member');
const useTerritoryApi = moduleApi<TerritoryRouter>('territory');
const ALWAYS = { staleTime: Infinity } as const;

/** Choices of the two area filters: all kecamatan of the district, and the villages of the chosen ones (of all while none is chosen). */
export function useAreaOptions(chosen: readonly string[]): { readonly districts: readonly Option[]; readonly villages: readonly Option[] } {
  const api = useTerritoryApi();
  const { district } = useSession();
  const districts = useQuery(api.children.queryOptions({ parent: district.code }, ALWAYS)).data ?? [];
  const under = chosen.length > 0 ? chosen : districts.map((d) => d.code);
  const lists = useQueries({ queries: under.map((parent) => api.children.queryOptions({ parent }, ALWAYS)) });
  const nameOf = new Map(districts.map((d) => [d.code, d.name]));
  return {
    districts: districts.map((d) => ({ value: d.code, label: d.name })),
    villages: lists.flatMap((l) => l.data ?? []).map((v) => ({ value: v.code, label: v.name, hint: nameOf.get(v.parent ?? '') ?? '' })),
  };
}

/** Villages of the district whose name is like what is typed. */
export function useVillageSearch(): (text: string) => Promise<readonly Option[]> {
  const api = useTerritoryApi();
  const client = useQueryClient();
  const { district } = useSession();
  return useCallback(
    async (text) => {
      if (text.trim().length < 2) return [];
      const found = await client.fetchQuery(api.match.queryOptions({ within: district.code, text: text.trim() }, ALWAYS));
      return found.map((v) => ({ value: v.code, label: v.parentName ? `${v.name}, ${v.parentName}` : v.name }));
    },
    [api, client, district.code],
  );
}
