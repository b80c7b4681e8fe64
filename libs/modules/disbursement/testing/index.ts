import { createHash, randomUUID } from 'node:crypto';
import type { Call, Role } from '@anyam/contract-kit';
import { accessFor, PASSWORD, withPassword } from '@anyam/access/testing';
import { booksFor } from '@anyam/books/testing';
import { groupFor, importedGroup } from '@anyam/group/testing';
import { memberFor } from '@anyam/member/testing';
import { programmeFor } from '@anyam/programme/testing';
import { callFor, type TestKit } from '@anyam/server-kit/testing';
import type { DisbursementPort } from '../contract/index.ts';
import { createDisbursement } from '../server/disbursement.service.ts';

/** Builders for specs: an office with its people, a programme with a ceiling, formed groups that the register knows. */
export const key = (): string => randomUUID();

export const aidFor = (kit: TestKit): DisbursementPort =>
  createDisbursement(kit, { access: accessFor(kit), programme: programmeFor(kit), group: groupFor(kit), member: memberFor(kit), books: booksFor(kit) });

export type Staff = Readonly<Record<'operator' | 'verifikator' | 'kabid' | 'kepala' | 'bendahara' | 'auditor' | 'operator2', Call>>;

export async function staffFor(kit: TestKit, area = '35.21'): Promise<Staff> {
  const make = async (role: Role) => withPassword(kit, await callFor(kit, { role, area }));
  return {
    operator: await make('operator'), verifikator: await make('verifikator'), kabid: await make('kabid'), kepala: await make('kepala'), bendahara: await make('bendahara'), auditor: await make('auditor'), operator2: await make('operator'),
  };
}

export async function programmeWith(kit: TestKit, ceiling: bigint, name = `KUBE ${randomUUID().slice(0, 6)}`): Promise<string> {
  const admin = await callFor(kit, { role: 'admin' });
  const { id } = await programmeFor(kit).create(admin, { key: key(), name, fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling, dpaNumber: 'DPA/1' });
  return id;
}

/** Formed groups whose members the register knows, each with an account and two signatories. */
export async function groupsFor(kit: TestKit, staff: Staff, count: number, facilitatorId: string | null = null): Promise<string[]> {
  const made = Array.from({ length: count }, () => importedGroup({ facilitatorId }));
  const { groupIds } = await kit.work.run(staff.operator.actor, (unit) =>
    groupFor(kit).formFromImport(unit as never, staff.operator.actor, { importId: randomUUID(), regencyCode: '35.21', on: '2020-02-01', groups: made }));
  await kit.db.prisma.$executeRaw`UPDATE kube_group g SET signatory_ids = ARRAY(SELECT person_id FROM membership m WHERE m.group_id = g.id AND m.role IN ('chair', 'treasurer') AND m.left_on IS NULL) WHERE g.id = ANY(${groupIds}::uuid[])`;
  // The newest extract judges, so no two may be of one moment.
  kit.clock.set(new Date(kit.clock.now().getTime() + 1000).toISOString());
  const people = await kit.db.prisma.person.findMany();
  const rows = people.map((p) => ({ nationalId: p.nationalId, familyCardNo: p.familyCardNo, name: p.name, villageCode: p.villageCode, decile: 2, status: 'active' as const }));
  await kit.work.run(staff.operator.actor, (unit) =>
    memberFor(kit).storeExtract(unit as never, staff.operator.actor, { regencyCode: '35.21', kind: 'register', period: '2020-01', fileName: 'dtks.csv', fileSha256: createHash('sha256').update(randomUUID()).digest('hex'), register: rows }));
  return [...groupIds];
}

/** A stored file with these bytes. */
export async function fileFor(kit: TestKit, bytes: Uint8Array | string = randomUUID(), name = 'berkas.pdf', mime = 'application/pdf', regencyCode = '35.21'): Promise<string> {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const sha256 = await kit.files.put(data);
  const id = randomUUID();
  await kit.db.prisma.storedFile.create({ data: { id, regencyCode, sha256, name, mime, size: data.length, uploadedBy: 'test', uploadedAt: kit.clock.now() } });
  return id;
}

export const goats = (quantity = 10n) => [{ id: randomUUID(), description: 'Kambing betina', quantity, unit: 'ekor', unitPrice: 2_000_000n, category: 'livestock' as const }];

/** Proposals brought to "lolos" by three hands. */
export async function verified(kit: TestKit, aid: DisbursementPort, staff: Staff, programmeId: string, groupIds: readonly string[]): Promise<string[]> {
  const paper = await fileFor(kit);
  const made = await aid.proposals.bulkCreate(staff.operator, { key: key(), programmeId, groupIds: [...groupIds], dryRun: false });
  const ids = made.rows.map((r) => r.id);
  const [first, ...others] = ids as [string, ...string[]];
  await aid.proposals.saveBudgetPlan(staff.operator, { id: first, key: key(), version: 0, requested: 20_000_000n, lines: goats() });
  if (others.length > 0) await aid.proposals.copyBudgetPlan(staff.operator, { key: key(), fromId: first, toIds: others });
  await aid.proposals.attachDocumentMany(staff.operator, { ids, key: key(), kind: 'proposal', fileId: paper });
  const step = async (call: Call, action: 'submit' | 'takeUp' | 'passPapers' | 'passField') => {
    const result = await aid.proposals.bulkAct(call, { ids, action, key: key(), dryRun: false });
    const bad = result.rows.find((r) => !r.ok);
    if (bad) throw new Error(`${action}: ${JSON.stringify(bad.blockers)}`);
  };
  await step(staff.operator, 'submit');
  await step(staff.verifikator, 'takeUp');
  await step(staff.verifikator, 'passPapers');
  for (const id of ids) await aid.proposals.recordVisit(staff.verifikator, { id, key: key(), on: kit.clock.today(), suitable: true, ordinaryMembersMet: 2 });
  await step(staff.verifikator, 'passField');
  return ids;
}

/** Decreed and ready for payment. */
export async function ready(kit: TestKit, aid: DisbursementPort, staff: Staff, programmeId: string, proposalIds: readonly string[]): Promise<string> {
  const decree = await aid.decrees.draft(staff.operator, { key: key(), programmeId, proposalIds: [...proposalIds] });
  await aid.decrees.issue(staff.kepala, { id: decree.id, key: key(), number: `SK/${randomUUID().slice(0, 8)}`, dated: kit.clock.today(), password: PASSWORD });
  const ids = [...proposalIds];
  for (const kind of ['regentDecree', 'integrityPact'] as const) await aid.proposals.attachDocumentMany(staff.operator, { ids, key: key(), kind, fileId: await fileFor(kit) });
  await aid.proposals.recordTraining(staff.operator, { ids, key: key(), on: kit.clock.today() });
  const made = await aid.proposals.bulkAct(staff.operator, { ids, action: 'makeReady', key: key(), dryRun: false });
  const bad = made.rows.find((r) => !r.ok);
  if (bad) throw new Error(JSON.stringify(bad.blockers));
  return decree.id;
}

/** A batch of these tranches, or of all that are ready, brought to SPM by operator, kabid, kepala and bendahara. */
export async function batchAtSpm(kit: TestKit, aid: DisbursementPort, staff: Staff, programmeId: string, trancheIds?: string[]): Promise<string> {
  const { id } = await aid.batches.create(staff.operator, { key: key(), programmeId, name: 'Tahap I', bankFormat: 'umum', ...(trancheIds ? { trancheIds } : {}) });
  const act = (call: Call, action: 'lock' | 'approve' | 'authorise', expectedState: string) => aid.batches.act(call, { id, key: key(), action, expectedState, password: PASSWORD });
  await act(staff.operator, 'lock', 'draf');
  await act(staff.kabid, 'approve', 'dikunci');
  await act(staff.kepala, 'authorise', 'disetujui');
  await aid.batches.act(staff.bendahara, { id, key: key(), action: 'recordPaymentRequest', expectedState: 'disahkan', number: 'SPP/1', date: kit.clock.today() });
  await aid.batches.act(staff.bendahara, { id, key: key(), action: 'recordPaymentOrder', expectedState: 'sppLs', number: 'SPM/1', date: kit.clock.today() });
  return id;
}

/** SP2D issued by the background work, and the list sent. */
export async function sent(kit: TestKit, aid: DisbursementPort, staff: Staff, batchId: string): Promise<void> {
  await aid.batches.act(staff.bendahara, { id: batchId, key: key(), action: 'recordSp2d', expectedState: 'spm', number: `SP2D/${randomUUID().slice(0, 8)}`, date: kit.clock.today(), fileId: await fileFor(kit) });
  await kit.runJobs();
  await aid.batches.act(staff.bendahara, { id: batchId, key: key(), action: 'send', expectedState: 'sp2dTerbit', password: PASSWORD });
}

/** The bank's statement for a batch: every line paid but those in `returned`, which come back. */
export async function statementFor(kit: TestKit, aid: DisbursementPort, staff: Staff, batchId: string, returned: readonly string[] = []): Promise<string> {
  const lines = (await aid.batches.detail(staff.auditor, { id: batchId })).lines;
  const row = (l: (typeof lines)[number], words: string) => `03/03/2020,${l.reference},${l.accountName ?? ''},"${l.amount.toLocaleString('id-ID')}",${words}`;
  const body = lines.flatMap((l) => [row(l, 'TRANSFER BANTUAN'), ...(returned.includes(l.trancheId) ? [row(l, 'RETUR rekening tidak aktif')] : [])]);
  return fileFor(kit, ['Bank Jatim Cabang Ngawi', '', 'Tanggal,Referensi,Nama Penerima,Nominal,Keterangan', ...body, '', 'Total,,,,'].join('\n'), 'rekening-koran.csv', 'text/csv');
}
