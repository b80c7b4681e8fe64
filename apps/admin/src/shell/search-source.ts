import { rootApi, useQueryClient } from '@anyam/admin-kit/api';
import type { SearchGroup } from '@anyam/admin-kit/search-palette';
import { useSession } from '@anyam/admin-kit/session';
import { useSay } from '@anyam/admin-kit/text';
import type { AppRouter } from '@anyam/registry/contract';
import { useCallback } from 'react';

const useApi = rootApi<AppRouter>();

/** Where the palette asks. Who may not search gets commands alone. */
export function useSearchSource(): ((query: string) => Promise<readonly SearchGroup[]>) | undefined {
  const api = useApi();
  const client = useQueryClient();
  const say = useSay();
  const may = useSession().can('overview.read');
  const search = useCallback(
    async (text: string): Promise<readonly SearchGroup[]> => {
      const { groups } = await client.fetchQuery(api.overview.search.queryOptions({ text }));
      return groups.map((g) => ({ label: say(g.label), hits: g.hits }));
    },
    [api, client, say],
  );
  return may ? search : undefined;
}
