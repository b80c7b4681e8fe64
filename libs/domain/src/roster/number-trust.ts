import { cleanNumber, columnLooksRounded, lossOf } from '../kernel/nik.ts';
import { cellText, type Cell } from './sheet.ts';

/** What the register says of a number: there under this name, there under another, not there; null without a register. */
export type Known = 'same' | 'other' | 'absent' | null;

/**
 * Whether the digits of a NIK or KK cell can be trusted. A spreadsheet keeps 15 digits of a number, so a numeric cell ending in 0
 * is suspect; but a file written by a program may hold all 16. The column tells which: when some of its numbers do not end
 * in 0, one that does is as good as the others unless it ends in 00 and the register does not know it. Text (a CSV saved
 * from such a sheet) is doubted by the same sign. A serial of 0000 is never given, so it was cut.
 */
export interface NumberTrust {
  /** True: treat as a number that lost digits. `cut`: the register has one of the same person that differs only in last digits that are zeros here. */
  suspect(cell: Cell, known: Known, cut: () => boolean): boolean;
}

/** `strict`: doubt by 00 at the end (NIK, but not KK). */
export function numberTrust(cells: Iterable<Cell>, strict: boolean): NumberTrust {
  let whole = false;
  const texts: string[] = [];
  for (const cell of cells) {
    if (typeof cell === 'number') {
      if (cell >= 1e15 && cell < 1e16 && cell % 10 !== 0) whole = true;
    } else if (typeof cell === 'string' && texts.length < 5_000) texts.push(cell);
  }
  const rounded = columnLooksRounded(texts);
  const endsCut = (digits: string, known: Known): boolean => strict && (/0000$/.test(digits) || (known === 'absent' && /00$/.test(digits)));
  return {
    suspect(cell, known, cut) {
      if (known === 'same') return false;
      if (typeof cell === 'string') {
        if (!/0['\s]*$/.test(cell)) return false;
        const digits = cleanNumber(cell);
        return digits.length === 16 && (rounded || endsCut(digits, known) || cut());
      }
      if (typeof cell !== 'number' || cell < 1e15) return false;
      const digits = cellText(cell);
      if (lossOf(digits, true) === null) return false;
      return !whole || endsCut(digits, known) || cell > Number.MAX_SAFE_INTEGER || cut();
    },
  };
}
