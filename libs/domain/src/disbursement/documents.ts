import type { Bilingual } from '../kernel/text.ts';
import type { DOCUMENT_CODES } from '../programme/fields-proposal.ts';
import type { DisbursementRules } from './rules.ts';

/** The papers of rule 17, as rule sets name them. */
export type DocumentKind = (typeof DOCUMENT_CODES)[number];
export const DOCUMENT_LABEL: Readonly<Record<DocumentKind, Bilingual>> = {
  proposal: { id: 'proposal kelompok', en: "the group's proposal" },
  statement: { id: 'surat pernyataan kelompok', en: "the group's statement" },
  recommendation: { id: 'rekomendasi kepala desa', en: "village head's recommendation" },
  identityCopies: { id: 'salinan KTP dan KK anggota', en: "copies of members' identity and family cards" },
  integrityPact: { id: 'pakta integritas', en: 'integrity pact' },
  responsibilityStatement: { id: 'SPTJM', en: 'statement of absolute responsibility (SPTJM)' },
  regentDecree: { id: 'Keputusan Bupati', en: "regent's decree" },
  recipientList: { id: 'lampiran BNBA', en: 'list by name and address (BNBA)' },
  grantAgreement: { id: 'NPHD', en: 'grant agreement (NPHD)' },
  accountCopy: { id: 'salinan buku rekening kelompok', en: "copy of the group's bank book" },
  formationMinutes: { id: 'berita acara pembentukan', en: 'minutes of formation' },
  budgetPlan: { id: 'RAB bertanda tangan', en: 'signed budget plan (RAB)' },
  transferProof: { id: 'bukti transfer', en: 'proof of transfer' },
};

/** By when a paper can and must be there: to hand the proposal in, to pay, to report. */
export type DocumentStage = 'proposal' | 'payment' | 'report';
export const DOCUMENT_STAGE: Readonly<Record<DocumentKind, DocumentStage>> = {
  proposal: 'proposal', statement: 'proposal', recommendation: 'proposal', identityCopies: 'proposal', responsibilityStatement: 'proposal', formationMinutes: 'proposal', budgetPlan: 'proposal',
  integrityPact: 'payment', regentDecree: 'payment', recipientList: 'payment', grantAgreement: 'payment', accountCopy: 'payment',
  transferProof: 'report',
};
const ORDER: readonly DocumentStage[] = ['proposal', 'payment', 'report'];

/** Papers that should be there by `stage` (its own and earlier ones) and are not, in the order of the rule set. A statement stands for a proposal (rule 17). */
export function documentsMissing(stage: DocumentStage, present: readonly DocumentKind[], rules: Pick<DisbursementRules, 'requiredDocuments'>): DocumentKind[] {
  const needed = rules.requiredDocuments.filter((kind) => ORDER.indexOf(DOCUMENT_STAGE[kind]) <= ORDER.indexOf(stage));
  return [...new Set(needed)].filter((kind) => !present.includes(kind) && !(kind === 'proposal' && present.includes('statement')));
}
