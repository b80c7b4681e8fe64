/** What a file may be. The defaults are for uploads; a register of a whole regency is let in with `REGISTER_LIMITS`. */
export interface ReadingLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: ReadingLimits = { fileBytes: 5 * MB, unpackedBytes: 96 * MB, entries: 1_000, rows: 150_000, columns: 400 };
/** Lists of persons that the office takes in whole: DTKS/DTSEN extracts, years of earlier aid. */
export const REGISTER_LIMITS: ReadingLimits = { ...DEFAULT_LIMITS, fileBytes: 64 * MB, unpackedBytes: 512 * MB, rows: 1_048_576 };

export const megabytes = (bytes: number): string => (bytes / MB).toFixed(bytes % MB === 0 ? 0 : 1).replace('.', ',');
