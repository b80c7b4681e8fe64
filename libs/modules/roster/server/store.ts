import { accountKey, ancestorAt, DomainError, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import { readMember, residenceOf, type MemberFacts } from '@anyam/domain/member';
import type { ImportedGroup, ImportedMember } from '@anyam/group/contract';
import type { Kit } from '@anyam/server-kit';
import type { RosterMember } from '@anyam/domain/roster';
import type { RosterRepository } from '../persistence/roster.repository.ts';
import { judge, type Judgement } from './judge.ts';
import type { RosterPorts } from './roster.service.ts';
import type { WorkingGroup, WorkingRow } from './working-copy.ts';

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
    const [groups, rows] = await Promise.all([repository.groups(id), repository.rows(id)]);
    const asOf = row.asOf.toISOString().slice(0, 10);
    const rules = await ports.programme.ruleSetAt(row.programmeId, asOf);
    await progress(30);
    await kit.work.run({ userId: who.userId, name: row.createdBy }, async (unit) => {
      // Locked until the end: a second worker with the same job waits here, then finds it stored.
      const [locked] = await unit.tx.$queryRaw<{ state: string }[]>`SELECT state FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`;
      if (locked?.state !== 'storing') return;
      const judgement = await judge(
        ports,
        { groups: groups as unknown as WorkingGroup[], rows: rows as unknown as WorkingRow[] },
        { regencyCode: row.regencyCode, asOf, rules: rules.rules },
      );
      const sound = soundPart(judgement);
      const stored = await ports.group.formFromImport(unit, who, { importId: id, regencyCode: row.regencyCode, on: asOf, groups: sound.groups });
      await ports.programme.freeze(unit.tx, rules.id, unit.now);
      await unit.tx.rosterImport.update({
        where: { id },
        data: {
          state: 'stored', progress: 100, storedAt: unit.now,
          receipt: { groups: stored.groups, members: stored.memberships, leftOut: sound.leftOutRows.length, leftOutRows: sound.leftOutRows, groupsLeftOut: sound.groupsLeftOut },
        },
      });
      unit.audit({
        action: 'roster.stored', entity: 'rosterImport', entityId: id, regionCode: row.regencyCode,
        changes: { groups: [0, stored.groups], members: [0, stored.memberships], leftOut: [0, sound.leftOutRows.length] },
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

interface Sound {
  readonly groups: ImportedGroup[];
  readonly leftOutRows: number[];
  readonly groupsLeftOut: string[];
}

/** Rows without a stop of their own, in groups whose village is known. An account that is shared or missing is left for the group's task list. */
export function soundPart({ groups, findings, context }: Judgement): Sound {
  const stopped = new Set(findings.filter((f) => f.severity === 'block' && f.member !== null).map((f) => `${f.group}.${f.member}`));
  const badAccount = new Set(findings.filter((f) => f.code === 'ACCOUNT_SHARED').map((f) => f.group));
  const doubledOfficers = new Set(findings.filter((f) => /_(TWO|SAME_PERSON)$/.test(f.code)).map((f) => f.group));
  const made: Sound = { groups: [], leftOutRows: [], groupsLeftOut: [] };
  groups.forEach((judged, index) => {
    const place = residenceOf(judged.input, null, context);
    const members: ImportedMember[] = [];
    const taken: number[] = [];
    judged.input.members.forEach((member, at) => {
      const sheetRow = judged.rows[at]?.row ?? 0;
      const ready =
        stopped.has(`${index}.${at}`) || place.kind !== 'known' ? null : importedMember(member as RosterMember, context, place.code, doubledOfficers.has(index));
      if (!ready) return void made.leftOutRows.push(sheetRow);
      members.push(ready);
      taken.push(sheetRow);
    });
    const name = judged.input.name;
    if (place.kind !== 'known' || ancestorAt(place.code, 'village') === null || !name || members.length === 0) {
      made.groupsLeftOut.push(name ?? `baris ${judged.group.row}`);
      made.leftOutRows.push(...taken);
      return;
    }
    const values = judged.group.values;
    made.groups.push({
      name,
      villageCode: place.code,
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
