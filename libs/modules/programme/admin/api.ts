import { moduleApi } from '@anyam/admin-kit/api';
import type { ProgrammeRouter } from '../contract/index.ts';

export const useProgrammeApi = moduleApi<ProgrammeRouter>('programme');
