import { roleNames } from '../kernel/flow.ts';
import { finding, type Finding } from './finding.ts';
import { nameSimilarity } from './names.ts';
import type { DisbursementRules } from './rules.ts';

/** The bank account of a group, with what cross-checks found about it. */
export interface GroupAccount {
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
  readonly groupName: string;
  readonly signatories: readonly { readonly personId: string; readonly isOfficer: boolean; readonly isFacilitatorOrOfficial: boolean }[];
  /** Another active group has the same number. */
  readonly sharedWithOtherGroup: boolean;
}

/** Rule 23: account in the group's name, its own, with enough signatories from the officers and none from the office. All block. */
export function accountFindings(account: GroupAccount | null, rules: Pick<DisbursementRules, 'accountSignatories' | 'nameSimilarityPercent'>): Finding[] {
  const found: Finding[] = [];
  const who = roleNames(['operator', 'pendamping']);
  const add = (code: string, id: string, en: string, params: Record<string, string | number> = {}) => found.push(finding('block', code, { id, en }, who, params, 'account'));
  if (!account || account.number.trim() === '') {
    add('ACCOUNT_MISSING', 'Rekening kelompok belum diisi. Isi nomor dan lampirkan salinan bukunya.', "The group's account is missing. Fill in its number and attach a copy of the bank book.");
    return found;
  }
  if (nameSimilarity(account.holder, account.groupName) < rules.nameSimilarityPercent)
    add('ACCOUNT_NOT_GROUPS', 'Rekening atas nama "{holder}", bukan nama kelompok "{groupName}". Minta bank membetulkan atau pakai rekening kelompok.', 'The account is in the name "{holder}", not of the group "{groupName}". Have the bank correct it or use the group\'s account.', { holder: account.holder, groupName: account.groupName });
  if (account.sharedWithOtherGroup) add('ACCOUNT_SHARED', 'Rekening ini dipakai kelompok lain. Satu rekening hanya untuk satu KUBE.', 'Another group uses this account. One account belongs to one group.');
  if (account.signatories.some((s) => s.isFacilitatorOrOfficial))
    add('SIGNATORY_OFFICIAL', 'Pendamping atau pegawai tidak boleh menjadi penanda tangan rekening. Ganti penanda tangannya.', 'A facilitator or official must not sign for the account. Change the signatory.');
  const officers = new Set(account.signatories.filter((s) => s.isOfficer && !s.isFacilitatorOrOfficial).map((s) => s.personId)).size;
  if (officers < rules.accountSignatories)
    add('SIGNATORIES_FEW', 'Penanda tangan dari pengurus baru {officers}, perlu {needed}. Tambahkan pengurus sebagai penanda tangan.', 'Only {officers} of the officers sign, {needed} are needed. Add officers as signatories.', { officers, needed: rules.accountSignatories });
  return found;
}
