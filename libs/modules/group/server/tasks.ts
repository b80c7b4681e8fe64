import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { displayGroupName, groupError, normaliseGroupName } from '@anyam/domain/group';
import { accountKey, maskAccount, maskPhone } from '@anyam/domain/kernel';
import type { Tx, Work } from '@anyam/server-kit';
import type { z } from 'zod';
import type { GroupPort, saveTaskInput } from '../contract/index.ts';
import { storedState } from '../persistence/codes.ts';
import type { GroupData } from '../persistence/group.repository.ts';
import { endLostAccounts } from './accounts.ts';
import { blank, uniqueError, type GroupContext } from './context.ts';
import { accountOf } from './facts.ts';
import { fail, throwProblem } from './errors.ts';

type TaskInput = z.infer<typeof saveTaskInput>;
type Of<T extends TaskInput['task']> = Extract<TaskInput, { task: T }>;
type Changes = Record<string, readonly [unknown, unknown]>;

const changed = (before: object, after: Record<string, unknown>): Changes =>
  Object.fromEntries(Object.entries(after).filter(([k, v]) => (before as Record<string, unknown>)[k] !== v).map(([k, v]) => [k, [(before as Record<string, unknown>)[k], v]]));

/** A group's file: made, and filled in task by task. */
export function createTasks(c: GroupContext): Pick<GroupPort, 'create' | 'saveTask' | 'openTask' | 'markTask'> {
  const { work, clock } = c.kit;
  const { repository, needs } = c;

  /** Two people who enter one name at once: the second waits here and is then told. */
  async function nameFree(tx: Tx, villageCode: string, name: string, except: string | null): Promise<string> {
    const key = normaliseGroupName(name);
    await tx.$queryRawUnsafe('SELECT 1 AS done FROM pg_advisory_xact_lock(hashtext($1))', `group-name:${villageCode}`);
    if (await repository.nameTaken(tx, villageCode, key, except)) throw groupError('NAME_TAKEN', { name });
    return key;
  }

  async function checkVillage(call: Call, villageCode: string, facilitatorId: string | null): Promise<void> {
    if (!reaches(call, { regionCode: villageCode, facilitatorId }) || !(await needs.territory.exists(villageCode))) throw fail('VILLAGE_OUTSIDE');
  }

  async function update(tx: Tx, group: GroupData, seenAt: Date, data: object, now: Date): Promise<void> {
    const { count } = await tx.group.updateMany({ where: { id: group.id, updatedAt: seenAt, state: storedState(group.state) }, data: { ...data, updatedAt: now } });
    if (count === 0) throw common('CHANGED_MEANWHILE');
  }

  async function saveIdentity(unit: Work, call: Call, group: GroupData, input: Of<'identity'>): Promise<Changes> {
    const rules = await c.rulesFor(group.regencyCode);
    const name = displayGroupName(input.name) || input.name;
    const nameKey = await nameFree(unit.tx, group.villageCode, name, group.id);
    // Rule 5: once formed, another kind of business is decided by the members.
    const newBusiness = group.state !== 'candidate' && input.business !== group.business;
    if (newBusiness && !input.minutes) throw fail('MINUTES_NEEDED');
    if (input.minutes) await c.storeMinutes(unit, call, group, newBusiness ? 'business' : 'officers', input.minutes, clock.today(), rules);
    const data = { name, nameKey, business: input.business, formedOn: input.formedOn === null ? null : new Date(input.formedOn) };
    await update(unit.tx, group, input.seenAt, data, unit.now);
    return changed(group, { name, business: input.business, formedOn: input.formedOn });
  }

  async function savePlace(unit: Work, call: Call, group: GroupData, input: Of<'place'>): Promise<Changes> {
    const own = call.scope.every((grant) => grant.ownGroupsOnly);
    const facilitatorId = own ? group.facilitatorId : input.facilitatorId;
    if (input.villageCode !== group.villageCode) {
      if (!input.villageCode.startsWith(`${group.regencyCode}.`)) throw fail('VILLAGE_OUTSIDE');
      await checkVillage(call, input.villageCode, own ? group.facilitatorId : null);
      await nameFree(unit.tx, input.villageCode, group.name, group.id);
    }
    if (facilitatorId !== null && facilitatorId !== group.facilitatorId) {
      const people = await needs.access.people('pendamping', input.villageCode);
      if (!people.some((p) => p.id === facilitatorId)) throw fail('FACILITATOR_UNKNOWN');
    }
    const phone = input.phone !== null && group.phone !== null && input.phone === maskPhone(group.phone) ? group.phone : blank(input.phone);
    const data = { villageCode: input.villageCode, districtCode: input.villageCode.slice(0, 8), address: blank(input.address), phone, facilitatorId };
    await update(unit.tx, group, input.seenAt, data, unit.now);
    const { phone: _phone, ...shown } = data;
    return { ...changed(group, shown), ...(phone === group.phone ? {} : { phone: [group.phone && maskPhone(group.phone), phone && maskPhone(phone)] as const }) };
  }

  async function saveOfficers(unit: Work, call: Call, group: GroupData, input: Of<'officers'>): Promise<Changes> {
    const rules = await c.rulesFor(group.regencyCode);
    const wanted = { chair: input.chair, secretary: input.secretary, treasurer: input.treasurer };
    if (new Set(Object.values(wanted)).size < 3) throw fail('OFFICERS_SAME');
    const members = await repository.members(unit.tx, [group.id]);
    const by = new Map(members.map((m) => [m.membershipId, m]));
    if (Object.values(wanted).some((id) => !by.has(id))) throw groupError('NOT_A_MEMBER');
    await c.storeMinutes(unit, call, group, 'officers', input.minutes, input.on, rules);
    await update(unit.tx, group, input.seenAt, {}, unit.now);
    await unit.tx.membership.updateMany({ where: { groupId: group.id, leftOn: null, NOT: { role: 'member' } }, data: { role: 'member' } });
    const changes: Record<string, readonly [unknown, unknown]> = {};
    for (const [role, id] of Object.entries(wanted)) {
      await unit.tx.membership.updateMany({ where: { id, leftOn: null }, data: { role } });
      const before = members.find((m) => m.role === role);
      if (before?.membershipId !== id) changes[role] = [before?.name ?? null, by.get(id)?.name ?? null];
    }
    await endLostAccounts(c, unit, group, 'Bukan pengurus lagi');
    await repository.refresh(unit.tx, [group.id], rules);
    return changes;
  }

  async function saveAccount(unit: Work, group: GroupData, input: Of<'account'>): Promise<Changes> {
    const rules = await c.rulesFor(group.regencyCode);
    const number = input.number === null ? group.accountNumber : input.number.replace(/\D/g, '');
    const members = await repository.members(unit.tx, [group.id]);
    if (number !== null) {
      const after = { ...group, bank: input.bank, accountNumber: number, accountName: input.holder, signatoryIds: input.signatories };
      const problems = accountOf({ group: after, members, rules, today: clock.today() })?.problems ?? [];
      // What would make the number useless is refused; the rest is kept and shown as still to be mended (rule 23).
      throwProblem(problems.filter((p) => p.code === 'ACCOUNT_NUMBER_BAD' || p.code === 'SIGNATORY_NOT_OFFICER'));
      if (number !== group.accountNumber) {
        const taken = await repository.accountsTaken(group.regencyCode, [accountKey(number) ?? '']);
        if (taken.size > 0 && accountKey(number) !== accountKey(group.accountNumber)) throw fail('ACCOUNT_TAKEN');
      }
    }
    await update(unit.tx, group, input.seenAt, { bank: input.bank, accountNumber: number, accountName: input.holder, signatoryIds: input.signatories }, unit.now);
    await repository.refresh(unit.tx, [group.id], rules);
    const names = (ids: readonly string[]) => ids.map((id) => members.find((m) => m.personId === id)?.name ?? '?').join(', ');
    return {
      ...changed(group, { bank: input.bank, accountName: input.holder }),
      ...(number === group.accountNumber ? {} : { accountNumber: [group.accountNumber && maskAccount(group.accountNumber), number && maskAccount(number)] as const }),
      ...(names(group.signatoryIds) === names(input.signatories) ? {} : { signatories: [names(group.signatoryIds), names(input.signatories)] as const }),
    };
  }

  return {
    async create(call, { key, ...input }) {
      const self = call.scope.every((grant) => grant.ownGroupsOnly) ? call.actor.userId : null;
      await checkVillage(call, input.villageCode, self);
      const regencyCode = input.villageCode.slice(0, 5);
      const rules = await c.rulesFor(regencyCode);
      return work.once(key, 'group.create', call.actor, async ({ tx, now, audit }) => {
        const id = randomUUID();
        const name = displayGroupName(input.name) || input.name;
        const nameKey = await nameFree(tx, input.villageCode, name, null);
        await tx.group.create({
          data: {
            id, regencyCode, districtCode: input.villageCode.slice(0, 8), villageCode: input.villageCode, name, nameKey, business: input.business, address: blank(input.address), phone: blank(input.phone),
            state: storedState('candidate'), facilitatorId: self, createdBy: call.actor.userId, createdAt: now, updatedAt: now,
          },
        });
        await c.open(tx, id, 'identity', now);
        await c.open(tx, id, 'place', now);
        await repository.refresh(tx, [id], rules);
        audit({ action: 'group.create', entity: 'group', entityId: id, groupId: id, regionCode: input.villageCode, changes: { name: [null, name], business: [null, input.business], village: [null, input.villageCode] } });
        return { id };
      });
    },

    async saveTask(call, input) {
      try {
        await work.run(call.actor, async (unit) => {
          const group = await c.lockMine(call, unit.tx, input.id);
          await c.open(unit.tx, group.id, input.task, unit.now);
          let changes: Changes = {};
          if (input.task === 'identity') changes = await saveIdentity(unit, call, group, input);
          else if (input.task === 'place') changes = await savePlace(unit, call, group, input);
          else if (input.task === 'officers') changes = await saveOfficers(unit, call, group, input);
          else if (input.task === 'account') changes = await saveAccount(unit, group, input);
          else if (input.task === 'papers') {
            await c.checkFile(unit.tx, group.regencyCode, input.fileId);
            await unit.tx.groupPaper.create({ data: { id: randomUUID(), groupId: group.id, kind: input.kind, fileId: input.fileId, addedBy: call.actor.userId, addedAt: unit.now } });
            await update(unit.tx, group, input.seenAt, {}, unit.now);
            changes = { paper: [null, input.kind] };
          }
          unit.audit({ action: `group.save.${input.task}`, entity: 'group', entityId: group.id, groupId: group.id, regionCode: group.villageCode, changes });
        });
      } catch (error) {
        throw uniqueError(error);
      }
    },

    async openTask(call, { id, task }) {
      await work.run(call.actor, async ({ tx, now }) => {
        await c.lockMine(call, tx, id);
        await c.open(tx, id, task, now);
      });
    },

    async markTask(call, { id, task, notApplicable, note }) {
      await work.run(call.actor, async ({ tx, now, audit }) => {
        const group = await c.lockMine(call, tx, id);
        await tx.groupTask.upsert({ where: { groupId_task: { groupId: id, task } }, create: { groupId: id, task, openedAt: now, notApplicable, note: blank(note) }, update: { notApplicable, note: blank(note) } });
        await tx.group.updateMany({ where: { id }, data: { updatedAt: now } });
        audit({ action: 'group.markTask', entity: 'group', entityId: id, groupId: id, regionCode: group.villageCode, reason: blank(note), changes: { [task]: [null, notApplicable ? 'notApplicable' : 'applicable'] } });
      });
    },
  };
}
