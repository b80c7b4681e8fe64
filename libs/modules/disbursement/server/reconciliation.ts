import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { reconcile, type DecreedLine, type StatementLine } from '@anyam/domain/disbursement';
import { DomainError, fill, isoDate, rupiah, sum } from '@anyam/domain/kernel';
import { readSheets } from '@anyam/roster/reading';
import { asRows, scopeSql } from '@anyam/server-kit';
import type { BatchesPort, Done } from '../contract/index.ts';
import { batchRepository, type BatchRecord } from '../persistence/batch.repository.ts';
import { trancheRepository } from '../persistence/tranche.repository.ts';
import { formatOf } from './bank-formats.ts';
import { handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { moneyRules } from './matter.ts';
import { paymentLines } from './payment-lines.ts';
import { parseStatement } from './statement.ts';
import { mustBeFile } from './tranches.ts';
import { stateNames } from './view.ts';

type Reconciliation = Pick<BatchesPort, 'importStatement' | 'reconcile' | 'ignoreLine' | 'cases' | 'closeCase'>;
const SENT = ['dikirim', 'direkonsiliasi'];

/** The bank's answer: statement in, matching, cases. */
export function createReconciliation(aid: Aid): Reconciliation {
  const { kit } = aid;

  async function batchOf(call: Call, hand: Hand, id: string): Promise<BatchRecord> {
    const batch = await batchRepository.find(hand.query, id, true);
    if (!batch || !reaches(call, { regionCode: batch.regencyCode })) throw common('NOT_FOUND');
    return batch;
  }
  const audit = (hand: Hand, b: { id: string; regencyCode: string }, action: string, changes: Record<string, readonly [unknown, unknown]>, reason?: string) =>
    hand.unit.audit({ action: `disbursement.batch.${action}`, entity: 'batch', entityId: b.id, regionCode: b.regencyCode, changes, reason: reason ?? null });

  return {
    async importStatement(call, input) {
      // The file is read before the transaction: it may be slow, and it may be hostile.
      const seen = await batchRepository.find(aid.query, input.id);
      if (!seen || !reaches(call, { regionCode: seen.regencyCode })) throw common('NOT_FOUND');
      if (!SENT.includes(seen.state)) throw fail('STATEMENT_TOO_EARLY');
      const file = await kit.work.run(call.actor, (unit) => mustBeFile(handOf(aid, unit, call.actor), input.fileId, seen.regencyCode));
      const format = await formatOf(aid.query, seen.regencyCode, input.format ?? seen.bankFormat);
      const parsed = parseStatement(await sheetsOf(file), format, kit.clock.today());
      if (parsed.lines.length === 0) throw fail('STATEMENT_EMPTY', { missing: parsed.missing.join(', ') || 'baris transaksi' });

      return kit.work.once(input.key, 'batches.importStatement', call.actor, async (unit) => {
        const hand = handOf(aid, unit, call.actor);
        const batch = await batchOf(call, hand, input.id);
        if (!SENT.includes(batch.state)) throw fail('STATEMENT_TOO_EARLY');
        const id = randomUUID();
        const made = await hand.query<{ id: string }>(
          `INSERT INTO bank_statement (id, regency_code, batch_id, file_id, file_name, sha256, row_count, imported_by, imported_name, imported_at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6, $7, $8, $9, $10::timestamptz) ON CONFLICT (regency_code, batch_id, sha256) DO NOTHING RETURNING id::text AS id`,
          [id, batch.regencyCode, batch.id, input.fileId, file.name, file.sha256, parsed.lines.length, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        const problems = parsed.problems.slice(0, 200).map((p) => ({ row: p.row, text: { ...p.text } }));
        if (made.length === 0) {
          const [known] = await hand.query<{ id: string; rows: number }>('SELECT id::text AS id, row_count AS rows FROM bank_statement WHERE batch_id = $1::uuid AND sha256 = $2', [batch.id, file.sha256]);
          return { statementId: known?.id ?? id, rows: known?.rows ?? 0, skipped: parsed.skipped, problems, already: true };
        }
        await hand.query(
          `INSERT INTO bank_statement_line (id, regency_code, statement_id, batch_id, no, counts_on, kind, reference, account_number, name, amount, description)
           SELECT id, $1, $2::uuid, $3::uuid, no, counts_on, kind, reference, account_number, name, amount, description
           FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, no int, counts_on date, kind text, reference text, account_number text, name text, amount bigint, description text)
           ON CONFLICT (regency_code, statement_id, no) DO NOTHING RETURNING 1`,
          [batch.regencyCode, id, batch.id, asRows(parsed.lines.map((l) => ({ id: randomUUID(), no: l.no, counts_on: l.on, kind: l.kind, reference: l.reference, account_number: l.accountNo, name: l.name, amount: l.amount, description: l.description })))]);
        // What was matched before is to be matched anew, with these lines too.
        await hand.query('UPDATE payment_batch SET matched_at = NULL WHERE id = $1::uuid RETURNING 1', [batch.id]);
        audit(hand, batch, 'importStatement', { file: [null, file.name], rows: [null, parsed.lines.length], sha256: [null, file.sha256] });
        return { statementId: id, rows: parsed.lines.length, skipped: parsed.skipped, problems, already: false };
      });
    },

    reconcile: (call, input) =>
      kit.work.once(input.key, 'batches.reconcile', call.actor, async (unit) => {
        const hand = handOf(aid, unit, call.actor);
        const batch = await batchOf(call, hand, input.id);
        if (!SENT.includes(batch.state)) throw fail('STATEMENT_TOO_EARLY');
        const programme = await aid.ports.programme.find(batch.programmeId);
        if (!programme) throw common('NOT_FOUND');
        const rules = moneyRules(programme, (await aid.ports.programme.ruleSetAt(programme.id, hand.today)).rules);
        const lines = await batchRepository.lines(hand.query, batch.id);
        const tranches = new Map((await trancheRepository.find(hand.query, lines.map((l) => l.trancheId))).map((t) => [t.id, t]));
        const statement = (await batchRepository.statementLines(hand.query, batch.id)).filter((s) => s.result !== 'ignored');
        const decreed: DecreedLine[] = lines.map((l) => ({ groupId: l.groupId, groupName: l.groupName, amount: rupiah(tranches.get(l.trancheId)?.amount ?? l.amount) }));
        const payments = paymentLines(lines);
        const result = reconcile(
          decreed, { number: batch.sp2dNumber ?? '', total: sum(lines.map((l) => l.amount)), lines: payments },
          statement.map((s): StatementLine => ({ id: s.id, on: isoDate(s.on), kind: s.kind, reference: s.reference, accountNo: s.accountNumber, name: s.name, amount: rupiah(s.amount) })), rules);

        const lineRows = result.matches.flatMap((m) => {
          if (!m.payment) return [];
          const shown = m.result === 'returned' ? m.statement.at(-1) : (m.statement.find((s) => s.kind === 'credit') ?? m.statement[0]);
          return [{ id: m.payment.id, result: m.result, bank_amount: shown?.amount ?? null, bank_on: shown?.on ?? null, statement_line_id: shown?.id ?? null }];
        });
        await hand.query(
          `UPDATE batch_line l SET result = r.result, bank_amount = r.bank_amount, bank_on = r.bank_on, statement_line_id = r.statement_line_id
           FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, result text, bank_amount bigint, bank_on date, statement_line_id uuid) WHERE l.id = r.id RETURNING 1`, [asRows(lineRows)]);
        const statementRows = result.matches.flatMap((m) => m.statement.map((s) => ({ id: s.id, result: m.result, batch_line_id: m.payment?.id ?? m.repeats })));
        await hand.query(
          `UPDATE bank_statement_line s SET result = r.result, batch_line_id = r.batch_line_id FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, result text, batch_line_id uuid) WHERE s.id = r.id RETURNING 1`, [asRows(statementRows)]);

        const trancheOf = new Map(lines.map((l) => [l.id, l.trancheId]));
        const cases = result.cases.map((c) => ({
          id: randomUUID(), case_key: c.key, kind: c.kind, tranche_id: c.paymentId ? (trancheOf.get(c.paymentId) ?? null) : null, group_id: c.groupId,
          texts: { text: { id: fill(c.text.id, c.params), en: fill(c.text.en, c.params) }, suggestion: { ...c.suggestion } },
        }));
        await hand.query(
          `INSERT INTO reconciliation_case (id, regency_code, batch_id, case_key, kind, tranche_id, group_id, texts, state, opened_at)
           SELECT id, $1, $2::uuid, case_key, kind, tranche_id, group_id, texts, 'open', $3::timestamptz
           FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, case_key text, kind text, tranche_id uuid, group_id uuid, texts jsonb)
           ON CONFLICT (regency_code, batch_id, case_key) DO UPDATE SET texts = EXCLUDED.texts WHERE reconciliation_case.state = 'open' RETURNING 1`,
          [batch.regencyCode, batch.id, hand.now.toISOString(), asRows(cases)]);
        // A difference that a later statement explained is settled by that.
        await hand.query(
          `UPDATE reconciliation_case SET state = 'closed', note = 'Tidak ada lagi setelah pencocokan ulang', closed_by = $3, closed_name = $4, closed_at = $2::timestamptz
           WHERE batch_id = $1::uuid AND state = 'open' AND NOT (case_key = ANY($5::text[])) RETURNING 1`,
          [batch.id, hand.now.toISOString(), hand.who.userId, hand.who.name, cases.map((c) => c.case_key)]);
        const matched = statement.length > 0;
        await hand.query('UPDATE payment_batch SET matched_at = $2::timestamptz WHERE id = $1::uuid RETURNING 1', [batch.id, matched ? hand.now.toISOString() : null]);
        const [open] = await hand.query<{ n: number }>(`SELECT count(*)::int AS n FROM reconciliation_case WHERE batch_id = $1::uuid AND state = 'open'`, [batch.id]);
        const of = (what: string) => result.matches.filter((m) => m.result === what).length;
        const answer = { paid: of('paid'), returned: of('returned'), amountDiffers: of('amountDiffers'), missing: of('missing'), duplicate: of('duplicate'), unknown: of('unknown'), openCases: open?.n ?? 0, matched };
        audit(hand, batch, 'match', { paid: [null, answer.paid], returned: [null, answer.returned], openCases: [null, answer.openCases] });
        return answer;
      }),

    ignoreLine: (call, input) =>
      kit.work.once(input.key, 'batches.ignoreLine', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const batch = await batchOf(call, hand, input.id);
        const [line] = await hand.query<{ result: string }>('SELECT result FROM bank_statement_line WHERE id = $1::uuid AND batch_id = $2::uuid', [input.lineId, batch.id]);
        if (!line) throw common('NOT_FOUND');
        if (!['waiting', 'unknown', 'duplicate', 'ignored'].includes(line.result)) throw fail('LINE_MATCHED');
        await hand.query(`UPDATE bank_statement_line SET result = 'ignored', note = $2, batch_line_id = NULL WHERE id = $1::uuid RETURNING 1`, [input.lineId, input.note]);
        await hand.query(
          `UPDATE reconciliation_case SET state = 'closed', note = $3, closed_by = $4, closed_name = $5, closed_at = $6::timestamptz WHERE batch_id = $1::uuid AND state = 'open' AND case_key = ANY($2::text[]) RETURNING 1`,
          [batch.id, [`unknown:${input.lineId}`, `duplicate:${input.lineId}`], input.note, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        audit(hand, batch, 'ignoreLine', { line: [line.result, 'ignored'] }, input.note);
        return { id: batch.id, state: batch.state };
      }),

    async cases(call, input) {
      const params: unknown[] = [];
      const scope = scopeSql(call, 'c.regency_code', null, params);
      const { rows, total } = await batchRepository.caseList(aid.query, scope, params, input, input.pageSize, (input.page - 1) * input.pageSize);
      return {
        total,
        rows: rows.map((c) => ({ id: c.id, batchId: c.batchId, batchNumber: c.batchNumber, trancheId: c.trancheId, groupName: c.groupName, kind: c.kind as never, text: c.texts.text, suggestion: c.texts.suggestion, state: c.state as never, note: c.note, openedAt: c.openedAt, closedBy: c.closedBy, closedAt: c.closedAt })),
      };
    },

    closeCase: (call, input) =>
      kit.work.once(input.key, 'batches.closeCase', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const found = await batchRepository.case(hand.query, input.id);
        if (!found || !reaches(call, { regionCode: found.regencyCode })) throw common('NOT_FOUND');
        const rows = await hand.query<{ id: string }>(
          `UPDATE reconciliation_case SET state = 'closed', note = $2, closed_by = $3, closed_name = $4, closed_at = $5::timestamptz WHERE id = $1::uuid AND state = 'open' RETURNING id::text AS id`,
          [input.id, input.note, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        if (rows.length === 0) throw fail('CASE_CLOSED', stateNames('batch', found.state));
        unit.audit({ action: 'disbursement.case.close', entity: 'batch', entityId: found.batchId, groupId: found.groupId, regionCode: found.regencyCode, changes: { case: ['open', 'closed'], kind: [found.kind, found.kind] }, reason: input.note });
        return { id: input.id, state: 'closed' };
      }),
  };

  async function sheetsOf(file: { sha256: string; name: string }) {
    try {
      return await readSheets(await kit.files.get(file.sha256), file.name);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw fail('STATEMENT_UNREADABLE');
    }
  }
}
