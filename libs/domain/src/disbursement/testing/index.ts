import type { FlowRole, HistoryEntry } from '../../kernel/flow.ts';
import { isoDate } from '../../kernel/plain-date.ts';
import { rupiah } from '../../kernel/rupiah.ts';
import { KUBE_2020 } from '../../programme/index.ts';
import type { BudgetLine } from '../budget-plan.ts';
import type { GroupAccount } from '../group-account.ts';
import type { LpjFactsForCheck } from '../lpj.ts';
import type { ProposalFacts } from '../proposal.policy.ts';
import { disbursementRules } from '../rules-from-programme.ts';

/** Builders for specs: sound by default, changed by the argument. */
export const aRules = disbursementRules(KUBE_2020);

export const aLine = (more: Partial<BudgetLine> = {}): BudgetLine =>
  ({ id: 'l1', description: 'Kambing betina', quantity: 10n, unit: 'ekor', unitPrice: rupiah(2_000_000), category: 'livestock', ...more });

export const anAccount = (more: Partial<GroupAccount> = {}): GroupAccount => ({
  bank: 'Bank Jatim', number: '0012345678', holder: 'KUBE SUMBER REJEKI', groupName: 'Sumber Rejeki', sharedWithOtherGroup: false,
  signatories: [{ personId: 'm1', isOfficer: true, isFacilitatorOrOfficial: false }, { personId: 'm2', isOfficer: true, isFacilitatorOrOfficial: false }], ...more,
});

export const aProposal = (more: Partial<ProposalFacts> = {}): ProposalFacts => ({
  group: { name: 'Sumber Rejeki', mayPropose: true, members: 10, facilitatorIds: ['u-pendamping'] },
  requested: rupiah(20_000_000), plan: [aLine()],
  documents: ['proposal', 'integrityPact', 'regentDecree', 'transferProof'], account: anAccount(),
  eligibility: { at: 'payment', blocks: 0, warns: 0, registerPeriod: '2020-04' }, overdue: 'none',
  fieldVisit: { on: isoDate('2020-05-02'), suitable: true, ordinaryMembersMet: 2 }, trainingHeldOn: isoDate('2020-06-01'),
  budgetAvailable: rupiah(100_000_000), moneySent: false, ...more,
});

export const aReport = (more: Partial<LpjFactsForCheck> = {}): LpjFactsForCheck => ({
  reportId: 'r1', received: rupiah(20_000_000), receivedOn: isoDate('2020-07-01'), reportedOn: isoDate('2020-08-01'),
  plan: [aLine()], spentBefore: {}, refunded: rupiah(0), accountBalance: rupiah(400_000), cash: rupiah(100_000), booksBalance: rupiah(500_000),
  expenditures: [{ id: 'e1', budgetLineId: 'l1', on: isoDate('2020-07-05'), payee: 'Pak Karto', goods: '10 kambing', amount: rupiah(19_500_000), receipt: { fileId: 'f1', sha256: 'aa', dHash: null, uploadedOn: isoDate('2020-07-06') }, witnesses: [] }],
  officers: { chairId: 'm1', treasurerId: 'm2' },
  confirmations: [{ office: 'chair', memberId: 'm1', byThemselves: true, on: isoDate('2020-08-01') }, { office: 'treasurer', memberId: 'm2', byThemselves: true, on: isoDate('2020-08-01') }],
  typedByFacilitator: false, shift: null, withdrawals: [], ...more,
});

/** One person a role, as the training accounts have it. */
export const STAFF: Readonly<Record<string, readonly FlowRole[]>> = {
  'u-operator': ['operator'], 'u-verifikator': ['verifikator'], 'u-kabid': ['kabid'], 'u-kepala': ['kepala'], 'u-bendahara': ['bendahara'], 'u-pendamping': ['pendamping'],
};
export const did = (action: string, actorId: string): HistoryEntry => ({ action, actorId, at: '2020-05-01T00:00:00Z' });
