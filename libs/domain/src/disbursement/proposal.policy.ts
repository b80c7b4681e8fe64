import { blocker, roleNames, type Blocker } from '../kernel/flow.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import type { Rupiah } from '../kernel/rupiah.ts';
import { budgetPlanFindings, type BudgetLine } from './budget-plan.ts';
import { DOCUMENT_LABEL, documentsMissing, type DocumentKind } from './documents.ts';
import { accountFindings, type GroupAccount } from './group-account.ts';
import { barsNewAid, type OverdueStep } from './lpj-due.ts';
import type { DisbursementRules } from './rules.ts';

/** The three points where eligibility is judged anew, because the register changes each quarter (rule 10). */
export type EligibilityPoint = 'proposal' | 'decree' | 'payment';
export interface EligibilityResult {
  readonly at: EligibilityPoint;
  readonly blocks: number;
  readonly warns: number;
  /** Period of the register it was judged by, as shown: "2020-04". */
  readonly registerPeriod: string;
}

/** What a proposal is judged by. Counts come from the rules of members and groups; this folder does not judge people. */
export interface ProposalFacts {
  readonly group: { readonly name: string; readonly mayPropose: boolean; readonly members: number; readonly facilitatorIds: readonly string[] };
  readonly requested: Rupiah;
  readonly plan: readonly BudgetLine[];
  readonly documents: readonly DocumentKind[];
  readonly account: GroupAccount | null;
  /** The latest judgement, or null when never judged. */
  readonly eligibility: EligibilityResult | null;
  /** The worst overdue LPJ of the group. */
  readonly overdue: OverdueStep;
  readonly fieldVisit: { readonly on: IsoDate; readonly suitable: boolean; readonly ordinaryMembersMet: number } | null;
  readonly trainingHeldOn: IsoDate | null;
  /** Rupiah left on the budget line before this proposal is reserved. */
  readonly budgetAvailable: Rupiah;
  /** True once any tranche of it was sent to the bank. */
  readonly moneySent: boolean;
}
export interface ProposalContextFacts {
  readonly proposal: ProposalFacts;
  readonly rules: DisbursementRules;
}

/** Everything that keeps a proposal from being handed in (rules 17-19, 23, 31 and the count of rules 1-16); empty when it may. */
export function proposalBlockers(p: ProposalFacts, rules: DisbursementRules): Blocker[] {
  const found: Blocker[] = [];
  if (!p.group.mayPropose)
    found.push(blocker('GROUP_NOT_READY', { id: 'Kelompok belum lengkap atau tidak berlaku. Buka halaman kelompok dan selesaikan daftar tugasnya.', en: 'The group is not complete or no longer valid. Open its page and finish its task list.' }, roleNames(['operator', 'pendamping'])));
  if (barsNewAid(p.overdue))
    found.push(blocker('REPORT_OVERDUE', { id: 'Kelompok ini tertahan dari bantuan baru karena LPJ terdahulu terlambat. Selesaikan LPJ itu lebih dulu.', en: 'The group is barred from new aid because an earlier report is overdue. Finish that report first.' }, roleNames(['pendamping', 'kabid'])));
  return [
    ...found,
    ...eligibilityBlockers(p, 'proposal'),
    ...documentBlockers(p, 'proposal', rules),
    ...budgetPlanFindings(p.plan, { requested: p.requested, members: p.group.members }, rules),
    ...accountFindings(p.account, rules),
  ];
}

/** Rule 17 as one blocker that names the missing papers, or none. */
export function documentBlockers(p: Pick<ProposalFacts, 'documents'>, stage: 'proposal' | 'payment' | 'report', rules: Pick<DisbursementRules, 'requiredDocuments'>): Blocker[] {
  const missing = documentsMissing(stage, p.documents, rules);
  if (missing.length === 0) return [];
  const list = (language: 'id' | 'en') => missing.map((kind) => DOCUMENT_LABEL[kind][language]).join(', ');
  return [blocker('DOCUMENTS_MISSING', { id: `Berkas belum lengkap: ${list('id')}. Unggah yang kurang.`, en: `Papers are missing: ${list('en')}. Upload them.` }, roleNames(['operator', 'pendamping']), { missing: missing.join(',') })];
}

const POINT = { proposal: { id: 'pengusulan', en: 'proposal' }, decree: { id: 'penetapan SK', en: 'decree' }, payment: { id: 'pembayaran', en: 'payment' } } as const;

/** Rule 10: judged at this very point (a later one counts too) and nothing blocks. Warnings need a reason elsewhere, they do not stop here. */
export function eligibilityBlockers(p: Pick<ProposalFacts, 'eligibility'>, point: EligibilityPoint): Blocker[] {
  const order: readonly EligibilityPoint[] = ['proposal', 'decree', 'payment'];
  const who = roleNames(['operator']);
  const e = p.eligibility;
  if (!e || order.indexOf(e.at) < order.indexOf(point))
    return [blocker('ELIGIBILITY_NOT_CHECKED', { id: `Kelayakan anggota belum diperiksa untuk ${POINT[point].id}. Jalankan pemeriksaan dengan data register terbaru.`, en: `Eligibility has not been checked for the ${POINT[point].en}. Run the check with the latest register.` }, who, { point })];
  if (e.blocks === 0) return [];
  return [blocker('MEMBERS_NOT_ELIGIBLE', { id: 'Ada {blocks} temuan kelayakan yang menghalangi (register {period}). Perbaiki data atau ganti anggotanya.', en: '{blocks} findings of eligibility block this (register {period}). Correct the data or replace the members.' }, who, { blocks: e.blocks, period: e.registerPeriod })];
}
