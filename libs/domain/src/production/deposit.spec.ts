import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/index.ts';
import { lotOf, makeDeposit, slipLines, type DepositEntry } from './deposit.ts';
import { lotCode, parseLotCode, type LotCode } from './lot-code.ts';
import { applyLot, pickFromLots, pilesOf, type Lot, type LotEvent } from './lot.ts';
import type { Product } from './product.ts';

const today = isoDate('2020-11-24');
const mat: Product = { id: 'mat', name: 'Tikar pandan', kind: 'mat', grades: ['A', 'B'], baseUnit: 'lembar', units: [{ name: 'gulung', factor: 10 }] };
const sheets = (count: number) => [{ unit: 'lembar', count }];
const entry = (more: Partial<DepositEntry> = {}): DepositEntry => ({
  id: 'd1', memberId: 'Sri', grade: 'A', on: today, handedIn: [{ unit: 'gulung', count: 3 }, { unit: 'lembar', count: 2 }], accepted: sheets(29),
  rejected: [{ amounts: sheets(2), reason: 'loose' }, { amounts: sheets(1), reason: 'other', note: ' bau asap ' }], ...more,
});
const deposit = (more: Partial<DepositEntry> = {}) => {
  const r = makeDeposit(mat, entry(more), today);
  if (!r.ok) throw new Error(r.error.map((p) => p.code).join());
  return r.value;
};
const codes = (more: Partial<DepositEntry>) => {
  const r = makeDeposit(mat, entry(more), today);
  return r.ok ? [] : r.error.map((p) => p.code);
};
const code = (sequence: number, prefix = 'DMP') => {
  const r = lotCode({ prefix, on: today, sequence });
  return r.ok ? r.value : r.error.code;
};
const lot = (accepted: number, id = 'l1', on = today): Lot =>
  ({ id, code: `C-${id}` as LotCode, memberId: 'Sri', productId: 'mat', grade: 'A', on, accepted, reserved: new Map(), sold: new Map(), withdrawn: 0 });

describe('deposit', () => {
  it('comes to base units, accepted and rejected being what was handed in', () => {
    expect(deposit()).toMatchObject({ handedIn: 32, accepted: 29, rejected: [{ quantity: 2, reason: 'loose' }, { quantity: 1, reason: 'other', note: 'bau asap' }] });
  });
  it.each([
    [{ accepted: sheets(30) }, ['DEPOSIT_NOT_EVEN']], [{ accepted: sheets(28) }, ['DEPOSIT_NOT_EVEN']],
    [{ grade: 'C' }, ['GRADE_UNKNOWN']], [{ on: isoDate('2020-11-25') }, ['DAY_IN_FUTURE']],
    [{ handedIn: [{ unit: 'kodi', count: 1 }] }, ['UNIT_UNKNOWN']], [{ handedIn: [], accepted: [], rejected: [] }, ['QUANTITY_NOT_POSITIVE']],
    [{ handedIn: sheets(29), rejected: [{ amounts: sheets(0), reason: 'torn' }] }, ['QUANTITY_NOT_POSITIVE']],
    [{ rejected: [{ amounts: sheets(3), reason: 'other', note: ' ' }] }, ['REJECT_NOTE_MISSING']],
    [{ accepted: sheets(2.5), grade: '' }, ['QUANTITY_BAD', 'GRADE_UNKNOWN']],
  ] as const)('%o: %o', (more, expected) => expect(codes(more)).toEqual(expected));

  it('becomes a lot of what was accepted, or none', () => {
    const made = lotOf(deposit(), { id: 'l1', code: code(42) as LotCode });
    expect(made).toMatchObject({ memberId: 'Sri', grade: 'A', accepted: 29 });
    expect(made && pilesOf(made)).toEqual({ available: 29, reserved: 0, sold: 0, withdrawn: 0 });
    expect(lotOf(deposit({ accepted: [], rejected: [{ amounts: sheets(32), reason: 'damp' }] }), { id: 'l', code: code(1) as LotCode })).toBeNull();
  });

  it('prints a slip', () => {
    expect(slipLines({ deposit: deposit(), product: mat, memberName: 'Sri Lestari' }, 'id').map((l) => `${l.label}: ${l.text}`)).toEqual([
      'Anggota: Sri Lestari', 'Tanggal: 24 November 2020', 'Barang: Tikar pandan, A', 'Disetor: 3 gulung 2 lembar', 'Diterima: 2 gulung 9 lembar',
      'Ditolak: 2 lembar: Anyaman atau jahitan kendur', 'Ditolak: 1 lembar: Lainnya (bau asap)',
    ]);
  });
});

describe('lot code', () => {
  it('has its check character by ISO 7064 MOD 37,36', () => {
    // By hand, from p = 36, p = 2 * ((p + sign) mod 36, or 36) mod 37: D 26, M 24, P 26, 2 19, 0 1, 1 4, 1 10, 0 20, 0 3, 4 14, 2 32;
    // the check is 37 - 32 = 5. The same steps give the M of the standard's example A12425GABC1234002-M.
    expect(code(42)).toBe('DMP-2011-0042-5');
    expect([code(0), code(10_000), code(1, 'D'), code(1, 'dmp')]).toEqual(['LOT_SEQUENCE_BAD', 'LOT_SEQUENCE_BAD', 'LOT_PREFIX_BAD', 'LOT_PREFIX_BAD']);
  });
  it('is read as people type it', () => {
    const right = code(42);
    for (const typed of [right, right.toLowerCase(), right.replaceAll('-', ' '), right.replaceAll('-', '')]) {
      expect(parseLotCode(typed)).toEqual({ ok: true, value: { prefix: 'DMP', yearMonth: '2011', sequence: 42, code: right } });
    }
    for (const typed of ['', 'DMP-2013-0042-A', '123', 'DMP-2011-042-A']) expect(parseLotCode(typed)).toMatchObject({ error: { code: 'LOT_CODE_UNREADABLE' } });
  });
  it('betrays every single wrong sign', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('DMP', 'BB', 'NGAWI'), (sequence, prefix) => {
      const right = code(sequence, prefix);
      for (let i = 0; i < right.length; i++) {
        for (const sign of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
          if (right[i] !== '-' && right[i] !== sign) expect(parseLotCode(right.slice(0, i) + sign + right.slice(i + 1)).ok).toBe(false);
        }
      }
    }), { numRuns: 20 });
  });
});

describe('lot', () => {
  const after = (events: readonly LotEvent[], start = lot(29)) => events.reduce<Lot>((l, e) => {
    const r = applyLot(l, e);
    if (!r.ok) throw new Error(r.error.code);
    return r.value;
  }, start);

  it('delivered two short: 20 promised, 18 sold, 2 free again', () => {
    const l = after([{ kind: 'reserve', dealId: 'x', quantity: 20 }, { kind: 'withdraw', quantity: 4 }, { kind: 'sell', dealId: 'x', quantity: 18 }, { kind: 'release', dealId: 'x', quantity: 2 }]);
    expect([pilesOf(l), l.sold.get('x'), l.reserved.size]).toEqual([{ available: 7, reserved: 0, sold: 18, withdrawn: 4 }, 18, 0]);
    expect(pilesOf(after([{ kind: 'takeBack', dealId: 'x', quantity: 3 }, { kind: 'putBack', quantity: 4 }], l))).toEqual({ available: 14, reserved: 0, sold: 15, withdrawn: 0 });
  });

  it.each([
    ['LOT_SHORT', { kind: 'reserve', dealId: 'y', quantity: 10 }], ['LOT_SHORT', { kind: 'withdraw', quantity: 10 }], ['LOT_SHORT', { kind: 'putBack', quantity: 1 }],
    ['DEAL_HOLDS_LESS', { kind: 'sell', dealId: 'y', quantity: 1 }], ['DEAL_HOLDS_LESS', { kind: 'release', dealId: 'x', quantity: 21 }], ['DEAL_HOLDS_LESS', { kind: 'takeBack', dealId: 'x', quantity: 1 }],
    ['QUANTITY_NOT_POSITIVE', { kind: 'withdraw', quantity: 0 }], ['QUANTITY_BAD', { kind: 'reserve', dealId: 'x', quantity: -1 }],
  ] as [string, LotEvent][])('%s: %o', (expected, event) => {
    const r = applyLot(after([{ kind: 'reserve', dealId: 'x', quantity: 20 }]), event);
    expect(r.ok ? 'ok' : r.error.code).toBe(expected);
  });

  it('gives the oldest first and splits the last', () => {
    const lots = [lot(5, 'c'), lot(4, 'a', isoDate('2020-11-01')), lot(9, 'b')];
    expect(pickFromLots(lots, 12)).toEqual({ ok: true, value: [{ lotId: 'a', quantity: 4 }, { lotId: 'b', quantity: 8 }] });
    expect(pickFromLots(lots, 19)).toMatchObject({ error: { code: 'GOODS_SHORT', params: { available: 18, wanted: 19 } } });
    expect(pickFromLots(lots, 0)).toMatchObject({ error: { code: 'QUANTITY_NOT_POSITIVE' } });
  });

  it('1,000 events: the piles always sum to what was accepted and agree with what each deal did', () => {
    const event = fc.record({
      kind: fc.constantFrom('reserve', 'release', 'sell', 'takeBack', 'withdraw', 'putBack'), dealId: fc.constantFrom('x', 'y', 'z'), quantity: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(fc.property(fc.array(event, { minLength: 1_000, maxLength: 1_000 }), (events) => {
      let l = lot(60);
      const count = { free: 60, out: 0, x: 0, y: 0, z: 0, soldx: 0, soldy: 0, soldz: 0 };
      for (const e of events) {
        const r = applyLot(l, e as LotEvent);
        if (!r.ok) continue;
        l = r.value;
        const deal = e.dealId as 'x' | 'y' | 'z';
        const [from, to] = ({ reserve: ['free', deal], release: [deal, 'free'], sell: [deal, `sold${deal}`], takeBack: [`sold${deal}`, 'free'], withdraw: ['free', 'out'], putBack: ['out', 'free'] } as const)[e.kind];
        count[from] -= e.quantity;
        count[to] += e.quantity;
        const piles = pilesOf(l);
        expect(Math.min(...Object.values(count), ...Object.values(piles))).toBeGreaterThanOrEqual(0);
        expect(piles).toEqual({ available: count.free, reserved: count.x + count.y + count.z, sold: count.soldx + count.soldy + count.soldz, withdrawn: count.out });
        expect(piles.available + piles.reserved + piles.sold + piles.withdrawn).toBe(60);
        expect(l.sold.get('x') ?? 0).toBe(count.soldx);
      }
    }), { numRuns: 15 });
  });
});
