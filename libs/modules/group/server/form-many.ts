import { randomUUID } from 'node:crypto';
import { reaches, rolesAt, type Call } from '@anyam/contract-kit';
import { groupFlow, minutesProblems, GROUP_ERRORS } from '@anyam/domain/group';
import { fill, type Bilingual, type IsoDate } from '@anyam/domain/kernel';
import type { z } from 'zod';
import type { formManyInput, formManyOutput, GroupPort } from '../contract/index.ts';
import type { GroupContext } from './context.ts';
import { extraBlockers, flowContext, type GroupState } from './facts.ts';
import { stateOfGroup } from './read.ts';
import { writeStep } from './write-step.ts';

type Input = z.infer<typeof formManyInput>;
type Row = z.infer<typeof formManyOutput>['rows'][number];
const PAPERS = ['attendance', 'domicile'];

/** Declares candidates formed by one recap of minutes; each is judged as if it came alone, and those that cannot say why and stay as they are. */
export function createFormMany(c: GroupContext): Pick<GroupPort, 'formMany'> {
  const { work, clock, db } = c.kit;

  /** The group with what the recap would add to its file. */
  function completed(state: GroupState, input: Input): GroupState {
    const officers = state.members.filter((m) => m.leftOn === null && m.role !== 'member');
    const chair = officers.find((m) => m.role === 'chair');
    const signers = officers.filter((m) => m.role === 'chair' || m.role === 'treasurer').map((m) => m.personId);
    const sign = input.officersSign && state.group.accountNumber !== null && state.group.signatoryIds.length === 0;
    const address = state.group.address ?? (input.chairAddress ? (chair?.address ?? null) : null);
    return {
      ...state,
      group: { ...state.group, address, signatoryIds: sign ? signers : state.group.signatoryIds },
      papers: input.papersFileId ? [...new Set([...state.papers, ...PAPERS])] : state.papers,
    };
  }

  function against(call: Call, state: GroupState, input: Input): Bilingual[] {
    const { group } = state;
    const actor = { id: call.actor.userId, roles: rolesAt(call, c.placeOf(group)) };
    const decided = groupFlow.decide(group.state, 'form', flowContext(state, actor, ['date', 'minutes']));
    const blockers = [...(decided.ok ? [] : decided.error), ...extraBlockers(state, 'form')];
    const minutes = minutesProblems(
      { documentId: '', heldOn: input.on as IsoDate, present: group.memberCount },
      { active: group.memberCount, effectiveOn: input.on as IsoDate, today: clock.today(), rules: state.rules });
    const said = (text: Bilingual, params: Parameters<typeof fill>[1]): Bilingual => ({ id: fill(text.id, params), en: fill(text.en, params) });
    return [...blockers.map((b) => said(b.text, b.params)), ...minutes.map((p) => said(GROUP_ERRORS[p.code].text, p.params))];
  }

  return {
    async formMany(call, input) {
      const judge = async (group: GroupState['group'] | null, id: string): Promise<{ row: Row; file: { before: GroupState; after: GroupState } | null }> => {
        const mine = group && reaches(call, c.placeOf(group)) ? group : null;
        if (!mine) return { row: { id, name: '–', ok: false, why: [{ id: 'Kelompok tidak ditemukan.', en: 'The group was not found.' }] }, file: null };
        const before = await stateOfGroup(c, mine);
        const after = completed(before, input);
        const why = against(call, after, input);
        return { row: { id, name: mine.name, ok: why.length === 0, why }, file: { before, after } };
      };
      const counted = (rows: Row[]) => ({ rows, done: rows.filter((r) => r.ok).length });
      const ids = [...new Set(input.ids)].sort();
      if (input.dryRun) {
        const rows: Row[] = [];
        for (const id of ids) rows.push((await judge(await c.repository.get(db.prisma, id, false), id)).row);
        return counted(rows);
      }
      return work.once(input.key, 'group.formMany', call.actor, async (unit) => {
        const rows: Row[] = [];
        if (input.minutesFileId || input.papersFileId) {
          const [first] = await c.repository.many(unit.tx, ids);
          for (const fileId of new Set([input.minutesFileId, input.papersFileId])) if (first && fileId) await c.checkFile(unit.tx, first.regencyCode, fileId);
        }
        for (const id of ids) {
          const { row, file } = await judge(await c.repository.get(unit.tx, id, true), id);
          rows.push(row);
          if (!row.ok || !file) continue;
          const { before, after } = file;
          const { group } = after;
          await c.storeMinutes(unit, call, group, 'officers', { heldOn: input.on, number: input.number, present: group.memberCount, decision: input.decision, fileId: input.minutesFileId }, input.on, after.rules);
          for (const kind of after.papers.filter((k) => !before.papers.includes(k))) {
            await unit.tx.groupPaper.create({ data: { id: randomUUID(), groupId: id, kind, fileId: input.papersFileId as string, addedBy: call.actor.userId, addedAt: unit.now } });
          }
          await writeStep(c, unit, call, before.group, {
            action: 'form', to: 'formed', on: input.on, reason: undefined, rules: after.rules,
            data: { address: group.address, signatoryIds: [...group.signatoryIds] },
            changes: {
              ...(before.group.address === group.address ? {} : { address: [before.group.address, group.address] as const }),
              ...(before.group.signatoryIds.length === group.signatoryIds.length ? {} : { signatories: [before.group.signatoryIds.length, group.signatoryIds.length] as const }),
            },
          });
        }
        return counted(rows);
      });
    },
  };
}
