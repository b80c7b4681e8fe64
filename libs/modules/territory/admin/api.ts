import { moduleApi } from '@anyam/admin-kit/api';
import type { TerritoryRouter } from '../contract/territory.router.ts';

export const useTerritoryApi = moduleApi<TerritoryRouter>('territory');
