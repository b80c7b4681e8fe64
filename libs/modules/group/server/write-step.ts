import { fail as common, type Call } from '@anyam/contract-kit';
import type { GroupState } from '@anyam/domain/group';
import type { RuleSet } from '@anyam/domain/programme';
import type { Work } from '@anyam/server-kit';
import { storedState } from '../persistence/codes.ts';
import type { GroupData } from '../persistence/group.repository.ts';
import { endLostAccounts } from './accounts.ts';
import type { GroupContext } from './context.ts';

export interface WrittenStep {
  readonly action: string;
  readonly to: GroupState;
  readonly on: string | undefined;
  readonly reason: string | undefined;
  readonly rules: RuleSet;
  /** What else of the group changes with it, and how the log tells it. */
  readonly data?: { readonly address: string | null; readonly signatoryIds: string[] };
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** Moves a locked group to its next state, with its figures, its history and the log. CHANGED_MEANWHILE when it is no longer where it was. */
export async function writeStep(c: GroupContext, unit: Work, call: Call, group: GroupData, step: WrittenStep): Promise<void> {
  const { tx, now, audit } = unit;
  const { action, to, on, reason, rules, data, changes } = step;
  const { count } = await tx.group.updateMany({
    where: { id: group.id, state: storedState(group.state) },
    data: { state: storedState(to), updatedAt: now, ...(action === 'form' && on ? { formedOn: new Date(on) } : {}), ...data },
  });
  if (count === 0) throw common('CHANGED_MEANWHILE');
  if (to === 'dissolved') {
    const day = on ?? c.kit.clock.today();
    await tx.$executeRaw`UPDATE membership SET left_on = greatest(${day}::date, joined_on), leave_reason = 'dissolved' WHERE group_id = ${group.id}::uuid AND left_on IS NULL`;
    await endLostAccounts(c, unit, group, 'Kelompok bubar');
  }
  await c.repository.refresh(tx, [group.id], rules);
  await tx.flowStep.create({
    data: { regencyCode: group.regencyCode, flow: 'group', entityId: group.id, action: `group.${action}`, fromState: group.state, toState: to, actorId: call.actor.userId, actorName: call.actor.name, at: now, note: reason ?? null },
  });
  audit({
    action: `group.${action}`, entity: 'group', entityId: group.id, groupId: group.id, regionCode: group.villageCode, reason: reason ?? null,
    changes: { state: [group.state, to], ...(on ? { on: [null, on] as const } : {}), ...changes },
  });
}
