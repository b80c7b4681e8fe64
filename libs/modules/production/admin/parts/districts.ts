import { moduleApi, useQuery } from '@anyam/admin-kit/api';
import type { Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import type { TerritoryRouter } from '@anyam/territory/contract';

const useTerritoryApi = moduleApi<TerritoryRouter>('territory');

/** The kecamatan of the regency, for a filter. */
export function useDistricts(): readonly Option[] {
  const { district } = useSession();
  const { data } = useQuery(useTerritoryApi().children.queryOptions({ parent: district.code }, { staleTime: Infinity }));
  return (data ?? []).map((r) => ({ value: r.code, label: r.name }));
}
