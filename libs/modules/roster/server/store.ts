import { accountKey, ancestorAt, DomainError, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import { readMember, residenceOf, type MemberFacts } from '@anyam/domain/member';
import type { ImportedGroup, ImportedMember } from '@anyam/group/contract';
import type { Kit } from '@anyam/server-kit';
import type { RosterMember } from '@anyam/domain/roster';
import type { RosterRepository } from '../persistence/roster.repository.ts';
import { aboutOf, createDesk } from './desk.ts';
import { judge, type Judgement, type Working } from './judge.ts';
import type { RosterPorts } from './roster.service.ts';
import type { StoredReceipt } from './view.ts';
import { mendedGroup, mendedMember } from './working-copy.ts';

/** The receipt names at most so many rows; beyond it only counts. */
const NAMED_ROWS = 5_000;
export const STORE_QUEUE = 'roster-store';

/**
 * Stores the sound rows of an import: everything in one transaction, so a server that dies in the middle leaves nothing,
 * and the next start finds the import still `storing` and begins again. What was stored already is not stored twice:
 * the state is locked and looked at first.
 */
export async function storeImport(kit: Kit, ports: RosterPorts, repository: RosterRepository, id: string): Promise<void> {
  const who = { userId: 'system', name: 'Anyam' };
  const progress = (percent: number) => kit.db.prisma.rosterImport.updateMany({ where: { id, state: 'storing' }, data: { progress: percent } });
  try {
    const row = await kit.db.prisma.rosterImport.findUnique({ where: { id } });
    if (row?.state !== 'storing') return;
    await progress(10);
    const copy = await createDesk(kit, ports, repository).load(id);
    const asOf = row.asOf.toISOString().slice(0, 10);
    const rules = await ports.programme.ruleSetAt(row.programmeId, asOf);
    await progress(30);
    await kit.work.run({ userId: who.userId, name: row.createdBy }, async (unit) => {
      // Locked until the end: a second worker with the same job waits here, then finds it stored.
      const [locked] = await unit.tx.$queryRaw<{ state: string }[]>`SELECT state FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`;
      if (locked?.state !== 'storing') return;
      const judgement = await judge(
        ports,
        copy,
        { regencyCode: row.regencyCode, asOf, rules: rules.rules, about: aboutOf(row) },
      );
      const sound = soundPart(judgement);
      const leftOut = [...sound.leftOut, ...skippedOf(copy)].sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row);
      const stored = await ports.group.formFromImport(unit, who, { importId: id, regencyCode: row.regencyCode, on: asOf, groups: sound.groups });
      await ports.programme.freeze(unit.tx, rules.id, unit.now);
      await unit.tx.rosterImport.update({
        where: { id },
        data: {
          state: 'stored', progress: 100, storedAt: unit.now,
          receipt: JSON.parse(JSON.stringify({
            groups: stored.groups, members: stored.memberships, leftOut: leftOut.length, rows: leftOut.slice(0, NAMED_ROWS), groupsLeftOut: sound.groupsLeftOut,
          } satisfies StoredReceipt)) as object,
        },
      });
      unit.audit({
        action: 'roster.stored', entity: 'rosterImport', entityId: id, regionCode: row.regencyCode,
        changes: { groups: [0, stored.groups], members: [0, stored.memberships], leftOut: [0, leftOut.length] },
      });
    });
  } catch (error) {
    const text = error instanceof DomainError
      ? { id: error.say('id'), en: error.say('en') }
      : { id: 'Penyimpanan terputus. Tidak ada yang tersimpan setengah; coba lagi.', en: 'Storing was cut off. Nothing is half stored; try again.' };
    if (!(error instanceof DomainError)) console.error('roster-store:', error);
    await kit.db.prisma.rosterImport.updateMany({ where: { id, state: 'storing' }, data: { state: 'failed', problem: JSON.stringify(text) } });
  }
}

type LeftOut = StoredReceipt['rows'][number];
interface Sound {
  readonly groups: ImportedGroup[];
  readonly leftOut: LeftOut[];
  readonly groupsLeftOut: string[];
}

/** Rows that a person left out, for the receipt. */
function skippedOf({ groups, rows }: Working): LeftOut[] {
  const bySeq = new Map(groups.map((group) => [group.seq, group]));
  return rows.flatMap((row) => {
    const group = bySeq.get(row.groupSeq);
    if (!row.skipped || !group) return [];
    return [{ sheet: group.sheet, row: row.row, group: mendedGroup(group).name ?? '', name: mendedMember(row).name ?? '', reasons: ['SKIPPED'] }];
  });
}

/** Rows without a stop of their own, in groups whose village is known. An account that is shared or missing is left for the group's task list. */
export function soundPart({ groups, findings, context }: Judgement): Sound {
  const stops = new Map<string, string[]>();
  for (const f of findings) {
    if (f.severity !== 'block' || f.member === null) continue;
    const at = `${f.group}.${f.member}`;
    stops.set(at, [...(stops.get(at) ?? []), f.code]);
  }
  const badAccount = new Set(findings.filter((f) => f.code === 'ACCOUNT_SHARED').map((f) => f.group));
  const doubledOfficers = new Set(findings.filter((f) => /_(TWO|SAME_PERSON)$/.test(f.code)).map((f) => f.group));
  const made: Sound = { groups: [], leftOut: [], groupsLeftOut: [] };
  groups.forEach((judged, index) => {
    const place = residenceOf(judged.input, null, context);
    const village = place.kind === 'known' && ancestorAt(place.code, 'village') !== null ? place.code : null;
    const { name, sheet } = judged.input;
    // What keeps the whole group out keeps each of its rows out.
    const ofGroup = [...(village ? [] : ['VILLAGE_UNKNOWN']), ...(name ? [] : ['GROUP_NAME_MISSING'])];
    const members: ImportedMember[] = [];
    judged.input.members.forEach((member, at) => {
      const stop = [...new Set([...(stops.get(`${index}.${at}`) ?? []), ...ofGroup])];
      const ready = stop.length > 0 || !village ? null : importedMember(member, context, village, doubledOfficers.has(index));
      if (ready) return void members.push(ready);
      const reasons = stop.length > 0 ? stop : [member.kk ? 'UNREADABLE' : 'KK_MISSING'];
      made.leftOut.push({ sheet, row: judged.rows[at]?.row ?? 0, group: name ?? '', name: member.name ?? '', reasons });
    });
    if (!village || !name || members.length === 0) return void made.groupsLeftOut.push(name ?? `baris ${judged.group.row}`);
    const values = judged.group.values;
    made.groups.push({
      name,
      villageCode: village,
      business: judged.input.business ?? 'Belum disebut',
      bank: badAccount.has(index) ? null : values.bank,
      accountNumber: badAccount.has(index) ? null : accountKey(judged.input.account),
      accountName: badAccount.has(index) ? null : (values.accountHolder ?? (judged.input.account ? `KUBE ${name}` : null)),
      members,
    });
  });
  return made;
}

/** Null when a number or the day of birth cannot be read: such a row has a stop and is left out. */
function importedMember(
  member: RosterMember,
  context: Judgement['context'],
  village: RegionCode,
  officersInDoubt: boolean,
): ImportedMember | null {
  const facts = readMember(member, context, village);
  const { nik, kk, birth } = facts;
  if (!nik.ok || !kk.ok || !member.name) return null;
  const birthDate: IsoDate = birth.ok ? birth.value.date : nik.value.birthDate;
  const home = facts.residence.kind === 'known' && ancestorAt(facts.residence.code, 'village') !== null ? facts.residence.code : village;
  return {
    nationalId: nik.value.value,
    familyCardNo: kk.value,
    name: member.name,
    birthPlace: placeOf(birth) ?? member.birthPlace,
    birthDate,
    sex: member.sex ?? nik.value.sex,
    villageCode: home,
    address: member.address ?? null,
    phone: member.phone ?? null,
    occupation: member.occupation ?? null,
    married: member.married ?? null,
    role: officersInDoubt ? 'member' : (member.roles[0] ?? 'member'),
  };
}

/** "NGAWI, 12-05-1980" names the place of birth too. */
const placeOf = (birth: MemberFacts['birth']): string | null =>
  birth.ok && 'place' in birth.value ? ((birth.value as { place: string | null }).place ?? null) : null;
