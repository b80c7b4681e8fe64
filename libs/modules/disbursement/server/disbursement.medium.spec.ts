import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@anyam/contract-kit';
import { PASSWORD, withPassword } from '@anyam/access/testing';
import { booksFor } from '@anyam/books/testing';
import { programmeFor } from '@anyam/programme/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { DisbursementPort } from '../contract/index.ts';
import { aidFor, batchAtSpm, fileFor, goats, groupsFor, key, programmeWith, ready, sent, staffFor, statementFor, verified, type Staff } from '../testing/index.ts';

let kit: TestKit;
let aid: DisbursementPort;
let staff: Staff;
let neighbour: Call;

beforeAll(async () => {
  kit = await testKit();
  aid = aidFor(kit);
  staff = await staffFor(kit);
  neighbour = await callFor(kit, { role: 'kabid', area: '35.20' });
});

describe('from proposal to accepted report', () => {
  it('goes through five hands, with one return by the bank, and every rupiah in the books', { timeout: 120_000 }, async () => {
    const facilitator = await callFor(kit, { role: 'pendamping' });
    const programmeId = await programmeWith(kit, 100_000_000n);
    const groupIds = await groupsFor(kit, staff, 2, facilitator.actor.userId);
    const proposals = await verified(kit, aid, staff, programmeId, groupIds);
    await ready(kit, aid, staff, programmeId, proposals);
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ ceiling: 100_000_000n, budget: 60_000_000n, reserved: 40_000_000n });

    const batchId = await batchAtSpm(kit, aid, staff, programmeId);
    await sent(kit, aid, staff, batchId);
    const before = await aid.batches.detail(staff.auditor, { id: batchId });
    expect(before.state.key).toBe('dikirim');
    const [good, bad] = before.lines as [(typeof before.lines)[number], (typeof before.lines)[number]];

    // The bank pays one and sends one back.
    const statement = await statementFor(kit, aid, staff, batchId, [bad.trancheId]);
    const imported = await aid.batches.importStatement(staff.operator, { id: batchId, key: key(), fileId: statement });
    expect(imported).toMatchObject({ rows: 3, problems: [], already: false });
    expect(await aid.batches.importStatement(staff.operator, { id: batchId, key: key(), fileId: statement })).toMatchObject({ already: true });
    // Files are read with the record that holds them: the bank's by who reconciles, an SP2D by who sees aid of the regency.
    expect(await aid.holdersOf(statement)).toEqual([{ permission: 'disbursement.reconcile', place: { regionCode: '35.21', facilitatorId: null } }]);
    expect(await aid.holdersOf(before.papers.sp2dFileId ?? '')).toEqual([{ permission: 'disbursement.read', place: { regionCode: '35.21', facilitatorId: null } }]);
    expect(await aid.batches.reconcile(staff.operator, { id: batchId, key: key() })).toMatchObject({ paid: 1, returned: 1, unknown: 0, missing: 0, openCases: 1, matched: true });
    await expect(aid.batches.act(staff.bendahara, { id: batchId, key: key(), action: 'reconcile', expectedState: 'dikirim' })).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' });
    await aid.batches.act(staff.operator, { id: batchId, key: key(), action: 'reconcile', expectedState: 'dikirim' });
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ reserved: 20_000_000n, inTransit: 0n, groupCash: 20_000_000n });
    await expect(aid.batches.act(staff.kabid, { id: batchId, key: key(), action: 'close', expectedState: 'direkonsiliasi' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    const { rows: cases } = await aid.batches.cases(staff.operator, { page: 1, pageSize: 25, batchId, state: 'open' });
    await aid.batches.closeCase(staff.operator, { id: cases[0]?.id ?? '', key: key(), note: 'Nomor rekening salah ketik, sudah dibetulkan' });
    await aid.batches.act(staff.kabid, { id: batchId, key: key(), action: 'close', expectedState: 'direkonsiliasi' });

    // Retur: correct the account, plan again, pay again.
    await aid.tranches.act(staff.operator, { id: bad.trancheId, key: key(), action: 'startRepair', expectedState: 'retur' });
    await expect(aid.tranches.act(staff.operator, { id: bad.trancheId, key: key(), action: 'planAgain', expectedState: 'perbaikanRekening' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await aid.tranches.repairAccount(staff.operator, { id: bad.trancheId, key: key(), bank: 'Bank Jatim', accountNumber: '0099887766', accountName: bad.groupName, note: 'Salah ketik' });
    await aid.tranches.act(staff.operator, { id: bad.trancheId, key: key(), action: 'planAgain', expectedState: 'perbaikanRekening' });
    const again = await batchAtSpm(kit, aid, staff, programmeId);
    await sent(kit, aid, staff, again);
    await aid.batches.importStatement(staff.operator, { id: again, key: key(), fileId: await statementFor(kit, aid, staff, again) });
    expect(await aid.batches.reconcile(staff.operator, { id: again, key: key() })).toMatchObject({ paid: 1, openCases: 0 });
    await aid.batches.act(staff.operator, { id: again, key: key(), action: 'reconcile', expectedState: 'dikirim' });
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ reserved: 0n, groupCash: 40_000_000n });

    // What came stands in the groups' own books: once each, by its SP2D, none of the sending that came back.
    const books = booksFor(kit);
    for (const { groupId } of [good, bad]) {
      expect(await books.overview(staff.operator, { groupId })).toMatchObject({ bank: 20_000_000n, difference: 0n });
      const { rows } = await books.entries(staff.operator, { groupId, page: 1, pageSize: 25 });
      expect(rows.map((r) => [r.label.id, r.amount, r.documents[0]?.slice(0, 5)])).toEqual([['Bantuan diterima', 20_000_000n, 'SP2D/']]);
    }

    // The members say it came; then it may be used.
    const detail = await aid.tranches.detail(facilitator, { id: good.trancheId });
    expect(detail.buttons.find((b) => b.action === 'startUse')).toMatchObject({ enabled: false });
    for (const m of detail.members.slice(0, 2)) await aid.tranches.confirmReceipt(facilitator, { id: good.trancheId, key: key(), personId: m.personId, method: 'slip', on: kit.clock.today() });
    await aid.tranches.act(facilitator, { id: good.trancheId, key: key(), action: 'startUse', expectedState: 'diterima' });

    // The report: typed by the operator, confirmed by the officers, reviewed, accepted.
    const lpjId = detail.lpjId as string;
    await aid.lpj.act(staff.operator, { id: lpjId, key: key(), action: 'start', expectedState: 'belum' });
    const draft = await aid.lpj.detail(staff.operator, { id: lpjId });
    const receipt = await fileFor(kit, 'nota 1', 'nota.jpg', 'image/jpeg');
    const expenditures = [{ id: randomUUID(), budgetLineId: draft.lines[0]?.budgetLineId as string, on: kit.clock.today(), payee: 'Pak Karto', goods: '10 kambing', amount: 19_500_000n, receiptFileId: receipt, witnesses: [] }];
    await aid.lpj.save(staff.operator, { id: lpjId, key: key(), version: draft.version, expenditures, accountBalance: 400_000n, cashBalance: 0n, balanceOn: kit.clock.today() });
    const gap = await aid.lpj.detail(staff.operator, { id: lpjId });
    const atGroup = { permission: 'disbursement.read', place: { regionCode: '35.21.16.2003', facilitatorId: facilitator.actor.userId, subjectIds: [good.groupId] } };
    expect(await aid.holdersOf(receipt)).toEqual([atGroup]);
    expect(await aid.holdersOf(randomUUID())).toEqual([]);
    expect(gap.findings.map((f) => f.code)).toEqual(expect.arrayContaining(['MONEY_UNEXPLAINED', 'CHAIR_NOT_CONFIRMED', 'TREASURER_NOT_CONFIRMED']));
    // Of two who typed at once, the second is told; who saw the present one may save.
    const save = (version: number) => aid.lpj.save(staff.operator, { id: lpjId, key: key(), version, expenditures, accountBalance: 400_000n, cashBalance: 100_000n, balanceOn: kit.clock.today() });
    await expect(save(draft.version)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const saved = await Promise.allSettled([save(gap.version), save(gap.version)]);
    expect(saved.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(saved.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'CHANGED_MEANWHILE' } });
    for (const o of gap.officers) await aid.lpj.confirm(staff.operator, { id: lpjId, key: key(), role: o.role, personId: o.personId, method: 'signature', on: kit.clock.today() });
    await aid.lpj.act(staff.operator, { id: lpjId, key: key(), action: 'submit', expectedState: 'draf' });
    await aid.lpj.act(staff.verifikator, { id: lpjId, key: key(), action: 'review', expectedState: 'diajukan' });
    await expect(aid.lpj.act(staff.verifikator, { id: lpjId, key: key(), action: 'accept', expectedState: 'diperiksa', password: PASSWORD })).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' });
    const accept = { id: lpjId, key: key(), action: 'accept' as const, expectedState: 'diperiksa' };
    await expect(aid.lpj.act(staff.kabid, accept)).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await expect(aid.lpj.act(staff.kabid, { ...accept, password: 'bukan-sandinya' })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await aid.lpj.act(staff.kabid, { id: lpjId, key: key(), action: 'accept', expectedState: 'diperiksa', password: PASSWORD });
    expect((await aid.tranches.detail(staff.auditor, { id: good.trancheId })).state.key).toBe('dipertanggungjawabkan');

    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ groupCash: 20_500_000n, spent: 19_500_000n });
    expect(await aid.figures.verifyLedger(staff.auditor)).toMatchObject({ sound: true, sum: 0n, problems: [] });
    expect((await aid.figures.separationBreaches(staff.auditor, { programmeId })).flatMap((b) => b.breaches)).toEqual([]);
    const group = await kit.db.prisma.group.findUniqueOrThrow({ where: { id: good.groupId } });
    expect(group).toMatchObject({ aidStage: 'dipertanggungjawabkan', received: 20_000_000n, accounted: 20_000_000n });
    const steps = await kit.db.prisma.flowStep.findMany({ where: { entityId: { in: [proposals[0] as string, batchId] } } });
    expect(new Set(steps.map((s) => s.actorId)).size).toBe(5);
  });
});

describe('proposals', () => {
  it('say what is missing, draw buttons, and are listed with counts', async () => {
    const programmeId = await programmeWith(kit, 100_000_000n);
    const [groupId] = (await groupsFor(kit, staff, 1)) as [string];
    const input = { key: key(), programmeId, groupId };
    const { id } = await aid.proposals.create(staff.operator, input);
    expect(await aid.proposals.create(staff.operator, input)).toEqual({ id, state: 'draf' });
    await expect(aid.proposals.create(staff.operator, { ...input, key: key() })).rejects.toMatchObject({ code: 'PROPOSAL_EXISTS' });
    const detail = await aid.proposals.detail(staff.operator, { id });
    expect(detail.checks.map((c) => c.code)).toEqual(expect.arrayContaining(['PLAN_EMPTY', 'DOCUMENTS_MISSING', 'ELIGIBILITY_NOT_CHECKED']));
    expect(detail.buttons.find((b) => b.action === 'submit')?.enabled).toBe(false);
    await expect(aid.proposals.act(staff.operator, { id, key: key(), action: 'submit', expectedState: 'draf' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await expect(aid.proposals.act(staff.operator, { id, key: key(), action: 'submit', expectedState: 'lolos' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await aid.proposals.saveBudgetPlan(staff.operator, { id, key: key(), version: detail.planVersion, requested: 20_000_000n, lines: [...goats(9n), { id: randomUUID(), description: 'Konsumsi rapat', quantity: 1n, unit: 'paket', unitPrice: 2_000_000n, category: 'other' }] });
    await expect(aid.proposals.saveBudgetPlan(staff.operator, { id, key: key(), version: detail.planVersion, requested: 1n, lines: [] })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect((await aid.proposals.detail(staff.operator, { id })).checks.map((c) => c.code)).toEqual(expect.arrayContaining(['LINE_FORBIDDEN', 'LINE_NOT_PRODUCTIVE']));
    const list = await aid.proposals.list(staff.operator, { page: 1, pageSize: 25, programmeId, sort: 'since', direction: 'asc', states: ['draf'], q: 'kube' });
    expect(list).toMatchObject({ total: 1, counts: [{ state: 'draf', count: 1, amount: 20_000_000n }] });
    const file = await aid.proposals.export(staff.operator, { programmeId });
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('are not verified by who handed them in, nor reached from next door', async () => {
    const programmeId = await programmeWith(kit, 100_000_000n);
    const groupIds = await groupsFor(kit, staff, 1);
    const both = await callFor(kit, { role: 'verifikator', userId: staff.operator.actor.userId });
    const [id] = (await verified(kit, aid, staff, programmeId, groupIds)) as [string];
    await expect(aid.proposals.act(both, { id, key: key(), action: 'reject', expectedState: 'lolos' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    for (const attempt of [
      () => aid.proposals.detail(neighbour, { id }),
      () => aid.proposals.act(neighbour, { id, key: key(), action: 'reject', expectedState: 'lolos', note: 'x' }),
      () => aid.proposals.saveBudgetPlan(neighbour, { id, key: key(), version: 1, requested: 1n, lines: [] }),
      () => aid.decrees.draft(neighbour, { key: key(), programmeId }),
      () => aid.batches.create(neighbour, { key: key(), programmeId, name: 'x', bankFormat: 'umum' }),
      () => aid.figures.balances(neighbour, { programmeId }),
      () => aid.figures.groupMoney(neighbour, { groupId: groupIds[0] as string }),
    ]) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await aid.proposals.list(neighbour, { page: 1, pageSize: 25, sort: 'since', direction: 'asc' })).toMatchObject({ rows: [], total: 0, counts: [] });
    expect((await aid.proposals.bulkAct(neighbour, { ids: [id], action: 'reject', note: 'x', key: key(), dryRun: false })).rows[0]).toMatchObject({ ok: false, name: '-' });
    const stranger = await callFor(kit, { role: 'pendamping' });
    await expect(aid.proposals.detail(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the ceiling', () => {
  it('holds against fifty writers', { timeout: 120_000 }, async () => {
    const programmeId = await programmeWith(kit, 200_000_000n);
    const proposals = await verified(kit, aid, staff, programmeId, await groupsFor(kit, staff, 50));
    const decrees = await Promise.all(proposals.map((id) => aid.decrees.draft(staff.operator, { key: key(), programmeId, proposalIds: [id] })));
    const results = await Promise.allSettled(decrees.map((d, i) => aid.decrees.issue(staff.kepala, { id: d.id, key: key(), number: `SK/50/${i}`, dated: kit.clock.today(), password: PASSWORD })));
    const refused = results.flatMap((r) => (r.status === 'rejected' ? [r.reason as { code: string; params: { codes?: string } }] : []));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(10);
    expect(refused.every((e) => e.code === 'CEILING_EXCEEDED' || e.params.codes?.includes('CEILING_EXCEEDED'))).toBe(true);
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ budget: 0n, reserved: 200_000_000n });
    expect(await aid.figures.verifyLedger(staff.auditor)).toMatchObject({ sound: true });
  });

  it('gives money back when a decree is revoked', async () => {
    const programmeId = await programmeWith(kit, 20_000_000n);
    const [id] = (await verified(kit, aid, staff, programmeId, await groupsFor(kit, staff, 1))) as [string];
    const decree = await aid.decrees.draft(staff.operator, { key: key(), programmeId });
    expect(await aid.decrees.detail(staff.kepala, { id: decree.id })).toMatchObject({ available: 20_000_000n, after: 0n, canIssue: true });
    const number = `SK/${randomUUID()}`;
    await aid.decrees.issue(staff.kepala, { id: decree.id, key: key(), number, dated: kit.clock.today(), password: PASSWORD });
    expect(await aid.decrees.verify(staff.auditor, { id: decree.id })).toMatchObject({ intact: true });
    const list = await aid.decrees.download(staff.operator, { id: decree.id, form: 'csv', masked: true });
    expect(Buffer.from(list.base64, 'base64').toString()).not.toMatch(/\d{16}/);
    await expect(aid.decrees.download(staff.operator, { id: decree.id, form: 'canonical', masked: false })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await aid.decrees.revoke(staff.kepala, { proposalId: id, key: key(), number: 'SK/CABUT', reason: 'Kelompok mundur', password: PASSWORD });
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ budget: 20_000_000n, reserved: 0n });
  });
});

describe('a second tranche', () => {
  it('waits for the report on the first, and says so', { timeout: 60_000 }, async () => {
    const programmeId = await programmeWith(kit, 100_000_000n);
    const admin = await callFor(kit, { role: 'admin' });
    const programme = programmeFor(kit);
    const current = await programme.currentRules(admin, { programmeId });
    await programme.addRuleSet(admin, { programmeId, basedOn: current.version, validFrom: kit.clock.today(), reason: 'Dua tahap', settings: { ...current.settings, trancheCount: 2, trancheSplit: [60, 40] } });
    const [id] = (await verified(kit, aid, staff, programmeId, await groupsFor(kit, staff, 1))) as [string];
    await ready(kit, aid, staff, programmeId, [id]);
    const { tranches } = await aid.proposals.detail(staff.operator, { id });
    expect(tranches.map((t) => t.amount)).toEqual([12_000_000n, 8_000_000n]);
    expect(await aid.batches.ready(staff.operator, { programmeId })).toHaveLength(1);
    const batchId = await batchAtSpm(kit, aid, staff, programmeId);
    await sent(kit, aid, staff, batchId);
    await aid.batches.importStatement(staff.operator, { id: batchId, key: key(), fileId: await statementFor(kit, aid, staff, batchId) });
    await aid.batches.reconcile(staff.operator, { id: batchId, key: key() });
    await aid.batches.act(staff.operator, { id: batchId, key: key(), action: 'reconcile', expectedState: 'dikirim' });
    const [second] = await aid.batches.ready(staff.operator, { programmeId });
    expect(second).toMatchObject({ no: 2, ready: false });
    expect(second?.waitsFor.map((w) => w.code)).toEqual(expect.arrayContaining(['TRANCHE_WAITS_REPORTACCEPTED', 'TRANCHE_WAITS_RECEIPTS', 'TRANCHE_WAITS_MEMBERCONFIRMATIONS']));
    expect((await aid.tranches.detail(staff.auditor, { id: second?.trancheId as string })).waiting.id).toContain('Tahap 2 menunggu');
    await expect(aid.batches.create(staff.operator, { key: key(), programmeId, name: 'Tahap II', bankFormat: 'umum' })).rejects.toMatchObject({ code: 'NOTHING_READY' });
  });
});

describe('a return after the money was declared received', () => {
  it('takes it off the account in both ledgers, and the next sending counts anew', { timeout: 60_000 }, async () => {
    const programmeId = await programmeWith(kit, 100_000_000n);
    const groupIds = await groupsFor(kit, staff, 3);
    await ready(kit, aid, staff, programmeId, await verified(kit, aid, staff, programmeId, groupIds));
    const batchId = await batchAtSpm(kit, aid, staff, programmeId);
    await sent(kit, aid, staff, batchId);
    await aid.batches.importStatement(staff.operator, { id: batchId, key: key(), fileId: await statementFor(kit, aid, staff, batchId) });
    await aid.batches.reconcile(staff.operator, { id: batchId, key: key() });
    // Two hands at once: one moves the batch, and each group has its money once.
    const act = () => aid.batches.act(staff.operator, { id: batchId, key: key(), action: 'reconcile', expectedState: 'dikirim' });
    expect((await Promise.allSettled([act(), act()])).filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const books = booksFor(kit);
    const bank = async (groupId: string) => (await books.overview(staff.operator, { groupId })).bank;
    expect(await Promise.all(groupIds.map(bank))).toEqual([20_000_000n, 20_000_000n, 20_000_000n]);
    const [line] = (await aid.batches.detail(staff.auditor, { id: batchId })).lines;
    if (!line) throw new Error('no line');
    await kit.db.prisma.$executeRaw`UPDATE batch_line SET result = 'returned' WHERE tranche_id = ${line.trancheId}::uuid`;
    await aid.tranches.act(staff.operator, { id: line.trancheId, key: key(), action: 'recordReturn', expectedState: 'diterima' });
    expect(await bank(line.groupId)).toBe(0n);
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ inTransit: 0n, reserved: 20_000_000n, groupCash: 40_000_000n });
    expect((await kit.db.prisma.group.findUniqueOrThrow({ where: { id: line.groupId } })).received).toBe(0n);
    expect(await aid.figures.verifyLedger(staff.auditor)).toMatchObject({ sound: true, sum: 0n });
  });
});

describe('races and crashes', () => {
  it('of two approvers one wins and the other is told', async () => {
    const programmeId = await programmeWith(kit, 100_000_000n);
    await ready(kit, aid, staff, programmeId, await verified(kit, aid, staff, programmeId, await groupsFor(kit, staff, 1)));
    const { id } = await aid.batches.create(staff.operator, { key: key(), programmeId, name: 'Lomba', bankFormat: 'bank-jatim' });
    await aid.batches.act(staff.operator, { id, key: key(), action: 'lock', expectedState: 'draf' });
    const second = await withPassword(kit, await callFor(kit, { role: 'kabid' }));
    const results = await Promise.allSettled([staff.kabid, second].map((call) => aid.batches.act(call, { id, key: key(), action: 'approve', expectedState: 'dikunci', password: PASSWORD })));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'CHANGED_MEANWHILE', params: { state: 'Disetujui' } } });
    await aid.batches.act(staff.kabid, { id, key: key(), action: 'cancel', expectedState: 'disetujui', note: 'Uji' });
    expect(await aid.batches.ready(staff.operator, { programmeId })).toMatchObject([{ ready: true }]);
  });

  it('a batch whose worker died is taken up again, and nothing is doubled', async () => {
    const programmeId = await programmeWith(kit, 100_000_000n);
    await ready(kit, aid, staff, programmeId, await verified(kit, aid, staff, programmeId, await groupsFor(kit, staff, 3)));
    const id = await batchAtSpm(kit, aid, staff, programmeId);
    await aid.batches.act(staff.bendahara, { id, key: key(), action: 'recordSp2d', expectedState: 'spm', number: 'SP2D/MATI', date: kit.clock.today(), fileId: await fileFor(kit) });
    expect(await aid.batches.workStatus(staff.bendahara, { id })).toMatchObject({ state: 'queued', batchState: 'spm' });
    // As kill -9 leaves it: taken up, nothing finished, nobody there.
    await kit.db.prisma.paymentBatch.update({ where: { id }, data: { workState: 'running', workAttempt: 1, workSince: new Date(kit.clock.now().getTime() - 60_000) } });
    await aid.work.runBatch(id);
    expect(await aid.batches.workStatus(staff.bendahara, { id })).toMatchObject({ state: 'running', batchState: 'spm' });
    await aid.work.sweep();
    await Promise.all([kit.runJobs(), aid.work.runBatch(id), aid.work.runBatch(id)]);
    expect(await aid.batches.workStatus(staff.bendahara, { id })).toMatchObject({ state: 'idle', batchState: 'sp2dTerbit', done: 3 });
    expect(await kit.db.prisma.ledgerTransfer.count({ where: { programmeId, kind: 'sendSp2d' } })).toBe(3);
    expect(await aid.figures.balances(staff.auditor, { programmeId })).toMatchObject({ reserved: 0n, inTransit: 60_000_000n });
  });
});

describe('the ledger in the database', () => {
  it('is append-only, keeps its floors, and lets nobody write totals', async () => {
    const sql = (text: string) => kit.db.prisma.$executeRawUnsafe(text);
    await expect(sql('UPDATE ledger_transfer SET amount = amount + 1')).rejects.toThrow(/append-only/);
    await expect(sql('DELETE FROM ledger_transfer')).rejects.toThrow(/append-only/);
    await expect(sql('TRUNCATE ledger_transfer CASCADE')).rejects.toThrow(/append-only/);
    await expect(sql('UPDATE ledger_account SET debits = debits + 1')).rejects.toThrow(/by transfers only/);
    await expect(sql('DELETE FROM ledger_account')).rejects.toThrow(/by transfers only/);
    await expect(sql("UPDATE decree SET number = 'x' WHERE state = 'issued'")).rejects.toThrow(/frozen/);
    const programmeId = await programmeWith(kit, 1_000n);
    const owner = randomUUID();
    const insert = (id: string, from: string, to: string, amount: number) => sql(
      `INSERT INTO ledger_transfer (id, regency_code, programme_id, kind, from_account, to_account, amount, counts_on, actor_id, at)
       VALUES ('${id}', '35.21', '${programmeId}', 'reserve', '${programmeId}/${from}', '${programmeId}/${to}', ${amount}, '2020-03-03', 'x', now()) ON CONFLICT DO NOTHING`);
    await insert(`test:${owner}:1`, `appropriation/${programmeId}`, `budget/${programmeId}`, 1000);
    await insert(`test:${owner}:1`, `appropriation/${programmeId}`, `budget/${programmeId}`, 1000);
    await expect(insert(`test:${owner}:2`, `budget/${programmeId}`, `reserved/${owner}`, 1001)).rejects.toThrow(/ledger_budget_floor/);
    await insert(`test:${owner}:3`, `budget/${programmeId}`, `reserved/${owner}`, 1000);
    const raced = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => insert(`test:${owner}:r${i}`, `reserved/${owner}`, `inTransit/${owner}`, 100)));
    expect(raced.filter((r) => r.status === 'fulfilled')).toHaveLength(10);
    expect(await aid.figures.verifyLedger(staff.auditor)).toMatchObject({ sound: true });
  });
});

describe('what waits and the board', () => {
  it('tells each role its own, and the ladder moves daily', async () => {
    const tasks = await aid.figures.tasks(staff.kepala);
    expect(tasks.every((t) => t.count > 0)).toBe(true);
    const board = await aid.figures.figures(staff.auditor, {});
    expect(board.funnel.map((f) => f.stage)).toHaveLength(9);
    expect(board.ceiling).toBeGreaterThan(0n);
    const late = (await aid.lpj.list(staff.auditor, { page: 1, pageSize: 25, sort: 'due', states: ['belum'] })).rows[0];
    expect(late).toMatchObject({ overdue: 'none', dueOn: '2020-06-01' });
    kit.clock.set('2020-07-20T01:00:00.000Z');
    expect(await aid.work.overdue()).toBeGreaterThan(0);
    expect(await aid.work.overdue()).toBe(0);
    expect((await aid.lpj.list(staff.auditor, { page: 1, pageSize: 25, sort: 'due', overdue: ['barred'] })).total).toBeGreaterThan(0);
  });
});
