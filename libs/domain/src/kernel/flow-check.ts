import type { ActionDefinition, Flow, FlowDefinition } from './flow.ts';

/**
 * What is wrong with a flow table, as sentences for developers; empty when sound. Finds unknown states, states that the
 * initial one cannot reach, states that lead nowhere without being final, states from which no final one can be reached,
 * actions without a source or a role, and separations that name an action the flow does not have.
 */
export function checkFlow<S extends string, A extends string, F>(flow: FlowDefinition<S, A, F>): string[] {
  const states = Object.keys(flow.states);
  const actions = Object.entries<ActionDefinition<string, F>>(flow.actions);
  const problems: string[] = [];
  const known = (state: string, where: string) => {
    if (!states.includes(state)) problems.push(`${flow.name}: ${where} names unknown state ${state}`);
  };

  known(flow.initial, 'initial');
  for (const [name, action] of actions) {
    known(action.to, name);
    for (const from of action.from) known(from, name);
    if (action.from.length === 0) problems.push(`${flow.name}: ${name} starts from no state`);
    if (action.roles.length === 0) problems.push(`${flow.name}: ${name} is open to no role`);
  }
  for (const s of flow.separations ?? []) {
    const [owner, name] = s.action.split('.') as [string, string];
    if (owner === flow.name && !Object.hasOwn(flow.actions, name)) problems.push(`${flow.name}: separation names unknown action ${name}`);
  }

  const edges = actions.flatMap(([, a]) => a.from.map((from) => [from, a.to] as const));
  const reached = closure([flow.initial], edges);
  const finals = states.filter((s) => flow.states[s as S].final);
  const canEnd = closure(finals, edges.map(([from, to]) => [to, from] as const));
  for (const state of states) {
    if (!reached.has(state)) problems.push(`${flow.name}: ${state} is unreachable`);
    if (!edges.some(([from]) => from === state) && !finals.includes(state)) problems.push(`${flow.name}: ${state} is a dead end but not final`);
    else if (!canEnd.has(state)) problems.push(`${flow.name}: no final state can be reached from ${state}`);
  }
  return problems;
}

/** The flow as a Mermaid state diagram with Indonesian labels, for the guide. */
export function toMermaid<S extends string, A extends string, F>(flow: Flow<S, A, F> | FlowDefinition<S, A, F>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${flow.initial}`];
  for (const [state, { label }] of Object.entries<FlowDefinition<S, A, F>['states'][S]>(flow.states)) lines.push(`  ${state}: ${label.id}`);
  for (const action of Object.values<ActionDefinition<string, F>>(flow.actions))
    for (const from of action.from) lines.push(`  ${from} --> ${action.to}: ${action.label.id}`);
  for (const state of Object.keys(flow.states) as S[]) if (flow.states[state].final) lines.push(`  ${state} --> [*]`);
  return `${lines.join('\n')}\n`;
}

function closure(start: readonly string[], edges: readonly (readonly [string, string])[]): Set<string> {
  const seen = new Set(start);
  const queue = [...start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const [from, to] of edges)
      if (from === at && !seen.has(to)) {
        seen.add(to);
        queue.push(to);
      }
  return seen;
}
