import { fail as common, reaches } from '@anyam/contract-kit';
import { groupDuplicateScore } from '@anyam/domain/group';
import { maskAccount, maskPhone, type RegionCode } from '@anyam/domain/kernel';
import { isUniqueViolation } from '@anyam/server-kit';
import type { GroupPort } from '../contract/index.ts';
import { storedState } from '../persistence/codes.ts';
import { groupListRepository } from '../persistence/group-list.repository.ts';
import { endLostAccounts } from './accounts.ts';
import type { GroupContext } from './context.ts';
import { fail } from './errors.ts';

const CANDIDATES = 2_000;

/** Groups that may be one (rule 16), side by side, and the decision about them. */
export function createGroupDuplicates(c: GroupContext): Pick<GroupPort, 'duplicates' | 'decide'> {
  const lists = groupListRepository(c.kit.db);
  const { work, clock, config } = c.kit;

  return {
    async duplicates(call, { page, pageSize }) {
      const atLeast = (await c.rulesFor(config.REGION_CODE)).duplicateScoreWarn;
      const candidates = await lists.pairs(call, CANDIDATES);
      const ids = [...new Set(candidates.flatMap((p) => [p.a, p.b]))];
      const all = new Map((await lists.sides(ids)).map((g) => [g.id, g]));
      type Side = NonNullable<ReturnType<typeof all.get>>;
      const trace = (g: Side) => ({ id: g.id, name: g.name, villageCode: g.villageCode as RegionCode, account: g.accountNumber, phone: g.phone, address: g.address });
      const show = ({ accountNumber, regencyCode: _r, facilitatorId: _f, ...g }: Side) => ({ ...g, phone: g.phone && maskPhone(g.phone), account: accountNumber && maskAccount(accountNumber) });
      const scored = candidates
        .flatMap(({ a, b }) => {
          const first = all.get(a);
          const second = all.get(b);
          return first && second ? [{ ...groupDuplicateScore(trace(first), trace(second)), first, second }] : [];
        })
        // Names alone weigh at most 60 in one village, so a pair of like names there is shown too.
        .filter((p) => p.score >= Math.min(atLeast, 55))
        .sort((x, y) => y.score - x.score || (x.first.id < y.first.id ? -1 : 1));
      return {
        total: scored.length,
        rows: scored.slice((page - 1) * pageSize, page * pageSize).map((p) => ({ score: p.score, reasons: [...p.reasons], first: show(p.first), second: show(p.second) })),
      };
    },

    async decide(call, { firstId, secondId, decision, keepId, reason }) {
      const [a, b] = firstId < secondId ? [firstId, secondId] : [secondId, firstId];
      try {
        await work.run(call.actor, async (unit) => {
          const { tx, now, audit } = unit;
          const first = await c.repository.get(tx, a, true);
          const second = await c.repository.get(tx, b, true);
          if (!first || !second || !reaches(call, c.placeOf(first)) || !reaches(call, c.placeOf(second)) || first.regencyCode !== second.regencyCode) throw common('NOT_FOUND');
          await tx.duplicateDecision.create({ data: { kind: 'group', firstId: a, secondId: b, decision, reason, decidedBy: call.actor.userId, decidedAt: now } });
          if (decision === 'kept') {
            audit({ action: 'group.keepApart', entity: 'group', entityId: a, groupId: a, regionCode: first.villageCode, reason, changes: { keptApartFrom: [null, second.name] } });
            return;
          }
          const [keep, drop] = keepId === a ? [first, second] : [second, first];
          if (drop.received > 0n || drop.aidStage !== 'none') throw fail('MERGE_AID');
          if (keep.state === 'dissolved' || drop.state === 'dissolved') throw common('CHANGED_MEANWHILE');
          const today = clock.today();
          await tx.$executeRaw`UPDATE membership SET left_on = greatest(${today}::date, joined_on), leave_reason = 'mistake', leave_note = 'Kelompok ganda digabung' WHERE group_id = ${drop.id}::uuid AND left_on IS NULL`;
          await endLostAccounts(c, unit, drop, 'Kelompok ganda digabung');
          const { count } = await tx.group.updateMany({ where: { id: drop.id, state: storedState(drop.state) }, data: { state: storedState('dissolved'), mergedInto: keep.id, updatedAt: now } });
          if (count === 0) throw common('CHANGED_MEANWHILE');
          await c.repository.refresh(tx, [keep.id, drop.id], await c.rulesFor(keep.regencyCode));
          await tx.flowStep.create({ data: { regencyCode: drop.regencyCode, flow: 'group', entityId: drop.id, action: 'group.merge', fromState: drop.state, toState: 'dissolved', actorId: call.actor.userId, actorName: call.actor.name, at: now, note: reason } });
          audit({ action: 'group.merge', entity: 'group', entityId: keep.id, groupId: keep.id, regionCode: keep.villageCode, reason, changes: { merged: [drop.name, keep.name] } });
          audit({ action: 'group.mergedInto', entity: 'group', entityId: drop.id, groupId: drop.id, regionCode: drop.villageCode, reason, changes: { state: [drop.state, 'dissolved'], mergedInto: [null, keep.name] } });
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw common('CHANGED_MEANWHILE');
        throw error;
      }
    },
  };
}
