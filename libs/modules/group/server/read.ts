import { rolesAt, type Call } from '@anyam/contract-kit';
import { ageOn, fill, maskAccount, maskFamilyCardNo, maskNik, maskPhone, type IsoDate } from '@anyam/domain/kernel';
import { GROUP_ERRORS, normaliseGroupName, quorumNeeded, TASK_LABEL } from '@anyam/domain/group';
import { FEW_ROWS } from '@anyam/server-kit';
import type { z } from 'zod';
import type { GroupPort, groupFilter, MINUTES_PURPOSES } from '../contract/index.ts';
import { groupListRepository, type GroupFilter } from '../persistence/group-list.repository.ts';
import type { GroupContext } from './context.ts';
import { accountOf, buttonsOf, tasksOf, type GroupState } from './facts.ts';
import { stateOf } from '../persistence/codes.ts';

export const filterOf = (input: z.infer<typeof groupFilter>): GroupFilter => ({ ...input, key: input.q ? normaliseGroupName(input.q) || null : null });

/** Everything the rules look at, for one group. */
export async function stateOfGroup(c: GroupContext, group: GroupState['group']): Promise<GroupState & { minutes: Awaited<ReturnType<GroupContext['repository']['minutes']>>; paperRows: Awaited<ReturnType<GroupContext['repository']['papers']>>; check: Awaited<ReturnType<GroupContext['needs']['member']['latest']>> }> {
  const [members, minutes, paperRows, tasks, check, rules] = await Promise.all([
    c.repository.memberships(group.id), c.repository.minutes(group.id), c.repository.papers(group.id), c.repository.tasks(group.id),
    c.needs.member.latest(group.id), c.rulesFor(group.regencyCode),
  ]);
  const now = new Set(members.filter((m) => m.leftOn === null).map((m) => m.personId));
  const blocked = new Set((check?.findings ?? []).filter((f) => f.severity === 'block' && f.personId && now.has(f.personId)).map((f) => f.personId));
  return {
    group, members, rules, minutes, paperRows, check, tasks, blockedMembers: blocked.size, formationMinutes: minutes.some((m) => m.purpose === 'officers'),
    papers: paperRows.map((p) => p.kind), today: c.kit.clock.today(),
  };
}

export function createReads(c: GroupContext): Pick<GroupPort, 'list' | 'facets' | 'detail' | 'timeline' | 'businesses'> {
  const lists = groupListRepository(c.kit.db);

  return {
    async list(call, { page, pageSize, sort, desc, ...filter }) {
      const order = { sort, desc, limit: pageSize, offset: (page - 1) * pageSize };
      const ask = async (f: GroupFilter) => {
        if (f.key !== null) {
          const totals = await lists.totals(call, f);
          return { rows: totals.total === 0 ? [] : await lists.rows(call, f, order, totals.total <= FEW_ROWS), ...totals };
        }
        const [rows, totals] = await Promise.all([lists.rows(call, f, order), lists.totals(call, f)]);
        return { rows, ...totals };
      };
      const f = filterOf(filter);
      let found = await ask(f);
      // Names that hold the words come first; only where there is none is a wrong spelling looked for, first of words, then of the whole.
      for (const fuzzy of ['word', 'name'] as const) if (found.total === 0 && f.key !== null && f.key.length >= 3) found = await ask({ ...f, fuzzy });
      return found;
    },

    async facets(call) {
      const found = await lists.facets(call, { key: null, districts: [], villages: [], business: [], states: [], stages: [], flags: [] });
      const of = (kind: string) => found.filter((r) => r.kind === kind).map((r) => ({ value: kind === 'states' ? stateOf(r.value) : r.value, label: r.label, count: r.n }));
      const districts = of('districts');
      return {
        total: found.find((r) => r.kind === 'total')?.n ?? 0, districtCount: districts.length, districts, villages: of('villages'), business: of('business'), states: of('states'),
        stages: of('stages'), facilitators: of('facilitators'), years: of('years'), flags: of('flags'),
      };
    },

    businesses: (call) => c.repository.businesses(call),

    async detail(call, { id }) {
      const group = await c.mine(call, id);
      const state = await stateOfGroup(c, group);
      const everywhere: Call = { ...call, scope: call.actor.grants };
      const write = c.may(call, group, 'group.write') && group.state !== 'dissolved';
      const facilitators = write ? await c.needs.access.people('pendamping', group.villageCode) : [];
      const account = accountOf(state);
      const today = c.kit.clock.today();
      const living = state.members.filter((m) => m.leftOn === null);
      return {
        id: group.id, name: group.name, villageCode: group.villageCode, villageName: group.villageName, districtName: group.districtName, business: group.business, state: group.state,
        aidStage: group.aidStage, members: group.memberCount, received: group.received, accounted: group.accounted, fiscalYear: group.fiscalYear, flags: group.flags,
        facilitatorName: group.facilitatorName, createdAt: group.createdAt, regencyCode: group.regencyCode, districtCode: group.districtCode, address: group.address,
        phone: group.phone === null ? null : maskPhone(group.phone), formedOn: group.formedOn, facilitatorId: group.facilitatorId, updatedAt: group.updatedAt,
        account: account && {
          bank: group.bank ?? '', number: maskAccount(group.accountNumber ?? ''), holder: group.accountName ?? '', signatories: group.signatoryIds,
          problems: account.problems.map((p) => ({ id: fill(GROUP_ERRORS[p.code].text.id, p.params), en: fill(GROUP_ERRORS[p.code].text.en, p.params) })),
        },
        officers: living.filter((m) => m.role !== 'member').map((m) => ({ role: m.role, personId: m.personId, name: m.name })),
        memberships: state.members.map((m) => ({
          membershipId: m.membershipId, personId: m.personId, name: m.name, nik: maskNik(m.nationalId), familyCard: maskFamilyCardNo(m.familyCardNo), role: m.role,
          age: ageOn(m.birthDate as IsoDate, today), sex: m.sex, villageName: m.villageName, joinedOn: m.joinedOn, leftOn: m.leftOn, leaveReason: m.leaveReason, leaveNote: m.leaveNote,
        })),
        minutes: state.minutes.map((m) => ({
          id: m.id, purpose: m.purpose as (typeof MINUTES_PURPOSES)[number], heldOn: m.heldOn.toISOString().slice(0, 10), number: m.number, present: m.presentCount, members: m.memberCount,
          decision: m.decision, fileId: m.fileId,
        })),
        papers: state.paperRows,
        tasks: tasksOf(state).map((t) => ({ ...t, label: TASK_LABEL[t.key], missing: [...t.missing], note: state.tasks.find((x) => x.task === t.key)?.note ?? null })),
        buttons: buttonsOf(state, { id: call.actor.userId, roles: rolesAt(everywhere, c.placeOf(group)) }).map((b) => ({
          ...b, blockers: b.blockers.map((x) => ({ code: x.code, text: { id: fill(x.text.id, x.params), en: fill(x.text.en, x.params) }, clearedBy: x.clearedBy })),
        })),
        can: { write, state: c.may(call, group, 'group.state'), reveal: c.may(call, group, 'group.reveal') },
        quorum: quorumNeeded(group.memberCount, state.rules),
        limits: { sizeMin: state.rules.sizeMin, sizeMax: state.rules.sizeMax },
        facilitators, check: state.check,
      };
    },

    async timeline(call, { id, before }) {
      await c.mine(call, id);
      const rows = await c.repository.timeline(id, before, 51);
      const say = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value).slice(0, 200) : String(value).slice(0, 200));
      return {
        entries: rows.slice(0, 50).map(({ changes, ...row }) => ({
          ...row, changes: Object.entries(changes ?? {}).map(([field, pair]) => ({ field, from: say(Array.isArray(pair) ? pair[0] : null), to: say(Array.isArray(pair) ? pair[1] : pair) })),
        })),
        next: rows.length > 50 ? (rows[49]?.id ?? null) : null,
      };
    },
  };
}
