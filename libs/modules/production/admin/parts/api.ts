import { moduleApi, useQueryClient } from '@anyam/admin-kit/api';
import type { z } from 'zod';
import type { BoardView, CatalogueView, depositRow, DistrictRow, HerdView, lotRow, moveRow, ProductionRouter, StoreView, TargetView } from '../../contract/index.ts';

export const useProductionApi = moduleApi<ProductionRouter>('production');

export type { BoardView as Board, CatalogueView as Catalogue, DistrictRow, HerdView as Herd, StoreView as Store, TargetView as Target };
export type Deposit = z.infer<typeof depositRow>;
export type LotOf = z.infer<typeof lotRow>;
export type Move = z.infer<typeof moveRow>;
export type Goods = CatalogueView['products'][number];

/** After a write: whatever of production is on screen or kept is asked for again. */
export function useRefresh(): () => Promise<unknown> {
  const api = useProductionApi();
  const client = useQueryClient();
  return () => client.invalidateQueries(api.pathFilter());
}
