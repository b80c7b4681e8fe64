import { describe, expect, it } from 'vitest';
import { checkFlow, isoDate, rupiah, ZERO, type FlowContext, type Need as Given } from '../kernel/index.ts';
import { dealFlow, type DealAction, type DealFacts, type DealState } from './deal.flow.ts';
import { dealProblems, reviseDeal, type Deal } from './deal.ts';
import { countDelivery, type LotCount } from './delivery.ts';
import { holdsOf, reserve, type SellableLot } from './lot-reservation.ts';
import { daysLate, dealValue, dueOn, feeOf, settle, setOffAllowed, standingOf, takeBack } from './payment.ts';
import { aDeal, aLine, theTerms, TODAY } from './testing/a-deal.ts';

const facts = (more: Partial<DealFacts> = {}): DealFacts =>
  ({ partyBlocked: false, lotsReserved: true, counted: true, settled: ZERO, remaining: rupiah(10), unshared: ZERO, ...more });
const context = (more: Partial<DealFacts> = {}, role: 'operator' | 'pengurus' | 'broker' | 'auditor' = 'operator'): FlowContext<DealFacts> =>
  ({ actor: { id: 'u', roles: [role] }, history: [], given: ['reason', 'date', 'amount'] as Given[], facts: facts(more) });
const ask = (state: DealState, action: DealAction, more: Partial<DealFacts> = {}, role?: 'pengurus' | 'broker' | 'auditor') => {
  const r = dealFlow.decide(state, action, context(more, role));
  return r.ok ? r.value : r.error.map((b) => b.code).join();
};

describe('the flow of a deal', () => {
  it('is sound', () => expect(checkFlow(dealFlow)).toEqual([]));

  it('runs from offer to the end in two payments', () => {
    const paid = { settled: rupiah(5), remaining: rupiah(5) };
    const done = { settled: rupiah(10), remaining: ZERO };
    const steps: [DealAction, Partial<DealFacts>][] = [
      ['agree', {}], ['send', {}], ['receive', {}], ['payPart', paid], ['payPart', paid], ['payUp', done], ['complete', done],
    ];
    let state: DealState = 'penawaran';
    for (const [action, more] of steps) state = ask(state, action, more) as DealState;
    expect(state).toBe('selesai');
  });

  it.each<[DealState, DealAction, Partial<DealFacts>, string]>([
    ['penawaran', 'agree', { partyBlocked: true, lotsReserved: false }, 'PARTY_BLOCKED,LOTS_NOT_RESERVED'],
    ['sepakat', 'send', { lotsReserved: false }, 'LOTS_NOT_RESERVED'],
    ['dikirim', 'receive', { counted: false }, 'NOT_COUNTED'],
    ['diterima', 'payPart', {}, 'NOT_IN_PART'],
    ['diterima', 'payPart', { settled: rupiah(10), remaining: ZERO }, 'NOT_IN_PART'],
    ['dibayarSebagian', 'payUp', {}, 'NOT_PAID_UP'],
    ['dibayar', 'complete', { remaining: ZERO, unshared: rupiah(1) }, 'NOT_SHARED'],
    ['dikirim', 'cancel', {}, 'WRONG_STATE'],
    ['sepakat', 'dispute', {}, 'WRONG_STATE'],
    ['sepakat', 'cancel', {}, 'batal'],
    ['dibayar', 'dispute', {}, 'sengketa'],
    ['sengketa', 'settleDispute', { counted: false }, 'NOT_COUNTED'],
    ['sengketa', 'settleDispute', {}, 'diterima'],
    ['dibayar', 'takeBack', { unshared: rupiah(-1) }, 'SHARED_ALREADY'],
    ['dibayar', 'takeBack', {}, 'diterima'],
  ])('%s, %s: case %#', (state, action, more, expected) => expect(ask(state, action, more)).toBe(expected));

  it.each<[DealState, DealAction, string, string]>([
    ['penawaran', 'agree', 'sepakat', 'ROLE_NEEDED'],
    ['dikirim', 'receive', 'diterima', 'ROLE_NEEDED'],
    ['sepakat', 'cancel', 'batal', 'ROLE_NEEDED'],
    ['penawaran', 'withdraw', 'ROLE_NEEDED', 'batal'],
    ['sepakat', 'withdraw', 'WRONG_STATE', 'WRONG_STATE'],
    ['diterima', 'dispute', 'sengketa', 'sengketa'],
    ['sengketa', 'settleDispute', 'diterima', 'ROLE_NEEDED'],
  ])('%s, %s: an officer of the group %s, a broker %s', (state, action, officer, broker) =>
    expect([ask(state, action, {}, 'pengurus'), ask(state, action, {}, 'broker')]).toEqual([officer, broker]));

  it('is not for an auditor', () => expect(ask('penawaran', 'agree', {}, 'auditor')).toBe('ROLE_NEEDED'));
});

const codes = (r: { ok: true } | { ok: false; error: unknown }) => (r.ok ? [] : [r.error].flat().map((p) => (p as { code: string }).code));

describe('terms', () => {
  it.each([
    [{}, []],
    [{ terms: theTerms({ prices: [{ grade: 'A', price: rupiah(-1) }] }) }, ['PRICE_BAD', 'GRADE_NOT_PRICED', 'GRADE_NOT_PRICED']],
    [{ terms: theTerms({ unit: { name: 'kodi', factor: 0 } }) }, ['TERMS_BAD']],
    [{ terms: theTerms({ payWithinDays: -1 }) }, ['TERMS_BAD']],
    [{ terms: theTerms({ fee: { kind: 'bps', rateBps: 10_001, bearer: 'group' } }) }, ['FEE_BAD']],
    [{ terms: theTerms({ fee: { kind: 'fixed', amount: rupiah(-1), bearer: 'party' } }) }, ['FEE_BAD']],
    [{ terms: theTerms({ setOffLimit: rupiah(-1) }) }, ['SET_OFF_BAD']],
    [{ lines: [] }, ['NOTHING_OFFERED']],
    [{ lines: [aLine('l1', 'sri', 'A', 1), aLine('l1', 'sri', 'A', 0.5)] }, ['QUANTITY_BAD', 'LOT_TWICE']],
  ] as const)('case %#', (more, expected) => expect(dealProblems(aDeal(more as Partial<Deal>)).map((p) => p.code)).toEqual(expected));

  it('freeze when the deal is agreed', () => {
    expect(reviseDeal(aDeal(), { terms: theTerms({ payWithinDays: 7 }) })).toMatchObject({ value: { terms: { payWithinDays: 7 } } });
    expect(codes(reviseDeal(aDeal(), { lines: [] }))).toEqual(['NOTHING_OFFERED']);
    expect(codes(reviseDeal(aDeal({ state: 'sepakat' }), {}))).toEqual(['TERMS_FROZEN']);
  });

  it('a fee is fixed or a rate cut to the rupiah, never above the goods; borne by the party it takes nothing', () => {
    const goods = rupiah(999);
    expect(feeOf({ kind: 'bps', rateBps: 250, bearer: 'group' }, goods)).toBe(24n);
    expect(feeOf({ kind: 'fixed', amount: rupiah(5_000), bearer: 'group' }, goods)).toBe(999n);
    const party = dealValue(aDeal({ terms: theTerms({ fee: { kind: 'bps', rateBps: 1_000, bearer: 'party' } }) }));
    expect([party.goods, party.fee, party.due]).toEqual([1_080_000n, 108_000n, 1_080_000n]);
  });
});

const count = (lotId: string, accepted: [string, number][], refused = 0): LotCount =>
  ({ lotId, accepted: accepted.map(([grade, quantity]) => ({ grade, quantity })), refused });
const one = aDeal({ state: 'dikirim', lines: [aLine('l1', 'sri', 'A', 15)] });
const counted = (deal: Deal, ...counts: LotCount[]): Deal => {
  const r = countDelivery(deal, counts, TODAY);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return { ...r.value, state: 'diterima' };
};

describe('the count', () => {
  it('tells accepted by grade, refused, short and downgraded', () => {
    expect(counted(one, count('l1', [['B', 2], ['A', 9], ['B', 1]], 2)).receipt?.lots).toEqual([
      { lotId: 'l1', lotCode: 'L1', memberId: 'sri', grade: 'A', sent: 15,
        accepted: [{ grade: 'A', quantity: 9 }, { grade: 'B', quantity: 3 }], refused: 2, short: 1, downgraded: 3 },
    ]);
  });

  it.each([
    [[], ['COUNTS_INCOMPLETE']],
    [[count('l1', [['A', 16]])], ['COUNT_ABOVE_SENT']],
    [[count('l1', [['A', 15]], 1)], ['COUNT_ABOVE_SENT']],
    [[count('l1', [['C', 15]])], ['GRADE_NOT_PRICED']],
    [[count('l1', [['A', -1]])], ['COUNT_BAD']],
    [[count('l1', [['A', 15]]), count('l1', [])], ['LOT_TWICE']],
    [[count('l1', [['A', 15]]), count('l9', [])], ['LOT_UNKNOWN']],
  ])('refuses case %#', (counts, expected) => expect(codes(countDelivery(one, counts, TODAY))).toEqual(expected));

  it('is made once, and corrected only in a dispute, not below what is settled; the day of payment stays', () => {
    const received = counted(one, count('l1', [['A', 15]]));
    expect(codes(countDelivery(received, [count('l1', [])], TODAY))).toEqual(['NOT_COUNTABLE']);
    const paid = settle(received, { id: 's1', kind: 'payment', amount: rupiah(300_000), on: TODAY }, ZERO);
    if (!paid.ok) throw new Error(paid.error.code);
    const dispute: Deal = { ...paid.value, state: 'sengketa' };
    const later = isoDate('2020-12-20');
    expect(codes(countDelivery(dispute, [count('l1', [['A', 10]])], later))).toEqual(['CORRECTION_BELOW_PAID']);
    const settled = countDelivery(dispute, [count('l1', [['A', 11]], 4)], later);
    expect(settled.ok && [standingOf(settled.value).remaining, dueOn(settled.value)]).toEqual([10_000n, '2020-12-08']);
  });
});

describe('paying', () => {
  const received = counted(one, count('l1', [['A', 15]]));
  const pay = (deal: Deal, kind: 'payment' | 'setOff', amount: number, owed = 200_000, id = 's1') =>
    settle(deal, { id, kind, amount: rupiah(amount), on: isoDate('2020-12-10') }, rupiah(owed));

  it.each([
    [received, 'payment', 430_000, 0, []],
    [received, 'payment', 430_001, 0, ['OVERPAID']],
    [received, 'payment', 0, 0, ['AMOUNT_BAD']],
    [received, 'setOff', 150_000, 200_000, []],
    [received, 'setOff', 150_001, 200_000, ['SET_OFF_TOO_HIGH']],
    [received, 'setOff', 100_001, 100_000, ['SET_OFF_TOO_HIGH']],
    [{ ...received, state: 'sengketa' }, 'payment', 1, 0, ['NOT_PAYABLE']],
    [one, 'payment', 1, 0, ['NOT_PAYABLE']],
  ] as const)('case %#', (deal, kind, amount, owed, expected) => expect(codes(pay(deal, kind, amount, owed))).toEqual(expected));

  it('lets set-offs use the limit up together, and each entry in once', () => {
    const first = pay(received, 'setOff', 100_000);
    if (!first.ok) throw new Error();
    expect(setOffAllowed(first.value, rupiah(200_000))).toBe(50_000n);
    expect(codes(pay(first.value, 'payment', 1))).toEqual(['SETTLEMENT_TWICE']);
  });

  it('is taken back by an entry of its own, once, and not once it is shared', () => {
    const paid = pay(received, 'payment', 430_000);
    if (!paid.ok) throw new Error();
    const back = (deal: Deal, shared = 0, id = 'b1') => takeBack(deal, 's1', { id, on: isoDate('2020-12-12') }, rupiah(shared));
    const undone = back(paid.value);
    if (!undone.ok) throw new Error();
    expect(standingOf(undone.value)).toEqual({ due: 430_000n, paid: 0n, setOff: 0n, remaining: 430_000n });
    expect(undone.value.settlements).toHaveLength(2);
    expect(codes(back(undone.value, 0, 'b2'))).toEqual(['SETTLEMENT_NOT_THERE']);
    expect(codes(takeBack(undone.value, 'b1', { id: 'b2', on: TODAY }, ZERO))).toEqual(['SETTLEMENT_NOT_THERE']);
    expect(codes(back(paid.value, 1))).toEqual(['SHARED_ALREADY']);
    expect(codes(back(paid.value, 0, 's1'))).toEqual(['SETTLEMENT_TWICE']);
    const again = settle(undone.value, { id: 's2', kind: 'payment', amount: rupiah(430_000), on: isoDate('2020-12-08') }, ZERO);
    expect(again.ok && daysLate(again.value, isoDate('2021-01-08'))).toBe(0);
  });

  it('is late from the day after it was due until it is paid', () => {
    const paid = pay(received, 'payment', 430_000);
    expect([dueOn(one), daysLate(one, TODAY)]).toEqual([null, 0]);
    expect(['2020-12-08', '2020-12-09', '2021-01-08'].map((d) => daysLate(received, isoDate(d)))).toEqual([0, 1, 31]);
    expect(paid.ok && daysLate(paid.value, isoDate('2021-01-08'))).toBe(2);
  });
});

describe('lots', () => {
  const lots: SellableLot[] = [{ id: 'l1', code: 'L1', quantity: 15 }];
  const agreed = (id: string, quantity: number) => aDeal({ id, state: 'sepakat', lines: [aLine('l1', 'sri', 'A', quantity)] });

  it('are promised once, by quantity', () => {
    const first = holdsOf(agreed('d1', 10));
    expect(reserve(lots, first, agreed('d2', 5))).toEqual({ ok: true, value: [{ lotId: 'l1', dealId: 'd2', quantity: 5 }] });
    expect(reserve(lots, first, agreed('d2', 6))).toMatchObject({ error: [{ code: 'LOT_SHORT', params: { lot: 'L1', available: 5, wanted: 6 } }] });
    expect(reserve(lots, first, agreed('d1', 15)).ok).toBe(true);
    expect(codes(reserve([], [], agreed('d1', 1)))).toEqual(['LOT_UNKNOWN']);
    expect(codes(reserve(lots, [], agreed('d1', 1.5)))).toEqual(['COUNT_BAD']);
  });

  it('come home when refused, and a correction cannot claim them once they are sold elsewhere', () => {
    const sent = { ...agreed('d1', 15), state: 'dikirim' as const };
    const received = counted(sent, count('l1', [['A', 10]], 4));
    expect(holdsOf(received)).toEqual([{ lotId: 'l1', dealId: 'd1', quantity: 11 }]);
    const other = holdsOf(agreed('d2', 4));
    const corrected = countDelivery({ ...received, state: 'sengketa' }, [count('l1', [['A', 12]], 2)], TODAY);
    expect(corrected.ok && codes(reserve(lots, [...holdsOf(received), ...other], corrected.value))).toEqual(['LOT_SHORT']);
    expect([holdsOf({ ...sent, state: 'batal' }), holdsOf({ ...sent, state: 'penawaran' })]).toEqual([[], []]);
  });
});
