import { err, ok, type IsoDate, type Result } from '../kernel/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';

/** `DMP-2011-0042-5`: short name of the group, year and month, sequence in that month, check character. */
export type LotCode = string & { readonly __unit: 'lotCode' };

export interface LotCodeParts {
  readonly prefix: string;
  /** Year and month as YYMM. */
  readonly yearMonth: string;
  readonly sequence: number;
}

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHAPE = /^([A-Z]{2,5})(\d{2}(?:0[1-9]|1[0-2]))(\d{4})([0-9A-Z])$/;

/** ISO 7064 MOD 37,36: one check character over letters and figures that betrays every single wrong sign and nearly every swap of neighbours. */
function checkCharacter(signs: string): string {
  let p = 36;
  for (const sign of signs) {
    const s = (p + SIGNS.indexOf(sign)) % 36;
    p = ((s === 0 ? 36 : s) * 2) % 37;
  }
  return SIGNS[(37 - p) % 36] as string;
}

/**
 * The code of a lot. `prefix` is the group's short name, 2-5 letters; `sequence` counts the lots of the group in the month of
 * `on`, 1-9999, so the caller gives each once. LOT_PREFIX_BAD or LOT_SEQUENCE_BAD.
 */
export function lotCode(parts: { readonly prefix: string; readonly on: IsoDate; readonly sequence: number }): Result<LotCode, ProductionProblem> {
  const { prefix, on, sequence } = parts;
  if (!/^[A-Z]{2,5}$/.test(prefix)) return err(productionProblem('LOT_PREFIX_BAD'));
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9999) return err(productionProblem('LOT_SEQUENCE_BAD'));
  const yearMonth = on.slice(2, 4) + on.slice(5, 7);
  const number = String(sequence).padStart(4, '0');
  return ok(`${prefix}-${yearMonth}-${number}-${checkCharacter(prefix + yearMonth + number)}` as LotCode);
}

/**
 * Reads a code as people type it: any case, with or without hyphens and spaces. LOT_CODE_UNREADABLE when it has another shape,
 * LOT_CODE_MISTYPED when the check character does not fit.
 */
export function parseLotCode(text: string): Result<LotCodeParts & { readonly code: LotCode }, ProductionProblem> {
  const m = SHAPE.exec(text.toUpperCase().replace(/[\s-]/g, ''));
  if (!m) return err(productionProblem('LOT_CODE_UNREADABLE'));
  const [, prefix, yearMonth, number, check] = m as unknown as [string, string, string, string, string];
  if (checkCharacter(prefix + yearMonth + number) !== check) return err(productionProblem('LOT_CODE_MISTYPED'));
  return ok({ prefix, yearMonth, sequence: Number(number), code: `${prefix}-${yearMonth}-${number}-${check}` as LotCode });
}
