import { fill, type Language } from '@anyam/domain/kernel';
import { findingText, findingTitle, summariseFindings, type LocatedFinding } from '@anyam/domain/member';
import type { DryRun } from './run.ts';

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
