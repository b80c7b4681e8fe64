import { moduleApi } from '@anyam/admin-kit/api';
import type { OverviewRouter } from '../contract/overview.router.ts';

export const useOverviewApi = moduleApi<OverviewRouter>('overview');
