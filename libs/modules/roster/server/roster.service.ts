import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import type { GroupPort } from '@anyam/group/contract';
import type { MemberPort } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { IsoDate } from '@anyam/domain/kernel';
import type { Finding } from '@anyam/domain/member';
import { readRoster, type ColumnMapping, type RosterReading } from '@anyam/domain/roster';
import { isUniqueViolation, xlsxBase64, type Kit, type Work } from '@anyam/server-kit';
import type { ImportView, RosterPort } from '../contract/index.ts';
import { rosterRepository, type JudgedRecord } from '../persistence/roster.repository.ts';
import { readSheets } from '../reading/index.ts';
import { fail } from './errors.ts';
import { storeExtractFile } from './extract.ts';
import { judge, type Judgement, type Working } from './judge.ts';
import { storeImport, STORE_QUEUE } from './store.ts';
import { causesOf, gridRow, rosterFields, sheetOf } from './view.ts';
import type { WorkingGroup, WorkingRow } from './working-copy.ts';

export interface RosterPorts {
  readonly territory: TerritoryPort;
  readonly programme: ProgrammePort;
  readonly member: MemberPort;
  readonly group: GroupPort;
}

type Row = NonNullable<Awaited<ReturnType<Kit['db']['prisma']['rosterImport']['findUnique']>>>;
const OPEN_STATES = ['mapping', 'checked', 'failed'];
const day = (date: Date): IsoDate => date.toISOString().slice(0, 10) as IsoDate;

export function createRoster(kit: Kit, ports: RosterPorts): RosterPort {
  const { db, work, files, jobs } = kit;
  const repository = rosterRepository(db);

  jobs.define(STORE_QUEUE, ({ id }) => storeImport(kit, ports, repository, id ?? ''));
  jobs.sweep(async () => {
    const cut = await db.prisma.rosterImport.findMany({ where: { state: 'storing' }, select: { id: true } });
    for (const { id } of cut) await jobs.send(STORE_QUEUE, { id });
  });

  async function find(call: Call, id: string): Promise<Row> {
    const row = await db.prisma.rosterImport.findUnique({ where: { id } });
    if (!row || !reaches(call, { regionCode: row.regencyCode })) throw common('NOT_FOUND');
    return row;
  }
  async function openOne(call: Call, id: string): Promise<Row> {
    const row = await find(call, id);
    if (!OPEN_STATES.includes(row.state)) throw fail('NOT_IN_THIS_STATE');
    return row;
  }

  async function working(id: string): Promise<Working> {
    const [groups, rows] = await Promise.all([repository.groups(id), repository.rows(id)]);
    return { groups: groups as unknown as WorkingGroup[], rows: rows as unknown as WorkingRow[] };
  }

  async function read(row: Pick<Row, 'fileId' | 'fileName' | 'regencyCode' | 'asOf' | 'choices'>): Promise<RosterReading> {
    const stored = await db.prisma.storedFile.findUnique({ where: { id: row.fileId }, select: { sha256: true } });
    if (!stored) throw common('NOT_FOUND');
    const sheets = await readSheets(await files.get(stored.sha256), row.fileName);
    const [gazetteer, saved] = await Promise.all([
      ports.territory.gazetteer(row.regencyCode),
      db.prisma.savedMapping.findMany({ where: { regencyCode: row.regencyCode } }),
    ]);
    return readRoster(sheets, {
      asOf: day(row.asOf),
      isVillage: (text) => gazetteer.match(text, { level: 'village' }).code !== null,
      saved: new Map(saved.map(({ signature, mapping }) => [signature, mapping as ColumnMapping])),
      choices: new Map(Object.entries(row.choices as Record<string, ColumnMapping>)),
    });
  }

  /** Judges the working copy and writes what it found, with the counts, in the caller's transaction. */
  async function rejudge(unit: Work, row: Pick<Row, 'id' | 'regencyCode' | 'programmeId' | 'asOf'>, copy: Working): Promise<Judgement> {
    const rules = await ports.programme.ruleSetAt(row.programmeId, day(row.asOf));
    const judgement = await judge(ports, copy, { regencyCode: row.regencyCode, asOf: day(row.asOf), rules: rules.rules });
    const judged = new Map<number, JudgedRecord>();
    for (const finding of judgement.findings) {
      const group = judgement.groups[finding.group];
      const target = finding.member === null ? group?.rows[0] : group?.rows[finding.member];
      if (!target) continue;
      const record = judged.get(target.seq) ?? { seq: target.seq, findings: [], blocked: false };
      const kept: Finding = { code: finding.code, severity: finding.severity, field: finding.field, params: finding.params };
      record.findings.push(kept);
      record.blocked ||= finding.severity === 'block' && finding.member !== null;
      judged.set(target.seq, record);
    }
    await repository.judge(unit.tx, row.id, [...judged.values()]);
    const extracts = await ports.member.extracts(row.regencyCode);
    const members = judgement.groups.reduce((n, group) => n + group.rows.length, 0);
    await unit.tx.rosterImport.update({
      where: { id: row.id },
      data: {
        state: members > 0 ? 'checked' : 'mapping',
        groupCount: judgement.groups.length,
        memberCount: members,
        blocks: judgement.findings.filter((f) => f.severity === 'block').length,
        warnings: judgement.findings.filter((f) => f.severity === 'warn').length,
        faultRows: judged.size,
        ruleSetId: rules.id,
        registerId: extracts.register?.id ?? null,
        priorAidId: extracts.priorAid?.id ?? null,
        problem: null,
      },
    });
    return judgement;
  }

  /** Reads the file by the choices in force and starts the working copy afresh. */
  async function takeIn(unit: Work, row: Row): Promise<void> {
    const reading = await read(row);
    let seq = 0;
    const groups = reading.groups.map(({ members: _members, row: at, sheet, ...values }, index) => ({ seq: index, row: at, sheet, values, corrections: {} }));
    const rows = reading.groups.flatMap((group, index) =>
      group.members.map((member) => ({ seq: seq++, groupSeq: index, row: member.row, values: member, corrections: {}, skipped: false })),
    );
    await repository.replace(unit.tx, row.id, groups, rows);
    await unit.tx.rosterImport.update({
      where: { id: row.id },
      data: { sheets: JSON.parse(JSON.stringify(reading.sheets.map(sheetOf))) as object[], letterhead: { ...reading.letterhead } },
    });
    await rejudge(unit, row, { groups: groups as unknown as WorkingGroup[], rows: rows as unknown as WorkingRow[] });
  }

  /** Only who imports must compare numbers with the paper; others see the columns without examples. */
  const mayCompare = (call: Call): boolean => call.actor.grants.some((grant) => grant.role === 'operator' || grant.role === 'admin');
  const withoutExamples = (sheets: ImportView['sheets']): ImportView['sheets'] =>
    sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map((column) => ({ ...column, examples: [] })) }));

  async function viewOf(call: Call, row: Row): Promise<ImportView> {
    const [causes, blockedRows, soundRows, extracts] = await Promise.all([
      repository.causes(row.id),
      repository.blockedRows(row.id),
      repository.soundRows(row.id),
      db.prisma.registerExtract.findMany({ where: { id: { in: [row.registerId, row.priorAidId].filter((id) => id !== null) } } }),
    ]);
    const extract = (id: string | null) => {
      const found = extracts.find((one) => one.id === id);
      return found ? { period: found.period, rows: found.rowCount } : null;
    };
    return {
      id: row.id, state: row.state as ImportView['state'], fileName: row.fileName, fileSha256: row.fileSha256, programmeId: row.programmeId,
      asOf: day(row.asOf), sheets: mayCompare(call) ? (row.sheets as ImportView['sheets']) : withoutExamples(row.sheets as ImportView['sheets']), fields: rosterFields,
      groups: row.groupCount, members: row.memberCount, blocks: row.blocks, warnings: row.warnings, faultRows: row.faultRows,
      blockedRows, soundRows, causes: causesOf(causes), register: extract(row.registerId), priorAid: extract(row.priorAidId),
      progress: row.progress, receipt: row.receipt as ImportView['receipt'],
      problem: row.problem ? (JSON.parse(row.problem) as ImportView['problem']) : null,
      createdBy: row.createdBy, createdAt: row.createdAt, storedAt: row.storedAt,
    };
  }
  const view = async (call: Call, id: string): Promise<ImportView> => viewOf(call, await find(call, id));

  async function change(call: Call, id: string, action: string, changes: Record<string, readonly [unknown, unknown]>, write: (unit: Work, row: Row) => Promise<void>) {
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

  return {
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
          await takeIn(unit, row);
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
      const areas = call.scope.map((grant) => grant.area.split('.').slice(0, 2).join('.'));
      const rows = await db.prisma.rosterImport.findMany({ where: { regencyCode: { in: areas }, state: { not: 'dropped' } }, orderBy: { createdAt: 'desc' }, take: 100 });
      return rows.map((row) => ({
        id: row.id, state: row.state as ImportView['state'], fileName: row.fileName, groups: row.groupCount, members: row.memberCount,
        faultRows: row.faultRows, createdBy: row.createdBy, createdAt: row.createdAt,
      }));
    },
    setMapping: (call, { id, sheet, mapping, remember }) =>
      change(call, id, 'roster.setMapping', { sheet: [null, sheet] }, async (unit, row) => {
        const choices = { ...(row.choices as Record<string, ColumnMapping>), [sheet]: mapping as ColumnMapping };
        const updated = await unit.tx.rosterImport.update({ where: { id }, data: { choices: choices as object } });
        await takeIn(unit, updated);
        if (!remember) return;
        const reading = (await read(updated)).sheets.find((one) => one.name === sheet);
        if (!reading) throw common('NOT_FOUND');
        const { signature, mapping: whole } = reading.proposal;
        const kept = { mapping: { ...whole }, savedBy: call.actor.userId, savedAt: unit.now };
        await unit.tx.savedMapping.upsert({
          where: { regencyCode_signature: { regencyCode: row.regencyCode, signature } },
          create: { regencyCode: row.regencyCode, signature, ...kept },
          update: kept,
        });
      }),
    async rows(call, { id, onlyFaults, code, page, pageSize }) {
      await find(call, id);
      const [groups, records] = await Promise.all([
        repository.groups(id),
        repository.page(id, onlyFaults, code ?? null, pageSize, (page - 1) * pageSize),
      ]);
      const full = mayCompare(call);
      return {
        rows: records.map((record) => gridRow(record, groups[record.groupSeq] as unknown as WorkingGroup, full)),
        total: records[0]?.total ?? 0,
      };
    },
    correct: (call, { id, seq, field, value }) =>
      change(call, id, 'roster.correct', { cell: [null, `${seq}.${field}`] }, async (unit, row) => {
        const copy = await working(id);
        const target = copy.rows.find((one) => one.seq === seq);
        if (!target) throw common('NOT_FOUND');
        const ofGroup = ['group', 'business', 'account', 'bank'].includes(field);
        const holder = ofGroup ? copy.groups.find((group) => group.seq === target.groupSeq) : target;
        if (!holder) throw common('NOT_FOUND');
        const corrections = { ...holder.corrections, [field]: value };
        await repository.setCorrections(unit.tx, id, ofGroup ? 'group' : 'row', holder.seq, corrections);
        const laid = <T extends { seq: number }>(list: readonly T[], applies: boolean) =>
          list.map((one) => (applies && one.seq === holder.seq ? { ...one, corrections } : one));
        await rejudge(unit, row, { groups: laid(copy.groups, ofGroup), rows: laid(copy.rows, !ofGroup) });
      }),
    skip: (call, { id, seq, skipped }) =>
      change(call, id, 'roster.skip', { row: [null, seq], skipped: [!skipped, skipped] }, async (unit, row) => {
        const { count } = await unit.tx.rosterImportRow.updateMany({ where: { importId: id, seq }, data: { skipped } });
        if (count === 0) throw common('NOT_FOUND');
        const copy = await working(id);
        await rejudge(unit, row, { ...copy, rows: copy.rows.map((one) => (one.seq === seq ? { ...one, skipped } : one)) });
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
    async faultsFile(call, { id }) {
      const row = await find(call, id);
      const [groups, records] = await Promise.all([repository.groups(id), repository.page(id, true, null, 100_000, 0)]);
      const rows = records.map((record) => gridRow(record, groups[record.groupSeq] as unknown as WorkingGroup, true));
      const cell = (field: string) => (one: (typeof rows)[number]) => one.cells[field] ?? '';
      const base64 = await xlsxBase64({
        sheet: 'Baris bermasalah',
        columns: [
          { title: 'Baris', value: (one) => one.row },
          { title: 'Kelompok', value: cell('group') },
          { title: 'Nama', value: cell('name') },
          { title: 'NIK', width: 20, value: cell('nik') },
          { title: 'No. KK', width: 20, value: cell('kk') },
          { title: 'Tanggal lahir', value: cell('birthDate') },
          { title: 'L/P', value: cell('sex') },
          { title: 'Desa', value: cell('village') },
          { title: 'Sifat', value: (one) => (one.findings.some((f) => f.severity === 'block') ? 'Harus diperbaiki' : 'Perlu dilihat') },
          { title: 'Yang perlu diperbaiki', width: 80, value: (one) => one.findings.map((f) => f.text.id).join(' ') },
        ],
        rows,
        about: { by: call.actor.name, at: kit.clock.now(), filter: `Impor ${row.fileName}` },
      });
      await work.run(call.actor, async ({ audit }) =>
        audit({ action: 'roster.faultsFile', entity: 'rosterImport', entityId: id, regionCode: row.regencyCode, changes: { rows: [null, rows.length] } }),
      );
      return { fileName: `kesalahan-${row.fileName.replace(/\.\w+$/, '')}.xlsx`, base64 };
    },
    importExtract: (call, input) => storeExtractFile(kit, ports, call, input),
    async waiting(call) {
      const areas = call.scope.map((grant) => grant.area.split('.').slice(0, 2).join('.'));
      const rows = await db.prisma.rosterImport.findMany({ where: { regencyCode: { in: areas }, state: { in: OPEN_STATES } }, orderBy: { createdAt: 'desc' } });
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
