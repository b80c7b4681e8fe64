import type { GroupPort } from '@anyam/group/contract';
import type { MemberPort } from '@anyam/member/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import { accountKey, cleanNumber, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import { checkRoster, type CheckContext, type GroupInput, type LocatedFinding, type PriorAid, type RegisterEntry } from '@anyam/domain/member';
import type { RuleSet } from '@anyam/domain/programme';
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
  readonly input: GroupInput;
}
export interface Judgement {
  readonly groups: readonly JudgedGroup[];
  readonly findings: readonly LocatedFinding[];
  readonly context: CheckContext;
}

/** Groups with the mended cells, without the rows that a person left out. */
export function groupsOf({ groups, rows }: Working): JudgedGroup[] {
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
    return [{ group, rows: own, input: { ...mendedGroup(group), row: group.row, members: own.map(mendedMember) } }];
  });
}

/** Judges the whole working copy by the rules in force, the newest register and prior-aid list, and the groups that already live. */
export async function judge(
  ports: JudgePorts,
  working: Working,
  where: { regencyCode: string; asOf: string; rules: RuleSet },
): Promise<Judgement> {
  const groups = groupsOf(working);
  const members = groups.flatMap((group) => group.input.members);
  const niks = [...new Set(members.map((m) => cleanNumber(m.nik ?? '')).filter((n) => n.length === 16))];
  const cards = [...new Set(members.map((m) => cleanNumber(m.kk ?? '')).filter((n) => n.length === 16))];
  const accounts = groups.map((group) => accountKey(group.input.account)).filter((key) => key !== null);
  const [gazetteer, known, taken, accountsTaken, extracts] = await Promise.all([
    ports.territory.gazetteer(where.regencyCode),
    ports.member.known(where.regencyCode, niks),
    ports.member.taken(where.regencyCode, niks, cards),
    ports.group.accountsTaken(where.regencyCode, accounts),
    ports.member.extracts(where.regencyCode),
  ]);
  const entries = new Map<string, RegisterEntry>(
    known.register.map((row) => [
      row.nationalId,
      { name: row.name ?? '', kk: row.familyCardNo, villageCode: row.villageCode as RegionCode | null, decile: row.decile, status: row.status },
    ]),
  );
  const aid = new Map<string, PriorAid[]>();
  for (const row of known.priorAid) {
    const list = aid.get(row.nationalId) ?? [];
    list.push({ year: row.year, programme: row.programme, amount: row.amount });
    aid.set(row.nationalId, list);
  }
  const context: CheckContext = {
    asOf: where.asOf as IsoDate,
    moment: 'draft',
    rules: where.rules,
    register: extracts.register ? { period: extracts.register.period, find: (nik) => entries.get(nik) } : null,
    ...(extracts.priorAid ? { priorAid: (nik) => (nik ? aid.get(nik) : undefined) } : {}),
    elsewhere: (nik, kk) =>
      (nik !== null && taken.nationalIds.has(nik)) || (kk !== null && taken.familyCards.has(kk)) ? 'otherDistrict' : undefined,
    accountTaken: (key) => accountsTaken.has(key),
    gazetteer,
    area: where.regencyCode as RegionCode,
  };
  return { groups, findings: checkRoster(groups.map((group) => group.input), context), context };
}
