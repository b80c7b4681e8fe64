import type { Bilingual } from '@anyam/domain/kernel';
import { leftOutOf, type Decision, type DecisionKind } from '@anyam/domain/meeting';
import type { ChoiceSource, Decided } from '../contract/index.ts';
import type { Meeting } from './parts/api.ts';

/** In the order in which village meetings come to them. */
export const CHOOSABLE: readonly DecisionKind[] = [
  'iksRate', 'iksUse', 'productionTarget', 'loan', 'loanRules', 'memberShare', 'diversification', 'officers', 'productNorm', 'reschedule', 'writeOff', 'other',
];
/** An empty field of a form: the schema asks for it. */
const OPEN = undefined as never;

const EMPTY: { readonly [K in DecisionKind]: (m: Meeting) => Extract<Decided, { kind: K }>['content'] } = {
  productionTarget: (m) => ({ productId: '', from: `${m.heldOn.slice(0, 8)}01`, to: monthEnd(m.heldOn), quantity: OPEN }),
  iksRate: () => ({ kind: 'amount', amount: OPEN, every: 'meeting' }),
  iksUse: () => ({ purpose: 'productiveCapital', amount: OPEN, what: '', memberId: null }),
  officers: () => ({ role: 'chair', memberId: '' }),
  diversification: () => ({ business: '', capital: 0n }),
  loan: () => ({ memberId: '', amount: OPEN, instalments: OPEN, what: '' }),
  loanRules: () => ({ charge: { kind: 'none' }, order: 'serviceFirst', every: 'month', limit: null }),
  writeOff: () => ({ loanId: '', memberId: '', amount: OPEN, what: '' }),
  reschedule: () => ({ loanId: '', memberId: '', instalments: OPEN }),
  productNorm: () => ({ productId: '', grade: null, materialId: '', material: OPEN, pieces: OPEN }),
  memberShare: () => ({ bps: OPEN }),
  other: () => ({ what: '' }),
};
export const emptyDecision = (kind: DecisionKind, m: Meeting): Decided => ({ kind, content: EMPTY[kind](m) }) as Decided;

/** Nothing that the kind asks for is empty yet; only then can it be said in a sentence. */
export const isFilled = ({ content }: Decided): boolean => full(content);
const full = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.values(value).every(full) : value !== undefined && value !== '');

const monthEnd = (day: string): string => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** Who is there and may vote on it: the one who receives or is let off is left out (rule 35). */
export function eligibleFor(m: Meeting, decided: Decided): number {
  const out = leftOutOf(decided as unknown as Decision);
  const gone = m.people.filter((p) => out.includes(p.memberId) && (p.state === 'present' || p.state === 'represented')).length;
  return Math.max(0, m.quorum.counted - gone);
}

const NEEDED: Partial<Record<DecisionKind, readonly ChoiceSource[]>> = { productionTarget: ['product'], productNorm: ['product', 'material'], writeOff: ['loan'], reschedule: ['loan'] };
const WHERE: Readonly<Record<ChoiceSource, Bilingual>> = {
  product: { id: 'Produksi', en: 'Production' }, material: { id: 'Produksi, bahan baku', en: 'Production, materials' }, loan: { id: 'Simpanan, pinjaman', en: 'Savings, loans' },
};
/** What has to be there before such a decision can name it; null when all is. */
export const missingSource = (kind: DecisionKind, m: Meeting): Bilingual | null => {
  const source = NEEDED[kind]?.find((s) => (m.choices[s] ?? []).length === 0);
  return source ? WHERE[source] : null;
};
