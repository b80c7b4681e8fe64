import { describe, expect, expectTypeOf, it } from 'vitest';
import { blocker, defineFlow, sayBlocker, type FlowContext, type FlowRole, type StateOf, type ActionOf, type FactsOf } from './flow.ts';
import { checkFlow, toMermaid } from './flow-check.ts';

interface Facts {
  readonly complete: boolean;
}
const label = (text: string) => ({ id: text, en: text });
const complete = (c: FlowContext<Facts>) =>
  c.facts.complete ? null : blocker('INCOMPLETE', { id: 'Kurang {n}.', en: '{n} missing.' }, label('operator'), { n: 2 });

const flow = defineFlow({
  name: 'letter',
  initial: 'draft',
  states: {
    draft: { label: label('Draf'), tone: 'neutral' },
    sent: { label: label('Dikirim'), tone: 'info' },
    signed: { label: label('Ditandatangani'), tone: 'ok', final: true },
  },
  actions: {
    send: { label: label('Kirim'), from: ['draft'], to: 'sent', roles: ['operator'], guards: [complete] },
    giveBack: { label: label('Kembalikan'), from: ['sent'], to: 'draft', roles: ['kepala', 'kabid'], needs: ['reason'] },
    sign: { label: label('Tanda tangani'), from: ['sent'], to: 'signed', roles: ['kepala'], needs: ['password'] },
  },
  separations: [
    { action: 'letter.sign', notSameAs: ['letter.send'], text: label('Penanda tangan bukan pengirim.') },
    { action: 'other.sign', notSameAs: ['letter.send'], text: label('Milik alur lain.') },
  ],
});

const as = (id: string, roles: FlowRole[], more: Partial<FlowContext<Facts>> = {}): FlowContext<Facts> =>
  ({ actor: { id, roles }, history: [], facts: { complete: true }, ...more });
const codes = (r: ReturnType<typeof flow.decide>) => (r.ok ? [] : r.error.map((b) => b.code));

describe('flow', () => {
  it('types states, actions and facts as unions', () => {
    expectTypeOf<StateOf<typeof flow>>().toEqualTypeOf<'draft' | 'sent' | 'signed'>();
    expectTypeOf<ActionOf<typeof flow>>().toEqualTypeOf<'send' | 'giveBack' | 'sign'>();
    expectTypeOf<FactsOf<typeof flow>>().toEqualTypeOf<Facts>();
  });

  it('moves when nothing is against it', () => {
    expect(flow.decide('draft', 'send', as('a', ['operator']))).toEqual({ ok: true, value: 'sent' });
  });

  it('refuses a wrong state, and says who is to act next', () => {
    const r = flow.decide('sent', 'send', as('a', ['operator']));
    expect(codes(r)).toEqual(['WRONG_STATE']);
    if (!r.ok) expect(r.error[0]!.clearedBy.id).toBe('kepala dinas atau kepala bidang');
  });

  it('collects role, guard and needs together', () => {
    expect(codes(flow.decide('draft', 'send', as('a', ['auditor'], { facts: { complete: false } })))).toEqual(['ROLE_NEEDED', 'INCOMPLETE']);
    expect(codes(flow.decide('sent', 'sign', as('a', ['kepala'])))).toEqual(['NEED_MISSING']);
  });

  it('keeps duties apart by the history, also for a person with both roles', () => {
    const history = [{ action: 'letter.send', actorId: 'a', at: '2020-01-01T00:00:00Z' }];
    const both: FlowRole[] = ['operator', 'kepala'];
    expect(codes(flow.decide('sent', 'sign', as('a', both, { history, given: ['password'] })))).toEqual(['SEPARATION_OF_DUTY']);
    expect(codes(flow.decide('sent', 'sign', as('b', both, { history, given: ['password'] })))).toEqual([]);
  });

  it('draws every button of a state, grey ones with the reason', () => {
    const buttons = flow.buttons('sent', as('k', ['kabid']));
    expect(buttons.map((b) => [b.action, b.enabled, b.needs])).toEqual([
      ['giveBack', true, ['reason']],
      ['sign', false, ['password']],
    ]);
    const [send] = flow.buttons('draft', as('a', ['operator'], { facts: { complete: false } }));
    expect(sayBlocker(send!.blockers[0]!, 'id')).toBe('Kurang 2.');
  });

  it('knows its own states at the border', () => {
    expect([flow.isState('sent'), flow.isState('toString'), flow.isAction('sign'), flow.isAction('x')]).toEqual([true, false, true, false]);
  });
});

describe('checkFlow', () => {
  it('passes a sound flow', () => expect(checkFlow(flow)).toEqual([]));

  it('names each fault', () => {
    const bad = {
      ...flow,
      states: { ...flow.states, lost: { label: label('x'), tone: 'bad' as const }, loop: { label: label('x'), tone: 'bad' as const } },
      actions: {
        ...flow.actions,
        drop: { label: label('x'), from: ['draft'], to: 'nowhere', roles: [] },
        spin: { label: label('x'), from: ['draft', 'loop'], to: 'loop', roles: ['operator' as const] },
      },
      separations: [{ action: 'letter.fly', notSameAs: [], text: label('x') }],
    };
    expect(checkFlow(bad as never)).toEqual([
      'letter: drop names unknown state nowhere',
      'letter: drop is open to no role',
      'letter: separation names unknown action fly',
      'letter: lost is unreachable',
      'letter: lost is a dead end but not final',
      'letter: no final state can be reached from loop',
    ]);
  });

  it('draws itself', () => {
    expect(toMermaid(flow)).toContain('  sent --> draft: Kembalikan\n');
    expect(toMermaid(flow)).toContain('  signed --> [*]');
  });
});
