import type { Call, HoldsFiles } from '@anyam/contract-kit';
import type { z } from 'zod';
import type {
  correctInput, extractInput, extractResult, extractRow, fileOut, headerInput, historyRow, importRow, importView, mappingInput, rowsInput, skipInput, startInput, storeInput, undoInput,
} from './roster.schema.ts';

export type ImportView = z.infer<typeof importView>;

export interface RosterPort extends HoldsFiles {
  /** Reads an uploaded file and proposes its columns. Errors: FILE_* of the reader, ALREADY_IMPORTED (names the earlier import). */
  start(call: Call, input: z.infer<typeof startInput>): Promise<ImportView>;
  get(call: Call, input: { id: string }): Promise<ImportView>;
  history(call: Call): Promise<z.infer<typeof historyRow>[]>;
  /** The user's own choice of columns; read and judged anew. What was mended or left out stays, where the row is still read. */
  setMapping(call: Call, input: z.infer<typeof mappingInput>): Promise<ImportView>;
  /** The user's own choice of the row of titles; the columns of that sheet are proposed anew. */
  setHeader(call: Call, input: z.infer<typeof headerInput>): Promise<ImportView>;
  rows(call: Call, input: z.infer<typeof rowsInput>): Promise<{ rows: z.infer<typeof importRow>[]; total: number }>;
  /** Mends one cell and judges the whole roster again. The file itself is not changed. */
  correct(call: Call, input: z.infer<typeof correctInput>): Promise<ImportView>;
  /** Leaves a row out, or takes it in again. */
  skip(call: Call, input: z.infer<typeof skipInput>): Promise<ImportView>;
  /** Starts to store the sound rows in the background. Safe to repeat. */
  store(call: Call, input: z.infer<typeof storeInput>): Promise<ImportView>;
  /** Takes everything of the import back while nothing rests on it. Error: UNDO_TOO_LATE says what rests on it. */
  undo(call: Call, input: z.infer<typeof undoInput>): Promise<ImportView>;
  /** Puts away an import that was not stored. */
  drop(call: Call, input: { id: string }): Promise<void>;
  /** The rows with faults as XLSX, with the reason beside each. */
  faultsFile(call: Call, input: { id: string }): Promise<z.infer<typeof fileOut>>;
  /** A register extract or a list of earlier aid, from a file in any layout. */
  importExtract(call: Call, input: z.infer<typeof extractInput>): Promise<z.infer<typeof extractResult>>;
  /** The extracts and lists that were taken in, newest first. */
  extracts(call: Call): Promise<z.infer<typeof extractRow>[]>;
  /** Imports that wait for someone, for the home page. */
  waiting(call: Call): Promise<{ imports: number; rows: number; oldest: Date | null; lastId: string | null; fileName: string | null }>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    roster: RosterPort;
  }
}
