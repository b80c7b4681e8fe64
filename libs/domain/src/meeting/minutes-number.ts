import { displayGroupName } from '../group/index.ts';
import { datePartsOf, plainLetters, type IsoDate } from '../kernel/index.ts';

const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/**
 * Number of the official record (berita acara) as village papers write it: `BA/003/KUBE-MUGI-JAYA/XI/2020`. `sequence` counts
 * a group's closed meetings within the year, from 1; RangeError below. The form is an assumption.
 */
export function minutesNumber({ sequence, groupName, heldOn }: { readonly sequence: number; readonly groupName: string; readonly heldOn: IsoDate }): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`no sequence: ${sequence}`);
  const { year, month } = datePartsOf(heldOn);
  const name = plainLetters(displayGroupName(groupName)).toUpperCase().split(/[^A-Z0-9]+/).filter(Boolean).join('-');
  return ['BA', String(sequence).padStart(3, '0'), name, ROMAN_MONTHS[month - 1], year].join('/');
}
