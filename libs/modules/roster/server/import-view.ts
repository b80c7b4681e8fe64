import type { Call } from '@anyam/contract-kit';
import type { Kit } from '@anyam/server-kit';
import type { ImportView } from '../contract/index.ts';
import type { RosterRepository } from '../persistence/roster.repository.ts';
import { aboutOf, day, type ImportRecord } from './desk.ts';
import { causesOf, receiptOf, rosterFields, unjudgedOf } from './view.ts';

/** Only who imports must compare numbers with the paper; others see the columns without examples. */
export const mayCompare = (call: Call): boolean => call.actor.grants.some((grant) => grant.role === 'operator' || grant.role === 'admin');
const withoutExamples = (sheets: ImportView['sheets']): ImportView['sheets'] =>
  sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.map((column) => ({ ...column, examples: [] })), top: [] }));

/** An import as the screen shows it, with what stands in its rows now. */
export function createView({ db }: Kit, repository: RosterRepository) {
  return async (call: Call, row: ImportRecord): Promise<ImportView> => {
    const [causes, blockedRows, soundRows, skippedRows, extracts] = await Promise.all([
      repository.causes(row.id),
      repository.blockedRows(row.id),
      repository.soundRows(row.id),
      repository.skippedRows(row.id),
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
      blockedRows, soundRows, skippedRows, causes: causesOf(causes), register: extract(row.registerId), priorAid: extract(row.priorAidId),
      unjudged: unjudgedOf(aboutOf(row).unjudged), progress: row.progress, receipt: receiptOf(row.receipt),
      problem: row.problem ? (JSON.parse(row.problem) as ImportView['problem']) : null,
      createdBy: row.createdBy, createdAt: row.createdAt, storedAt: row.storedAt,
    };
  };
}
