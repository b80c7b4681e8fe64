import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../kernel/text.ts';
import { isoDate } from '../kernel/plain-date.ts';
import { rupiah } from '../kernel/rupiah.ts';
import { paymentReference, paymentTable, paymentTotal, type PaymentLine, type StatementLine } from './payment-list.ts';
import { isReconciled } from './reconcile-cases.ts';
import { reconcile } from './reconcile.ts';

const NAMES = ['Sumber Rejeki', 'Anyaman Makmur', 'Kambing Jaya', 'Mekar Sari'];
const pay = (n: number, more: Partial<PaymentLine> = {}): PaymentLine => ({
  id: `p${n}`, reference: paymentReference('B-2020/07', n), groupId: `g${n}`, groupName: NAMES[n]!, bank: 'Bank Jatim', accountNo: `00123456${n}`, accountName: `KUBE ${NAMES[n]}`, amount: rupiah(20_000_000), ...more,
});
const seen = (id: string, p: PaymentLine, more: Partial<StatementLine> = {}): StatementLine =>
  ({ id, on: isoDate('2020-07-03'), kind: 'credit', reference: `TRF ${p.reference}`, accountNo: p.accountNo, name: p.accountName, amount: p.amount, ...more });
const run = (lines: readonly PaymentLine[], statement: readonly StatementLine[]) =>
  reconcile(lines, { number: 'SP2D-1', total: paymentTotal(lines), lines }, statement, { nameSimilarityPercent: 60 });
const results = (r: ReturnType<typeof run>) => r.matches.map((m) => `${m.payment?.id ?? m.statement[0]?.id}:${m.result}${m.by ? `:${m.by}` : ''}`);
const bare = { reference: '', accountNo: '' };

describe('reconcile, rule 25', () => {
  const two = [pay(0), pay(1)];

  it('pays all when everything agrees', () => {
    const r = run(two, two.map((p, i) => seen(`s${i}`, p)));
    expect(results(r)).toEqual(['p0:paid:reference', 'p1:paid:reference']);
    expect(isReconciled(r)).toBe(true);
  });

  it.each([
    ['by account without leading zeros', [seen('s', pay(0), { reference: '', accountNo: '123456-0' })], 'p0:paid:account'],
    ['by the visible end of a masked account', [seen('s', pay(0), { reference: '', accountNo: '*****4560' })], 'p0:paid:account'],
    ['by name when the statement gives no account', [seen('s', pay(0), { ...bare, name: 'KUBE SUMBER REJEK' })], 'p0:paid:name'],
    ['not by name against another account', [seen('s', pay(0), { reference: '', accountNo: '999' })], 'p0:missing,s:unknown'],
    ['not by name alone when the amount differs', [seen('s', pay(0), { ...bare, amount: rupiah(1) })], 'p0:missing,s:unknown'],
    ['a return after the credit', [seen('s', pay(0)), seen('t', pay(0), { kind: 'return' })], 'p0:returned:reference'],
    ['a return alone', [seen('t', pay(0), { kind: 'return' })], 'p0:returned:reference'],
    ['another amount', [seen('s', pay(0), { amount: rupiah(19_993_500) })], 'p0:amountDiffers:reference'],
    ['the same twice', [seen('s', pay(0)), seen('t', pay(0))], 'p0:paid:reference,t:duplicate'],
    ['the same twice by name', [seen('s', pay(0), bare), seen('t', pay(0), bare)], 'p0:paid:name,t:duplicate'],
    ['a right amount before a wrong one', [seen('a', pay(0), { amount: rupiah(5) }), seen('b', pay(0))], 'p0:paid:reference,a:duplicate'],
    ['nothing', [], 'p0:missing'],
  ] as const)('%s', (_, statement, expected) => expect(results(run([pay(0)], statement)).join()).toBe(expected));

  it('leaves two groups that fit equally well to a person', () => {
    const twins = [pay(0, { accountNo: '11114560' }), pay(1, { accountNo: '22224560' })];
    expect(results(run(twins, [seen('s', pay(2), { reference: '', accountNo: '****4560', name: '' })])).join()).toBe('p0:missing,p1:missing,s:unknown');
    expect(results(run(twins, [seen('s', pay(1), { reference: '', accountNo: '****4560' })])).join()).toBe('p0:missing,p1:paid:account');
  });

  it('opens a case for each difference, between decree and SP2D too, each under a lasting key', () => {
    const lines = [pay(0), pay(1), pay(2)];
    const bnba = [{ ...pay(0), amount: rupiah(10_000_000) }, pay(1), pay(3)];
    const r = reconcile(bnba, { number: 'SP2D-1', total: rupiah(50_000_000), lines }, [seen('s1', pay(1), { kind: 'return' }), seen('x', pay(3), { ...bare, name: 'PLN' })], { nameSimilarityPercent: 60 });
    expect(r.cases.map((c) => c.key)).toEqual(['sp2dTotalDiffers:SP2D-1', 'decreeAmountDiffers:g0', 'notInDecree:g2', 'notOnSp2d:g3', 'missing:p0', 'returned:p1', 'missing:p2', 'unknown:x']);
    expect(fill(r.cases[5]!.text.id, r.cases[5]!.params).replaceAll('\u00a0', ' ')).toBe('Dana Rp 20.000.000 untuk Anyaman Makmur dikembalikan bank.');
    for (const c of r.cases) for (const t of [c.text.id, c.text.en, c.suggestion.id, c.suggestion.en]) expect(fill(t, c.params)).not.toMatch(/[{}]/);
  });

  const anyLine = fc.record({ n: fc.nat({ max: 3 }), kind: fc.constantFrom('credit' as const, 'return' as const), amount: fc.constantFrom(20_000_000, 19_000_000, 5), hide: fc.constantFrom('', 'reference', 'account', 'both', 'mask'), name: fc.constantFrom(...NAMES, '', 'PLN', 'KUBE') });
  const anyStatement = fc.array(anyLine, { maxLength: 14 }).map((items) => items.map((s, i) => seen(`s${String(i).padStart(2, '0')}`, pay(s.n), {
    kind: s.kind, amount: rupiah(s.amount), name: s.name,
    ...(['reference', 'both', 'mask'].includes(s.hide) ? { reference: '' } : {}), ...(['account', 'both'].includes(s.hide) ? { accountNo: '' } : {}), ...(s.hide === 'mask' ? { accountNo: `****456${s.n}` } : {}),
  })));
  const anyList = fc.subarray([0, 1, 2, 3]).map((ns) => ns.map((n) => pay(n)));

  it('any input: every payment line and every statement line ends in exactly one match, and each difference in one case', () => {
    fc.assert(fc.property(anyList, anyStatement, (lines, statement) => {
      const r = run(lines, statement);
      expect(r.matches.flatMap((m) => (m.payment ? [m.payment.id] : [])).sort()).toEqual(lines.map((l) => l.id).sort());
      expect(r.matches.flatMap((m) => m.statement.map((s) => s.id)).sort()).toEqual(statement.map((s) => s.id).sort());
      expect(r.cases.filter((c) => c.paymentId !== null || c.statementIds.length > 0).length).toBe(r.matches.filter((m) => m.result !== 'paid').length);
      expect(new Set(r.cases.map((c) => c.key)).size).toBe(r.cases.length);
      for (const m of r.matches) {
        if (m.result === 'paid') expect(m.statement.map((s) => [s.kind, s.amount])).toEqual([['credit', m.payment!.amount]]);
        if (m.result === 'duplicate') expect(lines.map((l) => l.id)).toContain(m.repeats);
      }
    }), { numRuns: 500 });
  });

  it('any order of the inputs gives the same answer', () => {
    fc.assert(fc.property(anyList.filter((l) => l.length > 1), anyStatement.chain((s) => fc.tuple(fc.constant(s), fc.shuffledSubarray(s, { minLength: s.length }))), (lines, [statement, shuffled]) => {
      expect(run([...lines].reverse(), shuffled)).toEqual(run(lines, statement));
    }));
  });
});

describe('payment list', () => {
  it('follows the columns of the bank', () => {
    const format = { id: 'jatim', name: 'Bank Jatim', note: 'KUBE 2020', columns: [{ heading: 'No', field: 'no' }, { heading: 'Rekening', field: 'accountNo' }, { heading: 'Nominal', field: 'amount' }, { heading: 'Ket', field: 'note' }] } as const;
    expect(paymentTable([pay(0)], format)).toEqual([['No', 'Rekening', 'Nominal', 'Ket'], ['1', '001234560', '20000000', 'KUBE 2020']]);
  });
  it('makes references the statement can be matched by', () => expect(paymentReference('B-2020/07', 12)).toBe('B2020070012'));
});
