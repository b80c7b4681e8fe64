import { randomUUID } from 'node:crypto';
import { displayGroupName, normaliseGroupName } from '@anyam/domain/group';
import { displayName, normalisePersonName } from '@anyam/domain/kernel';
import { asRows, type Tx } from '@anyam/server-kit';
import { groupPlace, type GroupMember, type GroupPort } from '../contract/index.ts';
import { storedState } from '../persistence/codes.ts';
import { groupImport, type GroupInsert, type MemberInsert } from '../persistence/group-import.repository.ts';
import type { MembershipRecord } from '../persistence/group.repository.ts';
import { uniqueError, type GroupContext } from './context.ts';
import { fail } from './errors.ts';

type Ports = Pick<GroupPort, 'get' | 'lock' | 'many' | 'members' | 'membersOf' | 'setAid' | 'activate' | 'namesIn' | 'accountsTaken' | 'formFromImport' | 'undoImport' | 'holdersOf'>;

const member = ({ groupId: _g, villageName: _v, leftOn: _l, leaveReason: _r, leaveNote: _n, ...m }: MembershipRecord): GroupMember => m;

/** What other modules use, inside their own transaction. The caller has judged the area. */
export function createPorts(c: GroupContext): Ports {
  const { repository } = c;
  return {
    holdersOf: async (fileId) => (await repository.ofFile(fileId)).map((g) => ({ permission: 'group.read', place: groupPlace(g) })),
    get: (tx, id) => repository.get(tx as Tx, id),
    lock: (tx, id) => repository.get(tx as Tx, id, true),
    many: (tx, ids) => repository.many(tx as Tx, ids),
    members: async (tx, id) => (await repository.members(tx as Tx, [id])).map(member),
    membersOf: async (tx, ids) => (await repository.members(tx as Tx, ids)).map((m) => ({ ...member(m), groupId: m.groupId })),

    async setAid(tx, groups) {
      await tx.$executeRawUnsafe(
        // Held in one order, so that two writers of many groups wait and do not lock each other out.
        `WITH r AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r("groupId" uuid, "aidStage" text, "fiscalYear" int, received bigint, accounted bigint, "addFlags" text[], "removeFlags" text[])),
           held AS MATERIALIZED (SELECT id FROM kube_group WHERE id IN (SELECT "groupId" FROM r) ORDER BY id FOR UPDATE)
         UPDATE kube_group g SET aid_stage = coalesce(r."aidStage", g.aid_stage), fiscal_year = coalesce(r."fiscalYear", g.fiscal_year), received = coalesce(r.received, g.received),
           accounted = coalesce(r.accounted, g.accounted),
           flags = ARRAY(SELECT f FROM unnest(g.flags) f WHERE f <> ALL (coalesce(r."removeFlags", '{}')) UNION SELECT unnest(r."addFlags"))
         FROM r JOIN held ON held.id = r."groupId" WHERE g.id = held.id`, asRows(groups));
    },

    async activate(unit, who, groupId, note) {
      const tx = unit.tx as Tx;
      const group = await repository.get(tx, groupId, true);
      if (group?.state !== 'formed') return;
      await tx.group.updateMany({ where: { id: groupId, state: storedState('formed') }, data: { state: storedState('active'), updatedAt: unit.now } });
      await tx.flowStep.create({ data: { regencyCode: group.regencyCode, flow: 'group', entityId: groupId, action: 'group.activate', fromState: 'formed', toState: 'active', actorId: who.userId, actorName: who.name, at: unit.now, note } });
      unit.audit({ action: 'group.activate', entity: 'group', entityId: groupId, groupId, regionCode: group.villageCode, reason: note, changes: { state: ['formed', 'active'] } });
    },

    namesIn: (regencyCode) => repository.namesIn(regencyCode),
    accountsTaken: (regencyCode, keys) => repository.accountsTaken(regencyCode, keys),

    async formFromImport(unit, who, { importId, regencyCode, on, groups }) {
      const tx = unit.tx as Tx;
      const about = { regencyCode, importId, by: who.userId, now: unit.now };
      const niks = new Map<string, number>();
      const groupRows: GroupInsert[] = [];
      const people: MemberInsert[] = [];
      for (const g of groups) {
        const id = randomUUID();
        const name = displayGroupName(g.name) || g.name;
        groupRows.push({
          id, villageCode: g.villageCode, name, nameKey: normaliseGroupName(name), business: g.business, address: g.address ?? null, phone: g.phone ?? null, state: storedState(g.state ?? 'candidate'),
          formedOn: g.formedOn ?? null, facilitatorId: g.facilitatorId ?? null, bank: g.bank ?? null, accountNumber: g.accountNumber ?? null, accountName: g.accountName ?? null,
        });
        for (const { name: personName, ...m } of g.members) {
          niks.set(m.nationalId, (niks.get(m.nationalId) ?? 0) + 1);
          people.push({ ...m, name: displayName(personName), nameKey: normalisePersonName(personName), membershipId: randomUUID(), personId: randomUUID(), groupId: id, joinedOn: g.formedOn ?? on });
        }
      }
      const twice = [...niks.values()].filter((n) => n > 1).length;
      if (twice > 0) throw fail('PERSON_TWICE', { count: twice });
      try {
        const stored = await groupImport.groups(tx, groupRows, about);
        const { persons, memberships } = await groupImport.people(tx, people, about);
        await repository.refresh(tx, groupRows.map((g) => g.id), await c.rulesFor(regencyCode));
        const formed = groupRows.filter((g) => g.state !== storedState('candidate'));
        if (formed.length > 0) await groupImport.steps(tx, formed.map((g) => g.id), { ...about, byName: who.name });
        for (const g of groupRows) unit.audit({ action: 'group.import', entity: 'group', entityId: g.id, groupId: g.id, regionCode: g.villageCode, changes: { name: [null, g.name], business: [null, g.business], import: [null, importId] } });
        return { groups: stored, persons, memberships, groupIds: groupRows.map((g) => g.id) };
      } catch (error) {
        throw uniqueError(error);
      }
    },

    async undoImport(unit, who, importId) {
      const tx = unit.tx as Tx;
      const groups = await tx.group.findMany({ where: { importId }, select: { id: true, villageCode: true, name: true } });
      const resting = await groupImport.resting(tx, importId);
      if (resting > 0) throw fail('IMPORT_IN_USE', { count: resting });
      try {
        const removed = await groupImport.remove(tx, importId);
        for (const g of groups) unit.audit({ action: 'group.undoImport', entity: 'group', entityId: g.id, groupId: g.id, regionCode: g.villageCode, changes: { name: [g.name, null], import: [importId, null], by: [null, who.name] } });
        return removed;
      } catch (error) {
        // A record of another module points at one of the groups.
        if (error instanceof Error && /23503|foreign key|P2003/i.test(`${error.message} ${'code' in error ? String(error.code) : ''}`)) throw fail('IMPORT_IN_USE', { count: groups.length });
        throw error;
      }
    },
  };
}
