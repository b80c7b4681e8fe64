import type { RegionCode } from '@anyam/domain/kernel';
import { cellText, findHeader, regencyByNumbers, regencyByRegister, readLetterhead, type RegisterReading, type Sheet } from '@anyam/domain/roster';
import type { Territory } from '@anyam/roster/reading';

export interface FoundRegion {
  readonly code: RegionCode;
  /** What said it, for the line on stderr. */
  readonly by: 'argument' | 'register' | 'letterhead' | 'numbers' | 'villages';
}

/** The regency of a roster: as told, else by the register's village codes, the letterhead, the 16-digit numbers, or the names of villages. */
export async function findRegion(told: RegionCode | null, sheets: readonly Sheet[], register: RegisterReading | null, territory: Territory): Promise<FoundRegion | null> {
  if (told) return { code: told, by: 'argument' };
  const byRegister = register ? regencyByRegister(register.entries.values()) : null;
  if (byRegister && territory.hasRegency(byRegister)) return { code: byRegister, by: 'register' };
  for (const sheet of sheets) {
    const name = readLetterhead(sheet.rows.slice(0, findHeader(sheet, 'roster')?.index ?? 12)).regency;
    const code = name ? territory.regencyNamed(name) : null;
    if (code) return { code, by: 'letterhead' };
  }
  const byNumbers = regencyByNumbers(sheets);
  if (byNumbers && territory.hasRegency(byNumbers.code)) return { code: byNumbers.code, by: 'numbers' };
  const [best, second] = await territory.regenciesOfVillages(placeLike(sheets));
  return best && best.hits >= 2 && best.hits > (second?.hits ?? 0) ? { code: best.code, by: 'villages' } : null;
}

/** Short texts without digits, each once: among them are the villages. */
function placeLike(sheets: readonly Sheet[]): string[] {
  const found = new Set<string>();
  for (const sheet of sheets) for (const row of sheet.rows.slice(0, 2_000)) for (const cell of row) {
    const text = cellText(cell);
    if (text.length >= 4 && text.length <= 30 && !/\d/.test(text)) found.add(text);
  }
  return [...found];
}
