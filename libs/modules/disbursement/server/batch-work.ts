import { workFlow } from '@anyam/domain/disbursement';
import { DomainError, isoDate, rupiah } from '@anyam/domain/kernel';
import { sendSp2d } from '@anyam/domain/ledger';
import { isUniqueViolation, SYSTEM } from '@anyam/server-kit';
import { batchRepository, type BatchRecord, type WorkInput } from '../persistence/batch.repository.ts';
import { refreshGroups } from './aid-figures.ts';
import { handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { countsOn, postTransfers, withRefs } from './ledger.ts';
import { recordSteps } from './steps.ts';

export const BATCH_QUEUE = 'disbursement-batch';
const SYSTEM_ACTOR = { actor: { id: SYSTEM.userId, roles: ['system' as const] }, history: [], facts: {} };

/** Writes down what is to be done. The batch itself stays where it is until the work is finished. */
export async function enqueueSp2d(hand: Hand, batch: BatchRecord, input: WorkInput): Promise<void> {
  const [taken] = await hand.query<{ number: string }>('SELECT number FROM payment_batch WHERE regency_code = $1 AND sp2d_number = $2 AND id <> $3::uuid', [batch.regencyCode, input.number, batch.id]);
  if (taken) throw fail('SP2D_NUMBER_TAKEN', { number: input.number });
  const rows = await hand.query<{ id: string }>(
    `UPDATE payment_batch SET work_state = 'queued', work_action = 'recordSp2d', work_input = $2::jsonb, work_error = NULL, work_since = $3::timestamptz WHERE id = $1::uuid AND work_state = 'idle' RETURNING id::text AS id`,
    [batch.id, JSON.stringify(input), hand.now.toISOString()]);
  if (rows.length === 0) throw fail('CHANGED_MEANWHILE', { state: 'ada pekerjaan berjalan', stateEn: 'work is going on' });
  hand.unit.audit({ action: 'disbursement.batch.work.enqueue', entity: 'batch', entityId: batch.id, regionCode: batch.regencyCode, changes: { work: ['idle', 'queued'], sp2d: [null, input.number] } });
}

/**
 * The background half of "record SP2D". Taking it up is one transaction, doing it another, so a look from outside sees
 * `running`; the second one moves batch, tranches, money and history together or not at all. A process that dies leaves
 * `running` with nobody at it, which the sweep finds by trying the lock; `attempt` keeps a slow first worker from
 * finishing what a second one has taken over.
 */
export async function runBatchWork(aid: Aid, batchId: string): Promise<void> {
  const taken = await aid.kit.work.run(SYSTEM, async (unit) => {
    const hand = handOf(aid, unit, SYSTEM);
    const record = await batchRepository.find(hand.query, batchId, true);
    if (!record || record.workState !== 'queued' || !workFlow.decide('queued', 'begin', SYSTEM_ACTOR).ok) return null;
    await hand.query(`UPDATE payment_batch SET work_state = 'running', work_attempt = work_attempt + 1, work_since = $2::timestamptz WHERE id = $1::uuid RETURNING 1`, [batchId, hand.now.toISOString()]);
    const actor = record.workInput ? { userId: record.workInput.actorId, name: record.workInput.actorName } : SYSTEM;
    return { attempt: record.workAttempt + 1, actor };
  });
  if (taken === null) return;
  const { attempt, actor } = taken;
  try {
    await aid.kit.work.run(actor, (unit) => finishSp2d(aid, handOf(aid, unit, actor), batchId, attempt));
  } catch (error) {
    const text = isUniqueViolation(error, 'payment_batch_sp2d') ? 'Nomor SP2D sudah dipakai batch lain.' : error instanceof DomainError ? error.say('id') : 'Ada gangguan di pihak kami. Coba lagi.';
    await aid.kit.work.run(SYSTEM, async (unit) => {
      await handOf(aid, unit, SYSTEM).query(
        `UPDATE payment_batch SET work_state = 'failed', work_error = $3, work_since = $4::timestamptz WHERE id = $1::uuid AND work_state = 'running' AND work_attempt = $2 RETURNING 1`,
        [batchId, attempt, text.slice(0, 500), unit.now.toISOString()]);
    });
    if (!(error instanceof DomainError)) console.error('disbursement work:', (error as Error).message);
  }
}

async function finishSp2d(aid: Aid, hand: Hand, batchId: string, attempt: number): Promise<void> {
  const record = await batchRepository.find(hand.query, batchId, true);
  if (!record || record.workState !== 'running' || record.workAttempt !== attempt || record.workAction !== 'recordSp2d' || !record.workInput) return;
  if (record.state !== 'spm') throw fail('CHANGED_MEANWHILE', { state: record.state, stateEn: record.state });
  const input = record.workInput;
  const lines = await batchRepository.lines(hand.query, batchId);
  // One statement for all tranches of the batch, however many.
  const moved = await hand.query<{ id: string; attempt: number; amount: bigint; proposalId: string; groupId: string }>(
    `UPDATE tranche t SET state = 'sp2d', since = $2::timestamptz, attempt = l.attempt FROM batch_line l
     WHERE l.tranche_id = t.id AND l.batch_id = $1::uuid AND l.removed_at IS NULL AND t.batch_id = l.batch_id AND t.state = 'spm'
     RETURNING t.id::text AS id, t.attempt, l.amount, t.proposal_id::text AS "proposalId", t.group_id::text AS "groupId"`,
    [batchId, hand.now.toISOString()]);
  if (moved.length !== lines.length || moved.length === 0) throw fail('CHANGED_MEANWHILE', { state: 'isi batch berubah', stateEn: 'the batch changed' });
  const on = countsOn(isoDate(input.date), hand.today);
  await postTransfers(hand, { regencyCode: record.regencyCode, programmeId: record.programmeId }, moved.flatMap((t) => withRefs(
    sendSp2d({ budgetLineId: record.programmeId, proposalId: t.proposalId, trancheId: t.id, attempt: t.attempt, amount: rupiah(t.amount), on, document: input.number }),
    { groupId: t.groupId, proposalId: t.proposalId, trancheId: t.id })));
  await hand.query(
    `UPDATE payment_batch SET state = 'sp2dTerbit', since = $2::timestamptz, sp2d_number = $3, sp2d_date = $4::date, sp2d_file_id = $5::uuid,
       work_state = 'idle', work_action = NULL, work_input = NULL, work_error = NULL, work_since = $2::timestamptz WHERE id = $1::uuid RETURNING 1`,
    [batchId, hand.now.toISOString(), input.number, input.date, input.fileId]);
  await recordSteps(hand, [
    { regencyCode: record.regencyCode, flow: 'batch', entityId: batchId, groupId: null, action: 'recordSp2d', from: 'spm', to: 'sp2dTerbit', note: input.note ?? input.number },
    ...moved.map((t) => ({ regencyCode: record.regencyCode, flow: 'tranche' as const, entityId: t.id, groupId: t.groupId, action: 'recordSp2d', from: 'spm', to: 'sp2d', note: input.number })),
  ]);
  await refreshGroups(aid, hand, moved.map((t) => ({ groupId: t.groupId, stage: 'sp2d' })));
}

/** Queued work is sent again; running work that nobody holds is taken back to the queue first. */
export async function sweepBatchWork(aid: Aid): Promise<void> {
  const found = await aid.query<{ id: string }>(`SELECT id::text AS id FROM payment_batch WHERE work_state IN ('queued', 'running') ORDER BY work_since LIMIT 100`);
  for (const { id } of found) {
    await aid.kit.work.run(SYSTEM, async (unit) => {
      const hand = handOf(aid, unit, SYSTEM);
      // A worker that is alive holds the row while it writes; then there is nothing to do here.
      const [free] = await hand.query<{ id: string }>(`SELECT id::text AS id FROM payment_batch WHERE id = $1::uuid AND work_state = 'running' AND work_since < $2::timestamptz FOR UPDATE SKIP LOCKED`, [id, new Date(unit.now.getTime() - 1_000).toISOString()]);
      if (free) await hand.query(`UPDATE payment_batch SET work_state = 'queued', work_since = $2::timestamptz WHERE id = $1::uuid RETURNING 1`, [id, unit.now.toISOString()]);
    });
    await aid.kit.jobs.send(BATCH_QUEUE, { batchId: id });
  }
}
