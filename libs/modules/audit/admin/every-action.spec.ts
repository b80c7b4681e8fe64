import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupFlow, GROUP_TASKS } from '@anyam/domain/group';
import { batchFlow, lpjFlow, proposalFlow, trancheFlow } from '@anyam/domain/disbursement';
import { dealFlow } from '@anyam/domain/marketplace-broker';
import { meetingFlow } from '@anyam/domain/meeting';
import { IN_KINDS, MEMBER_FLOWS, OUT_KINDS, STORE_FLOWS } from '@anyam/domain/production';
import { loanFlow } from '@anyam/domain/savings';
import { describe, expect, it } from 'vitest';
import { entityWords, knownWords } from './words.ts';

/**
 * Every action that a module's server writes into the audit log, read from its sources: literals behind `action:`, templates
 * with their values from the table below, and helpers that are handed the action. A template or helper that is not in the
 * table fails here, so that a new one gets its values and its words.
 */
const root = join(import.meta.dirname, '../../../..');
const of = (flow: { readonly actions: object }) => Object.keys(flow.actions);
/** Words handed to a file's own helper, by its name. */
const handed = (pattern: RegExp) => (source: string) => [...source.matchAll(pattern)].map((m) => m[1] as string);
const own = handed(/audit\(hand, [\w.]+, '(\w+)'/g);
const STEPS = [...[proposalFlow, batchFlow, trancheFlow, lpjFlow].entries()].flatMap(([i, flow]) => of(flow).map((a) => `${['proposal', 'batch', 'tranche', 'lpj'][i]}.${a}`));
const VALUES: Readonly<Record<string, readonly string[] | ((source: string) => readonly string[])>> = {
  'books.${procedure}': handed(/record\('(\w+)'/g),
  'disbursement.decree.${action}': own,
  'disbursement.batch.${action}': own,
  'disbursement.proposal.${action}': own,
  'disbursement.lpj.${action}': own,
  'disbursement.${s.flow}.${s.action}': STEPS,
  'group.save.${input.task}': GROUP_TASKS,
  'group.${action}': of(groupFlow),
  'meeting.${action}': of(meetingFlow),
  'market.deal.${action}': of(dealFlow),
  'market.${kind}': ['advance', 'repayment'],
  'production.lot.${kind}': ['withdraw', 'putBack'],
  'production.herd.${event.kind}': [...IN_KINDS, ...OUT_KINDS, 'change'],
  'production.material.${event.kind}': [...STORE_FLOWS, ...MEMBER_FLOWS],
  'savings.${kind}': ['iks', 'voluntary'],
  'savings.loan.${action}': of(loanFlow),
  'savings.loan.${state}': Object.keys(loanFlow.states),
};
/** Files that hand the whole action on, and what they hand. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  'roster/server/roster.service.ts': /change\(call, id, '([\w.]+)'/g,
  'access/server/security-log.ts': /never/g,
  'access/server/auth.ts': /'(access\.\w+)'/g,
};

const files = globSync('libs/modules/*/server/**/*.ts', { cwd: root }).filter((f) => !f.endsWith('.spec.ts')).map((f) => f.replaceAll('\\', '/'));

interface Found {
  readonly file: string;
  readonly action: string;
}
function actionsIn(file: string): Found[] {
  const source = readFileSync(join(root, file), 'utf8');
  const short = file.replace('libs/modules/', '');
  const made: string[] = [];
  for (const [, call] of source.matchAll(/\baudit\(\{([\s\S]*?entity:)/g)) {
    const said = (call as string).match(/\baction(?::([\s\S]*?))?,\s*entity:/);
    if (!said) throw new Error(`${file}: an audit record whose action this spec cannot read`);
    const value = said[1]?.trim() ?? '';
    const template = /^`(.*)`$/.exec(value)?.[1];
    const literals = [...value.matchAll(/'([\w.]+)'/g)].map((m) => m[1] as string);
    if (template !== undefined) {
      const values = VALUES[template];
      if (!values) throw new Error(`${file}: say the values of ${template} in this spec`);
      made.push(...(typeof values === 'function' ? values(source) : values).map((v) => template.replace(/\$\{.*\}/, v)));
    } else if (literals.length > 0) made.push(...literals);
    else if (!WHOLE[short]) throw new Error(`${file}: say in this spec which actions are handed on`);
  }
  if (WHOLE[short]) made.push(...[...source.matchAll(WHOLE[short])].map((m) => m[1] as string));
  return made.map((action) => ({ file: short, action }));
}

describe('the words of the audit log', () => {
  const found = files.flatMap(actionsIn);

  it('are there for every action that a module writes', () => {
    expect(new Set(found.map((f) => f.file.split('/')[0])).size).toBeGreaterThan(10);
    expect(found.length).toBeGreaterThan(150);
    expect(found.filter((f) => knownWords(f.action) === null).map((f) => `${f.file}: ${f.action}`)).toEqual([]);
  });

  it('are there for every kind of record, in two languages', () => {
    const kinds = new Set(files.flatMap((f) => [...readFileSync(join(root, f), 'utf8').matchAll(/\baudit\(\{[\s\S]*?entity: '(\w+)'/g)].map((m) => m[1] as string)));
    expect(kinds.size).toBeGreaterThan(30);
    expect([...kinds].filter((kind) => entityWords(kind).id === entityWords(kind).en && !['batch', 'lpj', 'lot'].includes(kind))).toEqual([]);
    for (const { action } of found) expect(knownWords(action)?.en, action).not.toBe('');
  });
});
