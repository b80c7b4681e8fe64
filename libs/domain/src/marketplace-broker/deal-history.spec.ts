import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, rupiah, sum, ZERO, type IsoDate, type Result, type Rupiah } from '../kernel/index.ts';
import { dealFlow, type DealAction } from './deal.flow.ts';
import type { Deal } from './deal.ts';
import { countDelivery } from './delivery.ts';
import { freeOf, holdsOf, reserve, type SellableLot } from './lot-reservation.ts';
import { dealValue, settle, standingOf, takeBack } from './payment.ts';
import { shareByLot } from './share-out.ts';
import { aDeal, aLine, TODAY } from './testing/a-deal.ts';

const LOTS: readonly SellableLot[] = Array.from({ length: 12 }, (_, i) => ({ id: `l${i}`, code: `L${i}`, quantity: 40 }));
const gradeOf = (lot: number) => (lot % 3 === 0 ? 'B' : 'A');

/** A village at random: what a server would do with the domain, one event after another. */
class Village {
  readonly deals = new Map<string, Deal>();
  readonly shared = new Map<string, Map<string, Rupiah>>();
  /** What the group owes the broker for material; grows with every tenth event. */
  owed: Rupiah = ZERO;
  /** Each share-out by deal: what every lot got, so that it can be taken back. */
  readonly outs = new Map<string, ReadonlyMap<string, Rupiah>[]>();
  readonly checked = new WeakSet<Deal>();
  readonly seen = new Map<string, number>();
  day: IsoDate = TODAY;
  readonly next: (below: number) => number;

  constructor(seed: number) {
    let state = (seed >>> 0) + 1;
    this.next = (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  note(what: string) { this.seen.set(what, (this.seen.get(what) ?? 0) + 1); }

  holds() { return [...this.deals.values()].flatMap(holdsOf); }
  sharedOf(id: string) { return this.shared.get(id) ?? new Map<string, Rupiah>(); }

  event(i: number) {
    this.day = addDays(TODAY, Math.floor(i / 10));
    if (i % 10 === 0) this.owed = rupiah(this.owed + BigInt(this.next(100_000)));
    if (this.next(12) === 0) return this.reverseShare();
    const open = [...this.deals.values()].filter((d) => !dealFlow.states[d.state].final);
    const deal = open[this.next(open.length)];
    if (!deal || this.next(6) === 0) this.propose(`d${i}`);
    else this.act(deal, `s${i}`);
  }

  propose(id: string) {
    const first = this.next(LOTS.length);
    const lots = [...new Set([first, this.next(LOTS.length), this.next(LOTS.length)])];
    this.deals.set(id, aDeal({ id, partyId: `p${this.next(3)}`, lines: lots.map((l) => aLine(`l${l}`, `m${l % 4}`, gradeOf(l), 1 + this.next(25))) }));
  }

  act(deal: Deal, id: string) {
    const choices = Object.keys(dealFlow.actions).filter((a) => dealFlow.actions[a as DealAction].from.includes(deal.state as never)) as DealAction[];
    const action = choices[this.next(choices.length)]!;
    const after = this.enter(deal, action, id);
    if (after === null) return this.note(`${action} refused`);
    const next: Deal = { ...after, state: dealFlow.actions[action].to };
    const { remaining, paid, setOff } = standingOf(next);
    const settled = rupiah(paid + setOff);
    const unshared = rupiah(settled - sum(this.sharedOf(deal.id).values()));
    const facts = { partyBlocked: false, lotsReserved: reserve(LOTS, this.holds(), next).ok, counted: next.receipt !== null, settled, remaining, unshared };
    const decided = dealFlow.decide(deal.state, action, { actor: { id: 'u', roles: ['operator', 'broker'] }, history: [], given: ['date', 'reason', 'amount'], facts });
    // A count corrected upwards must still find its goods.
    if (!decided.ok || !facts.lotsReserved) return this.note(`${action} refused`);
    this.owed = rupiah(this.owed - (setOff - standingOf(deal).setOff));
    this.deals.set(deal.id, next);
    this.note(action);
    if (unshared > 0n && this.next(2) === 0) this.share(next, unshared);
  }

  /** What is typed with the action; null when the domain refuses it. */
  enter(deal: Deal, action: DealAction, id: string): Deal | null {
    const value = <E>(r: Result<Deal, E>) => (r.ok ? r.value : null);
    if (action === 'receive' || action === 'settleDispute')
      return value(countDelivery(deal, deal.lines.map((l) => this.countOf(l.lotId, l.quantity)), this.day));
    if (action === 'takeBack') {
      const mistaken = deal.settlements[this.next(deal.settlements.length)]?.id ?? 'none';
      return value(takeBack(deal, mistaken, { id, on: this.day }, sum(this.sharedOf(deal.id).values())));
    }
    if (action !== 'payPart' && action !== 'payUp') return deal;
    const { remaining } = standingOf(deal);
    const kind = this.next(3) === 0 ? 'setOff' : 'payment';
    const amount = action === 'payUp' || this.next(5) === 0 ? remaining : rupiah(this.next(Number(remaining) + 50_000));
    return action === 'payUp' && remaining === 0n ? deal : value(settle(deal, { id, kind, amount, on: this.day }, this.owed));
  }

  countOf(lotId: string, sent: number) {
    const gone = this.next(3) === 0 ? this.next(sent + 1) : 0;
    const refused = this.next(gone + 1);
    const b = this.next(4) === 0 ? this.next(sent - gone + 1) : 0;
    return { lotId, refused, accepted: [{ grade: 'A', quantity: sent - gone - b }, { grade: 'B', quantity: b }] };
  }

  share(deal: Deal, amount: Rupiah) {
    const already = this.sharedOf(deal.id);
    const r = shareByLot(amount, dealValue(deal).lots.map((l) => ({ ...l, already: already.get(l.lotId) ?? ZERO })));
    if (!r.ok) throw new Error(r.error.code);
    for (const { lot, part } of r.value) already.set(lot.lotId, rupiah(lot.already + part));
    this.shared.set(deal.id, already);
    this.outs.set(deal.id, [...(this.outs.get(deal.id) ?? []), new Map(r.value.map(({ lot, part }) => [lot.lotId, part]))]);
    this.note('share');
  }

  /** One of the share-outs of some deal is taken back; a completed deal is open again with it. */
  reverseShare() {
    const ids = [...this.outs.keys()].filter((id) => (this.outs.get(id) ?? []).length > 0);
    const deal = this.deals.get(ids[this.next(ids.length)] ?? '');
    if (!deal) return;
    const outs = this.outs.get(deal.id) ?? [];
    const out = outs[this.next(outs.length)] ?? new Map<string, Rupiah>();
    this.outs.set(deal.id, outs.filter((o) => o !== out));
    this.shared.set(deal.id, new Map([...this.sharedOf(deal.id)].map(([lotId, amount]) => [lotId, rupiah(amount - (out.get(lotId) ?? ZERO))])));
    this.note('reverseShare');
    if (deal.state !== 'selesai') return;
    const { paid, setOff, remaining } = standingOf(deal);
    const settled = rupiah(paid + setOff);
    const facts = { partyBlocked: false, lotsReserved: true, counted: true, settled, remaining, unshared: rupiah(settled - sum(this.sharedOf(deal.id).values())) };
    const decided = dealFlow.decide('selesai', 'reopen', { actor: { id: 'u', roles: ['operator'] }, history: [], given: ['reason'], facts });
    // A share-out of nothing leaves nothing to share anew.
    if (!decided.ok) return;
    this.deals.set(deal.id, { ...deal, state: decided.value });
    this.note('reopen');
  }

  check() {
    const holds = this.holds();
    for (const lot of LOTS) if (freeOf(lot, holds) < 0) throw new Error(`${lot.id} is sold twice`);
    if (this.owed < 0n) throw new Error('more set off than owed');
    for (const deal of this.deals.values()) {
      if (this.checked.has(deal)) continue;
      this.checked.add(deal);
      const { due, paid, setOff, remaining } = standingOf(deal);
      if (due !== paid + setOff + remaining || remaining < 0n || paid < 0n || setOff < 0n || setOff > deal.terms.setOffLimit)
        throw new Error(`${deal.id} does not add up`);
      if (sum(this.sharedOf(deal.id).values()) > paid + setOff) throw new Error(`${deal.id} shared more than it got`);
      if (deal.receipt && sum(dealValue(deal).lots.map((l) => l.due)) !== due) throw new Error(`the lots of ${deal.id} do not sum to what is due`);
    }
  }
}

it('in any history of 1,000 events no lot is sold twice, due = paid + set off + remaining, and shares never exceed what came in', () => {
  const seen = new Map<string, number>();
  fc.assert(fc.property(fc.integer(), (seed) => {
    const village = new Village(seed);
    for (let i = 0; i < 1000; i++) {
      village.event(i);
      village.check();
    }
    for (const deal of village.deals.values()) if (deal.state === 'selesai') expect(sum(village.sharedOf(deal.id).values())).toBe(standingOf(deal).due);
    for (const [what, times] of village.seen) seen.set(what, (seen.get(what) ?? 0) + times);
  }), { numRuns: 15 });
  // The walks went everywhere, also where the rules stop them.
  const refused = ['agree', 'payPart', 'takeBack', 'complete', 'settleDispute'].map((a) => `${a} refused`);
  for (const what of [...Object.keys(dealFlow.actions), 'share', 'reverseShare', ...refused]) expect(seen.get(what), what).toBeGreaterThan(0);
}, 60_000);
