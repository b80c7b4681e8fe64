import { randomUUID } from 'node:crypto';
import { fail as common, reaches, rolesAt } from '@anyam/contract-kit';
import { groupError, groupFlow } from '@anyam/domain/group';
import { maskAccount, maskNik, parseNik, type Need } from '@anyam/domain/kernel';
import type { GroupPort } from '../contract/index.ts';
import { endLostAccounts } from './accounts.ts';
import { blank, uniqueError, type GroupContext } from './context.ts';
import { extraBlockers, flowContext } from './facts.ts';
import { fail, refused } from './errors.ts';
import { stateOfGroup } from './read.ts';
import { writeStep } from './write-step.ts';

/** What happens to a living group: members come and go, minutes, steps of its life, a check of its members. */
export function createSteps(c: GroupContext): Pick<GroupPort, 'join' | 'leave' | 'addMinutes' | 'transition' | 'check' | 'reveal'> {
  const { work, clock } = c.kit;
  const { repository, needs } = c;

  return {
    async join(call, { key, id, person, on, minutes }) {
      if (!parseNik(person.nationalId, { asOf: clock.today() }).ok) throw fail('NIK_INVALID');
      if (!(await needs.territory.exists(person.villageCode))) throw fail('VILLAGE_OUTSIDE');
      try {
        return await work.once(key, 'group.join', call.actor, async (unit) => {
          const group = await c.lockMine(call, unit.tx, id);
          if (!person.villageCode.startsWith(`${group.regencyCode}.`)) throw fail('VILLAGE_OUTSIDE');
          const rules = await c.rulesFor(group.regencyCode);
          if (group.state !== 'candidate' && !minutes) throw fail('MINUTES_NEEDED');
          if (group.memberCount >= rules.sizeMax) throw groupError('GROUP_FULL', { sizeMax: rules.sizeMax });
          const minutesId = minutes ? await c.storeMinutes(unit, call, group, 'join', minutes, on, rules) : null;
          const personId = await needs.member.ensure(unit, call.actor, group.regencyCode, { ...person, birthPlace: blank(person.birthPlace), address: blank(person.address), phone: blank(person.phone), occupation: blank(person.occupation) });
          const membershipId = randomUUID();
          await unit.tx.membership.create({
            data: { id: membershipId, regencyCode: group.regencyCode, groupId: id, personId, familyCardNo: person.familyCardNo, role: 'member', joinedOn: new Date(on), minutesId, createdBy: call.actor.userId, createdAt: unit.now },
          });
          await c.open(unit.tx, id, 'members', unit.now);
          await unit.tx.group.updateMany({ where: { id }, data: { updatedAt: unit.now } });
          await repository.refresh(unit.tx, [id], rules);
          unit.audit({ action: 'group.join', entity: 'membership', entityId: membershipId, groupId: id, regionCode: group.villageCode, changes: { member: [null, person.name], nik: [null, maskNik(person.nationalId)], joinedOn: [null, on] } });
          return { membershipId };
        });
      } catch (error) {
        throw uniqueError(error);
      }
    },

    async leave(call, { id, membershipId, on, reason, note, minutes }) {
      await work.run(call.actor, async (unit) => {
        const group = await c.lockMine(call, unit.tx, id);
        const rules = await c.rulesFor(group.regencyCode);
        const who = (await repository.members(unit.tx, [id])).find((m) => m.membershipId === membershipId);
        if (!who) throw groupError('NOT_A_MEMBER');
        if (on < who.joinedOn) throw groupError('LEFT_BEFORE_JOINED', { on, joinedOn: who.joinedOn });
        const minutesId = await c.storeMinutes(unit, call, group, 'leave', minutes, on, rules);
        const { count } = await unit.tx.membership.updateMany({ where: { id: membershipId, leftOn: null }, data: { leftOn: new Date(on), leaveReason: reason, leaveNote: blank(note), minutesId } });
        if (count === 0) throw common('CHANGED_MEANWHILE');
        await endLostAccounts(c, unit, group, 'Keluar dari kelompok');
        await unit.tx.group.updateMany({ where: { id }, data: { updatedAt: unit.now } });
        await repository.refresh(unit.tx, [id], rules);
        unit.audit({ action: 'group.leave', entity: 'membership', entityId: membershipId, groupId: id, regionCode: group.villageCode, reason: blank(note), changes: { member: [who.name, null], leaveReason: [null, reason], leftOn: [null, on] } });
      });
    },

    async addMinutes(call, { key, id, purpose, minutes }) {
      return work.once(key, 'group.addMinutes', call.actor, async (unit) => {
        const group = await c.lockMine(call, unit.tx, id);
        return { id: await c.storeMinutes(unit, call, group, purpose, minutes, clock.today(), await c.rulesFor(group.regencyCode)) };
      });
    },

    async transition(call, { id, from, action, reason, on, minutes, assetsDecided, fundDecided }) {
      const seen = await c.mine(call, id);
      const given: Need[] = [...(reason ? (['reason'] as const) : []), ...(on ? (['date'] as const) : []), ...(minutes ? (['minutes'] as const) : [])];
      return work.run(call.actor, async (unit) => {
        const group = await repository.get(unit.tx, id, true);
        if (!group || !reaches(call, c.placeOf(group))) throw common('NOT_FOUND');
        if (group.state !== from || group.state !== seen.state) throw common('CHANGED_MEANWHILE');
        const state = await stateOfGroup(c, group);
        const roles = rolesAt(call, c.placeOf(group));
        const decided = groupFlow.decide(group.state, action, flowContext(state, { id: call.actor.userId, roles }, given, { assetsDecided, fundDecided }));
        const extra = extraBlockers(state, action);
        if (!decided.ok || extra.length > 0) throw refused([...(decided.ok ? [] : decided.error), ...extra]);
        if (on && on > clock.today()) throw groupError('MINUTES_IN_FUTURE', { heldOn: on });
        if (minutes) await c.storeMinutes(unit, call, group, action === 'form' ? 'officers' : action === 'dissolve' ? 'dissolution' : 'other', minutes, on ?? clock.today(), state.rules);
        await writeStep(c, unit, call, group, { action, to: decided.value, on, reason, rules: state.rules });
        return { state: decided.value };
      });
    },

    async check(call, { id, asOf }) {
      await c.mine(call, id);
      return work.run(call.actor, async (unit) => {
        await c.lockMine(call, unit.tx, id);
        return needs.member.check(unit, call.actor, { groupId: id, moment: 'draft', asOf: asOf ?? clock.today() });
      });
    },

    async reveal(call, { id, purpose }) {
      const group = await c.mine(call, id);
      return work.run(call.actor, async ({ audit }) => {
        audit({ action: 'group.reveal', entity: 'group', entityId: id, groupId: id, regionCode: group.villageCode, reason: purpose, changes: { accountNumber: [null, group.accountNumber && maskAccount(group.accountNumber)] } });
        return { accountNumber: group.accountNumber, phone: group.phone };
      });
    },
  };
}
