import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import type { GroupPort } from '@anyam/group/contract';
import type { MemberPort } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { ColumnMapping } from '@anyam/domain/roster';
import { isUniqueViolation, type Kit, type Work } from '@anyam/server-kit';
import type { ImportView, RosterPort } from '../contract/index.ts';
import { rosterRepository } from '../persistence/roster.repository.ts';
import { createDesk, type Choices, type ImportRecord } from './desk.ts';
import { fail } from './errors.ts';
import { storeExtractFile } from './extract.ts';
import { faultsFile } from './faults-file.ts';
import { storeImport, STORE_QUEUE } from './store.ts';
import { createView, mayCompare } from './import-view.ts';
import { gridRow } from './view.ts';
import type { WorkingGroup } from './working-copy.ts';

export interface RosterPorts {
  readonly territory: TerritoryPort;
  readonly programme: ProgrammePort;
  readonly member: MemberPort;
  readonly group: GroupPort;
}

const OPEN_STATES = ['mapping', 'checked', 'failed'];

const areasOf = (call: Call): string[] => [...new Set(call.scope.map((grant) => grant.area.split('.').slice(0, 2).join('.')))];

export function createRoster(kit: Kit, ports: RosterPorts): RosterPort {
  const { db, work, jobs } = kit;
  const repository = rosterRepository(db);
  const desk = createDesk(kit, ports, repository);
  const viewOf = createView(kit, repository);

  jobs.define(STORE_QUEUE, ({ id }) => storeImport(kit, ports, repository, id ?? ''));
  jobs.sweep(async () => {
    const cut = await db.prisma.rosterImport.findMany({ where: { state: 'storing' }, select: { id: true } });
    for (const { id } of cut) await jobs.send(STORE_QUEUE, { id });
  });

  async function find(call: Call, id: string): Promise<ImportRecord> {
    const row = await db.prisma.rosterImport.findUnique({ where: { id } });
    if (!row || !reaches(call, { regionCode: row.regencyCode })) throw common('NOT_FOUND');
    return row;
  }
  async function openOne(call: Call, id: string): Promise<ImportRecord> {
    const row = await find(call, id);
    if (!OPEN_STATES.includes(row.state)) throw fail('NOT_IN_THIS_STATE');
    return row;
  }

  const view = async (call: Call, id: string): Promise<ImportView> => viewOf(call, await find(call, id));

  async function change(call: Call, id: string, action: string, changes: Record<string, readonly [unknown, unknown]>, write: (unit: Work, row: ImportRecord) => Promise<void>) {
    const row = await openOne(call, id);
    await work.run(call.actor, async (unit) => {
      // The row is locked, so two people who mend at once wait for each other and nothing is judged on half a copy.
      const locked = await unit.tx.rosterImport.updateMany({ where: { id, state: { in: OPEN_STATES } }, data: { progress: 0 } });
      if (locked.count === 0) throw fail('NOT_IN_THIS_STATE');
      await write(unit, row);
      unit.audit({ action, entity: 'rosterImport', entityId: id, regionCode: row.regencyCode, changes });
    });
    return view(call, id);
  }

  /** Reads the file again by these choices. */
  async function reread(unit: Work, id: string, choices: Choices) {
    const updated = await unit.tx.rosterImport.update({ where: { id }, data: { choices: choices as object } });
    return desk.takeIn(unit, updated);
  }

  return {
    async holdersOf(fileId) {
      const rows = await db.prisma.rosterImport.findMany({ where: { fileId }, select: { regencyCode: true } });
      return rows.map((row) => ({ permission: 'roster.read', place: { regionCode: row.regencyCode } }));
    },
    async start(call, { fileId, programmeId, asOf }) {
      const programme = await ports.programme.find(programmeId);
      if (!programme || !reaches(call, { regionCode: programme.regencyCode })) throw common('NOT_FOUND');
      const file = await db.prisma.storedFile.findUnique({ where: { id: fileId } });
      if (!file || file.uploadedBy !== call.actor.userId) throw common('NOT_FOUND');
      const earlier = await db.prisma.rosterImport.findFirst({
        where: { regencyCode: programme.regencyCode, programmeId, fileSha256: file.sha256, state: { notIn: ['undone', 'dropped'] } },
      });
      if (earlier) throw fail('ALREADY_IMPORTED', { fileName: earlier.fileName, importId: earlier.id });
      const id = randomUUID();
      try {
        await work.run(call.actor, async (unit) => {
          const row = await unit.tx.rosterImport.create({
            data: {
              id, regencyCode: programme.regencyCode, programmeId, fileId, fileName: file.name, fileSha256: file.sha256, asOf: new Date(asOf),
              state: 'mapping', sheets: [], choices: {}, letterhead: {}, createdBy: call.actor.name, createdAt: unit.now,
            },
          });
          await desk.takeIn(unit, row);
          unit.audit({
            action: 'roster.start', entity: 'rosterImport', entityId: id, regionCode: programme.regencyCode,
            changes: { fileName: [null, file.name], fileSha256: [null, file.sha256] },
          });
        });
      } catch (error) {
        if (isUniqueViolation(error, 'roster_import')) throw fail('ALREADY_IMPORTED', { fileName: file.name });
        throw error;
      }
      return view(call, id);
    },
    get: (call, { id }) => view(call, id),
    async history(call) {
      const rows = await db.prisma.rosterImport.findMany({ where: { regencyCode: { in: areasOf(call) }, state: { not: 'dropped' } }, orderBy: { createdAt: 'desc' }, take: 100 });
      return rows.map((row) => ({
        id: row.id, state: row.state as ImportView['state'], fileName: row.fileName, groups: row.groupCount, members: row.memberCount,
        faultRows: row.faultRows, createdBy: row.createdBy, createdAt: row.createdAt,
      }));
    },
    setMapping: (call, { id, sheet, mapping, remember }) =>
      change(call, id, 'roster.setMapping', { sheet: [null, sheet] }, async (unit, row) => {
        const choices = row.choices as Choices;
        const reading = await reread(unit, id, { ...choices, columns: { ...choices.columns, [sheet]: mapping as ColumnMapping } });
        if (!remember) return;
        const read = reading.sheets.find((one) => one.name === sheet);
        if (!read) throw common('NOT_FOUND');
        const { signature, mapping: whole } = read.proposal;
        const kept = { mapping: { ...whole }, savedBy: call.actor.userId, savedAt: unit.now };
        await unit.tx.savedMapping.upsert({
          where: { regencyCode_signature: { regencyCode: row.regencyCode, signature } },
          create: { regencyCode: row.regencyCode, signature, ...kept },
          update: kept,
        });
      }),
    setHeader: (call, { id, sheet, headerRow }) =>
      change(call, id, 'roster.setHeader', { sheet: [null, sheet], headerRow: [null, headerRow] }, async (unit, row) => {
        const choices = row.choices as Choices;
        // Other titles mean other columns: what was chosen for the old ones does not hold.
        const { [sheet]: _gone, ...columns } = choices.columns ?? {};
        const reading = await reread(unit, id, { columns, headers: { ...choices.headers, [sheet]: headerRow } });
        if (!reading.sheets.some((one) => one.name === sheet)) throw common('NOT_FOUND');
      }),
    async rows(call, { id, show, code, page, pageSize }) {
      await find(call, id);
      const records = await repository.page(id, show, code ?? null, pageSize, (page - 1) * pageSize);
      const groups = new Map((await repository.groups(id, [...new Set(records.map((record) => record.groupSeq))])).map((group) => [group.seq, group]));
      const full = mayCompare(call);
      return {
        rows: records.map((record) => gridRow(record, groups.get(record.groupSeq) as unknown as WorkingGroup, full)),
        total: records[0]?.total ?? 0,
      };
    },
    correct: (call, { id, seq, field, value }) =>
      change(call, id, 'roster.correct', { cell: [null, `${seq}.${field}`] }, async (unit, row) => {
        const copy = await desk.load(id);
        const target = copy.rows.find((one) => one.seq === seq);
        if (!target) throw common('NOT_FOUND');
        const ofGroup = ['group', 'business', 'account', 'bank'].includes(field);
        const holder = ofGroup ? copy.groups.find((group) => group.seq === target.groupSeq) : target;
        if (!holder) throw common('NOT_FOUND');
        const corrections = { ...holder.corrections, [field]: value };
        await repository.setCorrections(unit.tx, id, ofGroup ? 'group' : 'row', holder.seq, corrections);
        const laid = <T extends { seq: number }>(list: readonly T[], applies: boolean) =>
          list.map((one) => (applies && one.seq === holder.seq ? { ...one, corrections } : one));
        await desk.rejudge(unit, row, { groups: laid(copy.groups, ofGroup), rows: laid(copy.rows, !ofGroup) });
      }),
    skip: (call, { id, seq, skipped }) =>
      change(call, id, 'roster.skip', { row: [null, seq], skipped: [!skipped, skipped] }, async (unit, row) => {
        const { count } = await unit.tx.rosterImportRow.updateMany({ where: { importId: id, seq }, data: { skipped } });
        if (count === 0) throw common('NOT_FOUND');
        const copy = await desk.load(id);
        await desk.rejudge(unit, row, { ...copy, rows: copy.rows.map((one) => (one.seq === seq ? { ...one, skipped } : one)) });
      }),
    async store(call, { id, key }) {
      const row = await find(call, id);
      if ((await repository.soundRows(id)) === 0) throw fail('NOTHING_TO_STORE');
      await work.once(key, 'roster.store', call.actor, async (unit) => {
        const { count } = await unit.tx.rosterImport.updateMany({ where: { id, state: { in: ['checked', 'failed'] } }, data: { state: 'storing', progress: 0, problem: null } });
        if (count === 0) throw fail('NOT_IN_THIS_STATE');
        unit.audit({ action: 'roster.store', entity: 'rosterImport', entityId: id, regionCode: row.regencyCode, changes: { state: [row.state, 'storing'] } });
        return { id };
      });
      await jobs.send(STORE_QUEUE, { id });
      return view(call, id);
    },
    async undo(call, { id, reason }) {
      const row = await find(call, id);
      await work.run(call.actor, async (unit) => {
        const { count } = await unit.tx.rosterImport.updateMany({ where: { id, state: 'stored' }, data: { state: 'undone' } });
        if (count === 0) throw fail('NOT_IN_THIS_STATE');
        const taken = await ports.group.undoImport(unit, call.actor, id);
        unit.audit({ action: 'roster.undo', entity: 'rosterImport', entityId: id, regionCode: row.regencyCode, reason, changes: { groups: [taken.groups, 0], members: [taken.memberships, 0] } });
      });
      return view(call, id);
    },
    async drop(call, { id }) {
      const row = await openOne(call, id);
      await work.run(call.actor, async (unit) => {
        const { count } = await unit.tx.rosterImport.updateMany({ where: { id, state: { in: OPEN_STATES } }, data: { state: 'dropped' } });
        if (count === 0) throw fail('NOT_IN_THIS_STATE');
        unit.audit({ action: 'roster.drop', entity: 'rosterImport', entityId: id, regionCode: row.regencyCode });
      });
    },
    faultsFile: async (call, { id }) => faultsFile(kit, repository, call, await find(call, id)),
    extracts: (call) => ports.member.extracts(areasOf(call)),
    importExtract: (call, input) => storeExtractFile(kit, ports, call, input),
    async waiting(call) {
      const rows = await db.prisma.rosterImport.findMany({ where: { regencyCode: { in: areasOf(call) }, state: { in: OPEN_STATES } }, orderBy: { createdAt: 'desc' } });
      return {
        imports: rows.length,
        rows: rows.reduce((n, row) => n + row.faultRows, 0),
        oldest: rows.at(-1)?.createdAt ?? null,
        lastId: rows[0]?.id ?? null,
        fileName: rows[0]?.fileName ?? null,
      };
    },
  };
}
