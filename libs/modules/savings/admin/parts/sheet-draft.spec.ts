import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, moneyOf, readDraft, rowsOf, sumsOf, type Draft } from './sheet-draft.ts';

const mats = { productId: 'p', grade: 'A', handedIn: 10, accepted: 8, rejected: 2, rejectReason: 'loose' as const, note: null };
const draft: Draft = {
  sri: { attendance: 'present', iks: 5_000n, voluntary: null, loans: { l1: 52_000n, l2: null } },
  budi: { attendance: 'represented', representative: ' Adiknya ', deposits: [mats] },
  tutik: { iks: null, loans: {} },
};

describe('the sheet as it is typed', () => {
  it('sums what stands on it', () => {
    expect(sumsOf(draft)).toEqual({ iks: 5_000n, voluntary: 0n, instalment: 52_000n, money: 57_000n, filled: 2, deposits: 1 });
    expect(moneyOf(draft.sri)).toBe(57_000n);
  });
  it('sends only rows on which something stands', () => {
    expect(rowsOf(draft)).toEqual([
      { memberId: 'sri', attendance: 'present', representative: null, iks: 5_000n, voluntary: 0n, deposits: [], instalments: [{ loanId: 'l1', amount: 52_000n }] },
      { memberId: 'budi', attendance: 'represented', representative: 'Adiknya', iks: 0n, voluntary: 0n, deposits: [mats], instalments: [] },
    ]);
  });
  describe('kept through a reload', () => {
    afterEach(() => vi.unstubAllGlobals());
    it('to the rupiah, and forgotten when it is empty', () => {
      const kept = new Map<string, string>();
      vi.stubGlobal('sessionStorage', { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v), removeItem: (k: string) => void kept.delete(k) });
      keepDraft('m1', draft);
      expect(readDraft('m1')).toEqual(draft);
      expect(readDraft('m2')).toEqual({});
      keepDraft('m1', { sri: { iks: null } });
      expect(kept.size).toBe(0);
    });
  });
});
