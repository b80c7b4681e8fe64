import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../kernel/plain-date.ts';
import { rupiah, sum } from '../kernel/rupiah.ts';
import { formatImageHash, hammingDistance, parseImageHash, receiptReuse, type ImageHash, type ReceiptImage } from './image-hash.ts';
import { lpjFindings } from './lpj.findings.ts';
import { barsNewAid, lpjDueDate, overdueStep } from './lpj-due.ts';
import { lineUses, receiptedTotal, unexplained } from './lpj.ts';
import { aLine, aReport, aRules } from './testing/index.ts';
import { conditionBlockers, trancheAmounts, trancheConditions, waitingSentence, type TrancheConditionFacts } from './tranche-conditions.ts';

const today = isoDate('2020-08-01');
const codes = (report = aReport(), onRecord: readonly ReceiptImage[] = []) => lpjFindings(report, onRecord, today, aRules).map((f) => `${f.severity}:${f.code}`);
const outlay = aReport().expenditures[0]!;
const withOutlay = (more: Partial<typeof outlay>) => aReport({ expenditures: [{ ...outlay, ...more }] });

describe('LPJ findings', () => {
  it('has nothing to say about a sound report', () => expect(codes()).toEqual([]));

  it.each([
    ['block:EXPENDITURE_OUTSIDE_PLAN', withOutlay({ budgetLineId: 'x' })],
    ['block:EXPENDITURE_INCOMPLETE', withOutlay({ payee: '' })],
    ['block:EXPENDITURE_LATER', withOutlay({ on: isoDate('2020-08-02') })],
    ['warn:EXPENDITURE_BEFORE_RECEIPT', withOutlay({ on: isoDate('2020-06-30') })],
    ['block:EXPENDITURE_UNPROVEN', withOutlay({ receipt: null, witnesses: ['Bu Sri', ' bu sri', 'Pak Karto'] })],
    ['', withOutlay({ receipt: null, witnesses: ['Bu Sri', 'Pak Min'] })],
    ['block:MONEY_UNEXPLAINED,block:BOOKS_DIFFER', aReport({ cash: rupiah(99_999) })],
    ['block:MONEY_TOO_MUCH,block:BOOKS_DIFFER', aReport({ cash: rupiah(100_001) })],
    ['block:BOOKS_DIFFER', aReport({ booksBalance: rupiah(499_999) })],
    ['', aReport({ booksBalance: null })],
    ['', aReport({ refunded: rupiah(500_000), cash: rupiah(0), accountBalance: rupiah(0), booksBalance: rupiah(0) })],
    ['block:BALANCE_NEGATIVE', aReport({ cash: rupiah(-100_000), accountBalance: rupiah(600_000) })],
    ['block:CHAIR_NOT_CONFIRMED', aReport({ confirmations: aReport().confirmations.map((c) => (c.office === 'chair' ? { ...c, byThemselves: false } : c)) })],
    ['block:TREASURER_NOT_CONFIRMED', aReport({ confirmations: aReport().confirmations.map((c) => (c.office === 'treasurer' ? { ...c, memberId: 'm9' } : c)) })],
    ['warn:TYPED_BY_FACILITATOR', aReport({ typedByFacilitator: true })],
    ['block:SHIFT_WITHOUT_MINUTES', aReport({ spentBefore: { l1: rupiah(2_500_001) } })],
    ['block:SHIFT_NOT_APPROVED', aReport({ spentBefore: { l1: rupiah(2_500_001) }, shift: { minutesFileId: 'f', approved: false } })],
    ['', aReport({ spentBefore: { l1: rupiah(2_500_001) }, shift: { minutesFileId: 'f', approved: true } })],
    ['', aReport({ spentBefore: { l1: rupiah(2_500_000) } })],
  ] as const)('case %#: %s', (expected, report) => expect(codes(report).join()).toBe(expected));

  it('warns of cash taken at once whose receipts did not follow in time (rule 28)', () => {
    const withdrawals = [{ on: isoDate('2020-07-02'), amount: rupiah(16_000_000) }];
    const late = { expenditures: [{ ...outlay, receipt: { ...outlay.receipt!, uploadedOn: isoDate('2020-07-17') } }] };
    expect(codes(aReport({ withdrawals, ...late }))).toEqual(['warn:CASH_WITHOUT_RECEIPTS']);
    expect(codes(aReport({ withdrawals }))).toEqual([]);
    expect(codes(aReport({ withdrawals: [{ ...withdrawals[0]!, amount: rupiah(15_999_999) }], ...late }))).toEqual([]);
    expect(lpjFindings(aReport({ withdrawals, ...late }), [], isoDate('2020-07-16'), aRules)).toEqual([]);
  });

  it('arithmetic: unexplained is zero exactly when received = spent + refunded + account + cash (rule 32)', () => {
    const part = fc.bigInt({ min: 0n, max: 10_000_000n }).map(rupiah);
    fc.assert(fc.property(fc.array(part, { maxLength: 10 }), part, part, part, fc.bigInt({ min: -3n, max: 3n }), (spent, refunded, accountBalance, cash, off) => {
      const expenditures = spent.map((amount, i) => ({ ...outlay, id: `e${i}`, amount }));
      const report = { expenditures, refunded, accountBalance, cash, received: rupiah(sum([...spent, refunded, accountBalance, cash]) + off) };
      expect(unexplained(report)).toBe(off);
      const found = codes(aReport({ ...report, booksBalance: null }));
      expect(found.some((c) => /MONEY_UNEXPLAINED|MONEY_TOO_MUCH/.test(c))).toBe(off !== 0n);
    }));
  });

  it('every outlay on a line is counted once, and proven money never exceeds spent', () => {
    const any = fc.array(fc.record({ line: fc.constantFrom('l1', 'l2', 'zz'), amount: fc.bigInt({ min: 1n, max: 30_000_000n }), proven: fc.boolean() }), { maxLength: 12 });
    fc.assert(fc.property(any, (items) => {
      const expenditures = items.map((x, i) => ({ ...outlay, id: `e${i}`, budgetLineId: x.line, amount: rupiah(x.amount), receipt: x.proven ? outlay.receipt : null }));
      const uses = lineUses({ plan: [aLine(), aLine({ id: 'l2' })], spentBefore: {}, expenditures }, aRules);
      expect(sum(uses.map((u) => u.spent))).toBe(sum(items.filter((x) => x.line !== 'zz').map((x) => x.amount)));
      for (const u of uses) expect(u.needsApproval).toBe(u.spent > (u.planned * 110n) / 100n);
      expect(receiptedTotal(expenditures, aRules)).toBe(sum(items.filter((x) => x.proven).map((x) => x.amount)));
    }));
  });
});

describe('receipts used again, rule 33', () => {
  const hash = (hex: string) => parseImageHash(hex)!;
  const image = (reportId: string, expenditureId: string, sha256: string, dHash: ImageHash | null): ReceiptImage => ({ reportId, expenditureId, sha256, dHash });
  const A = hash('0f1e2d3c4b5a6978');

  it('blocks the same file in two reports, warns of a likeness or of two lines in one report', () => {
    expect(codes(aReport(), [image('r0', 'e9', 'aa', null)])).toEqual(['block:RECEIPT_REUSED']);
    const pictured = withOutlay({ receipt: { ...outlay.receipt!, dHash: A } });
    expect(codes(pictured, [image('r0', 'e9', 'bb', (A ^ 0b111n) as ImageHash)])).toEqual(['warn:RECEIPT_REUSED']);
    expect(codes(pictured, [image('r0', 'e9', 'bb', (A ^ 0xffn) as ImageHash)])).toEqual([]);
    const halves = [{ ...outlay, amount: rupiah(10_000_000) }, { ...outlay, id: 'e2', amount: rupiah(9_500_000) }];
    expect(codes(aReport({ expenditures: halves }))).toEqual(['warn:RECEIPT_TWICE']);
    expect(codes(aReport(), [image('r1', 'e1', 'aa', null)])).toEqual([]);
  });

  it('does not take two blank pictures for the same', () => {
    expect(receiptReuse([image('r1', 'e1', 'a', hash('0000000000000000'))], [image('r0', 'e1', 'b', hash('0000000000000001'))], 6)).toEqual([]);
  });

  it('distance is a metric on 64 bits, and hashes survive being written', () => {
    const bits = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
    fc.assert(fc.property(bits, bits, bits, (a, b, c) => {
      expect(hammingDistance(a, b)).toBe([...(a ^ b).toString(2)].filter((d) => d === '1').length);
      expect(hammingDistance(a, c)).toBeLessThanOrEqual(hammingDistance(a, b) + hammingDistance(b, c));
      expect(parseImageHash(formatImageHash(a as ImageHash))).toBe(a);
    }));
    expect([parseImageHash('xyz'), parseImageHash('0')]).toEqual([null, null]);
  });
});

describe('due date and ladder, rule 31', () => {
  it.each([
    ['2020-07-01', '2020-09-29'], ['2020-12-01', '2021-01-10'], ['2021-01-10', '2021-04-10'], ['2021-01-09', '2021-01-10'],
  ])('received %s, due %s', (received, due) => expect(lpjDueDate(isoDate(received), aRules)).toBe(due));

  it('climbs the ladder and never steps down', () => {
    const due = isoDate('2020-09-29');
    const step = (days: number) => overdueStep(due, addDays(due, days), aRules.overdueLadder);
    expect([-1, 0, 13, 14, 44, 45, 89, 90].map(step)).toEqual(['none', 'reminder', 'reminder', 'letter', 'letter', 'barred', 'barred', 'refund']);
    expect(['none', 'reminder', 'letter', 'barred', 'refund'].map((s) => barsNewAid(s as never))).toEqual([false, false, false, true, true]);
    const rank = ['none', 'reminder', 'letter', 'barred', 'refund'];
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.nat({ max: 100 }), (d, more) => {
      expect(rank.indexOf(step(d + more))).toBeGreaterThanOrEqual(rank.indexOf(step(d)));
    }));
  });
});

describe('tranches, rules 26 and 27', () => {
  const good: TrancheConditionFacts = { previous: { received: rupiah(100), receipted: rupiah(80), reportAccepted: true, confirmations: 2 }, visit: 'suitable', openCases: 0, amount: rupiah(50), reserved: rupiah(50), solidarityFundAlive: true };
  const rules = { ...aRules, trancheConditions: ['receipts', 'reportAccepted', 'visitSuitable', 'memberConfirmations', 'noOpenCase', 'budgetLeft', 'solidarityFundAlive'] as const };
  const unmet = (facts: Partial<TrancheConditionFacts>, n = 2) => trancheConditions(n, { ...good, ...facts }, rules).filter((c) => !c.met).map((c) => c.key);
  const previous = good.previous!;

  it.each([
    [[], {}], [['receipts'], { previous: { ...previous, receipted: rupiah(79) } }], [['receipts'], { previous: { ...previous, received: rupiah(0), receipted: rupiah(0) } }],
    [['reportAccepted'], { previous: { ...previous, reportAccepted: false } }], [['memberConfirmations'], { previous: { ...previous, confirmations: 1 } }],
    [['visitSuitable'], { visit: 'none' }], [['visitSuitable'], { visit: 'notSuitable' }], [['noOpenCase'], { openCases: 1 }], [['budgetLeft'], { reserved: rupiah(49) }], [['solidarityFundAlive'], { solidarityFundAlive: false }],
  ] as const)('case %#', (expected, facts) => expect(unmet(facts)).toEqual(expected));

  it('asks the first tranche only for what has no tranche before', () => {
    expect(trancheConditions(1, { ...good, previous: null }, rules).map((c) => c.key)).toEqual(['noOpenCase', 'budgetLeft']);
    expect(() => trancheConditions(2, { ...good, previous: null }, rules)).toThrow(RangeError);
  });

  it('says what it waits for and who clears it', () => {
    const conditions = trancheConditions(2, { ...good, previous: { ...previous, reportAccepted: false } }, rules);
    expect(waitingSentence(2, conditions)).toEqual({ id: 'Tahap 2 menunggu satu hal: LPJ tahap 1 diterima (kepala bidang).', en: 'Tranche 2 waits for one thing: report on tranche 1 accepted (head of division).' });
    expect(conditionBlockers(conditions).map((b) => b.code)).toEqual(['TRANCHE_WAITS_REPORTACCEPTED']);
    expect(waitingSentence(2, trancheConditions(2, good, rules)).id).toBe('Tahap 2 sudah dapat dibayarkan.');
  });

  it('splits any amount into tranches that sum to it', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.constantFrom([100], [60, 40], [33, 33, 34], [70, 20, 10]), (total, trancheSplit) => {
      expect(sum(trancheAmounts(rupiah(total), { trancheSplit }))).toBe(total);
    }));
  });
});
