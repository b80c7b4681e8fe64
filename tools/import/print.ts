import { fill, type Language } from '@anyam/domain/kernel';
import { findingText, findingTitle, summariseFindings, type LocatedFinding } from '@anyam/domain/member';
import type { DryRun } from './run.ts';
import type { Stored } from './store.ts';

export interface PrintedFinding {
  readonly row: number;
  readonly group: string;
  readonly code: string;
  readonly severity: 'block' | 'warn';
  readonly message: string;
  /** Only in files of several sheets, where row numbers come again. */
  readonly sheet?: string;
}

/** The findings as the documented JSON has them. */
export function printedFindings({ examined, reading }: DryRun, lang: Language): PrintedFinding[] {
  const several = reading.sheets.filter((s) => s.members > 0).length > 1;
  return examined.findings.map((f) => {
    const group = examined.groups[f.group];
    return { row: f.row ?? 0, group: group?.name ?? '', code: f.code, severity: f.severity, message: findingText(f, lang), ...(several ? { sheet: group?.sheet ?? '' } : {}) };
  });
}

export const asJson = (run: DryRun, lang: Language): string =>
  `${JSON.stringify({ groups: run.examined.groups.length, members: run.reading.members, findings: printedFindings(run, lang) })}\n`;

const WORDS = {
  id: { head: '{groups} kelompok, {members} anggota, {findings} temuan ({block} menolak, {warn} peringatan)', fine: 'Tidak ada temuan.', block: 'TOLAK', warn: 'INGAT', causes: 'Menurut sebab', row: 'Baris', group: 'Kelompok' },
  en: { head: '{groups} groups, {members} members, {findings} findings ({block} blocking, {warn} warnings)', fine: 'No findings.', block: 'BLOCK', warn: 'WARN', causes: 'By cause', row: 'Row', group: 'Group' },
} as const;

/** A table for people: summary, causes, then row by row in the order of the sheet. */
export function asTable(run: DryRun, lang: Language): string {
  const words = WORDS[lang];
  const found = printedFindings(run, lang);
  const block = found.filter((f) => f.severity === 'block').length;
  const lines = [fill(words.head, { groups: run.examined.groups.length, members: run.reading.members, findings: found.length, block, warn: found.length - block })];
  if (found.length === 0) return `${[...lines, words.fine].join('\n')}\n`;
  lines.push('', `${words.causes}:`);
  for (const c of summariseFindings(run.examined.findings as readonly LocatedFinding[])) lines.push(`  ${String(c.block + c.warn).padStart(5)}  ${findingTitle(c.code, lang)}`);
  const rowWidth = Math.max(words.row.length, ...found.map((f) => String(f.row).length));
  const groupWidth = Math.min(24, Math.max(words.group.length, ...found.map((f) => f.group.length)));
  lines.push('', `${words.row.padStart(rowWidth)}  ${words.group.padEnd(groupWidth)}`);
  for (const f of [...found].sort((a, b) => (a.sheet ?? '').localeCompare(b.sheet ?? '') || a.row - b.row))
    lines.push(`${String(f.row).padStart(rowWidth)}  ${f.group.slice(0, groupWidth).padEnd(groupWidth)}  ${words[f.severity]}  ${f.sheet ? `[${f.sheet}] ` : ''}${f.message}`);
  return `${lines.join('\n')}\n`;
}

/** The receipt of what was stored, as JSON: counts, and each row that was left out with its sheet, row and reasons. */
export function receiptAsJson({ view, already }: Stored, lang: Language): string {
  const { groups = 0, members = 0, leftOut = 0, leftOutRows = [], groupsLeftOut = [] } = view.receipt ?? {};
  const rows = leftOutRows.map(({ sheet, row, group, reasons }) => ({ sheet, row, group, reasons: reasons.map((reason) => reason[lang]) }));
  return `${JSON.stringify({ import: view.id, already, groups, members, leftOut, leftOutRows: rows, groupsLeftOut })}\n`;
}

const RECEIPT = {
  id: { done: 'Tersimpan: {groups} kelompok, {members} anggota. {leftOut} baris tidak disimpan.', already: 'Berkas ini sudah disimpan sebelumnya; tidak ada yang disimpan lagi.', row: 'baris' },
  en: { done: 'Stored: {groups} groups, {members} members. {leftOut} rows were not stored.', already: 'This file was stored before; nothing was stored again.', row: 'row' },
} as const;

export function receiptAsText({ view, already }: Stored, lang: Language): string {
  const words = RECEIPT[lang];
  const { groups = 0, members = 0, leftOut = 0, leftOutRows = [] } = view.receipt ?? {};
  const lines = [...(already ? [words.already] : []), fill(words.done, { groups, members, leftOut })];
  for (const { sheet, row, group, reasons } of leftOutRows) lines.push(`  ${sheet}, ${words.row} ${row}  ${group}: ${reasons.map((reason) => reason[lang]).join('; ')}`);
  return `${lines.join('\n')}\n`;
}
