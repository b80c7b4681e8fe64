import { moduleApi } from '@anyam/admin-kit/api';
import type { AuditRouter } from '../contract/audit.router.ts';

export const useAuditApi = moduleApi<AuditRouter>('audit');
