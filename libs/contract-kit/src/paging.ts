import { z } from 'zod';

export const PAGE_SIZES = [25, 50, 100] as const;

/** What every office list takes: page from 1, rows a page, and its own sort keys. Offset is bounded. */
export const pageInput = z.object({
  page: z.number().int().min(1).max(4_000).default(1),
  pageSize: z.union([z.literal(25), z.literal(50), z.literal(100)]).default(50),
});

/** What every office list gives back: the rows of the page and the count of all that match. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.number().int().nonnegative() });

/** Whole rupiah on the wire: bigint, exact. */
export const rupiahSchema = z.bigint();
export const isoDateSchema = z.iso.date('Tanggal belum benar. || The date is not right.');
export const idSchema = z.uuid('Tautan tidak sah. || The link is not valid.');
/** Text a person types: trimmed, without control characters (PostgreSQL refuses NUL), bounded. */
export const textSchema = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min, `Belum diisi. || Not filled in.`)
    .max(max, `Paling banyak ${max} huruf. || At most ${max} characters.`)
    .refine((text) => !hasControl(text), 'Memuat tanda yang tidak dapat disimpan. || Holds a character that cannot be stored.');

function hasControl(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if ((code < 32 && code !== 10 && code !== 9 && code !== 13) || (code >= 0xd800 && code <= 0xdfff)) return true;
  }
  return false;
}
/** Every write that moves money or makes a record carries one, so a repeated click does nothing twice. */
export const idempotencyKeySchema = z.uuid();
