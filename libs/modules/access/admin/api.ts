import { moduleApi } from '@anyam/admin-kit/api';
import type { TerritoryRouter } from '@anyam/territory/contract';
import type { AccessRouter } from '../contract/access.router.ts';

export const useAccessApi = moduleApi<AccessRouter>('access');
export const useTerritoryApi = moduleApi<TerritoryRouter>('territory');
