import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { DOCUMENT_LABEL, DOCUMENT_STAGE, lineAmount, planTotal, proposalBlockers, proposalFlow, requestLimit, type DocumentKind, type EligibilityPoint } from '@anyam/domain/disbursement';
import { rupiah, stepRefused, type Blocker, type Need } from '@anyam/domain/kernel';
import { isUniqueViolation } from '@anyam/server-kit';
import type { z } from 'zod';
import type { bulkOutput, Done, proposalActInput, ProposalsPort } from '../contract/index.ts';
import { groupReads } from '../persistence/group.reads.ts';
import { proposalRepository } from '../persistence/proposal.repository.ts';
import { proposalList } from '../persistence/proposal.list.ts';
import { refreshGroups } from './aid-figures.ts';
import { actorAt, handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { loadMatters, type Matter } from './matter.ts';
import { exportProposals, listProposals } from './proposals.list.ts';
import { expectState, recordSteps } from './steps.ts';
import { blockerView, buttonView, historyOf, maskTail, stateNames, stateView, stepView } from './view.ts';

type Action = z.infer<typeof proposalActInput>['action'];
type Bulk = z.infer<typeof bulkOutput>;

const EDITABLE = ['draf', 'perbaikan'];
const placeOf = (m: Matter) => ({ regionCode: m.group.villageCode, facilitatorId: m.group.facilitatorId });

export const proposalContext = (call: Call, m: Matter, given: readonly Need[] = []) => ({
  actor: actorAt(call, placeOf(m)), history: historyOf(m.steps), given, facts: { proposal: m.facts, rules: m.rules },
});

/** Judges the members anew and freezes what judged them; part of the caller's transaction. */
export async function judge(aid: Aid, hand: Hand, m: Pick<Matter, 'group' | 'programme'>, point: EligibilityPoint): Promise<void> {
  await aid.ports.member.check(hand.unit as never, hand.who, { groupId: m.group.id, moment: point === 'proposal' ? 'submission' : point, asOf: hand.today, programmeId: m.programme.id });
}

export function createProposals(aid: Aid): ProposalsPort {
  const { kit } = aid;
  const load = async (call: Call, id: string, hand?: Hand): Promise<Matter> => {
    const m = (await loadMatters(aid, hand?.query ?? aid.query, call, [id], hand !== undefined)).get(id);
    if (!m) throw common('NOT_FOUND');
    return m;
  };
  const editable = (m: Matter) => {
    if (!EDITABLE.includes(m.record.state)) throw fail('NOT_EDITABLE', stateNames('proposal', m.record.state));
  };
  const fileOf = async (hand: Hand, id: string, regencyCode: string) => {
    const [found] = await proposalRepository.file(hand.query, id);
    if (!found || found.regencyCode !== regencyCode) throw fail('FILE_NOT_FOUND');
    return found;
  };
  const audit = (hand: Hand, m: Matter, action: string, changes: Record<string, readonly [unknown, unknown]>, reason?: string) =>
    hand.unit.audit({ action: `disbursement.proposal.${action}`, entity: 'proposal', entityId: m.record.id, groupId: m.group.id, regionCode: m.group.villageCode, changes, reason: reason ?? null });

  const submits = (action: string) => action === 'submit' || action === 'resubmit';

  const missingRow = (id: string): Bulk['rows'][number] =>
    ({ id, name: '-', ok: false, state: null, blockers: [{ code: 'NOT_FOUND', text: { ...common('NOT_FOUND').text }, clearedBy: { id: 'admin', en: 'administrator' }, severity: 'block', where: null }] });

  /** One bulk write: rows out of reach are told as not found, without saying more. */
  const bulk = async (call: Call, key: string, procedure: string, ids: readonly string[], dryRun: boolean, each: (hand: Hand, m: Matter) => Promise<Blocker[] | null>): Promise<Bulk> => {
    const work = async (hand: Hand): Promise<Bulk> => {
      const matters = await loadMatters(aid, hand.query, call, ids, !dryRun);
      const rows: Bulk['rows'] = [];
      for (const id of [...new Set(ids)]) {
        const m = matters.get(id);
        if (!m) {
          rows.push(missingRow(id));
          continue;
        }
        const blockers = await each(hand, m);
        rows.push({ id, name: m.group.name, ok: blockers === null, state: m.record.state, blockers: (blockers ?? []).map(blockerView) });
      }
      const done = rows.filter((r) => r.ok).length;
      return { rows, done, failed: rows.length - done, dryRun };
    };
    if (dryRun) return kit.work.run(call.actor, (unit) => work(handOf(aid, unit, call.actor)));
    return kit.work.once(key, procedure, call.actor, (unit) => work(handOf(aid, unit, call.actor)));
  };

  const blocked = (code: string, text: { id: string; en: string }, clearedBy = { id: 'operator', en: 'operator' }): Blocker => ({ code, text, params: {}, clearedBy });

  /** Makes one draft; a blocker instead when it cannot be. */
  async function make(hand: Hand, call: Call, programmeId: string, groupId: string, purpose: string | null): Promise<{ id: string; name: string } | { name: string; blocker: Blocker }> {
    const [group] = await groupReads.groups(hand.query, [groupId]);
    const programme = await aid.ports.programme.find(programmeId);
    if (!group || !programme || programme.regencyCode !== group.regencyCode || !reaches(call, { regionCode: group.villageCode, facilitatorId: group.facilitatorId })) throw common('NOT_FOUND');
    if (programme.state !== 'open') throw fail('PROGRAMME_CLOSED', { name: programme.name });
    const ruleSet = await aid.ports.programme.ruleSetAt(programmeId, hand.today);
    const id = randomUUID();
    const rows = await hand.query<{ id: string }>(
      `INSERT INTO proposal (id, regency_code, programme_id, rule_set_id, group_id, purpose, state, since, created_by, created_at, updated_at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6, 'draf', $7::timestamptz, $8, $7::timestamptz, $7::timestamptz)
       ON CONFLICT (regency_code, programme_id, group_id) WHERE state <> 'ditolak' DO NOTHING RETURNING id::text AS id`,
      [id, group.regencyCode, programmeId, ruleSet.id, groupId, purpose, hand.now.toISOString(), hand.who.userId],
    );
    if (rows.length === 0) {
      const taken = fail('PROPOSAL_EXISTS');
      return { name: group.name, blocker: blocked('PROPOSAL_EXISTS', taken.text) };
    }
    hand.unit.audit({ action: 'disbursement.proposal.create', entity: 'proposal', entityId: id, groupId, regionCode: group.villageCode, changes: { state: [null, 'draf'], programme: [null, programme.name] } });
    await refreshGroups(aid, hand, [{ groupId, stage: 'draf', fiscalYear: programme.fiscalYear }]);
    return { id, name: group.name };
  }

  /** Moves judged proposals, each from the state it was judged in, with history and figures, by sets. */
  async function moveMany(hand: Hand, matters: readonly Matter[], action: Action, to: string, note: string | null): Promise<void> {
    for (const from of new Set(matters.map((m) => m.record.state))) {
      const own = matters.filter((m) => m.record.state === from);
      const moved = await proposalRepository.move(hand.query, own.map((m) => m.record.id), from, to, hand.now);
      if (moved.length !== own.length) throw fail('CHANGED_MEANWHILE', stateNames('proposal', from));
    }
    await recordSteps(hand, matters.map((m) => ({ regencyCode: m.record.regencyCode, flow: 'proposal' as const, entityId: m.record.id, groupId: m.group.id, action, from: m.record.state, to, note })));
    if (submits(action)) for (const id of new Set(matters.map((m) => m.ruleSet.id))) await aid.ports.programme.freeze(hand.unit.tx as never, id, hand.now);
    await refreshGroups(aid, hand, matters.map((m) => ({ groupId: m.group.id, stage: to === 'ditolak' ? 'none' : to, fiscalYear: m.programme.fiscalYear })));
  }

  async function saveLines(hand: Hand, m: Matter, input: { requested: bigint; purpose: string | null; lines: readonly { id: string; description: string; quantity: bigint; unit: string; unitPrice: bigint; category: string }[] }): Promise<void> {
    if (new Set(input.lines.map((l) => l.id)).size !== input.lines.length) throw fail('LINE_TWICE');
    const before = m.record.requested;
    await proposalRepository.replaceLines(hand.query, m.record.id, m.record.regencyCode, input.lines.map((l, i) => ({ ...l, no: i + 1 })));
    await hand.query('UPDATE proposal SET plan_version = plan_version + 1, requested = $2, purpose = coalesce($3, purpose), updated_at = $4::timestamptz WHERE id = $1::uuid RETURNING 1', [m.record.id, input.requested, input.purpose, hand.now.toISOString()]);
    audit(hand, m, 'saveBudgetPlan', { requested: [before, input.requested], lines: [m.lines.length, input.lines.length] });
  }

  return {
    list: (call, input) => listProposals(aid, call, input),
    export: (call, input) => exportProposals(aid, call, input),

    async detail(call, { id }) {
      const m = await load(call, id);
      const tranches = await proposalList.tranches(aid.query, id);
      const plan = m.lines.map((l) => ({ id: l.id, no: l.no, description: l.description, quantity: l.quantity, unit: l.unit, unitPrice: l.unitPrice, category: l.category as never, amount: lineAmount({ quantity: l.quantity, unitPrice: rupiah(l.unitPrice) }) as bigint }));
      const needed = [...new Set(m.rules.requiredDocuments)];
      const e = m.facts.eligibility;
      return {
        id, state: stateView('proposal', m.record.state), since: m.record.since, requested: m.record.requested, purpose: m.record.purpose, planVersion: m.record.planVersion,
        group: {
          id: m.group.id, name: m.group.name, business: m.group.business, villageCode: m.group.villageCode, villageName: m.group.villageName, districtName: m.group.districtName, members: m.members.length,
          facilitatorName: m.group.facilitatorName, bank: m.group.bank, accountNumberMasked: maskTail(m.group.accountNumber), accountName: m.group.accountName,
        },
        programme: { id: m.programme.id, name: m.programme.name, fiscalYear: m.programme.fiscalYear, source: m.programme.source, budgetType: m.programme.budgetType },
        ruleSet: { id: m.ruleSet.id, version: m.ruleSet.version },
        limit: requestLimit(m.members.length, m.rules), available: m.available,
        plan, planTotal: planTotal(m.facts.plan),
        documents: m.documents.map((d) => ({ id: d.id, kind: d.kind as DocumentKind, label: { ...DOCUMENT_LABEL[d.kind as DocumentKind] }, fileId: d.fileId, fileName: d.fileName, mime: d.mime, size: d.size, addedBy: d.addedBy, addedAt: d.addedAt })),
        documentsNeeded: needed.map((kind) => ({ kind, label: { ...DOCUMENT_LABEL[kind] }, stage: DOCUMENT_STAGE[kind], present: m.facts.documents.includes(kind) })),
        eligibility: e ? { at: e.at, blocks: e.blocks, warnings: e.warns, registerPeriod: e.registerPeriod } : null,
        visit: m.facts.fieldVisit ? { on: m.facts.fieldVisit.on, suitable: m.facts.fieldVisit.suitable, ordinaryMembersMet: m.facts.fieldVisit.ordinaryMembersMet, note: m.record.visitNote } : null,
        trainingHeldOn: m.record.trainingOn,
        decree: m.record.decreeId ? { id: m.record.decreeId, number: m.record.decreeNumber, dated: m.record.decreeDated } : null,
        tranches: tranches.map((t) => ({ id: t.id, no: t.no, amount: t.amount, state: stateView('tranche', t.state), batchId: t.batchId })),
        editable: EDITABLE.includes(m.record.state) && call.scope.some((g) => g.role === 'operator' || g.role === 'pendamping'),
        checks: proposalBlockers(m.facts, m.rules).map(blockerView),
        buttons: proposalFlow.isState(m.record.state) ? proposalFlow.buttons(m.record.state, proposalContext(call, m)).map(buttonView) : [],
        history: m.steps.map(stepView),
      };
    },

    create: (call, input) =>
      kit.work.once(input.key, 'proposals.create', call.actor, async (unit): Promise<Done> => {
        const made = await make(handOf(aid, unit, call.actor), call, input.programmeId, input.groupId, input.purpose || null);
        if ('blocker' in made) throw fail('PROPOSAL_EXISTS');
        return { id: made.id, state: 'draf' };
      }),

    async bulkCreate(call, input) {
      const work = async (hand: Hand): Promise<Bulk> => {
        const rows: Bulk['rows'] = [];
        for (const groupId of [...new Set(input.groupIds)]) {
          const made = await make(hand, call, input.programmeId, groupId, null);
          rows.push('blocker' in made ? { id: groupId, name: made.name, ok: false, state: null, blockers: [blockerView(made.blocker)] } : { id: made.id, name: made.name, ok: true, state: 'draf', blockers: [] });
        }
        const done = rows.filter((r) => r.ok).length;
        return { rows, done, failed: rows.length - done, dryRun: input.dryRun };
      };
      if (!input.dryRun) return kit.work.once(input.key, 'proposals.bulkCreate', call.actor, (unit) => work(handOf(aid, unit, call.actor)));
      // The same work, thrown away: what a dry run says is what the real one does.
      let result: Bulk | undefined;
      await kit.work.run(call.actor, async (unit) => {
        result = await work(handOf(aid, unit, call.actor));
        throw new DryRun();
      }).catch((error: unknown) => {
        if (!(error instanceof DryRun)) throw error;
      });
      return result as Bulk;
    },

    saveBudgetPlan: (call, input) =>
      kit.work.once(input.key, 'proposals.saveBudgetPlan', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        editable(m);
        if (m.record.planVersion !== input.version) throw common('CHANGED_MEANWHILE');
        await saveLines(hand, m, { requested: input.requested, purpose: input.purpose || null, lines: input.lines });
        return { id: input.id, state: m.record.state };
      }).catch((error: unknown) => {
        if (isUniqueViolation(error)) throw fail('LINE_IN_USE');
        throw error;
      }),

    async copyBudgetPlan(call, input) {
      const source = await load(call, input.fromId);
      return bulk(call, input.key, 'proposals.copyBudgetPlan', input.toIds, false, async (hand, m) => {
        if (!EDITABLE.includes(m.record.state)) return [blocked('NOT_EDITABLE', fail('NOT_EDITABLE').text)];
        await saveLines(hand, m, { requested: source.record.requested, purpose: source.record.purpose, lines: source.lines.map((l) => ({ id: randomUUID(), description: l.description, quantity: l.quantity, unit: l.unit, unitPrice: l.unitPrice, category: l.category })) });
        return null;
      });
    },

    attachDocument: (call, input) =>
      kit.work.once(input.key, 'proposals.attachDocument', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        if (m.record.state === 'ditolak') throw fail('NOT_EDITABLE', stateNames('proposal', m.record.state));
        const file = await fileOf(hand, input.fileId, m.record.regencyCode);
        await attach(hand, m, input.kind, file.id);
        audit(hand, m, 'attachDocument', { [input.kind]: [null, file.name] });
        return { id: input.id, state: m.record.state };
      }),

    attachDocumentMany: (call, input) =>
      bulk(call, input.key, 'proposals.attachDocumentMany', input.ids, false, async (hand, m) => {
        if (m.record.state === 'ditolak') return [blocked('NOT_EDITABLE', fail('NOT_EDITABLE').text)];
        const file = await fileOf(hand, input.fileId, m.record.regencyCode);
        await attach(hand, m, input.kind, file.id);
        audit(hand, m, 'attachDocument', { [input.kind]: [null, file.name] });
        return null;
      }),

    removeDocument: (call, input) =>
      kit.work.run(call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        editable(m);
        const gone = await hand.query<{ kind: string }>('DELETE FROM proposal_document WHERE id = $1::uuid AND proposal_id = $2::uuid RETURNING kind', [input.documentId, input.id]);
        if (!gone[0]) throw common('NOT_FOUND');
        audit(hand, m, 'removeDocument', { [gone[0].kind]: [input.documentId, null] });
        return { id: input.id, state: m.record.state };
      }),

    recordVisit: (call, input) =>
      kit.work.once(input.key, 'proposals.recordVisit', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        if (input.on > hand.today) throw fail('DATE_IN_FUTURE');
        // Before the decision, and again between tranches.
        if (!['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan', 'siapCair'].includes(m.record.state)) throw fail('NOT_EDITABLE', stateNames('proposal', m.record.state));
        await hand.query(
          'UPDATE proposal SET visited_on = $2::date, visit_suitable = $3, visit_met = $4, visit_note = $5, visited_by = $6, updated_at = $7::timestamptz WHERE id = $1::uuid RETURNING 1',
          [input.id, input.on, input.suitable, input.ordinaryMembersMet, input.note || null, call.actor.userId, hand.now.toISOString()],
        );
        audit(hand, m, 'recordVisit', { visitedOn: [m.record.visitedOn, input.on], suitable: [m.record.visitSuitable, input.suitable] }, input.note || undefined);
        return { id: input.id, state: m.record.state };
      }),

    recordTraining: (call, input) =>
      bulk(call, input.key, 'proposals.recordTraining', input.ids, false, async (hand, m) => {
        if (input.on > hand.today) throw fail('DATE_IN_FUTURE');
        if (m.record.state === 'ditolak') return [blocked('NOT_EDITABLE', fail('NOT_EDITABLE').text)];
        await hand.query('UPDATE proposal SET training_on = $2::date, updated_at = $3::timestamptz WHERE id = $1::uuid RETURNING 1', [m.record.id, input.on, hand.now.toISOString()]);
        audit(hand, m, 'recordTraining', { trainingOn: [m.record.trainingOn, input.on] });
        return null;
      }),

    checkEligibility: (call, input) =>
      kit.work.once(input.key, 'proposals.checkEligibility', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        await judge(aid, hand, m, input.point);
        return { id: input.id, state: m.record.state };
      }),

    act: (call, input) =>
      kit.work.once(input.key, 'proposals.act', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        let m = await load(call, input.id, hand);
        expectState('proposal', m.record.state, input.expectedState);
        // Handed in with today's register, not with what was known when the draft began.
        if (submits(input.action)) {
          await judge(aid, hand, m, 'proposal');
          m = await load(call, input.id, hand);
        }
        if (!proposalFlow.isState(m.record.state)) throw common('NOT_FOUND');
        const decision = proposalFlow.decide(m.record.state, input.action, proposalContext(call, m, input.note ? ['reason'] : []));
        if (!decision.ok) throw stepRefused(decision.error);
        await moveMany(hand, [m], input.action, decision.value, input.note ?? null);
        return { id: input.id, state: decision.value };
      }),

    async bulkAct(call, input) {
      const work = async (hand: Hand): Promise<Bulk> => {
        const ids = [...new Set(input.ids)];
        let matters = await loadMatters(aid, hand.query, call, ids, !input.dryRun);
        if (submits(input.action) && !input.dryRun) {
          for (const m of matters.values()) if (EDITABLE.includes(m.record.state)) await judge(aid, hand, m, 'proposal');
          matters = await loadMatters(aid, hand.query, call, ids);
        }
        const going: Matter[] = [];
        const to = proposalFlow.actions[input.action].to;
        const rows = ids.map((id) => {
          const m = matters.get(id);
          if (!m || !proposalFlow.isState(m.record.state)) return missingRow(id);
          const decision = proposalFlow.decide(m.record.state, input.action, proposalContext(call, m, input.note ? ['reason'] : []));
          // A dry run judges nobody; that the check is still to be made is no reason against trying.
          const against = decision.ok ? [] : decision.error.filter((b) => !(input.dryRun && submits(input.action) && b.code === 'ELIGIBILITY_NOT_CHECKED'));
          const ok = against.length === 0;
          if (ok) going.push(m);
          return { id, name: m.group.name, ok, state: ok && !input.dryRun ? to : m.record.state, blockers: against.map(blockerView) };
        });
        if (!input.dryRun) await moveMany(hand, going, input.action, to, input.note ?? null);
        return { rows, done: going.length, failed: rows.length - going.length, dryRun: input.dryRun };
      };
      if (input.dryRun) return kit.work.run(call.actor, (unit) => work(handOf(aid, unit, call.actor)));
      return kit.work.once(input.key, 'proposals.bulkAct', call.actor, (unit) => work(handOf(aid, unit, call.actor)));
    },
  };

  async function attach(hand: Hand, m: Matter, kind: string, fileId: string): Promise<void> {
    await hand.query(
      `INSERT INTO proposal_document (id, regency_code, proposal_id, kind, file_id, added_by, added_name, added_at) VALUES ($1::uuid, $2, $3::uuid, $4, $5::uuid, $6, $7, $8::timestamptz)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [randomUUID(), m.record.regencyCode, m.record.id, kind, fileId, hand.who.userId, hand.who.name, hand.now.toISOString()],
    );
  }
}

class DryRun extends Error {}
