import { checkRoster } from '../member/check-roster.ts';
import type { FindingCode } from '../member/findings.ts';
import type { CheckContext, LocatedFinding } from '../member/types.ts';
import type { RosterGroup } from './bundle.ts';
import { placeGroups } from './places.ts';
import { codesOfAbsent, type RosterReading } from './roster.ts';

export interface Examined {
  /** Groups with their village found. `LocatedFinding.group` is an index in it. */
  readonly groups: readonly RosterGroup[];
  readonly findings: readonly LocatedFinding[];
  /** Codes not judged because the file has no such column; to be said once. */
  readonly unjudged: readonly FindingCode[];
}

/** Judges a file that was read: places its groups and checks all rows. Both the console and the shell go through here. */
export function examineRoster(reading: RosterReading, context: CheckContext): Examined {
  const { gazetteer, area } = context;
  const groups = gazetteer && area ? placeGroups(reading.groups, { gazetteer, area, letterhead: reading.letterhead, register: context.register ?? null }) : reading.groups;
  const unjudged = codesOfAbsent(reading);
  const findings = checkRoster(groups, context).filter((f) => !unjudged.has(f.code));
  return { groups, findings, unjudged: [...unjudged] };
}
