import { monthPeriod, type Period } from '@anyam/domain/books';
import { isoDate } from '@anyam/domain/kernel';

/** A month `2020-07` or a year `2020`: what a treasurer looks at. */
export const periodFrom = (value: string): Period =>
  value.length === 4 ? { from: isoDate(`${value}-01-01`), to: isoDate(`${value}-12-31`) } : monthPeriod(value);

/** Months from the first entry to today, newest first, and after each December its whole year. */
export function periodChoices(firstOn: string | null, today: string): string[] {
  const first = (firstOn ?? today).slice(0, 7);
  const found: string[] = [];
  for (let [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]; ; month -= 1) {
    if (month === 0) [year, month] = [year - 1, 12];
    const value = `${year}-${String(month).padStart(2, '0')}`;
    if (month === 12 || value.startsWith(today.slice(0, 7))) found.push(String(year));
    found.push(value);
    if (value <= first || found.length > 400) return found;
  }
}
