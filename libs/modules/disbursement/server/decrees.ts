import { randomUUID } from 'node:crypto';
import { Buffer } from 'node:buffer';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { blocking, canonicalRecipientList, ceilingBlocker, fitsCeiling, proposalFlow, recipientListFindings, recipientTotal, trancheAmounts, type RecipientList } from '@anyam/domain/disbursement';
import { reserve, release } from '@anyam/domain/ledger';
import { formatRupiah, isoDate, rupiah, stepRefused } from '@anyam/domain/kernel';
import { isUniqueViolation, scopeSql, sha256Hex, type Query } from '@anyam/server-kit';
import type { DecreesPort, Done } from '../contract/index.ts';
import { decreeRepository, type DecreeRecord } from '../persistence/decree.repository.ts';
import { flowRepository } from '../persistence/flow.repository.ts';
import { proposalRepository } from '../persistence/proposal.repository.ts';
import { refreshGroups } from './aid-figures.ts';
import { handOf, type Aid, type Hand } from './context.ts';
import { fail } from './errors.ts';
import { countsOn, postTransfers, syncCeiling, withRefs, type Posting } from './ledger.ts';
import { availableOf, loadMatters, type Matter } from './matter.ts';
import { proposalContext } from './proposals.ts';
import { csvFile, file, xlsxFile } from './sheets.ts';
import { recordSteps } from './steps.ts';
import { blockerView, maskTail, stateNames, stepView } from './view.ts';

/** Judged anew when the decree is issued, so it says nothing against a draft. */
const LATER = 'ELIGIBILITY_NOT_CHECKED';
const WHOLE = ['kepala', 'bendahara', 'auditor'];

export function createDecrees(aid: Aid): DecreesPort {
  const { kit } = aid;

  async function load(call: Call, id: string, query: Query, lock = false): Promise<DecreeRecord> {
    const decree = await decreeRepository.find(query, id, lock);
    if (!decree || !reaches(call, { regionCode: decree.regencyCode })) throw common('NOT_FOUND');
    return decree;
  }
  const draftOf = async (call: Call, id: string, hand: Hand): Promise<DecreeRecord> => {
    const decree = await load(call, id, hand.query, true);
    if (decree.state !== 'draft') throw fail('DECREE_ISSUED');
    return decree;
  };
  const audit = (hand: Hand, d: { id: string; regencyCode: string }, action: string, changes: Record<string, readonly [unknown, unknown]>, reason?: string) =>
    hand.unit.audit({ action: `disbursement.decree.${action}`, entity: 'decree', entityId: d.id, regionCode: d.regencyCode, changes, reason: reason ?? null });

  /** Puts verified proposals on a draft; all of them or an error. */
  async function add(hand: Hand, call: Call, decree: { id: string; regencyCode: string; programmeId: string }, ids: readonly string[]): Promise<number> {
    const matters = await loadMatters(aid, hand.query, call, ids, true);
    if (matters.size !== new Set(ids).size) throw common('NOT_FOUND');
    const rows = [...matters.values()];
    if (rows.some((m) => m.record.state !== 'lolos' || m.record.programmeId !== decree.programmeId || m.record.requested <= 0n)) throw fail('PROPOSAL_NOT_FREE');
    const made = await decreeRepository.addRecipients(hand.query, decree.id, decree.regencyCode, rows.map((m) => ({ proposal_id: m.record.id, group_id: m.group.id, amount: m.record.requested })));
    if (made !== rows.length) throw fail('PROPOSAL_NOT_FREE');
    return made;
  }

  const listOf = (decree: Pick<DecreeRecord, 'programmeId'> & { number: string | null; dated: string | null }, matters: readonly Matter[], amounts: ReadonlyMap<string, bigint>): RecipientList => ({
    decreeNumber: decree.number ?? '', decreeDate: isoDate(decree.dated ?? '2000-01-01'), programmeId: decree.programmeId, fiscalYear: matters[0]?.programme.fiscalYear ?? 0, ruleSetId: matters[0]?.ruleSet.id ?? '',
    lines: matters.map((m) => ({
      groupId: m.group.id, groupName: m.group.name, villageCode: m.group.villageCode, villageName: m.group.villageName, districtName: m.group.districtName, business: m.group.business,
      bank: m.group.bank ?? '', accountNo: m.group.accountNumber ?? '', amount: rupiah(amounts.get(m.record.id) ?? 0n),
      members: m.members.map((p) => ({ nationalId: p.nationalId, familyCardNo: p.familyCardNo, name: p.name, address: p.address })),
    })),
  });

  return {
    async list(call, input) {
      const params: unknown[] = [];
      const scope = scopeSql(call, 'd.regency_code', null, params);
      const { rows, total } = await decreeRepository.list(aid.query, scope, params, input, input.pageSize, (input.page - 1) * input.pageSize);
      return { rows: rows.map((r) => ({ ...r, state: r.state as 'draft' | 'issued' })), total };
    },

    async detail(call, { id }) {
      const decree = await load(call, id, aid.query);
      const recipients = await decreeRepository.recipients(aid.query, id);
      const matters = await loadMatters(aid, aid.query, call, recipients.map((r) => r.proposalId));
      const programme = await aid.ports.programme.find(decree.programmeId);
      if (!programme) throw common('NOT_FOUND');
      const available = await availableOf(aid.query, programme);
      const steps = await flowRepository.steps(aid.query, [id]);
      const draft = decree.state === 'draft';
      const lines = recipients.flatMap((r) => {
        const m = matters.get(r.proposalId);
        if (!m) return [];
        const decreeButton = draft && proposalFlow.isState(m.record.state) ? proposalFlow.buttons(m.record.state, proposalContext(call, m)).find((b) => b.action === 'decree') : undefined;
        return [{
          proposalId: r.proposalId, groupId: m.group.id, groupName: m.group.name, villageName: m.group.villageName, districtName: m.group.districtName, business: m.group.business, members: m.members.length, amount: r.amount,
          blockers: (decreeButton?.blockers ?? []).filter((b) => b.code !== LATER).map(blockerView), revoked: r.revoked,
        }];
      });
      const list = listOf({ ...decree, number: decree.number ?? '-' }, [...matters.values()], new Map(recipients.map((r) => [r.proposalId, r.amount])));
      const over = draft ? ceilingBlocker(rupiah(available), rupiah(decree.total)) : null;
      const findings = draft ? [...recipientListFindings(list), ...(over ? [over] : [])] : [];
      return {
        ...decree, state: decree.state as 'draft' | 'issued', ceiling: programme.ceiling, available, after: draft ? available - decree.total : available,
        lines, findings: findings.map(blockerView),
        canIssue: draft && findings.length === 0 && lines.every((l) => l.blockers.length === 0) && call.scope.some((g) => g.role === 'kepala'),
        history: steps.map(stepView),
      };
    },

    draft: (call, input) =>
      kit.work.once(input.key, 'decrees.draft', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const programme = await aid.ports.programme.find(input.programmeId);
        if (!programme || !reaches(call, { regionCode: programme.regencyCode })) throw common('NOT_FOUND');
        if (programme.state !== 'open') throw fail('PROGRAMME_CLOSED', { name: programme.name });
        const ids = input.proposalIds ?? (await decreeRepository.free(hand.query, programme.id)).map((r) => r.id);
        if (ids.length === 0) throw fail('NOTHING_TO_DECREE');
        const decree = { id: randomUUID(), regencyCode: programme.regencyCode, programmeId: programme.id };
        await hand.query(
          `INSERT INTO decree (id, regency_code, programme_id, state, created_by, created_name, created_at) VALUES ($1::uuid, $2, $3::uuid, 'draft', $4, $5, $6::timestamptz) RETURNING 1`,
          [decree.id, decree.regencyCode, decree.programmeId, hand.who.userId, hand.who.name, hand.now.toISOString()]);
        const n = await add(hand, call, decree, ids);
        audit(hand, decree, 'draft', { recipients: [0, n] });
        return { id: decree.id, state: 'draft' };
      }),

    change: (call, input) =>
      kit.work.once(input.key, 'decrees.change', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const decree = await draftOf(call, input.id, hand);
        if (input.remove.length > 0) await hand.query('DELETE FROM decree_recipient WHERE decree_id = $1::uuid AND proposal_id = ANY($2::uuid[]) RETURNING 1', [decree.id, input.remove]);
        if (input.add.length > 0) await add(hand, call, decree, input.add);
        const [n] = await hand.query<{ n: number }>('SELECT count(*)::int AS n FROM decree_recipient WHERE decree_id = $1::uuid', [decree.id]);
        audit(hand, decree, 'change', { recipients: [decree.recipients, n?.n ?? 0] });
        return { id: decree.id, state: 'draft' };
      }),

    discard: (call, { id }) =>
      kit.work.run(call.actor, async (unit) => {
        const hand = handOf(aid, unit, call.actor);
        const decree = await draftOf(call, id, hand);
        await hand.query('DELETE FROM decree_recipient WHERE decree_id = $1::uuid RETURNING 1', [id]);
        await hand.query('DELETE FROM decree WHERE id = $1::uuid RETURNING 1', [id]);
        audit(hand, decree, 'discard', { recipients: [decree.recipients, 0] });
      }),

    issue: async (call, input) => {
      const password = await aid.ports.access.confirmed(call, input.password);
      return kit.work.once(input.key, 'decrees.issue', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const decree = await draftOf(call, input.id, hand);
        if (input.dated > hand.today) throw fail('DATE_IN_FUTURE');
        const programme = await aid.ports.programme.find(decree.programmeId);
        if (!programme) throw common('NOT_FOUND');
        const recipients = await decreeRepository.recipients(hand.query, decree.id);
        const ids = recipients.map((r) => r.proposalId);
        for (const m of (await loadMatters(aid, hand.query, call, ids, true)).values()) {
          await aid.ports.member.check(unit as never, hand.who, { groupId: m.group.id, moment: 'decree', asOf: input.dated, programmeId: programme.id });
        }
        const available = await syncCeiling(hand, programme);
        const matters = [...(await loadMatters(aid, hand.query, call, ids)).values()];
        if (matters.length !== recipients.length) throw common('NOT_FOUND');

        for (const m of matters) {
          if (!proposalFlow.isState(m.record.state)) throw common('NOT_FOUND');
          const decision = proposalFlow.decide(m.record.state, 'decree', proposalContext(call, m, ['number', 'date', ...password]));
          if (!decision.ok) throw stepRefused(decision.error.map((b) => ({ ...b, text: { id: `${m.group.name}: ${b.text.id}`, en: `${m.group.name}: ${b.text.en}` } })));
        }
        const amounts = new Map(recipients.map((r) => [r.proposalId, r.amount]));
        const list = listOf({ ...decree, number: input.number, dated: input.dated }, matters, amounts);
        const findings = blocking(recipientListFindings(list));
        if (findings.length > 0) throw stepRefused(findings);
        const total = recipientTotal(list);
        if (!fitsCeiling(rupiah(available), total)) throw fail('CEILING_EXCEEDED', { available: formatRupiah(available), total: formatRupiah(total) });

        const moved = await proposalRepository.move(hand.query, ids, 'lolos', 'ditetapkan', hand.now);
        if (moved.length !== ids.length) throw fail('CHANGED_MEANWHILE', stateNames('proposal', 'lolos'));
        await hand.query('UPDATE proposal SET revision = revision + 1 WHERE id = ANY($1::uuid[]) RETURNING 1', [ids]);
        await decreeRepository.addTranches(hand.query, matters.flatMap((m) => {
          const parts = trancheAmounts(rupiah(amounts.get(m.record.id) ?? 0n), m.rules);
          return parts.map((amount, i) => ({
            id: randomUUID(), regency_code: decree.regencyCode, programme_id: programme.id, proposal_id: m.record.id, group_id: m.group.id, decree_id: decree.id, no: i + 1, of: parts.length, amount, since: hand.now.toISOString(),
          }));
        }));
        const on = countsOn(input.dated, hand.today);
        await postTransfers(hand, { regencyCode: programme.regencyCode, programmeId: programme.id }, matters.flatMap((m): Posting[] => withRefs(
          reserve({ budgetLineId: programme.id, proposalId: m.record.id, revision: m.record.revision + 1, amount: rupiah(amounts.get(m.record.id) ?? 0n), on, document: input.number }),
          { groupId: m.group.id, proposalId: m.record.id },
        )));
        const canonical = canonicalRecipientList(list);
        const issued = await hand.query<{ id: string }>(
          `UPDATE decree SET state = 'issued', number = $2, dated = $3::date, canonical = $4, sha256 = $5, total = $6, issued_by = $7, issued_at = $8::timestamptz WHERE id = $1::uuid AND state = 'draft' RETURNING id::text AS id`,
          [decree.id, input.number, input.dated, canonical, sha256Hex(canonical), total, hand.who.userId, hand.now.toISOString()]);
        if (issued.length === 0) throw fail('DECREE_ISSUED');
        await recordSteps(hand, matters.map((m) => ({ regencyCode: decree.regencyCode, flow: 'proposal' as const, entityId: m.record.id, groupId: m.group.id, action: 'decree', from: 'lolos', to: 'ditetapkan', note: input.number })));
        audit(hand, decree, 'issue', { number: [null, input.number], total: [null, total], sha256: [null, sha256Hex(canonical)] });
        await refreshGroups(aid, hand, matters.map((m) => ({ groupId: m.group.id, stage: 'ditetapkan', fiscalYear: programme.fiscalYear })));
        return { id: decree.id, state: 'issued' };
      }).catch((error: unknown) => {
        if (isUniqueViolation(error)) throw fail('DECREE_NUMBER_TAKEN', { number: input.number });
        throw error;
      });
    },

    revoke: async (call, input) => {
      const password = await aid.ports.access.confirmed(call, input.password);
      return kit.work.once(input.key, 'decrees.revoke', call.actor, async (unit): Promise<Done> => {
        const hand = handOf(aid, unit, call.actor);
        const m = (await loadMatters(aid, hand.query, call, [input.proposalId], true)).get(input.proposalId);
        if (!m || !proposalFlow.isState(m.record.state)) throw common('NOT_FOUND');
        const decision = proposalFlow.decide(m.record.state, 'revoke', proposalContext(call, m, ['reason', 'number', ...password]));
        if (!decision.ok) throw stepRefused(decision.error);
        const held = await hand.query<{ id: string }>('SELECT id::text AS id FROM tranche WHERE proposal_id = $1::uuid AND batch_id IS NOT NULL FOR UPDATE', [m.record.id]);
        if (held.length > 0) throw fail('TRANCHE_NOT_FREE');
        const [line] = await hand.query<{ amount: bigint }>(
          'UPDATE decree_recipient SET revoked_at = $2::timestamptz, revoke_note = $3 WHERE proposal_id = $1::uuid AND revoked_at IS NULL RETURNING amount', [m.record.id, hand.now.toISOString(), `${input.number}: ${input.reason}`]);
        if (!line) throw common('NOT_FOUND');
        const moved = await proposalRepository.move(hand.query, [m.record.id], m.record.state, decision.value, hand.now);
        if (moved.length === 0) throw fail('CHANGED_MEANWHILE', stateNames('proposal', m.record.state));
        // What single tranches gave back before is no longer reserved.
        const [rest] = await hand.query<{ amount: bigint }>(`SELECT coalesce(sum(amount), 0)::bigint AS amount FROM tranche WHERE proposal_id = $1::uuid AND state <> 'dibatalkan'`, [m.record.id]);
        await hand.query(`UPDATE tranche SET state = 'dibatalkan', since = $2::timestamptz WHERE proposal_id = $1::uuid AND state <> 'dibatalkan' RETURNING 1`, [m.record.id, hand.now.toISOString()]);
        if (rest && rest.amount > 0n) {
          await postTransfers(hand, { regencyCode: m.record.regencyCode, programmeId: m.programme.id }, withRefs(
            release({ budgetLineId: m.programme.id, proposalId: m.record.id, key: `revoke-${m.record.revision}`, amount: rupiah(rest.amount), on: hand.today, document: input.number }), { groupId: m.group.id, proposalId: m.record.id }));
        }
        await recordSteps(hand, [{ regencyCode: m.record.regencyCode, flow: 'proposal', entityId: m.record.id, groupId: m.group.id, action: 'revoke', from: m.record.state, to: decision.value, note: `${input.number}: ${input.reason}` }]);
        await refreshGroups(aid, hand, [{ groupId: m.group.id, stage: 'none' }]);
        return { id: m.record.id, state: decision.value };
      });
    },

    async download(call, input) {
      const decree = await load(call, input.id, aid.query);
      const whole = !input.masked || input.form === 'canonical';
      if (whole && !call.scope.some((g) => WHOLE.includes(g.role))) throw common('NOT_ALLOWED');
      const frozen = await decreeRepository.canonical(aid.query, decree.id);
      let text = frozen?.canonical ?? null;
      if (text === null) {
        if (input.form === 'canonical') throw fail('DECREE_NOT_ISSUED');
        const recipients = await decreeRepository.recipients(aid.query, decree.id);
        const matters = await loadMatters(aid, aid.query, call, recipients.map((r) => r.proposalId));
        text = canonicalRecipientList(listOf(decree, [...matters.values()], new Map(recipients.map((r) => [r.proposalId, r.amount]))));
      }
      await kit.work.run(call.actor, async (unit) => audit(handOf(aid, unit, call.actor), decree, 'download', { form: [null, input.form], masked: [null, !whole] }));
      const name = `bnba-${(decree.number ?? 'konsep').replace(/[^A-Za-z0-9]+/g, '-')}`;
      if (input.form === 'canonical') return file(`${name}.txt`, 'text/plain; charset=utf-8', Buffer.from(text, 'utf8'));
      const table = bnbaTable(text, input.masked);
      return input.form === 'csv' ? csvFile(name, table) : xlsxFile(name, table);
    },

    async verify(call, { id }) {
      await load(call, id, aid.query);
      const frozen = await decreeRepository.canonical(aid.query, id);
      if (!frozen?.canonical || !frozen.sha256) throw fail('DECREE_NOT_ISSUED');
      const computed = sha256Hex(frozen.canonical);
      return { intact: computed === frozen.sha256, sha256: frozen.sha256, computed };
    },
  };
}

type CanonicalLine = [string, string, string, string, string, string, string, string, string, string[]];

/** The frozen text as a table, one row a member: what hangs on the decree. */
function bnbaTable(canonical: string, masked: boolean): (string | bigint)[][] {
  const hide = (text: string) => (masked ? (maskTail(text) ?? '') : text);
  const lines = canonical.split('\n').slice(2).filter((l) => l !== '').map((l) => JSON.parse(l) as CanonicalLine);
  const body = lines.flatMap(([, group, , village, district, business, bank, account, amount, members], i) =>
    members.map((text, j) => {
      const [nik, card, name, address] = JSON.parse(text) as [string, string, string, string];
      return [String(i + 1), group, business, village, district, bank, hide(account), j === 0 ? BigInt(amount) : '', String(j + 1), name, hide(nik), hide(card), address];
    }));
  return [['No', 'Kelompok', 'Usaha', 'Desa', 'Kecamatan', 'Bank', 'Rekening', 'Bantuan (Rp)', 'No anggota', 'Nama', 'NIK', 'No KK', 'Alamat'], ...body];
}
