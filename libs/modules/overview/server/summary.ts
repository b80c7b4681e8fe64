import type { Language } from '@anyam/domain/kernel';
import type { z } from 'zod';
import type { homeOutput } from '../contract/overview.schema.ts';

export interface SummaryRow {
  readonly section: string;
  readonly item: string;
  readonly count: number | null;
  readonly amount: bigint | null;
}

const WORDS = {
  tasks: { id: 'Perlu tindakan', en: 'Needs action' },
  figures: { id: 'Angka', en: 'Figures' },
  funnel: { id: 'Perjalanan bantuan', en: 'The way of the aid' },
  risks: { id: 'Kelompok berisiko', en: 'Groups at risk' },
  active: { id: 'Kelompok aktif', en: 'Active groups' },
  total: { id: 'Semua kelompok', en: 'All groups' },
  people: { id: 'Anggota', en: 'Members' },
  ceiling: { id: 'Pagu', en: 'Ceiling' },
  paid: { id: 'Dana cair', en: 'Paid out' },
  reserved: { id: 'Dikunci untuk SK', en: 'Reserved by decree' },
  reports: { id: 'LPJ diterima', en: 'Reports accepted' },
  due: { id: 'Kelompok yang menerima dana', en: 'Groups that received money' },
} as const;

/** The home page as rows of a sheet. */
export function summaryRows(home: z.infer<typeof homeOutput>, language: Language): SummaryRow[] {
  const w = (key: keyof typeof WORDS): string => WORDS[key][language];
  const row = (section: string, item: string, count: number | null, amount: bigint | null = null): SummaryRow => ({ section, item, count, amount });
  const { groups, money, reports, members } = home.figures;
  return [
    row(w('figures'), w('active'), groups.active),
    row(w('figures'), w('total'), groups.total),
    row(w('figures'), w('people'), members.people),
    row(w('figures'), w('ceiling'), null, money.ceiling),
    row(w('figures'), w('paid'), null, money.paid),
    row(w('figures'), w('reserved'), null, money.reserved),
    row(w('figures'), w('due'), reports.due, reports.received),
    row(w('figures'), w('reports'), reports.accepted, reports.accounted),
    ...home.funnel.map((f) => row(w('funnel'), f.label[language], f.count)),
    ...home.tasks.map((t) => row(w('tasks'), t.label[language], t.count, t.amount > 0n ? t.amount : null)),
    ...home.risks.map((r) => row(w('risks'), `${r.name}, ${r.villageName}: ${r.reason[language]}`, null)),
  ];
}
