import type { RegionIndex } from '../kernel/region-index.ts';
import { checkRoster } from '../member/check-roster.ts';
import type { FindingCode } from '../member/findings.ts';
import type { CheckContext, LocatedFinding } from '../member/types.ts';
import type { RuleSet } from '../programme/index.ts';
import type { RosterGroup } from './bundle.ts';
import { placeGroups, villageTest } from './places.ts';
import { codesOfAbsent, readRoster, type RosterOptions, type RosterReading } from './roster.ts';
import type { Sheet } from './sheet.ts';

/** What a reading says that judging needs; a working copy with mended cells gives the same. */
export type ToExamine = Pick<RosterReading, 'groups' | 'letterhead' | 'absent'>;

export interface Examined {
  /** Groups with their village found. `LocatedFinding.group` is an index in it. */
  readonly groups: readonly RosterGroup[];
  readonly findings: readonly LocatedFinding[];
  /** Codes not judged because the file has no such column; to be said once. */
  readonly unjudged: readonly FindingCode[];
}

/** Reads a file the way the console and the shell both do: villages by the gazetteer, the biggest group by the rules. */
export function readToExamine(
  sheets: readonly Sheet[],
  { rules, gazetteer, ...options }: Omit<RosterOptions, 'isVillage' | 'sizeMax'> & { readonly rules: RuleSet; readonly gazetteer: RegionIndex | null },
): RosterReading {
  return readRoster(sheets, { ...options, sizeMax: rules.sizeMax, ...(gazetteer ? { isVillage: villageTest(gazetteer) } : {}) });
}

/** Judges a file that was read: places its groups and checks all rows. Both the console and the shell go through here. */
export function examineRoster(reading: ToExamine, context: CheckContext): Examined {
  const { gazetteer, area } = context;
  const groups = gazetteer && area ? placeGroups(reading.groups, { gazetteer, area, letterhead: reading.letterhead, register: context.register ?? null }) : reading.groups;
  const unjudged = codesOfAbsent(reading);
  const findings = checkRoster(groups, context).filter((f) => !unjudged.has(f.code));
  return { groups, findings, unjudged: [...unjudged] };
}
