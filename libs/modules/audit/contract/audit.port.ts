import type { Call } from '@anyam/contract-kit';
import type { z } from 'zod';
import type { auditExport, auditFilter, auditListInput, auditRow, chainState } from './audit.schema.ts';

export interface AuditPort {
  /** Entries of the caller's area, newest first. */
  list(call: Call, input: z.infer<typeof auditListInput>): Promise<{ rows: z.infer<typeof auditRow>[]; total: number }>;
  actors(call: Call): Promise<{ id: string; name: string }[]>;
  actions(call: Call): Promise<string[]>;
  /** Kinds of records there are entries of. */
  kinds(call: Call): Promise<string[]>;
  /** Recomputes the whole chain of the caller's regency. */
  verify(call: Call): Promise<z.infer<typeof chainState>>;
  /** At most 50,000 entries as XLSX; writes an entry of its own. */
  export(call: Call, input: z.infer<typeof auditFilter>): Promise<z.infer<typeof auditExport>>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    audit: AuditPort;
  }
}
