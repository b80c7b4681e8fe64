import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rupiah } from '../kernel/index.ts';
import { leftOf, payoutProblem, shareBackProblem, type SlipStanding } from './share-back.ts';

const slip = (over: Partial<Record<'net' | 'paidOut' | 'owedByBooks', bigint>> = {}, memberName = 'Sri'): SlipStanding =>
  ({ memberName, net: rupiah(over.net ?? 100n), paidOut: rupiah(over.paidOut ?? 0n), owedByBooks: rupiah(over.owedByBooks ?? 100n) });

describe('taking a share-out back', () => {
  it('is free while no slip was paid out', () => expect(shareBackProblem(false, [slip(), slip({ net: 0n, owedByBooks: 0n })])).toBeNull());
  it('happens once', () => expect(shareBackProblem(true, [slip()])?.code).toBe('SHARE_REVERSED'));
  it('waits for payouts, and names who holds the money', () => {
    expect(shareBackProblem(false, [slip(), slip({ paidOut: 1n }, 'Wati'), slip({ paidOut: 100n }, 'Tini')])).toEqual({ code: 'SLIP_PAID_OUT', params: { names: 'Wati, Tini' } });
  });
  it('is refused when the books paid what the slip left due', () => {
    expect(shareBackProblem(false, [slip(), slip({ owedByBooks: 99n }, 'Wati')])).toEqual({ code: 'DUE_PAID_ELSEWHERE', params: { names: 'Wati' } });
  });
});

describe('paying a slip in parts', () => {
  it('never gives more than is due, whatever the parts, and the last rupiah is paid', () => {
    fc.assert(fc.property(fc.bigInt(0n, 10_000_000n), fc.array(fc.bigInt(-5n, 4_000_000n), { maxLength: 12 }), (net, asked) => {
      let paidOut = 0n;
      for (const amount of asked) {
        const problem = payoutProblem(false, slip({ net, paidOut }), rupiah(amount));
        expect(problem?.code).toBe(amount <= 0n ? 'AMOUNT_BAD' : paidOut + amount > net ? 'PAYOUT_TOO_HIGH' : undefined);
        if (!problem) paidOut += amount;
      }
      const left = leftOf({ net: rupiah(net), paidOut: rupiah(paidOut) });
      expect(paidOut + left).toBe(net);
      expect(payoutProblem(false, slip({ net, paidOut }), left)).toEqual(left > 0n ? null : { code: 'AMOUNT_BAD', params: {} });
    }));
  });
  it('gives nothing of a share-out that was taken back', () => expect(payoutProblem(true, slip(), rupiah(1n))?.code).toBe('SHARE_REVERSED'));
});
