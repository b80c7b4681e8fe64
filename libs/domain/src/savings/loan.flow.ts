import { blocker, defineFlow, formatRupiah, type ActionOf, type Blocker, type FlowContext, type StateOf } from '../kernel/index.ts';
import type { ArrearsLevel } from './loan-payment.ts';
import type { Owed } from './loan-schedule.ts';

/** What the guards look at, as of the day of the action. */
export interface LoanFacts {
  /** Why the step has no decision in closed minutes (`requireDecision` of loan, reschedule or writeOff); null when it has one. */
  readonly decisionMissing: Blocker | null;
  /** Problems of the terms against the fund (`loanProblems`). */
  readonly problems: number;
  readonly owed: Owed;
  /** Something was paid on it. */
  readonly anyPaid: boolean;
  readonly level: ArrearsLevel;
}

const OFFICERS = { id: 'pengurus kelompok lewat musyawarah', en: 'the group\'s officers by deliberation' };
const TREASURER = { id: 'bendahara kelompok', en: 'the group\'s treasurer' };

const decided = ({ facts }: FlowContext<LoanFacts>) => facts.decisionMissing;
const termsFit = ({ facts: { problems } }: FlowContext<LoanFacts>) =>
  problems === 0 ? null : blocker('LOAN_NOT_FIT', { id: 'Ada {problems} hal yang menghalangi pinjaman ini. Buka rinciannya dan betulkan.', en: '{problems} things stand against this loan. Open the details and correct them.' }, OFFICERS, { problems });
const nothingLeft = ({ facts: { owed } }: FlowContext<LoanFacts>) =>
  owed.total === 0n ? null : blocker('LOAN_STILL_OWED', { id: 'Masih ada sisa {owed}. Catat pembayarannya dulu.', en: '{owed} is still owed. Record the payment first.' }, TREASURER, { owed: formatRupiah(owed.total) });
const somethingLeft = ({ facts: { owed } }: FlowContext<LoanFacts>) =>
  owed.total > 0n ? null : blocker('LOAN_NOT_OWED', { id: 'Tidak ada sisa pada pinjaman ini.', en: 'Nothing is owed on this loan.' }, TREASURER);
const isAt = (levels: readonly ArrearsLevel[], code: string, id: string, en: string) => ({ facts }: FlowContext<LoanFacts>) =>
  levels.includes(facts.level) ? null : blocker(code, { id, en }, TREASURER);

const behind = isAt(['arrears', 'bad'], 'LOAN_NOT_BEHIND', 'Pinjaman ini tidak menunggak melebihi masa tenggang. Tidak perlu ditandai.', 'This loan is not overdue beyond the days of grace. It need not be marked.');
const farBehind = isAt(['bad'], 'LOAN_NOT_BAD', 'Tunggakannya belum selama batas macet. Tagih atau jadwalkan ulang dulu.', 'It is not overdue as long as a bad loan. Collect it, or reschedule first.');
const caughtUp = isAt(['none', 'late'], 'LOAN_STILL_BEHIND', 'Pinjaman ini masih menunggak. Catat pembayarannya dulu.', 'This loan is still in arrears. Record the payment first.');

/**
 * The life of a loan (rule 37): diajukan, disetujui, cair, berjalan, then lunas, or menunggak, dijadwal ulang, macet, diputuskan.
 * Approval, rescheduling and write-off only by decision of a meeting; the moves between running and arrears follow the figures
 * (`loanStepDue`) and are the system's. Officers of the group act for it, or facilitator and operator for them.
 */
export const loanFlow = defineFlow({
  name: 'loan',
  initial: 'requested',
  states: {
    requested: { label: { id: 'Diajukan', en: 'Requested' }, tone: 'neutral' },
    approved: { label: { id: 'Disetujui', en: 'Approved' }, tone: 'info' },
    refused: { label: { id: 'Tidak jadi', en: 'Not made' }, tone: 'neutral', final: true },
    paidOut: { label: { id: 'Cair', en: 'Paid out' }, tone: 'info' },
    running: { label: { id: 'Berjalan', en: 'Running' }, tone: 'ok' },
    inArrears: { label: { id: 'Menunggak', en: 'In arrears' }, tone: 'warn' },
    rescheduled: { label: { id: 'Dijadwal ulang', en: 'Rescheduled' }, tone: 'info' },
    bad: { label: { id: 'Macet', en: 'Bad' }, tone: 'bad' },
    paidOff: { label: { id: 'Lunas', en: 'Paid off' }, tone: 'ok', final: true },
    writtenOff: { label: { id: 'Diputuskan hapus', en: 'Written off' }, tone: 'bad', final: true },
  },
  actions: {
    approve: { label: { id: 'Setujui', en: 'Approve' }, from: ['requested'], to: 'approved', roles: ['pendamping', 'operator', 'pengurus'], guards: [decided, termsFit] },
    refuse: { label: { id: 'Tidak jadi', en: 'Do not make' }, from: ['requested', 'approved'], to: 'refused', roles: ['pendamping', 'operator', 'pengurus'], needs: ['reason'] },
    payOut: { label: { id: 'Cairkan', en: 'Pay out' }, from: ['approved'], to: 'paidOut', roles: ['pendamping', 'operator', 'pengurus'], needs: ['date'], guards: [decided, termsFit] },
    begin: { label: { id: 'Angsuran pertama', en: 'First instalment' }, from: ['paidOut', 'rescheduled'], to: 'running', roles: ['system'] },
    fallBehind: { label: { id: 'Tandai menunggak', en: 'Mark in arrears' }, from: ['paidOut', 'running', 'rescheduled'], to: 'inArrears', roles: ['system'], guards: [behind] },
    catchUp: { label: { id: 'Tunggakan terbayar', en: 'Arrears paid' }, from: ['inArrears', 'bad'], to: 'running', roles: ['system'], guards: [caughtUp] },
    markBad: { label: { id: 'Tandai macet', en: 'Mark bad' }, from: ['inArrears'], to: 'bad', roles: ['system'], guards: [farBehind] },
    settle: { label: { id: 'Lunas', en: 'Paid off' }, from: ['paidOut', 'running', 'inArrears', 'rescheduled', 'bad'], to: 'paidOff', roles: ['system'], guards: [nothingLeft] },
    owedAgain: { label: { id: 'Angsuran dibatalkan', en: 'Instalment taken back' }, from: ['paidOff'], to: 'running', roles: ['system'], guards: [somethingLeft] },
    reschedule: { label: { id: 'Jadwalkan ulang', en: 'Reschedule' }, from: ['running', 'inArrears', 'bad'], to: 'rescheduled', roles: ['pendamping', 'operator', 'pengurus'], needs: ['date'], guards: [decided] },
    writeOff: { label: { id: 'Hapuskan', en: 'Write off' }, from: ['bad'], to: 'writtenOff', roles: ['pendamping', 'operator', 'pengurus'], needs: ['reason'], guards: [decided] },
  },
});

export type LoanState = StateOf<typeof loanFlow>;
export type LoanAction = ActionOf<typeof loanFlow>;

/**
 * The step that the figures ask for, after a payment or its reversal or at the turn of a day; null when the loan is where it should be. Apply
 * it until null: a loan found very late goes through arrears to bad.
 */
export function loanStepDue(state: LoanState, { owed, anyPaid, level }: Pick<LoanFacts, 'owed' | 'anyPaid' | 'level'>): LoanAction | null {
  if (state === 'paidOff') return owed.total > 0n ? 'owedAgain' : null;
  if (!loanFlow.actions.settle.from.includes(state)) return null;
  if (owed.total === 0n) return 'settle';
  const late = level === 'arrears' || level === 'bad';
  switch (state) {
    case 'inArrears':
      return level === 'bad' ? 'markBad' : late ? null : 'catchUp';
    case 'bad':
      return late ? null : 'catchUp';
    case 'running':
      return late ? 'fallBehind' : null;
    default:
      return late ? 'fallBehind' : anyPaid ? 'begin' : null;
  }
}
