import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { lpjDueDate, trancheFlow, waitingSentence, type TrancheAction } from '@anyam/domain/disbursement';
import { fill, isoDate, rupiah, stepRefused, type Blocker } from '@anyam/domain/kernel';
import { bankReturn, receive, release, reversalOf } from '@anyam/domain/ledger';
import type { z } from 'zod';
import type { bulkOutput, Done, TranchesPort } from '../contract/index.ts';
import { batchRepository } from '../persistence/batch.repository.ts';
import { proposalRepository } from '../persistence/proposal.repository.ts';
import { trancheRepository } from '../persistence/tranche.repository.ts';
import { refreshGroups } from './aid-figures.ts';
import { handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { countsOn, postTransfers, receivedTransfers, withRefs, type Posting } from './ledger.ts';
import { EXPORT_MOST, listFile } from './list-file.ts';
import { expectState, recordSteps } from './steps.ts';
import { loadTranches, trancheButtons, trancheContext, type TrancheMatter } from './tranche-matter.ts';
import { blockerView, buttonView, maskTail, stateNames, stateView, stepView } from './view.ts';

type Bulk = z.infer<typeof bulkOutput>;
const SENT = ['sp2d', 'diterima', 'dipakai'];

/** Moves tranches that were judged, with the money and what follows from the step. All are in the same state. */
export async function moveTranches(aid: Aid, hand: Hand, tranches: readonly TrancheMatter[], action: TrancheAction, to: string, note: string | null): Promise<void> {
  const first = tranches[0];
  if (!first) return;
  const from = first.record.state;
  const moved = await trancheRepository.move(hand.query, tranches.map((t) => t.record.id), from, to, hand.now);
  if (moved.length !== tranches.length) throw fail('CHANGED_MEANWHILE', stateNames('tranche', from));
  await recordSteps(hand, tranches.map((t) => ({ regencyCode: t.record.regencyCode, flow: 'tranche' as const, entityId: t.record.id, groupId: t.record.groupId, action, from, to, note })));
  if (action === 'confirmReceipt') await onReceived(aid, hand, tranches);
  if (action === 'recordReturn') await onReturned(aid, hand, tranches, from);
  if (action === 'cancel') await onCancelled(hand, tranches);
  if (action === 'takeOut') await outOfBatch(hand, tranches);
  if (action === 'planAgain') await hand.query('UPDATE tranche SET batch_id = NULL, repaired_at = NULL WHERE id = ANY($1::uuid[]) RETURNING 1', [moved]);
  await refreshGroups(aid, hand, tranches.map((t) => ({ groupId: t.record.groupId, stage: to === 'dibatalkan' ? t.matter.record.state : to, fiscalYear: t.matter.programme.fiscalYear })));
  if (action === 'startUse') for (const t of tranches) await aid.ports.group.activate(hand.unit as never, hand.who, t.record.groupId, `Bantuan tahap ${t.record.no} mulai dipakai`);
}

const refsOf = (t: TrancheMatter) => ({ groupId: t.record.groupId, proposalId: t.record.proposalId, trancheId: t.record.id });
/** All postings of one programme go together; a batch has one programme. */
async function post(hand: Hand, tranches: readonly TrancheMatter[], make: (t: TrancheMatter) => Posting[]): Promise<void> {
  for (const programmeId of new Set(tranches.map((t) => t.record.programmeId))) {
    const own = tranches.filter((t) => t.record.programmeId === programmeId);
    await postTransfers(hand, { regencyCode: (own[0] as TrancheMatter).record.regencyCode, programmeId }, own.flatMap(make));
  }
}

/** What the bank shows, at most what was sent: the money is on the group's account and in its own books, and its report has a due date. */
async function onReceived(aid: Aid, hand: Hand, tranches: readonly TrancheMatter[]): Promise<void> {
  const rows = tranches.map((t) => {
    const bank = t.facts.bankAmount ?? 0n;
    const amount = bank < t.facts.sp2dAmount ? bank : t.facts.sp2dAmount;
    const on = countsOn(t.line?.bankOn ?? null, hand.today);
    return { t, amount, on, due: lpjDueDate(on, t.matter.rules) };
  });
  await post(hand, tranches, (t) => {
    const row = rows.find((r) => r.t === t) as (typeof rows)[number];
    return withRefs(receive({ budgetLineId: t.record.programmeId, groupId: t.record.groupId, trancheId: t.record.id, statementLineId: t.line?.statementLineId ?? `attempt-${t.record.attempt}`, amount: rupiah(row.amount), on: row.on }), refsOf(t));
  });
  const sp2d = new Map((await trancheRepository.sp2dNumbers(hand.query, tranches.flatMap((t) => (t.line ? [t.line.batchId] : [])))).map((b) => [b.batchId, b.number]));
  await aid.ports.books.receiveAid(hand.unit as never, hand.who, rows.map(({ t, amount, on }) => ({
    groupId: t.record.groupId, trancheId: t.record.id, attempt: t.record.attempt, no: t.record.no, amount, on, document: sp2d.get(t.line?.batchId ?? '') ?? null,
  })));
  for (const { t, amount, on, due } of rows) {
    await hand.query('UPDATE tranche SET received = $2, received_on = $3::date WHERE id = $1::uuid RETURNING 1', [t.record.id, amount, on]);
    await hand.query(
      `INSERT INTO lpj (id, regency_code, programme_id, proposal_id, tranche_id, group_id, state, since, due_on) VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6::uuid, 'belum', $7::timestamptz, $8::date) ON CONFLICT DO NOTHING RETURNING 1`,
      [randomUUID(), t.record.regencyCode, t.record.programmeId, t.record.proposalId, t.record.id, t.record.groupId, hand.now.toISOString(), due]);
  }
}

/** The bank sent it back. What was received before goes back the way it came, in both ledgers: on the account it is no longer. */
async function onReturned(aid: Aid, hand: Hand, tranches: readonly TrancheMatter[], from: string): Promise<void> {
  const on = (t: TrancheMatter) => countsOn(t.line?.bankOn ?? null, hand.today);
  if (from === 'diterima') {
    const came = await receivedTransfers(hand, tranches.map((t) => t.record.id));
    await post(hand, tranches, (t) => withRefs((came.get(t.record.id) ?? []).map((r) => reversalOf(r, { reason: 'Retur bank', on: on(t) })), refsOf(t)));
    await aid.ports.books.aidCameBack(hand.unit as never, hand.who, tranches.map((t) => ({ groupId: t.record.groupId, trancheId: t.record.id, attempt: t.record.attempt, on: on(t), reason: 'Retur bank' })));
    await hand.query('UPDATE tranche SET received = NULL, received_on = NULL WHERE id = ANY($1::uuid[]) RETURNING 1', [tranches.map((t) => t.record.id)]);
  }
  await post(hand, tranches, (t) => withRefs(bankReturn({
    budgetLineId: t.record.programmeId, proposalId: t.record.proposalId, trancheId: t.record.id, attempt: t.record.attempt, amount: rupiah(t.facts.sp2dAmount), on: on(t),
  }), refsOf(t)));
}

async function onCancelled(hand: Hand, tranches: readonly TrancheMatter[]): Promise<void> {
  await outOfBatch(hand, tranches);
  await post(hand, tranches, (t) => withRefs(release({ budgetLineId: t.record.programmeId, proposalId: t.record.proposalId, key: `tranche-${t.record.id}`, amount: rupiah(t.record.amount), on: hand.today }), refsOf(t)));
}

/** Takes the lines off a batch that did not go to the bank yet. A line that went there stays as it was. */
export async function outOfBatch(hand: Hand, tranches: readonly TrancheMatter[]): Promise<void> {
  const ids = tranches.map((t) => t.record.id);
  await hand.query(
    `UPDATE batch_line l SET removed_at = $2::timestamptz FROM tranche t WHERE t.id = l.tranche_id AND l.batch_id = t.batch_id AND l.tranche_id = ANY($1::uuid[]) AND l.removed_at IS NULL AND l.attempt > t.attempt RETURNING 1`,
    [ids, hand.now.toISOString()]);
  await hand.query('UPDATE tranche SET batch_id = NULL WHERE id = ANY($1::uuid[]) RETURNING 1', [ids]);
}

export function createTranches(aid: Aid): TranchesPort {
  const { kit } = aid;
  const load = async (call: Call, id: string, hand?: Hand): Promise<TrancheMatter> => {
    const t = (await loadTranches(aid, hand?.query ?? aid.query, call, [id], hand !== undefined)).get(id);
    if (!t) throw common('NOT_FOUND');
    return t;
  };

  return {
    async list(call, input) {
      const { rows, counts } = await trancheRepository.list(aid.query, call, input, input.pageSize, (input.page - 1) * input.pageSize);
      const states = input.states ?? [];
      const total = counts.filter((c) => states.length === 0 || states.includes(c.state as never)).reduce((n, c) => n + c.count, 0);
      return { rows: rows as never, total, counts: counts as never };
    },

    async export(call, input) {
      const { rows } = await trancheRepository.list(aid.query, call, input, EXPORT_MOST, 0);
      return listFile(aid, call, 'tahap', input, [
        { title: 'Kecamatan', value: (r) => r.districtName }, { title: 'Desa', value: (r) => r.villageName }, { title: 'Kelompok', width: 32, value: (r) => r.groupName }, { title: 'Program', value: (r) => r.programmeName },
        { title: 'Tahap', value: (r) => r.no }, { title: 'Jumlah (Rp)', value: (r) => r.amount }, { title: 'Diterima (Rp)', value: (r) => r.received }, { title: 'Tanggal terima', value: (r) => r.receivedOn },
        { title: 'Status', value: (r) => stateView('tranche', r.state).label.id }, { title: 'Batch', value: (r) => r.batchNumber },
      ], rows);
    },

    async detail(call, { id }) {
      const t = await load(call, id);
      const confirmations = await trancheRepository.confirmations(aid.query, id);
      const batch = t.record.batchId ? await batchRepository.find(aid.query, t.record.batchId) : null;
      const g = t.matter.group;
      return {
        id, no: t.record.no, of: t.record.of, proposalId: t.record.proposalId, groupId: g.id, groupName: g.name, programmeName: t.matter.programme.name,
        amount: t.record.amount, state: stateView('tranche', t.record.state), since: t.record.since, attempt: t.record.attempt, batch: batch ? { id: batch.id, number: batch.number } : null,
        bankAmount: t.line?.bankAmount ?? null, receivedOn: t.record.receivedOn, sp2dNumber: batch?.sp2dNumber ?? null,
        account: { bank: g.bank, numberMasked: maskTail(g.accountNumber), holder: g.accountName },
        waiting: waitingSentence(t.record.no, t.conditions),
        conditions: t.conditions.map((c) => ({ key: c.key, met: c.met, text: { id: fill(c.text.id, c.params), en: fill(c.text.en, c.params) }, clearedBy: { ...c.clearedBy } })),
        confirmations, confirmationsNeeded: t.facts.confirmationsNeeded,
        members: t.matter.members.filter((m) => m.role === 'member').map((m) => ({ personId: m.personId, name: m.name, confirmed: confirmations.some((c) => c.personId === m.personId) })),
        lpjId: t.record.lpjId,
        buttons: trancheButtons(call, t).filter((b) => !FOLLOWS_BATCH.includes(b.action)).map(buttonView),
        history: t.steps.map(stepView),
      };
    },

    act: (call, input) =>
      kit.work.once(input.key, 'tranches.act', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const t = await load(call, input.id, hand);
        expectState('tranche', t.record.state, input.expectedState);
        if (!trancheFlow.isState(t.record.state)) throw common('NOT_FOUND');
        const decision = trancheFlow.decide(t.record.state, input.action, trancheContext(call, t, input.note ? ['reason'] : []));
        if (!decision.ok) throw stepRefused(decision.error);
        if (input.action === 'cancel' && t.record.batchId && t.record.state === 'direncanakan') throw fail('TRANCHE_NOT_FREE');
        await moveTranches(aid, hand, [t], input.action, decision.value, input.note ?? null);
        return { id: input.id, state: decision.value };
      }),

    async bulkAct(call, input) {
      const work = async (hand: Hand): Promise<Bulk> => {
        const ids = (await hand.query<{ id: string }>(
          `SELECT DISTINCT t.id::text AS id FROM batch_line l JOIN tranche t ON t.id = l.tranche_id WHERE l.batch_id = $1::uuid AND l.removed_at IS NULL AND t.batch_id = l.batch_id`, [input.batchId])).map((r) => r.id);
        const tranches = [...(await loadTranches(aid, hand.query, call, ids, !input.dryRun)).values()];
        if (tranches.length === 0) throw common('NOT_FOUND');
        const open = tranches.filter((t) => trancheFlow.isState(t.record.state) && (trancheFlow.actions[input.action].from as readonly string[]).includes(t.record.state));
        const ready: TrancheMatter[] = [];
        const rows: Bulk['rows'] = open.map((t) => {
          const decision = trancheFlow.decide(t.record.state as never, input.action, trancheContext(call, t));
          const blockers: readonly Blocker[] = decision.ok ? [] : decision.error;
          if (decision.ok) ready.push(t);
          return { id: t.record.id, name: t.matter.group.name, ok: decision.ok, state: decision.ok && !input.dryRun ? decision.value : t.record.state, blockers: blockers.map(blockerView) };
        });
        if (!input.dryRun) await moveTranches(aid, hand, ready, input.action, trancheFlow.actions[input.action].to, null);
        return { rows, done: ready.length, failed: rows.length - ready.length, dryRun: input.dryRun };
      };
      if (input.dryRun) return kit.work.run(call.actor, (unit) => work(handOf(aid, unit, call.actor)));
      return kit.work.once(input.key, 'tranches.bulkAct', call.actor, (unit) => work(handOf(aid, unit, call.actor)));
    },

    confirmReceipt: (call, input) =>
      kit.work.once(input.key, 'tranches.confirmReceipt', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const t = await load(call, input.id, hand);
        if (!SENT.includes(t.record.state)) throw fail('MONEY_NOT_SENT');
        if (input.on > hand.today) throw fail('DATE_IN_FUTURE');
        const member = t.matter.members.find((m) => m.personId === input.personId && m.role === 'member');
        if (!member) throw fail('NOT_A_MEMBER');
        if (input.fileId) await mustBeFile(hand, input.fileId, t.record.regencyCode);
        const rows = await hand.query<{ id: string }>(
          `INSERT INTO receipt_confirmation (id, regency_code, tranche_id, person_id, person_name, method, confirmed_on, file_id, recorded_by, recorded_name, recorded_at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6, $7::date, $8::uuid, $9, $10, $11::timestamptz) ON CONFLICT (regency_code, tranche_id, person_id) DO NOTHING RETURNING id::text AS id`,
          [randomUUID(), t.record.regencyCode, t.record.id, input.personId, member.name, input.method, input.on, input.fileId ?? null, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        if (rows.length === 0) throw fail('ALREADY_CONFIRMED');
        unit.audit({ action: 'disbursement.tranche.confirmedByMember', entity: 'tranche', entityId: t.record.id, groupId: t.record.groupId, regionCode: t.matter.group.villageCode, changes: { member: [null, member.name], method: [null, input.method] } });
        return { id: t.record.id, state: t.record.state };
      }),

    async repairAccount(call, input) {
      const t = await load(call, input.id);
      if (t.record.state !== 'perbaikanRekening') throw fail('NOT_EDITABLE', stateNames('tranche', t.record.state));
      const [seen] = await aid.query<{ at: Date }>('SELECT updated_at AS at FROM kube_group WHERE id = $1::uuid', [t.record.groupId]);
      // The account is the group's own: its module stores it and keeps "one account, one group".
      await aid.ports.group.saveTask(call, {
        task: 'account', id: t.record.groupId, seenAt: seen?.at ?? new Date(0), bank: input.bank, number: input.accountNumber, holder: input.accountName, signatories: [...t.matter.group.signatoryIds],
      });
      return kit.work.once(input.key, 'tranches.repairAccount', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const rows = await hand.query<{ id: string }>(`UPDATE tranche SET repaired_at = $2::timestamptz WHERE id = $1::uuid AND state = 'perbaikanRekening' RETURNING id::text AS id`, [t.record.id, hand.now.toISOString()]);
        if (rows.length === 0) throw fail('CHANGED_MEANWHILE', stateNames('tranche', t.record.state));
        unit.audit({ action: 'disbursement.tranche.repairAccount', entity: 'tranche', entityId: t.record.id, groupId: t.record.groupId, regionCode: t.matter.group.villageCode, changes: { account: [maskTail(t.matter.group.accountNumber), maskTail(input.accountNumber)] }, reason: input.note });
        return { id: t.record.id, state: t.record.state };
      });
    },
  };
}

/** Steps that the server takes together with the batch's. */
const FOLLOWS_BATCH: readonly string[] = ['requestPayment', 'orderPayment', 'recordSp2d'];

export async function mustBeFile(hand: Hand, id: string, regencyCode: string): Promise<{ sha256: string; name: string; mime: string }> {
  const [found] = await proposalRepository.file(hand.query, id);
  if (!found || found.regencyCode !== regencyCode) throw fail('FILE_NOT_FOUND');
  return found;
}
export const dayOf = isoDate;
