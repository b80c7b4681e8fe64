import type { MemberPort, PriorAidRow, RegisterRow } from '@anyam/member/contract';
import { cleanNumber, type RegionCode } from '@anyam/domain/kernel';
import type { CheckContext, PriorAid, RegisterEntry } from '@anyam/domain/member';
import type { RuleSet } from '@anyam/domain/programme';
import { cellText, countedProgramme, knownNumbers, sixteenDigitRuns, type KnownNumbers, type Sheet } from '@anyam/domain/roster';

export const registerEntries = (rows: readonly RegisterRow[]): Map<string, RegisterEntry> =>
  new Map(rows.map((row) => [
    row.nationalId,
    { name: row.name ?? '', kk: row.familyCardNo, villageCode: row.villageCode as RegionCode | null, decile: row.decile, status: row.status },
  ]));

/** Earlier aid by NIK and by family card (rule 14), under the names by which the rules count it. */
export function aidFinder(rows: readonly PriorAidRow[], rules: RuleSet): NonNullable<CheckContext['priorAid']> {
  const byNumber = new Map<string, PriorAid[]>();
  for (const row of rows) {
    const aid = { year: row.year, programme: countedProgramme(row.programme, rules.priorAidPrograms), amount: row.amount };
    for (const number of [row.nationalId, row.familyCardNo]) {
      if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), aid]);
    }
  }
  return (nik, kk) => [...((nik && byNumber.get(nik)) || []), ...((kk && byNumber.get(kk)) || [])];
}

/** What the newest register says of the numbers in a file, so that a number cell which kept its digits is not doubted. Null without a register. */
export async function numbersKnown(member: MemberPort, regencyCode: string, sheets: readonly Sheet[]): Promise<KnownNumbers | null> {
  const numbers = sixteenDigits(sheets);
  const beginnings = [...new Set(numbers.filter((number) => number.endsWith('0')).map((number) => number.slice(0, 12)))];
  const found = await member.knownNumbers(regencyCode, numbers, beginnings, numbers);
  return found ? knownNumbers(registerEntries(found.rows), new Set(found.familyCards)) : null;
}

/** All 16-digit numbers of a file, each once: only these can be NIK or family cards. */
function sixteenDigits(sheets: readonly Sheet[]): string[] {
  const found = new Set<string>();
  for (const sheet of sheets) for (const row of sheet.rows) for (const cell of row) {
    const text = typeof cell === 'number' || typeof cell === 'string' ? cellText(cell) : '';
    if (text.length < 15 || !/\d{2}/.test(text)) continue;
    const whole = cleanNumber(text);
    if (/^\d{16}$/.test(whole)) found.add(whole);
    else for (const run of sixteenDigitRuns(text)) found.add(run);
  }
  return [...found];
}
