import { columnLooksRounded, lossOf } from '../kernel/nik.ts';
import { cellText, type Cell } from './sheet.ts';

/**
 * Whether the digits of a NIK or KK cell can be trusted. A spreadsheet keeps 15 digits of a number, so a numeric cell ending in 0
 * is suspect; but a file written by a program may hold all 16. The column tells which: when some of its numbers do not end
 * in 0, one that does is as good as the others unless it ends in 00 and the register does not know it.
 */
export interface NumberTrust {
  /**
   * True: treat as a number that lost digits. `known`: the register has exactly this number (null: no register given); `cut`: it has one
   * of the same person that differs only in last digits that are zeros here, which tells even in text (a CSV saved from such a sheet).
   */
  suspect(cell: Cell, known: boolean | null, cut: () => boolean): boolean;
}

/** `strict`: in a column of whole numbers also doubt one that ends in 00 and that the register does not know (NIK, but not KK). */
export function numberTrust(cells: Iterable<Cell>, strict: boolean): NumberTrust {
  let whole = false;
  const texts: string[] = [];
  for (const cell of cells) {
    if (typeof cell === 'number') {
      if (cell >= 1e15 && cell < 1e16 && cell % 10 !== 0) whole = true;
    } else if (typeof cell === 'string' && texts.length < 5_000) texts.push(cell);
  }
  const rounded = columnLooksRounded(texts);
  return {
    suspect(cell, known, cut) {
      if (known === true) return false;
      if (typeof cell === 'string') return /0['\s]*$/.test(cell) && (rounded || cut());
      if (typeof cell !== 'number' || cell < 1e15) return false;
      const digits = cellText(cell);
      if (lossOf(digits, true) === null) return false;
      if (!whole || cut()) return true;
      return /0000$/.test(digits) || (strict && known === false && /00$/.test(digits)) || cell > Number.MAX_SAFE_INTEGER;
    },
  };
}
