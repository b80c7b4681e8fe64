import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/plain-date.ts';
import { rupiah, sum, type Rupiah } from '../kernel/rupiah.ts';
import { AID_CHART, aidAccounts as at } from './aid-chart.ts';
import * as aid from './aid-transfers.ts';
import { accountParts } from './chart.ts';
import { balanceOf, emptyLedger, post, postAll, reversalOf, totalOf, type Ledger, type Transfer } from './ledger.ts';

const LINE = 'pagu-1';
const on = isoDate('2020-07-01');
const base = { budgetLineId: LINE, on };

describe('aid transfers', () => {
  it('carries one group from ceiling to accounted for, with one return by the bank', () => {
    const amount = rupiah(20_000_000);
    const p = { ...base, proposalId: 'p1', amount };
    const tr = { ...p, trancheId: 'p1-1' };
    const steps = [
      ...aid.setCeiling({ ...base, revision: 1, current: rupiah(0), ceiling: rupiah(50_000_000) }),
      ...aid.reserve({ ...p, revision: 1, document: 'SK 188/1' }),
      ...aid.sendSp2d({ ...tr, attempt: 1 }),
      ...aid.bankReturn({ ...tr, attempt: 1 }),
      ...aid.sendSp2d({ ...tr, attempt: 2 }),
      ...aid.receive({ ...base, amount, groupId: 'g1', trancheId: 'p1-1', statementLineId: 's9' }),
      ...aid.spend({ ...base, amount: rupiah(19_500_000), groupId: 'g1', expenditureId: 'e1', revision: 1 }),
      ...aid.refund({ ...base, amount: rupiah(500_000), groupId: 'g1', depositId: 'sts1' }),
    ];
    const r = postAll(emptyLedger(AID_CHART), steps);
    expect(r.ok).toBe(true);
    if (!r.ok) return;
    const { ledger } = r.value;
    expect([at.appropriation(LINE), at.budget(LINE), at.reserved(LINE, 'p1'), at.inTransit(LINE, 'p1-1'), at.groupCash(LINE, 'g1'), at.spent(LINE, 'g1'), at.returnedToTreasury(LINE, 'g1')].map((a) => balanceOf(ledger, a)))
      .toEqual([-50_000_000n, 30_000_000n, 0n, 0n, 0n, 19_500_000n, 500_000n]);
    expect(steps.map((s) => s.id)).toEqual(['setCeiling:pagu-1:1', 'reserve:p1:1', 'sendSp2d:p1-1:1', 'bankReturn:p1-1:1', 'sendSp2d:p1-1:2', 'receive:p1-1:s9', 'spend:e1:1', 'refund:sts1']);
  });

  it('lowers a ceiling only as far as nothing is reserved, and does nothing when it is the same', () => {
    const up = aid.setCeiling({ ...base, revision: 1, current: rupiah(0), ceiling: rupiah(100) });
    const held = postAll(emptyLedger(AID_CHART), [...up, ...aid.reserve({ ...base, proposalId: 'p', revision: 1, amount: rupiah(80) })]);
    if (!held.ok) throw new Error(held.error.code);
    const lower = (ceiling: number) => postAll(held.value.ledger, aid.setCeiling({ ...base, revision: 2, current: rupiah(100), ceiling: rupiah(ceiling) }));
    expect(lower(79)).toMatchObject({ ok: false, error: { code: 'BALANCE_SHORT', short: 1n } });
    expect(lower(80).ok).toBe(true);
    expect(aid.setCeiling({ ...base, revision: 2, current: rupiah(100), ceiling: rupiah(100) })).toEqual([]);
  });

  it('refuses keys that would run into each other', () => {
    expect(() => aid.refund({ ...base, amount: rupiah(1), groupId: 'g', depositId: 'a:b' })).toThrow(RangeError);
  });
});

/** The model: what a careful clerk would keep on paper. Plain names, plain numbers, no ledger. */
class Model {
  pockets = new Map<string, bigint>();
  ceiling = 0n;
  posted: { transfer: Transfer; from: string; to: string; undone: boolean }[] = [];
  count = 0;
  get(pocket: string): bigint {
    return this.pockets.get(pocket) ?? 0n;
  }
  move(from: string, to: string, amount: bigint): void {
    this.pockets.set(from, this.get(from) - amount);
    this.pockets.set(to, this.get(to) + amount);
    if (from === 'source') this.ceiling += amount;
    if (to === 'source') this.ceiling -= amount;
  }
}
interface Real {
  ledger: Ledger;
}

function invariants(m: Model, { ledger }: Real): void {
  expect(totalOf(ledger)).toBe(0n);
  for (const [account, balance] of ledger.balances) if (accountParts(account).kind !== 'appropriation') expect(balance).toBeGreaterThanOrEqual(0n);
  const balances = [...ledger.balances].filter(([a]) => !['appropriation', 'budget'].includes(accountParts(a).kind)).map(([, b]) => b);
  expect(sum(balances)).toBeLessThanOrEqual(m.ceiling);
  expect(balanceOf(ledger, at.budget(LINE))).toBe(m.get('budget'));
  for (const n of [1, 2, 3]) {
    expect(balanceOf(ledger, at.reserved(LINE, `p${n}`))).toBe(m.get(`reserved${n}`));
    expect(balanceOf(ledger, at.inTransit(LINE, `t${n}`))).toBe(m.get(`transit${n}`));
    expect(balanceOf(ledger, at.groupCash(LINE, `g${n}`))).toBe(m.get(`cash${n}`));
    expect(balanceOf(ledger, at.spent(LINE, `g${n}`))).toBe(m.get(`spent${n}`));
  }
}

type Kind = 'ceiling' | 'cut' | 'reserve' | 'release' | 'send' | 'receive' | 'bankReturn' | 'spend' | 'refund';
function movement(kind: Kind, n: number, amount: Rupiah, key: number, ceiling: bigint): { transfer: Transfer | undefined; from: string; to: string } {
  const p = { ...base, amount, proposalId: `p${n}` };
  const tr = { ...p, trancheId: `t${n}`, attempt: key };
  const g = { ...base, amount, groupId: `g${n}` };
  const set = (next: bigint) => aid.setCeiling({ ...base, revision: key, current: ceiling as Rupiah, ceiling: next as Rupiah });
  switch (kind) {
    case 'ceiling': return { transfer: set(ceiling + amount)[0], from: 'source', to: 'budget' };
    case 'cut': return { transfer: set(ceiling - amount)[0], from: 'budget', to: 'source' };
    case 'reserve': return { transfer: aid.reserve({ ...p, revision: key })[0], from: 'budget', to: `reserved${n}` };
    case 'release': return { transfer: aid.release({ ...p, key: String(key) })[0], from: `reserved${n}`, to: 'budget' };
    case 'send': return { transfer: aid.sendSp2d(tr)[0], from: `reserved${n}`, to: `transit${n}` };
    case 'receive': return { transfer: aid.receive({ ...g, trancheId: `t${n}`, statementLineId: String(key) })[0], from: `transit${n}`, to: `cash${n}` };
    case 'bankReturn': return { transfer: aid.bankReturn(tr)[0], from: `transit${n}`, to: `reserved${n}` };
    case 'spend': return { transfer: aid.spend({ ...g, expenditureId: `e${n}`, revision: key })[0], from: `cash${n}`, to: `spent${n}` };
    case 'refund': return { transfer: aid.refund({ ...g, depositId: String(key) })[0], from: `cash${n}`, to: `back${n}` };
  }
}

class Move implements fc.Command<Model, Real> {
  readonly kind: Kind;
  readonly n: number;
  readonly amount: number;
  constructor(kind: Kind, n: number, amount: number) {
    this.kind = kind;
    this.n = n;
    this.amount = amount;
  }
  check = () => true;
  run(m: Model, real: Real): void {
    const amount = rupiah(this.amount);
    const { transfer, from, to } = movement(this.kind, this.n, amount, ++m.count, m.ceiling);
    const allowed = from === 'source' || m.get(from) >= amount;
    const r = post(real.ledger, transfer!);
    expect(r.ok).toBe(allowed);
    if (r.ok) {
      real.ledger = r.value.ledger;
      m.move(from, to, amount);
      m.posted.push({ transfer: transfer!, from, to, undone: false });
    }
    invariants(m, real);
  }
  toString = () => `${this.kind}(${this.n}, ${this.amount})`;
}

class Again implements fc.Command<Model, Real> {
  readonly pick: number;
  readonly how: 'replay' | 'tamper' | 'undo';
  constructor(pick: number, how: 'replay' | 'tamper' | 'undo') {
    this.pick = pick;
    this.how = how;
  }
  check = (m: Readonly<Model>) => m.posted.length > 0;
  run(m: Model, real: Real): void {
    const entry = m.posted[this.pick % m.posted.length]!;
    const { transfer, from, to } = entry;
    if (this.how === 'replay') {
      const r = post(real.ledger, transfer);
      expect(r.ok && r.value.outcomes).toEqual([entry.undone ? 'reversedSince' : 'known']);
      if (r.ok) real.ledger = r.value.ledger;
    } else if (this.how === 'tamper') {
      expect(post(real.ledger, { ...transfer, amount: rupiah(transfer.amount + 1n) })).toMatchObject({ error: { code: 'TRANSFER_ID_TAKEN' } });
    } else if (!entry.undone) {
      const r = post(real.ledger, reversalOf(transfer, { reason: 'uji', on }));
      expect(r.ok).toBe(to === 'source' || m.get(to) >= transfer.amount);
      if (r.ok) {
        real.ledger = r.value.ledger;
        m.move(to, from, transfer.amount);
        entry.undone = true;
      }
    }
    invariants(m, real);
  }
  toString = () => `${this.how}(${this.pick})`;
}

describe('any history of aid money', () => {
  it('keeps sum zero, no pocket below zero, never more out than the ceiling, and agrees with the clerk', () => {
    const n = fc.integer({ min: 1, max: 3 });
    const kinds: Kind[] = ['ceiling', 'cut', 'reserve', 'release', 'send', 'receive', 'bankReturn', 'spend', 'refund'];
    const move = (kind: Kind) => fc.tuple(n, fc.integer({ min: 1, max: kind === 'ceiling' ? 500 : 60 })).map(([i, a]) => new Move(kind, i, a));
    const again = fc.tuple(fc.nat(), fc.constantFrom('replay' as const, 'tamper' as const, 'undo' as const)).map(([i, how]) => new Again(i, how));
    fc.assert(
      fc.property(fc.commands([...kinds.map(move), again, again], { maxCommands: 60, size: 'max' }), (commands) => {
        const opening = new Move('ceiling', 1, 400);
        fc.modelRun(() => ({ model: new Model(), real: { ledger: emptyLedger(AID_CHART) } }), [opening, ...commands]);
      }),
      { numRuns: 300 },
    );
  });
});
