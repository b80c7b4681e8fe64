import { fail as common } from '@anyam/contract-kit';
import { cleanNumber, type IsoDate } from '@anyam/domain/kernel';
import type { Finding, FindingCode } from '@anyam/domain/member';
import type { RuleSet } from '@anyam/domain/programme';
import { readToExamine, type ColumnMapping, type Field, type Labels, type RosterReading, type Sheet } from '@anyam/domain/roster';
import type { Kit, Work } from '@anyam/server-kit';
import type { GroupRecord, JudgedRecord, RosterRepository, RowRecord } from '../persistence/roster.repository.ts';
import { readSheets } from '../reading/index.ts';
import { judge, type Working } from './judge.ts';
import { numbersKnown } from './known.ts';
import type { RosterPorts } from './roster.service.ts';
import { sheetOf } from './view.ts';
import type { WorkingGroup, WorkingRow } from './working-copy.ts';

export type ImportRecord = NonNullable<Awaited<ReturnType<Kit['db']['prisma']['rosterImport']['findUnique']>>>;
/** What a person chose for the sheets of a file, by their names. */
export interface Choices {
  readonly columns?: Readonly<Record<string, ColumnMapping>>;
  /** Row where the titles begin; null says there are none. */
  readonly headers?: Readonly<Record<string, number | null>>;
}
/** What the reading said of the file as a whole, kept beside the letterhead's names. */
export type About = Labels & { readonly absent?: readonly Field[]; readonly unjudged?: readonly FindingCode[] };

export const day = (date: Date): IsoDate => date.toISOString().slice(0, 10) as IsoDate;

export function aboutOf(row: Pick<ImportRecord, 'letterhead'>): { letterhead: Labels; absent: readonly Field[]; unjudged: readonly FindingCode[] } {
  const { absent = [], unjudged = [], ...letterhead } = row.letterhead as About;
  return { letterhead, absent, unjudged };
}

const working = (groups: readonly GroupRecord[], rows: readonly RowRecord[]): Working =>
  ({ groups: groups as unknown as WorkingGroup[], rows: rows as unknown as WorkingRow[] });

/** Where an import lies while it is worked on: the file is read, the working copy judged and kept. */
export function createDesk({ db, files }: Kit, ports: RosterPorts, repository: RosterRepository) {
  async function open(row: Pick<ImportRecord, 'fileId' | 'fileName'>): Promise<Sheet[]> {
    const stored = await db.prisma.storedFile.findUnique({ where: { id: row.fileId }, select: { sha256: true } });
    if (!stored) throw common('NOT_FOUND');
    return readSheets(await files.get(stored.sha256), row.fileName);
  }

  async function read(row: ImportRecord, sheets: readonly Sheet[], rules: RuleSet): Promise<RosterReading> {
    const [gazetteer, saved, known] = await Promise.all([
      ports.territory.gazetteer(row.regencyCode),
      db.prisma.savedMapping.findMany({ where: { regencyCode: row.regencyCode } }),
      numbersKnown(ports.member, row.regencyCode, sheets),
    ]);
    const { columns = {}, headers = {} } = row.choices as Choices;
    return readToExamine(sheets, {
      asOf: day(row.asOf), rules, gazetteer, known,
      saved: new Map(saved.map(({ signature, mapping }) => [signature, mapping as ColumnMapping])),
      choices: new Map(Object.entries(columns)),
      headerRows: new Map(Object.entries(headers)),
    });
  }

  async function load(id: string): Promise<Working> {
    const [groups, rows] = await Promise.all([repository.groups(id), repository.rows(id)]);
    return working(groups, rows);
  }

  /** Judges the working copy and writes what it found, with the counts, in the caller's transaction. */
  async function rejudge(unit: Work, row: ImportRecord, copy: Working): Promise<void> {
    const rules = await ports.programme.ruleSetAt(row.programmeId, day(row.asOf));
    const about = aboutOf(row);
    const judgement = await judge(ports, copy, { regencyCode: row.regencyCode, asOf: day(row.asOf), rules: rules.rules, about });
    const judged = new Map<number, JudgedRecord>();
    const recordOf = (seq: number): JudgedRecord => {
      const record = judged.get(seq) ?? { seq, findings: [], blocked: false };
      judged.set(seq, record);
      return record;
    };
    for (const finding of judgement.findings) {
      const group = judgement.groups[finding.group];
      const target = finding.member === null ? group?.rows[0] : group?.rows[finding.member];
      if (!target) continue;
      const record = recordOf(target.seq);
      const kept: Finding = { code: finding.code, severity: finding.severity, field: finding.field, params: finding.params };
      record.findings.push(kept);
      record.blocked ||= finding.severity === 'block' && finding.member !== null;
    }
    const faultRows = judged.size;
    // A file without a column for family cards says so once and not on every row; yet none of its rows can be stored.
    if (judgement.unjudged.includes('KK_MISSING')) {
      for (const { input, rows } of judgement.groups) {
        input.members.forEach((member, at) => {
          const target = rows[at];
          if (target && cleanNumber(member.kk ?? '') === '') recordOf(target.seq).blocked = true;
        });
      }
    }
    await repository.judge(unit.tx, row.id, [...judged.values()]);
    const members = judgement.groups.reduce((n, group) => n + group.rows.length, 0);
    await unit.tx.rosterImport.update({
      where: { id: row.id },
      data: {
        state: members > 0 ? 'checked' : 'mapping',
        groupCount: judgement.groups.length,
        memberCount: members,
        blocks: judgement.findings.filter((f) => f.severity === 'block').length,
        warnings: judgement.findings.filter((f) => f.severity === 'warn').length,
        faultRows,
        ruleSetId: rules.id,
        registerId: judgement.extracts.register?.id ?? null,
        priorAidId: judgement.extracts.priorAid?.id ?? null,
        letterhead: { ...about.letterhead, absent: [...about.absent], unjudged: [...judgement.unjudged] },
        problem: null,
      },
    });
  }

  /** Reads the file by the choices in force and makes the working copy anew. What a person mended or left out stays, where the row is still read. */
  async function takeIn(unit: Work, row: ImportRecord): Promise<RosterReading> {
    const before = handworkOf(await load(row.id));
    const { rules } = await ports.programme.ruleSetAt(row.programmeId, day(row.asOf));
    const sheets = await open(row);
    const reading = await read(row, sheets, rules);
    let seq = 0;
    const groups = reading.groups.map(({ members: _members, row: at, sheet, ...values }, index) =>
      ({ seq: index, row: at, sheet, values, corrections: before.groups.get(placeOf(sheet, at)) ?? {} }));
    const rows = reading.groups.flatMap((group, index) =>
      group.members.map((member) => ({
        seq: seq++, groupSeq: index, row: member.row, values: member, corrections: {}, skipped: false, ...before.rows.get(placeOf(group.sheet, member.row)),
      })),
    );
    await repository.replace(unit.tx, row.id, groups, rows);
    const letterhead = { ...reading.letterhead, absent: [...reading.absent] };
    const shown = reading.sheets.map((one) => sheetOf(one, sheets.find((sheet) => sheet.name === one.name)));
    const updated = await unit.tx.rosterImport.update({ where: { id: row.id }, data: { sheets: JSON.parse(JSON.stringify(shown)) as object[], letterhead } });
    await rejudge(unit, updated, working(groups, rows));
    return reading;
  }

  return { load, rejudge, takeIn };
}

const placeOf = (sheet: string, row: number): string => `${row} ${sheet}`;

/** What a person did to the working copy, by sheet and row of the file. */
function handworkOf({ groups, rows }: Working) {
  const sheets = new Map(groups.map((group) => [group.seq, group.sheet]));
  const touched = rows.filter((row) => row.skipped || Object.keys(row.corrections).length > 0);
  return {
    groups: new Map(groups.filter((group) => Object.keys(group.corrections).length > 0).map((group) => [placeOf(group.sheet, group.row), group.corrections])),
    rows: new Map(touched.map((row) => [placeOf(sheets.get(row.groupSeq) ?? '', row.row), { corrections: row.corrections, skipped: row.skipped }])),
  };
}
