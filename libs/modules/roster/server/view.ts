import { maskFamilyCardNo, maskNik, type Bilingual } from '@anyam/domain/kernel';
import { FINDING_ORDER, findingText, findingTitle, isFindingCode, type Finding, type FindingCode } from '@anyam/domain/member';
import { FIELDS, fieldsOf, type Field, type SheetReading } from '@anyam/domain/roster';
import type { z } from 'zod';
import type { causeView, importRow, sheetView } from '../contract/index.ts';
import type { RowRecord } from '../persistence/roster.repository.ts';
import { cellsOf, mendedGroup, mendedMember, type WorkingGroup, type WorkingRow } from './working-copy.ts';

/** Where a finding is shown in the grid. */
const CELL_OF: Readonly<Record<string, string>> = { size: 'group', group: 'group' };

export const rosterFields = fieldsOf('roster')
  .filter((field) => field !== 'sequence' && field !== 'note')
  .map((field) => ({ field: field as string, label: FIELDS[field].label as Bilingual }));

export function sheetOf(reading: SheetReading): z.infer<typeof sheetView> {
  const { proposal } = reading;
  return {
    name: reading.name,
    headerRow: proposal.header ? proposal.header.index + 1 : null,
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
    .map((row) => ({ ...row, title: { id: findingTitle(row.code, 'id'), en: findingTitle(row.code, 'en') } }))
    .sort((a, b) => FINDING_ORDER.indexOf(a.code) - FINDING_ORDER.indexOf(b.code));
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
    row: record.row,
    firstOfGroup: first,
    skipped: record.skipped,
    cells: shown(cells, Object.keys(cells)),
    mended: shown(original, mendedFields),
    findings: (record.findings as Finding[]).map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      field: CELL_OF[finding.field] ?? finding.field,
      text: full ? bothLanguages(finding) : { id: findingTitle(finding.code, 'id'), en: findingTitle(finding.code, 'en') },
    })),
  };
}
