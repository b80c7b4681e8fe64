import type { GroupPort } from '@anyam/group/contract';
import type { KnownPeople, MemberPort } from '@anyam/member/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import { accountKey, cleanNumber, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import type { CheckContext, FindingCode, LocatedFinding } from '@anyam/domain/member';
import type { RuleSet } from '@anyam/domain/programme';
import { examineRoster, type RosterGroup, type ToExamine } from '@anyam/domain/roster';
import { aidFinder, registerEntries } from './known.ts';
import { mendedGroup, mendedMember, type WorkingGroup, type WorkingRow } from './working-copy.ts';

export interface JudgePorts {
  readonly territory: TerritoryPort;
  readonly member: MemberPort;
  readonly group: GroupPort;
}

export interface Working {
  readonly groups: readonly WorkingGroup[];
  readonly rows: readonly WorkingRow[];
}
/** A group with the rows that count, as the check wants it; `rows[i]` is where `input.members[i]` came from. */
export interface JudgedGroup {
  readonly group: WorkingGroup;
  readonly rows: readonly WorkingRow[];
  readonly input: RosterGroup;
}
export interface Judgement {
  /** With the village of each group found. */
  readonly groups: readonly JudgedGroup[];
  readonly findings: readonly LocatedFinding[];
  /** Codes not judged because the file has no such column. */
  readonly unjudged: readonly FindingCode[];
  readonly context: CheckContext;
  readonly extracts: KnownPeople['extracts'];
}

/** Groups with the mended cells, without the rows that a person left out. */
function groupsOf({ groups, rows }: Working): JudgedGroup[] {
  const byGroup = new Map<number, WorkingRow[]>();
  for (const row of rows) {
    if (row.skipped) continue;
    const list = byGroup.get(row.groupSeq);
    if (list) list.push(row);
    else byGroup.set(row.groupSeq, [row]);
  }
  return groups.flatMap((group) => {
    const own = byGroup.get(group.seq);
    if (!own) return [];
    return [{ group, rows: own, input: { ...mendedGroup(group), row: group.row, sheet: group.sheet, members: own.map(mendedMember) } }];
  });
}

/** Judges the whole working copy by the rules in force, the newest register and prior-aid list, and the groups that already live. */
export async function judge(
  ports: JudgePorts,
  working: Working,
  where: { regencyCode: string; asOf: string; rules: RuleSet; about: Pick<ToExamine, 'letterhead' | 'absent'> },
): Promise<Judgement> {
  const groups = groupsOf(working);
  const members = groups.flatMap((group) => group.input.members);
  const niks = [...new Set(members.map((m) => cleanNumber(m.nik ?? '')).filter((n) => n.length === 16))];
  const cards = [...new Set(members.map((m) => cleanNumber(m.kk ?? '')).filter((n) => n.length === 16))];
  const accounts = groups.map((group) => accountKey(group.input.account)).filter((key) => key !== null);
  const [gazetteer, known, taken, accountsTaken] = await Promise.all([
    ports.territory.gazetteer(where.regencyCode),
    ports.member.known(where.regencyCode, niks, cards),
    ports.member.taken(where.regencyCode, niks, cards),
    ports.group.accountsTaken(where.regencyCode, accounts),
  ]);
  const entries = registerEntries(known.register);
  const { register, priorAid } = known.extracts;
  const context: CheckContext = {
    asOf: where.asOf as IsoDate,
    moment: 'draft',
    rules: where.rules,
    register: register ? { period: register.period, find: (nik) => entries.get(nik) } : null,
    ...(priorAid ? { priorAid: aidFinder(known.priorAid, where.rules) } : {}),
    elsewhere: (nik, kk) =>
      (nik !== null && taken.nationalIds.has(nik)) || (kk !== null && taken.familyCards.has(kk)) ? 'otherDistrict' : undefined,
    accountTaken: (key) => accountsTaken.has(key),
    gazetteer,
    area: where.regencyCode as RegionCode,
  };
  const examined = examineRoster({ ...where.about, groups: groups.map((group) => group.input) }, context);
  return {
    groups: groups.map((group, index) => ({ ...group, input: examined.groups[index] ?? group.input })),
    findings: examined.findings,
    unjudged: examined.unjudged,
    context,
    extracts: known.extracts,
  };
}
