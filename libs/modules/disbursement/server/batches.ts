import { randomUUID } from 'node:crypto';
import { Buffer } from 'node:buffer';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { batchFlow, conditionBlockers, paymentReference, paymentTable, trancheFlow, workFlow, type BatchAction, type BatchFacts, type TrancheAction } from '@anyam/domain/disbursement';
import { rupiah, stepRefused, sum, type Need } from '@anyam/domain/kernel';
import { scopeSql, sha256Hex, type Query } from '@anyam/server-kit';
import type { BatchesPort, Done } from '../contract/index.ts';
import { batchRepository, type BatchLineRecord, type BatchRecord } from '../persistence/batch.repository.ts';
import { flowRepository, type StepRow } from '../persistence/flow.repository.ts';
import { trancheRepository } from '../persistence/tranche.repository.ts';
import { BUILT_IN, formatOf, formatsOf } from './bank-formats.ts';
import { BATCH_QUEUE, enqueueSp2d } from './batch-work.ts';
import { actorAt, handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { paymentLines } from './payment-lines.ts';
import { judge } from './proposals.ts';
import { createReconciliation } from './reconciliation.ts';
import { csvFile, xlsxFile } from './sheets.ts';
import { expectState, recordSteps } from './steps.ts';
import { loadTranches, waitingTranches, type TrancheMatter } from './tranche-matter.ts';
import { moveTranches, mustBeFile, outOfBatch } from './tranches.ts';
import { blockerView, buttonView, historyOf, maskTail, stateNames, stateView, stepView } from './view.ts';

export interface BatchMatter {
  readonly record: BatchRecord;
  readonly lines: readonly BatchLineRecord[];
  readonly tranches: ReadonlyMap<string, TrancheMatter>;
  readonly facts: BatchFacts;
  readonly steps: readonly StepRow[];
  readonly reserved: bigint;
}

const lineEligible = (t: TrancheMatter): boolean => t.matter.facts.eligibility?.at === 'payment' && t.matter.facts.eligibility.blocks === 0;

/** One batch with its lines, tranches and the steps of all its proposals. */
export async function loadBatch(aid: Aid, query: Query, call: Call | null, id: string, lock = false): Promise<BatchMatter> {
  const record = await batchRepository.find(query, id, lock);
  if (!record || (call && !reaches(call, { regionCode: record.regencyCode }))) throw common('NOT_FOUND');
  const lines = await batchRepository.lines(query, id);
  const tranches = await loadTranches(aid, query, null, lines.map((l) => l.trancheId), lock);
  const own = [...tranches.values()];
  const reserved = [...new Map(own.map((t) => [t.record.proposalId, t.reserved])).values()].reduce((a, b) => a + b, 0n);
  const statements = await batchRepository.statementLines(query, id);
  const [open] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM reconciliation_case WHERE batch_id = $1::uuid AND state = 'open'`, [id]);
  const facts: BatchFacts = {
    work: record.workState as BatchFacts['work'],
    lines: lines.length,
    waitingLines: own.filter((t) => t.record.state === 'direncanakan' && conditionBlockers(t.conditions).length > 0).length,
    ineligibleLines: own.filter((t) => !lineEligible(t)).length,
    total: sum(lines.map((l) => l.amount)),
    reserved: rupiah(reserved),
    statementMatched: record.matchedAt !== null && statements.length > 0 && statements.every((s) => s.result !== 'waiting') && lines.every((l) => l.result !== 'waiting'),
    openCases: open?.n ?? 0,
  };
  const steps = await flowRepository.steps(query, [...new Set([id, ...lines.map((l) => l.proposalId)])]);
  return { record, lines, tranches, facts, steps, reserved };
}

export const batchContext = (call: Call, b: BatchMatter, given: readonly Need[] = []) => ({
  actor: actorAt(call, { regionCode: b.record.regencyCode }), history: historyOf(b.steps), given, facts: b.facts,
});

const TRANCHE_STEP: Partial<Record<BatchAction, TrancheAction>> = { recordPaymentRequest: 'requestPayment', recordPaymentOrder: 'orderPayment' };
const PAPER: Partial<Record<BatchAction, string>> = { recordPaymentRequest: 'spp', recordPaymentOrder: 'spm' };

export function createBatches(aid: Aid): BatchesPort {
  const { kit } = aid;
  const audit = (hand: Hand, b: { id: string; regencyCode: string }, action: string, changes: Record<string, readonly [unknown, unknown]>, reason?: string) =>
    hand.unit.audit({ action: `disbursement.batch.${action}`, entity: 'batch', entityId: b.id, regionCode: b.regencyCode, changes, reason: reason ?? null });

  /** Puts planned tranches on a draft batch, each with its account as it is now; their members are judged for payment. */
  async function add(hand: Hand, call: Call, batch: { id: string; regencyCode: string; programmeId: string; number: string }, ids: readonly string[], readyOnly: boolean): Promise<number> {
    const tranches = [...(await loadTranches(aid, hand.query, call, ids, true)).values()];
    if (!readyOnly && tranches.length !== new Set(ids).size) throw common('NOT_FOUND');
    const fit = tranches.filter((t) => !readyOnly || conditionBlockers(t.conditions).length === 0);
    const free = fit.every((t) => t.record.programmeId === batch.programmeId && t.record.state === 'direncanakan' && t.record.batchId === null && t.matter.record.state === 'siapCair');
    if (!free) throw fail('TRANCHE_NOT_FREE');
    if (fit.length === 0) return 0;
    const taken = await hand.query<{ id: string }>(`UPDATE tranche SET batch_id = $2::uuid WHERE id = ANY($1::uuid[]) AND batch_id IS NULL AND state = 'direncanakan' RETURNING id::text AS id`, [fit.map((t) => t.record.id), batch.id]);
    if (taken.length !== fit.length) throw fail('TRANCHE_NOT_FREE');
    let place = await batchRepository.lastPlace(hand.query, batch.id);
    await batchRepository.addLines(hand.query, fit.map((t) => {
      place += 1;
      return {
        id: randomUUID(), regency_code: batch.regencyCode, batch_id: batch.id, tranche_id: t.record.id, proposal_id: t.record.proposalId, group_id: t.record.groupId, place, reference: paymentReference(batch.number, place),
        attempt: t.record.attempt + 1, amount: t.record.amount, group_name: t.matter.group.name, bank: t.matter.group.bank, account_number: t.matter.group.accountNumber, account_name: t.matter.group.accountName,
      };
    }));
    for (const t of fit) await judge(aid, hand, t.matter, 'payment');
    return fit.length;
  }

  /** Accounts as they are at the moment of locking: what the bank will get. */
  const snapshot = (hand: Hand, id: string) =>
    hand.query(
      `UPDATE batch_line l SET group_name = g.name, bank = g.bank, account_number = g.account_number, account_name = g.account_name FROM kube_group g WHERE g.id = l.group_id AND l.batch_id = $1::uuid AND l.removed_at IS NULL RETURNING 1`, [id]);

  return {
    async list(call, input) {
      const params: unknown[] = [];
      const scope = scopeSql(call, 'b.regency_code', null, params);
      const { rows, counts } = await batchRepository.list(aid.query, scope, params, input, input.pageSize, (input.page - 1) * input.pageSize);
      const states = input.states ?? [];
      return { rows: rows as never, counts: counts as never, total: counts.filter((c) => states.length === 0 || states.includes(c.state as never)).reduce((n, c) => n + c.count, 0) };
    },

    async ready(call, { programmeId }) {
      const ids = (await trancheRepository.planned(aid.query, programmeId)).map((r) => r.id);
      return (await waitingTranches(aid, call, ids)).map(({ record, group, conditions }) => {
        const waitsFor = conditionBlockers(conditions);
        return {
          trancheId: record.id, no: record.no, proposalId: record.proposalId, groupId: group.id, groupName: group.name, villageName: group.villageName, districtName: group.districtName,
          amount: record.amount, ready: waitsFor.length === 0, waitsFor: waitsFor.map(blockerView),
        };
      });
    },

    async detail(call, { id }) {
      const b = await loadBatch(aid, aid.query, call, id);
      const r = b.record;
      const [statements, statementLines, cases] = await Promise.all([batchRepository.statements(aid.query, id), batchRepository.statementLines(aid.query, id), batchRepository.cases(aid.query, id)]);
      const lineOf = new Map(b.lines.map((l) => [l.id, l]));
      const of = (result: string) => b.lines.filter((l) => l.result === result).reduce((a, l) => a + l.amount, 0n);
      const done = r.workState === 'idle' ? b.lines.length : 0;
      return {
        id, number: r.number, name: r.name, programmeId: r.programmeId, programmeName: r.programmeName, state: stateView('batch', r.state), since: r.since,
        work: {
          state: r.workState as never, label: stateView('work', r.workState), action: r.workAction, done, total: b.lines.length, error: r.workError, since: r.workSince,
          buttons: workFlow.isState(r.workState) && r.workState !== 'idle' ? workFlow.buttons(r.workState, { actor: actorAt(call, { regionCode: r.regencyCode }), history: [], facts: {} }).filter((x) => x.action === 'retry' || x.action === 'giveUp').map(buttonView) : [],
        },
        bankFormat: r.bankFormat, total: b.facts.total, reserved: b.reserved,
        papers: { sppNumber: r.sppNumber, sppDate: r.sppDate, spmNumber: r.spmNumber, spmDate: r.spmDate, sp2dNumber: r.sp2dNumber, sp2dDate: r.sp2dDate, sp2dFileId: r.sp2dFileId, sentAt: r.sentAt, listSha256: r.listSha256 },
        lines: b.lines.flatMap((l) => {
          const t = b.tranches.get(l.trancheId);
          if (!t) return [];
          const waits = t.record.state === 'direncanakan' ? conditionBlockers(t.conditions) : [];
          return [{
            id: l.id, trancheId: l.trancheId, trancheNo: t.record.no, proposalId: l.proposalId, groupId: l.groupId, groupName: l.groupName, villageName: t.matter.group.villageName, districtName: t.matter.group.districtName,
            amount: l.amount, reference: l.reference, bank: l.bank, accountNumberMasked: maskTail(l.accountNumber), accountName: l.accountName, attempt: l.attempt,
            trancheState: stateView('tranche', t.record.state), result: l.result as never, bankAmount: l.bankAmount,
            blockers: [...waits.map(blockerView), ...(lineEligible(t) ? [] : [{ code: 'LINE_NOT_ELIGIBLE', text: { id: 'Kelayakan anggota untuk pembayaran belum terpenuhi. Periksa ulang.', en: 'The members are not eligible for payment. Check again.' }, clearedBy: { id: 'operator', en: 'operator' }, severity: 'block' as const, where: null }])],
          }];
        }),
        sums: { paid: of('paid'), returned: of('returned'), differs: of('amountDiffers'), waiting: of('waiting') + of('missing') },
        statements,
        statementLines: statementLines.map((s) => {
          const line = s.batchLineId ? lineOf.get(s.batchLineId) : undefined;
          return { id: s.id, no: s.no, on: s.on, accountNumberMasked: maskTail(s.accountNumber || null), name: s.name || null, amount: s.amount, description: s.description, kind: s.kind, reference: s.reference, result: s.result as never, trancheId: line?.trancheId ?? null, groupName: line?.groupName ?? null };
        }),
        cases: cases.map((c) => ({ id: c.id, batchId: c.batchId, trancheId: c.trancheId, groupName: c.groupName, kind: c.kind as never, text: c.texts.text, suggestion: c.texts.suggestion, state: c.state as never, note: c.note, openedAt: c.openedAt, closedBy: c.closedBy, closedAt: c.closedAt })),
        buttons: batchFlow.isState(r.state) ? batchFlow.buttons(r.state, batchContext(call, b)).map(buttonView) : [],
        history: b.steps.map(stepView),
      };
    },

    create: (call, input) =>
      kit.work.once(input.key, 'batches.create', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const programme = await aid.ports.programme.find(input.programmeId);
        if (!programme || !reaches(call, { regionCode: programme.regencyCode })) throw common('NOT_FOUND');
        await formatOf(hand.query, programme.regencyCode, input.bankFormat);
        const number = await batchRepository.nextNumber(hand.query, programme.regencyCode, hand.today.slice(0, 4));
        const batch = { id: randomUUID(), regencyCode: programme.regencyCode, programmeId: programme.id, number };
        await hand.query(
          `INSERT INTO payment_batch (id, regency_code, programme_id, number, name, bank_format, state, since, created_by, created_at) VALUES ($1::uuid, $2, $3::uuid, $4, $5, $6, 'draf', $7::timestamptz, $8, $7::timestamptz) RETURNING 1`,
          [batch.id, batch.regencyCode, batch.programmeId, number, input.name, input.bankFormat, hand.now.toISOString(), hand.who.userId]);
        const ids = input.trancheIds ?? (await trancheRepository.planned(hand.query, programme.id)).map((r) => r.id);
        const n = await add(hand, call, batch, ids, input.trancheIds === undefined);
        if (n === 0) throw fail('NOTHING_READY');
        audit(hand, batch, 'create', { number: [null, number], lines: [0, n] });
        return { id: batch.id, state: 'draf' };
      }),

    change: (call, input) =>
      kit.work.once(input.key, 'batches.change', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const b = await loadBatch(aid, hand.query, call, input.id, true);
        if (b.record.state !== 'draf') throw fail('NOT_EDITABLE', stateNames('batch', b.record.state));
        const leaving = input.remove.flatMap((id) => b.tranches.get(id) ?? []);
        if (leaving.length > 0) await outOfBatch(hand, leaving);
        if (input.add.length > 0) await add(hand, call, b.record, input.add, false);
        audit(hand, b.record, 'change', { added: [null, input.add.length], removed: [null, leaving.length] });
        return { id: input.id, state: 'draf' };
      }),

    async act(call, input) {
      const password = await aid.ports.access.confirmed(call, input.password);
      let queued = false;
      const done = await kit.work.once(input.key, 'batches.act', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        let b = await loadBatch(aid, hand.query, call, input.id, true);
        expectState('batch', b.record.state, input.expectedState);
        if (!batchFlow.isState(b.record.state)) throw common('NOT_FOUND');
        if (input.date && input.date > hand.today) throw fail('DATE_IN_FUTURE');
        if (input.action === 'lock') {
          await snapshot(hand, b.record.id);
          for (const t of b.tranches.values()) await judge(aid, hand, t.matter, 'payment');
          b = await loadBatch(aid, hand.query, call, input.id);
        }
        const given: Need[] = [...password];
        if (input.note) given.push('reason');
        if (input.number) given.push('number');
        if (input.date) given.push('date');
        if (input.fileId) {
          await mustBeFile(hand, input.fileId, b.record.regencyCode);
          given.push('evidence');
        }
        const decision = batchFlow.decide(b.record.state as never, input.action, batchContext(call, b, given));
        if (!decision.ok) throw stepRefused(decision.error);
        if (input.action === 'recordSp2d') {
          await enqueueSp2d(hand, b.record, { actorId: call.actor.userId, actorName: call.actor.name, number: input.number as string, date: input.date as string, fileId: input.fileId as string, note: input.note ?? null });
          queued = true;
          return { id: b.record.id, state: b.record.state };
        }
        await follow(hand, call, b, input.action, decision.value);
        const paper = PAPER[input.action];
        const rows = await hand.query<{ id: string }>(
          `UPDATE payment_batch SET state = $3, since = $4::timestamptz${paper ? `, ${paper}_number = $5, ${paper}_date = $6::date` : ''}${input.action === 'send' ? ', sent_at = $4::timestamptz, list_sha256 = $5' : ''}
           WHERE id = $1::uuid AND state = $2 RETURNING id::text AS id`,
          [b.record.id, b.record.state, decision.value, hand.now.toISOString(), ...(paper ? [input.number, input.date] : input.action === 'send' ? [await listHash(hand.query, b)] : [])]);
        if (rows.length === 0) throw fail('CHANGED_MEANWHILE', stateNames('batch', b.record.state));
        await recordSteps(hand, [{ regencyCode: b.record.regencyCode, flow: 'batch', entityId: b.record.id, groupId: null, action: input.action, from: b.record.state, to: decision.value, note: input.note ?? input.number ?? null }]);
        return { id: b.record.id, state: decision.value };
      });
      if (queued) await kit.jobs.send(BATCH_QUEUE, { batchId: input.id });
      return done;
    },

    async work(call, input) {
      const done = await kit.work.once(input.key, 'batches.work', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const b = await loadBatch(aid, hand.query, call, input.id, true);
        if (!workFlow.isState(b.record.workState)) throw common('NOT_FOUND');
        const decision = workFlow.decide(b.record.workState, input.action, { actor: actorAt(call, { regionCode: b.record.regencyCode }), history: [], facts: {} });
        if (!decision.ok) throw stepRefused(decision.error);
        await hand.query(
          input.action === 'retry'
            ? `UPDATE payment_batch SET work_state = 'queued', work_error = NULL, work_since = $2::timestamptz WHERE id = $1::uuid RETURNING 1`
            : `UPDATE payment_batch SET work_state = 'idle', work_action = NULL, work_input = NULL, work_error = NULL, work_since = $2::timestamptz WHERE id = $1::uuid RETURNING 1`,
          [b.record.id, hand.now.toISOString()]);
        audit(hand, b.record, `work.${input.action}`, { work: [b.record.workState, decision.value] });
        return { id: b.record.id, state: b.record.state };
      });
      if (input.action === 'retry') await kit.jobs.send(BATCH_QUEUE, { batchId: input.id });
      return done;
    },

    async workStatus(call, { id }) {
      const record = await batchRepository.find(aid.query, id);
      if (!record || !reaches(call, { regionCode: record.regencyCode })) throw common('NOT_FOUND');
      const lines = await batchRepository.lines(aid.query, id);
      return { state: record.workState as never, batchState: record.state as never, done: record.workState === 'idle' ? lines.length : 0, total: lines.length, error: record.workError };
    },

    async paymentList(call, input) {
      const b = await loadBatch(aid, aid.query, call, input.id);
      const format = await formatOf(aid.query, b.record.regencyCode, input.format ?? b.record.bankFormat);
      const table = paymentTable(paymentLines(b.lines), format);
      const name = `daftar-bayar-${b.record.number}`;
      await kit.work.run(call.actor, async (unit) => audit(handOf(aid, unit, call.actor), b.record, 'paymentList', { form: [null, input.form], format: [null, format.id] }));
      if (input.form === 'csv') return csvFile(name, table, format.separator);
      const amountAt = format.columns.flatMap((c, i) => (c.field === 'amount' || c.field === 'no' ? [i] : []));
      return xlsxFile(name, table.map((row, i) => (i === 0 ? row : row.map((cell, j) => (amountAt.includes(j) ? BigInt(cell) : cell)))));
    },

    formats: (call) => formatsOf(aid.query, [...new Set(call.scope.map((g) => g.area.split('.').slice(0, 2).join('.')))]),

    saveFormat: (call, input) =>
      kit.work.once(input.key, 'batches.saveFormat', call.actor, async (unit) => {
        const hand = handOf(aid, unit, call.actor);
        const { key: _key, ...settings } = input;
        if (BUILT_IN.some((f) => f.id === settings.id)) throw fail('FORMAT_BUILT_IN');
        const regencyCode = call.scope.map((g) => g.area.split('.').slice(0, 2).join('.')).find((area) => area.length === 5) ?? kit.config.REGION_CODE;
        if (!reaches(call, { regionCode: regencyCode })) throw common('NOT_FOUND');
        await hand.query(
          `INSERT INTO bank_format (regency_code, id, settings, updated_by, updated_at) VALUES ($1, $2, $3::jsonb, $4, $5::timestamptz)
           ON CONFLICT (regency_code, id) DO UPDATE SET settings = EXCLUDED.settings, updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at RETURNING 1`,
          [regencyCode, settings.id, JSON.stringify(settings), hand.who.userId, hand.now.toISOString()]);
        unit.audit({ action: 'disbursement.bankFormat.save', entity: 'bankFormat', entityId: settings.id, regionCode: regencyCode, changes: { name: [null, settings.name] } });
        return { ...settings, builtIn: false };
      }),

    ...createReconciliation(aid),
  };


  /** Hash of the list as it goes to the bank in the batch's own format. */
  async function listHash(query: Query, b: BatchMatter): Promise<string> {
    const format = await formatOf(query, b.record.regencyCode, b.record.bankFormat);
    return sha256Hex(Buffer.from(csvFile('x', paymentTable(paymentLines(b.lines), format), format.separator).base64, 'base64'));
  }

  /** What a batch's step does to its tranches, in the same transaction. */
  async function follow(hand: Hand, call: Call, b: BatchMatter, action: BatchAction, _to: string): Promise<void> {
    const tranches = [...b.tranches.values()];
    const roles = actorAt(call, { regionCode: b.record.regencyCode });
    const decideAll = (subset: readonly TrancheMatter[], step: TrancheAction) => {
      for (const t of subset) {
        if (!trancheFlow.isState(t.record.state)) throw common('NOT_FOUND');
        const decision = trancheFlow.decide(t.record.state, step, { actor: roles, history: historyOf(t.steps), given: ['reason'], facts: t.facts });
        if (!decision.ok) throw stepRefused(decision.error.map((x) => ({ ...x, text: { id: `${t.matter.group.name}: ${x.text.id}`, en: `${t.matter.group.name}: ${x.text.en}` } })));
      }
    };
    const step = TRANCHE_STEP[action];
    if (step) {
      decideAll(tranches, step);
      await moveTranches(aid, hand, tranches, step, trancheFlow.actions[step].to, null);
    }
    if (action === 'reconcile') {
      const waiting = tranches.filter((t) => t.record.state === 'sp2d');
      const paid = waiting.filter((t) => t.facts.bankAmount !== null);
      const back = waiting.filter((t) => t.facts.bankReturned);
      decideAll(paid, 'confirmReceipt');
      decideAll(back, 'recordReturn');
      await moveTranches(aid, hand, paid, 'confirmReceipt', 'diterima', null);
      await moveTranches(aid, hand, back, 'recordReturn', 'retur', null);
    }
    if (action === 'cancel') {
      for (const state of ['sppLs', 'spm']) {
        const subset = tranches.filter((t) => t.record.state === state);
        decideAll(subset, 'takeOut');
        await moveTranches(aid, hand, subset, 'takeOut', 'direncanakan', 'Batch dibatalkan');
      }
      await outOfBatch(hand, tranches.filter((t) => t.record.state === 'direncanakan'));
    }
  }
}
