import { maskFamilyCardNo, maskNik, type Bilingual } from '@anyam/domain/kernel';
import { FINDING_ORDER, findingText, findingTitle, isFindingCode, type Finding, type FindingCode } from '@anyam/domain/member';
import { cellText, FIELDS, fieldsOf, rowNumber, type Field, type Sheet, type SheetReading } from '@anyam/domain/roster';
import type { z } from 'zod';
import type { causeView, importRow, receiptView, sheetView } from '../contract/index.ts';
import type { RowRecord } from '../persistence/roster.repository.ts';
import { cellsOf, mendedGroup, mendedMember, type WorkingGroup, type WorkingRow } from './working-copy.ts';

/** Where a finding is shown in the grid. */
const CELL_OF: Readonly<Record<string, string>> = { size: 'group', group: 'group' };

export const rosterFields = fieldsOf('roster')
  .filter((field) => field !== 'sequence' && field !== 'note')
  .map((field) => ({ field: field as string, label: FIELDS[field].label as Bilingual }));

/** How far down a person may look for the row of titles. */
const TOP_ROWS = 30;

/** The first filled rows as one line each, to point at the row of titles. */
function topOf(sheet: Sheet): { row: number; text: string }[] {
  return sheet.rows
    .slice(0, TOP_ROWS)
    .map((cells, index) => ({ row: rowNumber(sheet, index), text: cells.map(cellText).filter(Boolean).join(' · ').slice(0, 90) }))
    .filter((line) => line.text !== '');
}

export function sheetOf(reading: SheetReading, sheet: Sheet | undefined): z.infer<typeof sheetView> {
  const { proposal } = reading;
  return {
    name: reading.name,
    headerRow: proposal.header?.row ?? null,
    top: sheet ? topOf(sheet) : [],
    columns: proposal.columns.map(({ column, letters, header, fields, confidence, examples }) => ({
      column, letters, header, fields: [...fields], confidence, examples: [...examples],
    })),
    missing: proposal.missing.map((field: Field) => ({ field, label: FIELDS[field].label })),
    members: reading.members,
    skipped: reading.skipped,
    fromSaved: proposal.source === 'saved',
  };
}

export const bothLanguages = (finding: Pick<Finding, 'code' | 'params'>): Bilingual => ({ id: findingText(finding, 'id'), en: findingText(finding, 'en') });

export function causesOf(rows: readonly { code: string; severity: 'block' | 'warn'; rows: number }[]): z.infer<typeof causeView>[] {
  return rows
    .filter((row): row is typeof row & { code: FindingCode } => isFindingCode(row.code))
    .map((row) => ({ ...row, title: titleOf(row.code) }))
    .sort((a, b) => FINDING_ORDER.indexOf(a.code) - FINDING_ORDER.indexOf(b.code));
}

const titleOf = (code: FindingCode): Bilingual => ({ id: findingTitle(code, 'id'), en: findingTitle(code, 'en') });

export const unjudgedOf = (codes: readonly FindingCode[]) => codes.map((code) => ({ code: code as string, title: titleOf(code) }));

/** Reasons of the receipt that are no findings. */
const OTHER_REASONS: Readonly<Record<string, Bilingual>> = {
  SKIPPED: { id: 'Ditinggalkan oleh pengguna', en: 'Left out by the user' },
  UNREADABLE: { id: 'Nama, NIK atau nomor KK tidak terbaca', en: 'Name, NIK or family card number cannot be read' },
};

/** What is kept of the storing: counts, and each row that was left out with the codes of the reasons. */
export interface StoredReceipt {
  readonly groups: number;
  readonly members: number;
  readonly leftOut: number;
  readonly rows: readonly { readonly sheet: string; readonly row: number; readonly group: string; readonly name: string; readonly reasons: readonly string[] }[];
  readonly groupsLeftOut: readonly string[];
}

export function receiptOf(kept: unknown): z.infer<typeof receiptView> | null {
  if (!kept) return null;
  const { groups, members, leftOut, rows, groupsLeftOut } = { rows: [], ...(kept as Partial<StoredReceipt>) };
  return {
    groups: groups ?? 0, members: members ?? 0, leftOut: leftOut ?? 0, groupsLeftOut: [...(groupsLeftOut ?? [])],
    leftOutRows: rows.map(({ reasons, ...row }) => ({ ...row, reasons: reasons.map((code) => OTHER_REASONS[code] ?? (isFindingCode(code) ? titleOf(code) : { id: code, en: code })) })),
  };
}

/** A row of the grid. Who only reads sees masked numbers. */
export function gridRow(record: RowRecord & { findings: unknown }, group: WorkingGroup, full: boolean): z.infer<typeof importRow> {
  const working = record as unknown as WorkingRow;
  const first = record.row === group.row;
  const cells = cellsOf(mendedGroup(group), mendedMember(working));
  const original = cellsOf(group.values, working.values);
  const mendedFields = [...Object.keys(working.corrections), ...(first ? Object.keys(group.corrections) : [])];
  const hide = (field: string, value: string): string => {
    if (full || value === '') return value;
    if (field === 'nik') return maskNik(value);
    if (field === 'kk') return maskFamilyCardNo(value);
    return field === 'account' ? `…${value.slice(-4)}` : value;
  };
  const shown = (from: Record<string, string>, fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, hide(field, from[field] ?? '')]));
  return {
    seq: record.seq,
    sheet: group.sheet,
    row: record.row,
    firstOfGroup: first,
    skipped: record.skipped,
    cells: shown(cells, Object.keys(cells)),
    mended: shown(original, mendedFields),
    findings: (record.findings as Finding[]).map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      field: CELL_OF[finding.field] ?? finding.field,
      text: full ? bothLanguages(finding) : titleOf(finding.code),
    })),
  };
}
