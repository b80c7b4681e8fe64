import { serverModule } from '@anyam/server-kit';
import { createAudit } from './audit.service.ts';

export { verifyChain } from './audit.service.ts';
export const auditModule = serverModule({ id: 'audit', dependsOn: [], create: (kit) => createAudit(kit) });
