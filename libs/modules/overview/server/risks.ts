import type { Bilingual } from '@anyam/domain/kernel';
import type { RiskyGroup } from '../contract/needs.ts';
import { RISK_STAGES } from '../contract/stages.ts';

export type RiskLevel = 'high' | 'medium' | 'low';
export interface Reason {
  readonly level: RiskLevel;
  readonly text: Bilingual;
}
/** A report that is late, as `disbursement` tells it. */
export interface LateReport {
  readonly groupId: string;
  readonly groupName: string;
  readonly villageName: string;
  readonly daysLate: number;
  readonly overdue: string;
}

const STEP: Readonly<Record<string, Bilingual>> = {
  reminder: { id: 'sudah diingatkan', en: 'reminded' },
  letter: { id: 'sudah ditegur dengan surat', en: 'warned by letter' },
  barred: { id: 'tidak boleh mengusulkan lagi sebelum selesai', en: 'barred from new proposals until settled' },
  refund: { id: 'dana harus dikembalikan ke kas daerah', en: 'the money is to be paid back' },
};

export function lateReason(report: LateReport): Reason {
  const step = STEP[report.overdue];
  return {
    level: report.overdue === 'none' || report.overdue === 'reminder' ? 'medium' : 'high',
    text: {
      id: `LPJ lewat batas ${report.daysLate} hari${step ? `; ${step.id}` : ''}.`,
      en: `The report is ${report.daysLate} ${report.daysLate === 1 ? 'day' : 'days'} late${step ? `; ${step.en}` : ''}.`,
    },
  };
}

type Rule = (group: RiskyGroup) => Reason | null;
const flagged = (flag: string, level: RiskLevel, id: string, en: string): Rule => (g) => (g.flags.includes(flag) ? { level, text: { id, en } } : null);

/** Worst first: the first that holds is the sentence that is shown. */
const RULES: readonly Rule[] = [
  (g) =>
    RISK_STAGES.includes(g.aidStage)
      ? {
          level: 'high',
          text: g.aidStage === 'retur'
            ? { id: 'Transfer dikembalikan bank; rekening belum diperbaiki.', en: 'The bank returned the transfer; the account is not corrected yet.' }
            : { id: 'Rekening sedang diperbaiki setelah transfer dikembalikan bank.', en: 'The account is being corrected after the bank returned the transfer.' },
        }
      : null,
  flagged('lpjRefund', 'high', 'LPJ tidak kunjung masuk; dana harus dikembalikan.', 'The report never came; the money is to be paid back.'),
  flagged('lpjBarred', 'high', 'LPJ lewat batas; kelompok tidak boleh mengusulkan lagi.', 'The report is late; the group is barred from new proposals.'),
  flagged('lpjLetter', 'high', 'LPJ lewat batas; sudah ditegur dengan surat.', 'The report is late; warned by letter.'),
  flagged('lpjLate', 'high', 'LPJ sudah lewat batas waktunya.', 'The report is past its due date.'),
  flagged('lpjOverdue', 'high', 'LPJ sudah lewat batas waktunya.', 'The report is past its due date.'),
  flagged('bankReturn', 'high', 'Transfer pernah dikembalikan bank; periksa rekeningnya.', 'A transfer was returned by the bank; check the account.'),
  (g) =>
    g.flags.includes('dormant') || g.state === 'tidakAktif'
      ? { level: 'medium', text: { id: 'Tidak ada kegiatan; kelompok ditandai tidak aktif.', en: 'No activity; the group is marked inactive.' } }
      : null,
  (g) =>
    g.flags.includes('sizeUnder')
      ? { level: 'medium', text: { id: `Tinggal ${g.members} anggota, kurang dari jumlah paling sedikit.`, en: `Only ${g.members} members left, below the minimum.` } }
      : null,
  flagged('officersMissing', 'medium', 'Ketua, sekretaris, atau bendahara belum terisi.', 'Chair, secretary or treasurer is missing.'),
  flagged('sizeOver', 'low', 'Anggota melebihi jumlah paling banyak.', 'More members than allowed.'),
  (g) => (g.accompanied ? null : { level: 'low', text: { id: 'Belum ada pendamping.', en: 'No facilitator yet.' } }),
];

export function reasonOf(group: RiskyGroup): Reason | null {
  for (const rule of RULES) {
    const reason = rule(group);
    if (reason) return reason;
  }
  return null;
}
