import type { Bilingual, IsoDate, Rupiah } from '../kernel/index.ts';
import type { OfficerRole } from '../member/index.ts';
import type { RuleSet } from '../programme/index.ts';

/** What IKS is used for; which of them a group may choose is the rule set's `fundPurposes`. */
export type FundPurpose = RuleSet['fundPurposes'][number];

/** Rate of the IKS (rule 35): an amount each time, or basis points (1/100 per cent) of a member's proceeds. */
export type IksRate =
  | { readonly kind: 'amount'; readonly amount: Rupiah; readonly every: 'meeting' | 'month' }
  | { readonly kind: 'proceeds'; readonly bps: number };

/** Service charge of a loan: an amount with every instalment, or basis points of the whole principal for each of them (flat). */
export type ServiceCharge =
  | { readonly kind: 'none' }
  | { readonly kind: 'amount'; readonly amount: Rupiah }
  | { readonly kind: 'percent'; readonly bps: number };

/** What a payment that covers an instalment in part goes to first. */
export type PaymentOrder = 'serviceFirst' | 'principalFirst';
export type LoanCycle = 'month' | 'selapan';

/** What each kind of decision says. Amounts are rupiah, quantities base units of the product or material. */
export interface DecisionContents {
  readonly productionTarget: { readonly productId: string; readonly from: IsoDate; readonly to: IsoDate; readonly quantity: number };
  readonly iksRate: IksRate;
  /** `memberId` names whom the fund helps; null for the other purposes. */
  readonly iksUse: { readonly purpose: FundPurpose; readonly amount: Rupiah; readonly what: string; readonly memberId: string | null };
  readonly officers: { readonly role: OfficerRole; readonly memberId: string };
  /** `capital` is what may be spent on it; zero when it needs none. */
  readonly diversification: { readonly business: string; readonly capital: Rupiah };
  readonly loan: { readonly memberId: string; readonly amount: Rupiah; readonly instalments: number; readonly what: string };
  /** `limit`: most that one member may owe by the group's own wish; null leaves it to the rule set. */
  readonly loanRules: { readonly charge: ServiceCharge; readonly order: PaymentOrder; readonly every: LoanCycle; readonly limit: Rupiah | null };
  readonly writeOff: { readonly loanId: string; readonly memberId: string; readonly amount: Rupiah; readonly what: string };
  readonly reschedule: { readonly loanId: string; readonly memberId: string; readonly instalments: number };
  /** So much material for so many pieces; `grade` null holds for all grades. */
  readonly productNorm: {
    readonly productId: string; readonly grade: string | null; readonly materialId: string; readonly material: number; readonly pieces: number;
  };
  /** Basis points of the proceeds that go to the members; the rest stays in the group's capital. */
  readonly memberShare: { readonly bps: number };
  readonly other: { readonly what: string };
}

export type DecisionKind = keyof DecisionContents;
export const DECISION_LABEL: Readonly<Record<DecisionKind, Bilingual>> = {
  productionTarget: { id: 'Target produksi', en: 'Production target' },
  iksRate: { id: 'Besar IKS', en: 'IKS rate' },
  iksUse: { id: 'Penggunaan IKS', en: 'Use of IKS' },
  officers: { id: 'Pengurus', en: 'Officers' },
  diversification: { id: 'Penganekaragaman usaha', en: 'Diversification' },
  loan: { id: 'Pinjaman', en: 'Loan' },
  loanRules: { id: 'Aturan pinjaman', en: 'Rules of loans' },
  writeOff: { id: 'Penghapusan pinjaman', en: 'Write-off of a loan' },
  reschedule: { id: 'Penjadwalan ulang', en: 'Rescheduling' },
  productNorm: { id: 'Takaran bahan', en: 'Norm of material' },
  memberShare: { id: 'Bagian anggota', en: 'Members\' share' },
  other: { id: 'Lainnya', en: 'Other' },
};
export const DECISION_KINDS = Object.keys(DECISION_LABEL) as readonly DecisionKind[];
