import type { Call } from '@anyam/contract-kit';
import type { z } from 'zod';
import type { ownOutput } from './own.schema.ts';
import type { exportInput, exportOutput, homeInput, homeOutput, searchInput, searchOutput } from './overview.schema.ts';

export interface OverviewPort {
  /** The one group that the caller's sign-in reaches. NOT_FOUND when it is gone. */
  own(call: Call): Promise<z.infer<typeof ownOutput>>;
  /** What waits for the caller, the four figures, the way of the aid and the groups at risk; all of the caller's area. */
  home(call: Call, input: z.infer<typeof homeInput>): Promise<z.infer<typeof homeOutput>>;
  /** Groups, members and villages of the caller's area, however they are spelt. */
  search(call: Call, input: z.infer<typeof searchInput>): Promise<z.infer<typeof searchOutput>>;
  /** The home page as XLSX; writes an audit entry. */
  export(call: Call, input: z.infer<typeof exportInput>): Promise<z.infer<typeof exportOutput>>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    overview: OverviewPort;
  }
}
