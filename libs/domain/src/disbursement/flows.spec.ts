import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES, type Flow, type FlowContext, type FlowRole, type HistoryEntry, type Need } from '../kernel/flow.ts';
import { checkFlow, toMermaid } from '../kernel/flow-check.ts';
import { rupiah } from '../kernel/rupiah.ts';
import { batchFlow, type BatchFacts } from './batch.flow.ts';
import { lpjFlow, type LpjFacts } from './lpj.flow.ts';
import { proposalFlow } from './proposal.flow.ts';
import type { ProposalContextFacts } from './proposal.policy.ts';
import { FIVE_HANDS, separationBreaches, SEPARATIONS } from './separation.ts';
import { aProposal, aRules, did, STAFF } from './testing/index.ts';
import { trancheFlow, type TrancheFacts } from './tranche.flow.ts';
import { workFlow } from './work.flow.ts';

const FLOWS = [proposalFlow, batchFlow, trancheFlow, lpjFlow, workFlow] as unknown as Flow<string, string, unknown>[];
const EVERY_NEED: readonly Need[] = ['reason', 'password', 'minutes', 'evidence', 'number', 'date', 'amount'];

const proposalFacts = (more: Parameters<typeof aProposal>[0] = {}): ProposalContextFacts => ({ proposal: aProposal(more), rules: aRules });
const batchFacts: BatchFacts = { work: 'idle', lines: 2, waitingLines: 0, ineligibleLines: 0, total: rupiah(40), reserved: rupiah(40), statementMatched: true, openCases: 0 };
const trancheFacts: TrancheFacts = { conditions: [], sp2dAmount: rupiah(40), bankAmount: rupiah(40), differenceCaseOpen: false, bankReturned: false, accountRepaired: true, confirmations: 2, confirmationsNeeded: 2, report: 'diterima' };
const lpjFacts: LpjFacts = { findings: [], warningsWithoutNote: 0, moneyReceived: true };
const ALL_FACTS: Readonly<Record<string, unknown>> = { proposal: proposalFacts(), batch: batchFacts, tranche: trancheFacts, lpj: lpjFacts, work: {} };
const ctx = <F>(id: string, facts: F, history: readonly HistoryEntry[] = [], roles: readonly FlowRole[] = STAFF[id] ?? []): FlowContext<F> => ({ actor: { id, roles }, history, given: EVERY_NEED, facts });
const codes = (r: { ok: boolean; error?: readonly { code: string }[] }) => (r.ok ? [] : r.error!.map((b) => b.code));

describe('the flow tables', () => {
  it.each(FLOWS.map((f) => [f.name, f] as const))('%s is sound and draws itself', (_, flow) => {
    expect(checkFlow(flow)).toEqual([]);
    expect(toMermaid(flow)).toMatch(/^stateDiagram-v2/);
  });

  it('give pimpinan, auditor and admin nothing to do', () => {
    for (const flow of FLOWS) for (const action of Object.values(flow.actions)) for (const role of ['pimpinan', 'auditor', 'admin'] as const) expect(action.roles).not.toContain(role);
  });

  it('separations name actions that exist', () => {
    const known = FLOWS.flatMap((f) => Object.keys(f.actions).map((a) => `${f.name}.${a}`));
    for (const s of SEPARATIONS) for (const action of [s.action, ...s.notSameAs]) expect(known).toContain(action);
  });

  it('make any two of the five hands exclude each other, whichever acts last', () => {
    const hands = Object.values(FIVE_HANDS) as readonly (readonly string[])[];
    const order = hands.flat();
    for (const [i, one] of hands.entries()) for (const other of hands.slice(i + 1)) for (const a of one) for (const b of other) {
      const forward = SEPARATIONS.some((s) => s.action === b && s.notSameAs.includes(a));
      expect([a, b, forward, order.indexOf(a) < order.indexOf(b)]).toEqual([a, b, true, true]);
    }
  });
});

type Step = readonly [flow: string, action: string, actor: string];
const SUNNY: readonly Step[] = [
  ['proposal', 'submit', 'u-operator'], ['proposal', 'takeUp', 'u-verifikator'], ['proposal', 'passPapers', 'u-verifikator'], ['proposal', 'passField', 'u-verifikator'],
  ['proposal', 'decree', 'u-kepala'], ['proposal', 'makeReady', 'u-operator'],
  ['batch', 'lock', 'u-operator'], ['batch', 'approve', 'u-kabid'], ['batch', 'authorise', 'u-kepala'],
  ['batch', 'recordPaymentRequest', 'u-bendahara'], ['tranche', 'requestPayment', 'u-bendahara'], ['batch', 'recordPaymentOrder', 'u-bendahara'], ['tranche', 'orderPayment', 'u-bendahara'],
  ['batch', 'recordSp2d', 'u-bendahara'], ['tranche', 'recordSp2d', 'u-bendahara'], ['batch', 'send', 'u-bendahara'], ['tranche', 'confirmReceipt', 'u-verifikator'],
  ['batch', 'reconcile', 'u-operator'], ['batch', 'close', 'u-kepala'], ['tranche', 'startUse', 'u-pendamping'],
  ['lpj', 'start', 'u-pendamping'], ['lpj', 'submit', 'u-pendamping'], ['lpj', 'review', 'u-verifikator'], ['lpj', 'accept', 'u-kabid'], ['tranche', 'account', 'u-kabid'],
];
const END = { proposal: 'siapCair', batch: 'ditutup', tranche: 'dipertanggungjawabkan', lpj: 'diterima' };

describe('from proposal to accepted LPJ', () => {
  it('goes through with one person a role, the training accounts', () => {
    const states: Record<string, string> = Object.fromEntries(FLOWS.map((f) => [f.name, f.initial]));
    const history: HistoryEntry[] = [];
    for (const [name, action, actor] of SUNNY) {
      const r = FLOWS.find((f) => f.name === name)!.decide(states[name]!, action, ctx(actor, ALL_FACTS[name], history));
      expect([name, action, codes(r)]).toEqual([name, action, []]);
      if (r.ok) states[name] = r.value;
      history.push(did(`${name}.${action}`, actor));
    }
    expect(states).toMatchObject(END);
    expect(separationBreaches(history)).toEqual([]);
  });

  /** People who hold every role wander about; only the separations keep them apart. */
  const BACK = ['ditolak', 'dibatalkan', 'perbaikan', 'retur', 'dikembalikan'];
  const walk = (seed: number, people: number) => {
    let random = seed >>> 0;
    const next = (below: number) => ((random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % below;
    const states: Record<string, string> = Object.fromEntries(FLOWS.map((f) => [f.name, f.initial]));
    const history: HistoryEntry[] = [];
    for (let i = 0; i < 300; i++) {
      const person = next(people);
      const back = next(12) === 0;
      // Later flows begin when the earlier one has let the matter through.
      const open = FLOWS.filter((f) => f.name !== 'work' && (f.name === 'proposal' || states.proposal === 'siapCair') && (f.name !== 'lpj' || states.batch === 'ditutup'));
      const choices = open.flatMap((f) => f.buttons(states[f.name]!, ctx(`p${person}`, ALL_FACTS[f.name], history, [...ROLES])).filter((b) => b.enabled).map((b) => [f, b] as const))
        .filter(([, b]) => !['ditolak', 'dibatalkan'].includes(b.to) && (back || !(BACK.includes(b.to) || ['unlock', 'takeOut'].includes(b.action))));
      const chosen = choices[next(Math.max(1, choices.length))];
      if (!chosen) continue;
      const [flow, button] = chosen;
      expect(Object.keys(flow.states)).toContain(button.to);
      const r = flow.decide(states[flow.name]!, button.action, ctx(`p${person}`, ALL_FACTS[flow.name], history, [...ROLES]));
      expect(r).toEqual({ ok: true, value: button.to });
      states[flow.name] = button.to;
      history.push(did(`${flow.name}.${button.action}`, `p${person}`));
    }
    return { states, history };
  };

  it('any walk reaches only declared states and keeps every separation; one that ends took five people or more', () => {
    let ended = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { states, history } = walk(seed, 8);
        expect(separationBreaches(history)).toEqual([]);
        for (const [a, one] of Object.entries(FIVE_HANDS)) for (const [b, other] of Object.entries(FIVE_HANDS)) {
          if (a >= b) continue;
          const by = (actions: readonly string[]) => new Set(history.filter((h) => actions.includes(h.action)).map((h) => h.actorId));
          expect([...by(one)].filter((p) => by(other).has(p))).toEqual([]);
        }
        if (states.batch === 'ditutup' && states.lpj === 'diterima') {
          ended += 1;
          expect(new Set(history.filter((h) => Object.values(FIVE_HANDS).flat().includes(h.action)).map((h) => h.actorId)).size).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 150 },
    );
    expect(ended).toBeGreaterThan(0);
  }, 60_000);

  it('four people with every role never get a batch paid', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      expect(['sppLs', 'spm', 'sp2dTerbit', 'dikirim', 'direkonsiliasi', 'ditutup']).not.toContain(walk(seed, 4).states.batch);
    }));
  }, 60_000);
});

describe('proposal', () => {
  it('keeps the own facilitator from verifying, also one who is verifier too, unless the rule set allows it', () => {
    const roles: FlowRole[] = ['pendamping', 'verifikator'];
    const own = ctx('u-pendamping', proposalFacts(), [], roles);
    expect(codes(proposalFlow.decide('verifikasiLapangan', 'passField', own))).toEqual(['VERIFIER_IS_FACILITATOR']);
    expect(codes(proposalFlow.decide('verifikasiLapangan', 'passField', ctx('u-lain', proposalFacts(), [], ['pendamping'])))).toEqual(['VERIFIER_IS_FACILITATOR']);
    const lenient = { ...own, facts: { ...own.facts, rules: { ...aRules, verifierMayBePendamping: true } } };
    expect(codes(proposalFlow.decide('verifikasiLapangan', 'passField', lenient))).toEqual([]);
  });

  it.each([
    ['verifikasiLapangan', 'passField', 'u-verifikator', { fieldVisit: null }, 'VISIT_MISSING'],
    ['verifikasiLapangan', 'passField', 'u-verifikator', { fieldVisit: { ...aProposal().fieldVisit!, suitable: false } }, 'VISIT_NOT_SUITABLE'],
    ['lolos', 'decree', 'u-kepala', { eligibility: { at: 'proposal', blocks: 0, warns: 0, registerPeriod: '2020-01' } }, 'ELIGIBILITY_NOT_CHECKED'],
    ['lolos', 'decree', 'u-kepala', { eligibility: { at: 'decree', blocks: 1, warns: 0, registerPeriod: '2020-04' } }, 'MEMBERS_NOT_ELIGIBLE'],
    ['lolos', 'decree', 'u-kepala', { budgetAvailable: rupiah(19_999_999) }, 'CEILING_EXCEEDED'],
    ['ditetapkan', 'makeReady', 'u-operator', { trainingHeldOn: null }, 'TRAINING_MISSING'],
    ['ditetapkan', 'makeReady', 'u-operator', { documents: ['proposal'] }, 'DOCUMENTS_MISSING'],
    ['siapCair', 'revoke', 'u-kepala', { moneySent: true }, 'MONEY_SENT'],
    ['draf', 'submit', 'u-kepala', {}, 'ROLE_NEEDED'],
    ['draf', 'passField', 'u-verifikator', {}, 'WRONG_STATE'],
  ] as const)('in %s, %s by %s answers with the blocker', (state, action, actor, more, code) => {
    expect(codes(proposalFlow.decide(state, action, ctx(actor, proposalFacts(more as never))))).toEqual([code]);
  });
});

describe('batch, tranche and LPJ', () => {
  it('leaves a batch alone while work goes on or has failed', () => {
    for (const work of ['queued', 'running', 'failed'] as const)
      for (const [state, action, actor] of [['draf', 'lock', 'u-operator'], ['spm', 'recordSp2d', 'u-bendahara'], ['dikirim', 'reconcile', 'u-operator'], ['draf', 'cancel', 'u-kabid']] as const)
        expect(codes(batchFlow.decide(state, action, ctx(actor, { ...batchFacts, work })))).toEqual(['WORK_GOING_ON']);
  });

  it('cannot be cancelled once the SP2D is issued, nor paid without the money reserved', () => {
    for (const state of ['sp2dTerbit', 'dikirim', 'direkonsiliasi', 'ditutup'] as const) expect(codes(batchFlow.decide(state, 'cancel', ctx('u-kepala', batchFacts)))).toEqual(['WRONG_STATE']);
    expect(codes(batchFlow.decide('disetujui', 'authorise', ctx('u-kepala', { ...batchFacts, reserved: rupiah(39) })))).toEqual(['NOT_RESERVED']);
  });

  it.each([
    ['batch', 'draf', 'lock', ['batch.approve']], ['batch', 'draf', 'lock', ['batch.authorise']], ['batch', 'dikirim', 'reconcile', ['batch.send']], ['batch', 'direkonsiliasi', 'close', ['batch.recordSp2d']],
    ['tranche', 'sp2d', 'confirmReceipt', ['batch.send']], ['lpj', 'dikembalikan', 'resubmit', ['lpj.giveBack']], ['lpj', 'diajukan', 'review', ['lpj.start']], ['lpj', 'diperiksa', 'accept', ['batch.send']],
    ['proposal', 'lolos', 'decree', ['proposal.passPapers']],
  ] as const)('%s in %s: %s is not for who did %j, also with every role', (name, state, action, earlier) => {
    const flow = FLOWS.find((f) => f.name === name)!;
    const as = (id: string) => codes(flow.decide(state, action, ctx(id, ALL_FACTS[name], earlier.map((e) => did(e, 'x')), [...ROLES])));
    expect([as('x'), as('y')]).toEqual([['SEPARATION_OF_DUTY'], []]);
  });

  it.each([
    ['sp2d', 'confirmReceipt', { bankAmount: null }, ['NO_BANK_EVIDENCE']],
    ['sp2d', 'confirmReceipt', { bankAmount: rupiah(39) }, ['AMOUNT_DIFFERS']],
    ['sp2d', 'confirmReceipt', { bankAmount: rupiah(39), differenceCaseOpen: true }, []],
    ['sp2d', 'recordReturn', {}, ['NO_RETURN_ON_STATEMENT']],
    ['perbaikanRekening', 'planAgain', { accountRepaired: false }, ['ACCOUNT_NOT_REPAIRED']],
    ['diterima', 'startUse', { confirmations: 1 }, ['CONFIRMATIONS_FEW']],
  ] as const)('tranche in %s, %s, case %#', (state, action, more, expected) => {
    expect(codes(trancheFlow.decide(state, action, ctx('u-operator', { ...trancheFacts, ...more })))).toEqual(expected);
  });

  it('accepts an LPJ only without blocking findings, with every warning answered, by nobody who wrote it', () => {
    const finding = { severity: 'block' as const, code: 'BOOKS_DIFFER', text: { id: '', en: '' }, params: {}, clearedBy: { id: '', en: '' } };
    expect(codes(lpjFlow.decide('diperiksa', 'accept', ctx('u-kabid', { ...lpjFacts, findings: [finding], warningsWithoutNote: 1 })))).toEqual(['BOOKS_DIFFER', 'WARNINGS_OPEN']);
    expect(codes(lpjFlow.decide('diperiksa', 'accept', ctx('x', lpjFacts, [did('lpj.submit', 'x')], ['kabid'])))).toEqual(['SEPARATION_OF_DUTY']);
  });
});
