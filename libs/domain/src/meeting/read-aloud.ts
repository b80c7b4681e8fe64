import { sum, type Rupiah } from '../kernel/index.ts';
import { ATTENDANCE_STATES, type Attendance, type AttendanceState } from './attendance.ts';
import { isCarried, type Decision } from './decision.ts';

/** Money a member brought, in rupiah: into the solidarity fund, into savings, or for a loan. */
export interface MeetingPayment {
  readonly memberId: string;
  readonly kind: 'iks' | 'voluntary' | 'instalment';
  readonly amount: Rupiah;
}
/** Help paid from the fund. */
export interface MeetingHelp {
  readonly memberId: string;
  readonly what: string;
  readonly amount: Rupiah;
}
/** Goods sold since the last meeting, quantity in base units. */
export interface MeetingSale {
  readonly productId: string;
  readonly quantity: number;
  readonly amount: Rupiah;
}

export type PaymentTotals = Readonly<Record<MeetingPayment['kind'], Rupiah>>;

/** What is read out in large letters after a meeting, as data; names and words are put in by the screen. */
export interface ReadAloud {
  readonly attendance: Readonly<Record<AttendanceState, number>>;
  /** Who brought something, in the order of the attendance list, then others; what they brought and together. */
  readonly savers: readonly (PaymentTotals & { readonly memberId: string; readonly total: Rupiah })[];
  readonly totals: PaymentTotals & { readonly total: Rupiah };
  readonly helped: readonly MeetingHelp[];
  readonly helpTotal: Rupiah;
  /** One line a product. */
  readonly sold: readonly MeetingSale[];
  readonly soldTotal: Rupiah;
  readonly decided: readonly { readonly id: string; readonly wording: string; readonly carried: boolean }[];
}

export function readAloud(meeting: {
  readonly attendance: readonly Attendance[];
  readonly payments: readonly MeetingPayment[];
  readonly help: readonly MeetingHelp[];
  readonly sales: readonly MeetingSale[];
  readonly decisions: readonly Decision[];
}): ReadAloud {
  const { attendance, payments, help, sales, decisions } = meeting;
  const paying = new Set(payments.map((p) => p.memberId));
  const order = new Set([...attendance.map((a) => a.memberId).filter((m) => paying.has(m)), ...paying]);
  return {
    attendance: Object.fromEntries(ATTENDANCE_STATES.map((s) => [s, attendance.filter((a) => a.state === s).length])) as ReadAloud['attendance'],
    savers: [...order].map((memberId) => ({ memberId, ...totalsOf(payments.filter((p) => p.memberId === memberId)) })),
    totals: totalsOf(payments),
    helped: help,
    helpTotal: sum(help.map((h) => h.amount)),
    sold: [...new Set(sales.map((s) => s.productId))].map((productId) => {
      const its = sales.filter((s) => s.productId === productId);
      return { productId, quantity: its.reduce((n, s) => n + s.quantity, 0), amount: sum(its.map((s) => s.amount)) };
    }),
    soldTotal: sum(sales.map((s) => s.amount)),
    decided: decisions.map((d) => ({ id: d.id, wording: d.wording, carried: isCarried(d) })),
  };
}

function totalsOf(payments: readonly MeetingPayment[]): ReadAloud['totals'] {
  const of = (kind: MeetingPayment['kind']) => sum(payments.filter((p) => p.kind === kind).map((p) => p.amount));
  return { iks: of('iks'), voluntary: of('voluntary'), instalment: of('instalment'), total: sum(payments.map((p) => p.amount)) };
}
