import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { lpjFlow, overdueStep, trancheFlow, type LpjAction } from '@anyam/domain/disbursement';
import { isoDate, rupiah, stepRefused } from '@anyam/domain/kernel';
import { refund, reversalOf, spend } from '@anyam/domain/ledger';
import { isUniqueViolation, SYSTEM } from '@anyam/server-kit';
import type { Done, LpjPort } from '../contract/index.ts';
import { lpjRepository } from '../persistence/lpj.repository.ts';
import { refreshGroups } from './aid-figures.ts';
import { handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { countsOn, postTransfers, withRefs, type Posting } from './ledger.ts';
import { contentHash, daysLate, EDITABLE_STATES, loadLpj, lpjContext, type LpjMatter } from './lpj-matter.ts';
import { EXPORT_MOST, listFile } from './list-file.ts';
import { moneyRulesOf } from './matter.ts';
import { expectState, recordSteps } from './steps.ts';
import { loadTranches, trancheContext } from './tranche-matter.ts';
import { moveTranches, mustBeFile } from './tranches.ts';
import { blockerView, buttonView, stateNames, stateView, stepView } from './view.ts';

const OFFICER = { chair: { role: 'ketua', roleEn: 'chair' }, treasurer: { role: 'bendahara', roleEn: 'treasurer' } } as const;

const LADDER: Readonly<Record<string, string>> = { none: '', reminder: 'Pengingat', letter: 'Surat', barred: 'Tertahan dari bantuan baru', refund: 'Pengembalian / Inspektorat' };

export function createLpj(aid: Aid): LpjPort {
  const { kit } = aid;
  const audit = (hand: Hand, m: LpjMatter, action: string, changes: Record<string, readonly [unknown, unknown]>, reason?: string) =>
    hand.unit.audit({ action: `disbursement.lpj.${action}`, entity: 'lpj', entityId: m.record.id, groupId: m.record.groupId, regionCode: m.tranche.matter.group.villageCode, changes, reason: reason ?? null });
  const load = (call: Call, id: string, hand: Hand) => loadLpj(aid, hand.query, call, id, hand.today, true);
  const editable = (m: LpjMatter) => {
    if (!EDITABLE_STATES.includes(m.record.state)) throw fail('NOT_EDITABLE', stateNames('lpj', m.record.state));
  };

  /** Brings the books to what the report says: what changed is taken back with a reason, then posted anew. */
  async function book(hand: Hand, m: LpjMatter): Promise<void> {
    const refs = { groupId: m.record.groupId, proposalId: m.record.proposalId, trancheId: m.record.trancheId, lpjId: m.record.id };
    const make = (id: string, revision: number, amount: bigint, on: string, document: string) =>
      spend({ budgetLineId: m.record.programmeId, groupId: m.record.groupId, expenditureId: id, revision, amount: rupiah(amount), on: countsOn(on, hand.today), document });
    const back: Posting[] = [];
    const forth: Posting[] = [];
    for (const e of m.all) {
      const want = e.removed ? null : e.amount;
      if (e.posted === want) continue;
      if (e.posted !== null) {
        const original = make(e.id, e.revision, e.posted, e.on, e.payee);
        back.push(...withRefs(original.map((t) => reversalOf(t, { reason: e.removed ? 'Belanja dihapus dari LPJ' : 'Jumlah belanja dibetulkan', on: hand.today })), refs));
      }
      if (want !== null) forth.push(...withRefs(make(e.id, e.revision + 1, want, e.on, e.payee), refs));
      await hand.query('UPDATE expenditure SET posted = $3, revision = revision + $4 WHERE regency_code = $1 AND id = $2::uuid RETURNING 1', [m.record.regencyCode, e.id, want, want === null ? 0 : 1]);
    }
    await postTransfers(hand, { regencyCode: m.record.regencyCode, programmeId: m.record.programmeId }, [...back, ...forth]);
  }

  return {
    async list(call, input) {
      const { rows, counts, total } = await lpjRepository.list(aid.query, call, input, input.sort, input.pageSize, (input.page - 1) * input.pageSize);
      const today = kit.clock.today();
      const by = (key: 'state' | 'overdue') => [...new Set(counts.map((c) => c[key]))].map((k) => [k, counts.filter((c) => c[key] === k).reduce((n, c) => n + c.count, 0)] as const);
      return {
        total, rows: rows.map((r) => ({ ...r, state: r.state as never, overdue: r.overdue as never, daysLate: daysLate(r.state, r.dueOn, today) })),
        counts: by('state').map(([state, count]) => ({ state: state as never, count })), overdueCounts: by('overdue').map(([step, count]) => ({ step: step as never, count })),
      };
    },

    async export(call, input) {
      const { rows } = await lpjRepository.list(aid.query, call, input, input.sort, EXPORT_MOST, 0);
      const today = kit.clock.today();
      return listFile(aid, call, 'lpj', input, [
        { title: 'Kecamatan', value: (r) => r.districtName }, { title: 'Desa', value: (r) => r.villageName }, { title: 'Kelompok', width: 32, value: (r) => r.groupName }, { title: 'Pendamping', value: (r) => r.facilitatorName },
        { title: 'Tahap', value: (r) => r.trancheNo }, { title: 'Diterima (Rp)', value: (r) => r.received }, { title: 'Dibelanjakan (Rp)', value: (r) => r.spent }, { title: 'Status', value: (r) => stateView('lpj', r.state).label.id },
        { title: 'Jatuh tempo', value: (r) => r.dueOn }, { title: 'Hari terlambat', value: (r) => daysLate(r.state, r.dueOn, today) }, { title: 'Tindak lanjut', value: (r) => LADDER[r.overdue] ?? r.overdue },
      ], rows);
    },

    async detail(call, { id }) {
      const today = kit.clock.today();
      const m = await loadLpj(aid, aid.query, call, id, today);
      const r = m.record;
      const spentOn = (line: string) => m.expenditures.filter((e) => e.budgetLineId === line).reduce((a, e) => a + e.amount, 0n) + (m.spentBefore.get(line) ?? 0n);
      return {
        id, version: r.version, state: stateView('lpj', r.state), since: r.since, trancheId: r.trancheId, trancheNo: m.tranche.record.no, proposalId: r.proposalId, groupId: r.groupId, groupName: m.tranche.matter.group.name, programmeName: m.tranche.matter.programme.name,
        received: m.tranche.record.received ?? 0n, receivedOn: m.tranche.record.receivedOn ?? '', dueOn: r.dueOn, daysLate: daysLate(r.state, r.dueOn, today), overdue: r.overdue as never, typedBy: r.typedName,
        lines: m.tranche.matter.lines.map((l) => ({ budgetLineId: l.id, description: l.description, planned: l.quantity * l.unitPrice, spent: spentOn(l.id) })),
        expenditures: m.expenditures.map((e) => ({ id: e.id, no: e.no, budgetLineId: e.budgetLineId, on: e.on, payee: e.payee, goods: e.goods, amount: e.amount, receiptFileId: e.fileId, receiptName: e.fileName, witnesses: e.witnesses })),
        spent: m.expenditures.reduce((a, e) => a + e.amount, 0n), accountBalance: r.accountBalance, cashBalance: r.cashBalance, balanceOn: r.balanceOn, withdrawn: r.withdrawn, withdrawnOn: r.withdrawnOn,
        shiftMinutesFileId: r.shiftFileId, shiftApprovedBy: r.shiftApprovedName, transferProofFileId: r.proofFileId, booked: m.booked,
        confirmations: m.confirmations.map((c) => ({ role: c.role, personId: c.personId, name: c.name, method: c.method, on: c.on, recordedBy: c.recordedBy, current: c.contentHash === r.contentHash })),
        officers: m.tranche.matter.members.flatMap((p) => (p.role === 'chair' || p.role === 'treasurer' ? [{ personId: p.personId, name: p.name, role: p.role }] : [])),
        findings: m.findings.map((f) => ({ ...blockerView(f), note: m.notes.find((n) => n.code === f.code && n.subject === (f.where ?? ''))?.note ?? null })),
        editable: EDITABLE_STATES.includes(r.state) && call.scope.some((g) => g.role === 'operator' || g.role === 'pendamping'),
        buttons: lpjFlow.isState(r.state) ? lpjFlow.buttons(r.state, lpjContext(call, m)).map(buttonView) : [],
        history: m.steps.map(stepView),
      };
    },

    save: (call, input) =>
      kit.work.once(input.key, 'lpj.save', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        editable(m);
        // The row is locked since it was read, so of two who save at once the second sees the first one's version.
        if (m.record.version !== input.version) throw common('CHANGED_MEANWHILE');
        if (input.balanceOn > hand.today) throw fail('DATE_IN_FUTURE');
        if (new Set(input.expenditures.map((e) => e.id)).size !== input.expenditures.length) throw fail('LINE_TWICE');
        const files = new Set([...input.expenditures.map((e) => e.receiptFileId), input.shiftMinutesFileId, input.transferProofFileId].filter((f) => f !== null && f !== undefined));
        for (const file of files) await mustBeFile(hand, file, m.record.regencyCode);
        const rows = input.expenditures.map((e, i) => ({ id: e.id, budget_line_id: e.budgetLineId, no: i + 1, spent_on: e.on, payee: e.payee, goods: e.goods, amount: e.amount, file_id: e.receiptFileId, witnesses: e.witnesses }));
        // What stands in the books is marked and taken back at handing in; what does not is simply gone.
        await hand.query('UPDATE expenditure SET removed = true WHERE lpj_id = $1::uuid AND NOT (id = ANY($2::uuid[])) AND posted IS NOT NULL RETURNING 1', [m.record.id, rows.map((r) => r.id)]);
        await hand.query('DELETE FROM expenditure WHERE lpj_id = $1::uuid AND NOT (id = ANY($2::uuid[])) AND posted IS NULL AND revision = 0 RETURNING 1', [m.record.id, rows.map((r) => r.id)]);
        if ((await lpjRepository.upsertExpenditures(hand.query, m.record.id, m.record.regencyCode, rows)) !== rows.length) throw fail('LINE_IN_USE');
        const hash = contentHash({ expenditures: rows, accountBalance: input.accountBalance, cashBalance: input.cashBalance, balanceOn: input.balanceOn });
        const facilitator = !call.scope.some((g) => g.role === 'operator');
        const shift = input.shiftMinutesFileId === undefined ? m.record.shiftFileId : input.shiftMinutesFileId;
        await hand.query(
          `UPDATE lpj SET version = version + 1, account_balance = $2, cash_balance = $3, balance_on = $4::date, withdrawn = $5, withdrawn_on = $6::date, shift_file_id = $7::uuid, proof_file_id = $8::uuid,
             shift_approved_by = CASE WHEN shift_file_id IS NOT DISTINCT FROM $7::uuid AND content_hash = $9 THEN shift_approved_by END, shift_approved_name = CASE WHEN shift_file_id IS NOT DISTINCT FROM $7::uuid AND content_hash = $9 THEN shift_approved_name END,
             content_hash = $9, typed_by = $10, typed_name = $11, typed_by_facilitator = $12 WHERE id = $1::uuid RETURNING 1`,
          [m.record.id, input.accountBalance, input.cashBalance, input.balanceOn, input.withdrawn ?? 0n, input.withdrawnOn ?? null, shift, input.transferProofFileId === undefined ? m.record.proofFileId : input.transferProofFileId, hash, hand.who.userId, hand.who.name, facilitator]);
        audit(hand, m, 'save', { expenditures: [m.expenditures.length, rows.length], spent: [m.expenditures.reduce((a, e) => a + e.amount, 0n), rows.reduce((a, e) => a + e.amount, 0n)] });
        return { id: m.record.id, state: m.record.state };
      }),

    confirm: (call, input) =>
      kit.work.once(input.key, 'lpj.confirm', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        editable(m);
        if (input.on > hand.today) throw fail('DATE_IN_FUTURE');
        const officer = m.tranche.matter.members.find((p) => p.personId === input.personId && p.role === input.role);
        if (!officer) throw fail('NOT_THE_OFFICER', OFFICER[input.role]);
        if (input.fileId) await mustBeFile(hand, input.fileId, m.record.regencyCode);
        const rows = await hand.query<{ id: string }>(
          `INSERT INTO lpj_confirmation (id, regency_code, lpj_id, role, person_id, person_name, method, confirmed_on, file_id, content_hash, recorded_by, recorded_name, recorded_at)
           VALUES ($1::uuid, $2, $3::uuid, $4, $5::uuid, $6, $7, $8::date, $9::uuid, $10, $11, $12, $13::timestamptz) ON CONFLICT DO NOTHING RETURNING id::text AS id`,
          [randomUUID(), m.record.regencyCode, m.record.id, input.role, input.personId, officer.name, input.method, input.on, input.fileId ?? null, m.record.contentHash, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        if (rows.length === 0) throw fail('ALREADY_CONFIRMED');
        audit(hand, m, 'confirm', { [input.role]: [null, officer.name], method: [null, input.method] });
        return { id: m.record.id, state: m.record.state };
      }),

    note: (call, input) =>
      kit.work.once(input.key, 'lpj.note', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        if (!['diajukan', 'diperiksa'].includes(m.record.state)) throw fail('NOT_EDITABLE', stateNames('lpj', m.record.state));
        if (!m.findings.some((f) => f.code === input.code && (f.where ?? '') === input.where)) throw fail('NO_SUCH_FINDING');
        await hand.query(
          `INSERT INTO lpj_note (lpj_id, regency_code, code, subject, note, by_id, by_name, at) VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8::timestamptz)
           ON CONFLICT (regency_code, lpj_id, code, subject) DO UPDATE SET note = EXCLUDED.note, by_id = EXCLUDED.by_id, by_name = EXCLUDED.by_name, at = EXCLUDED.at RETURNING 1`,
          [m.record.id, m.record.regencyCode, input.code, input.where, input.note, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        audit(hand, m, 'note', { [input.code]: [null, input.note] });
        return { id: m.record.id, state: m.record.state };
      }),

    approveShift: (call, input) =>
      kit.work.once(input.key, 'lpj.approveShift', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        if (m.record.state === 'diterima') throw fail('NOT_EDITABLE', stateNames('lpj', m.record.state));
        if (m.record.shiftFileId === null) throw fail('NO_SHIFT');
        await hand.query('UPDATE lpj SET shift_approved_by = $2, shift_approved_name = $3 WHERE id = $1::uuid RETURNING 1', [m.record.id, hand.who.userId, hand.who.name]);
        audit(hand, m, 'approveShift', { shiftApproved: [m.record.shiftApprovedName, hand.who.name] }, input.note);
        return { id: m.record.id, state: m.record.state };
      }),

    act: async (call, input) => {
      const password = await aid.ports.access.confirmed(call, input.password);
      return kit.work.once(input.key, 'lpj.act', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        expectState('lpj', m.record.state, input.expectedState);
        if (!lpjFlow.isState(m.record.state)) throw common('NOT_FOUND');
        const decision = lpjFlow.decide(m.record.state, input.action, lpjContext(call, m, input.note ? ['reason', ...password] : password));
        if (!decision.ok) throw stepRefused(decision.error);
        if (input.action === 'submit' || input.action === 'resubmit') await book(hand, m);
        await move(hand, m, input.action, decision.value, input.note ?? null);
        if (input.action === 'accept') await accountFor(hand, call, m);
        return { id: m.record.id, state: decision.value };
      });
    },

    refund: (call, input) =>
      kit.work.once(input.key, 'lpj.refund', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = await load(call, input.id, hand);
        if (input.on > hand.today) throw fail('DATE_IN_FUTURE');
        await mustBeFile(hand, input.fileId, m.record.regencyCode);
        const id = randomUUID();
        await hand.query(
          `INSERT INTO treasury_refund (id, regency_code, lpj_id, amount, paid_on, number, file_id, recorded_by, recorded_at) VALUES ($1::uuid, $2, $3::uuid, $4, $5::date, $6, $7::uuid, $8, $9::timestamptz) RETURNING 1`,
          [id, m.record.regencyCode, m.record.id, input.amount, input.on, input.number, input.fileId, hand.who.userId, hand.now.toISOString()]);
        await postTransfers(hand, { regencyCode: m.record.regencyCode, programmeId: m.record.programmeId }, withRefs(
          refund({ budgetLineId: m.record.programmeId, groupId: m.record.groupId, depositId: id, amount: rupiah(input.amount), on: countsOn(input.on, hand.today), document: input.number }),
          { groupId: m.record.groupId, proposalId: m.record.proposalId, trancheId: m.record.trancheId, lpjId: m.record.id }));
        audit(hand, m, 'refund', { refunded: [m.record.refunded, m.record.refunded + input.amount], number: [null, input.number] });
        return { id: m.record.id, state: m.record.state };
      }).catch((error: unknown) => {
        if (isUniqueViolation(error)) throw fail('REFUND_NUMBER_TAKEN', { number: input.number });
        throw error;
      }),
  };

  async function move(hand: Hand, m: LpjMatter, action: LpjAction, to: string, note: string | null): Promise<void> {
    const rows = await hand.query<{ id: string }>(
      `UPDATE lpj SET state = $3, since = $4::timestamptz, overdue = CASE WHEN $3 IN ('diajukan', 'diperiksa', 'diterima') THEN 'none' ELSE overdue END WHERE id = $1::uuid AND state = $2 RETURNING id::text AS id`,
      [m.record.id, m.record.state, to, hand.now.toISOString()]);
    if (rows.length === 0) throw fail('CHANGED_MEANWHILE', stateNames('lpj', m.record.state));
    await recordSteps(hand, [{ regencyCode: m.record.regencyCode, flow: 'lpj', entityId: m.record.id, groupId: m.record.groupId, action, from: m.record.state, to, note }]);
    await refreshGroups(aid, hand, [{ groupId: m.record.groupId }]);
  }

  /** The accepted report closes its tranche, by the same hand, where the tranche is in use. */
  async function accountFor(hand: Hand, call: Call, m: LpjMatter): Promise<void> {
    const t = (await loadTranches(aid, hand.query, call, [m.record.trancheId], true)).get(m.record.trancheId);
    if (!t || t.record.state !== 'dipakai') return;
    const decision = trancheFlow.decide('dipakai', 'account', trancheContext(call, t));
    if (decision.ok) await moveTranches(aid, hand, [t], 'account', decision.value, null);
  }
}

/** Moves open reports to where the ladder stands today, with the group's flag. Gives how many moved. */
export async function moveOverdue(aid: Aid): Promise<number> {
  const today = aid.kit.clock.today();
  const open = await lpjRepository.open(aid.query);
  const rules = await moneyRulesOf(aid, open);
  const changed: { id: string; groupId: string; regencyCode: string; from: string; to: string }[] = [];
  for (const l of open) {
    const ladder = rules.get(l.ruleSetId)?.overdueLadder;
    if (!ladder) continue;
    const step = overdueStep(isoDate(l.dueOn), today, ladder);
    if (step !== l.overdue) changed.push({ id: l.id, groupId: l.groupId, regencyCode: l.regencyCode, from: l.overdue, to: step });
  }
  let moved = 0;
  // Some hundred at a time: what is moved stays moved, and nobody waits long for a group.
  for (let from = 0; from < changed.length; from += OVERDUE_AT_ONCE) moved += await moveSome(aid, changed.slice(from, from + OVERDUE_AT_ONCE));
  return moved;
}

const OVERDUE_AT_ONCE = 500;
const moveSome = (aid: Aid, some: readonly { id: string; groupId: string; regencyCode: string; from: string; to: string }[]): Promise<number> =>
  aid.kit.work.run(SYSTEM, async (unit) => {
    const hand = handOf(aid, unit, SYSTEM);
    const moved = new Set((await lpjRepository.moveOverdue(hand.query, some)).map((r) => r.id));
    const own = some.filter((c) => moved.has(c.id));
    for (const c of own) unit.audit({ action: 'disbursement.lpj.overdue', entity: 'lpj', entityId: c.id, groupId: c.groupId, regionCode: c.regencyCode, changes: { overdue: [c.from, c.to] } });
    await refreshGroups(aid, hand, own.map((c) => ({ groupId: c.groupId })));
    return own.length;
  });
