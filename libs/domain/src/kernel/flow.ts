import { err, ok, type Result } from './result.ts';
import { fill, type Bilingual, type Language, type TextParams } from './text.ts';

/** What people of the office may be. `system` is the background worker and is never given to a person. */
export const ROLES = ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'pimpinan', 'auditor', 'admin'] as const;
/** Partners outside the office: an officer acts for one group, a broker sees the own deals. Their grant names that one. */
export const PARTNER_ROLES = ['pengurus', 'broker'] as const;
export type OfficeRole = (typeof ROLES)[number];
export type Role = OfficeRole | (typeof PARTNER_ROLES)[number];
export type FlowRole = Role | 'system';

export const ROLE_LABEL: Readonly<Record<FlowRole, Bilingual>> = {
  operator: { id: 'operator', en: 'operator' },
  verifikator: { id: 'verifikator lapangan', en: 'field verifier' },
  kabid: { id: 'kepala bidang', en: 'head of division' },
  kepala: { id: 'kepala dinas', en: 'head of office' },
  bendahara: { id: 'bendahara', en: 'treasurer of the office' },
  pendamping: { id: 'pendamping', en: 'facilitator' },
  pimpinan: { id: 'pimpinan', en: 'leadership' },
  auditor: { id: 'auditor', en: 'auditor' },
  admin: { id: 'admin', en: 'administrator' },
  pengurus: { id: 'pengurus kelompok', en: 'officer of the group' },
  broker: { id: 'pengepul', en: 'broker' },
  system: { id: 'sistem', en: 'system' },
};

/** What a dialog must ask before the action. The edge puts a need into `given` only after it got (or verified) it. */
export type Need = 'reason' | 'password' | 'minutes' | 'evidence' | 'number' | 'date' | 'amount';
export type Tone = 'neutral' | 'info' | 'warn' | 'ok' | 'bad';

/** Why something cannot be done now, in a sentence, and who can clear it. */
export interface Blocker {
  readonly code: string;
  readonly text: Bilingual;
  readonly params: TextParams;
  readonly clearedBy: Bilingual;
}

/** One step of the past. `action` is qualified by its flow: `proposal.submit`. `at` is an ISO instant. */
export interface HistoryEntry {
  readonly action: string;
  readonly actorId: string;
  readonly at: string;
}

/** The actor of `action` must be nobody who did one of `notSameAs` (qualified names, also of other flows) on this matter. */
export interface Separation {
  readonly action: string;
  readonly notSameAs: readonly string[];
  readonly text: Bilingual;
}

export interface FlowContext<F> {
  readonly actor: { readonly id: string; readonly roles: readonly FlowRole[] };
  /** All earlier steps on this matter, of this flow and of those it follows from. */
  readonly history: readonly HistoryEntry[];
  readonly given?: readonly Need[];
  readonly facts: F;
}

export type Guard<F> = (context: FlowContext<F>) => Blocker | readonly Blocker[] | null;

export interface StateDefinition {
  readonly label: Bilingual;
  readonly tone: Tone;
  /** The matter may rest here; a state that leads nowhere must say so. */
  readonly final?: boolean;
}

export interface ActionDefinition<S extends string, F> {
  readonly label: Bilingual;
  readonly from: readonly S[];
  readonly to: S;
  readonly roles: readonly FlowRole[];
  readonly needs?: readonly Need[];
  readonly guards?: readonly Guard<F>[];
}

export interface FlowDefinition<S extends string, A extends string, F> {
  readonly name: string;
  readonly initial: NoInfer<S>;
  readonly states: Readonly<Record<S, StateDefinition>>;
  readonly actions: Readonly<Record<A, ActionDefinition<NoInfer<S>, F>>>;
  /** Those whose `action` belongs to this flow are applied; a table for several flows may be handed in whole. */
  readonly separations?: readonly Separation[];
}

export interface Button<S extends string, A extends string> {
  readonly action: A;
  readonly label: Bilingual;
  readonly to: S;
  readonly needs: readonly Need[];
  readonly enabled: boolean;
  readonly blockers: readonly Blocker[];
}

export interface Flow<S extends string, A extends string, F> extends FlowDefinition<S, A, F> {
  /** The next state, or every reason against it (state, role, separation of duty, guards, then missing needs). */
  decide(state: S, action: A, context: FlowContext<F>): Result<S, readonly Blocker[]>;
  /** Every action that leaves `state`, enabled or with its blockers. Needs are no blockers here: the dialog asks for them. */
  buttons(state: S, context: FlowContext<F>): Button<S, A>[];
  /** True when the text (from a database, a URL) names a state of this flow. */
  isState(value: string): value is S;
  isAction(value: string): value is A;
}

export type StateOf<T> = T extends Flow<infer S, string, infer _F> ? S : never;
export type ActionOf<T> = T extends Flow<infer _S, infer A, infer _F> ? A : never;
export type FactsOf<T> = T extends Flow<infer _S, infer _A, infer F> ? F : never;

export const blocker = (code: string, text: Bilingual, clearedBy: Bilingual, params: TextParams = {}): Blocker => ({ code, text, params, clearedBy });

/** The sentence of a blocker with its places filled. */
export const sayBlocker = (b: Blocker, language: Language): string => fill(b.text[language], b.params);

/** Names roles for a sentence: "kepala bidang atau kepala dinas". */
export function roleNames(roles: readonly FlowRole[]): Bilingual {
  return joinLabels(roles.map((r) => ROLE_LABEL[r]));
}

/**
 * Makes a flow from its table. States and actions become literal unions; the facts type comes from the guards
 * (annotate them: `(c: FlowContext<MyFacts>) => ...`; without guards it is an empty object).
 */
export function defineFlow<const S extends string, const A extends string, F = Record<string, never>>(definition: FlowDefinition<S, A, F>): Flow<S, A, F> {
  const actionNames = Object.keys(definition.actions) as A[];
  const separations = (definition.separations ?? []).filter((s) => s.action.startsWith(`${definition.name}.`));

  const against = (action: A, context: FlowContext<F>): Blocker[] => {
    const spec: ActionDefinition<S, F> = definition.actions[action];
    const found: Blocker[] = [];
    if (!spec.roles.some((r) => context.actor.roles.includes(r))) found.push(wrongRole(spec.roles));
    for (const s of separations) if (s.action === `${definition.name}.${action}`) found.push(...sameHand(s, context));
    for (const guard of spec.guards ?? []) {
      const hit = guard(context);
      if (hit) found.push(...(Array.isArray(hit) ? (hit as readonly Blocker[]) : [hit as Blocker]));
    }
    return found;
  };

  const buttons = (state: S, context: FlowContext<F>): Button<S, A>[] =>
    actionNames
      .filter((a) => (definition.actions[a].from as readonly S[]).includes(state))
      .map((action) => {
        const { label, to, needs = [] } = definition.actions[action] as ActionDefinition<S, F>;
        const blockers = against(action, context);
        return { action, label, to, needs, enabled: blockers.length === 0, blockers };
      });

  return {
    ...definition,
    buttons,
    decide(state, action, context) {
      const spec: ActionDefinition<S, F> = definition.actions[action];
      if (!spec.from.includes(state)) return err([wrongState(definition, state, spec)]);
      const missing = (spec.needs ?? []).filter((n) => !context.given?.includes(n)).map(missingNeed);
      const blockers = [...against(action, context), ...missing];
      return blockers.length > 0 ? err(blockers) : ok(spec.to);
    },
    isState: (value): value is S => Object.hasOwn(definition.states, value),
    isAction: (value): value is A => Object.hasOwn(definition.actions, value),
  };
}

const joinLabels = (labels: readonly Bilingual[]): Bilingual => ({
  id: labels.map((l) => l.id).join(' atau '),
  en: labels.map((l) => l.en).join(' or '),
});

const wrongRole = (roles: readonly FlowRole[]): Blocker =>
  blocker('ROLE_NEEDED', { id: `Tindakan ini wewenang ${roleNames(roles).id}.`, en: `This action belongs to the ${roleNames(roles).en}.` }, roleNames(roles));

function sameHand(separation: Separation, context: FlowContext<unknown>): Blocker[] {
  const earlier = context.history.find((h) => h.actorId === context.actor.id && separation.notSameAs.includes(h.action));
  const other: Bilingual = { id: 'petugas lain dengan wewenang yang sama', en: 'another person with the same authority' };
  return earlier ? [blocker('SEPARATION_OF_DUTY', separation.text, other, { earlier: earlier.action, at: earlier.at })] : [];
}

function wrongState<S extends string, A extends string, F>(flow: FlowDefinition<S, A, F>, state: S, spec: ActionDefinition<S, F>): Blocker {
  const now: StateDefinition = flow.states[state];
  const wanted = joinLabels(spec.from.map((s) => flow.states[s].label));
  const nextRoles = [...new Set(Object.values<ActionDefinition<S, F>>(flow.actions).filter((a) => a.from.includes(state)).flatMap((a) => a.roles))];
  return blocker(
    'WRONG_STATE',
    {
      id: `Statusnya sekarang "${now.label.id}", sedangkan tindakan ini untuk status "${wanted.id}". Muat ulang halaman untuk melihat keadaan terbaru.`,
      en: `It is now "${now.label.en}", but this action is for "${wanted.en}". Reload the page to see the latest state.`,
    },
    nextRoles.length > 0 ? roleNames(nextRoles) : { id: 'tidak dapat diubah lagi', en: 'it can no longer change' },
    { state },
  );
}

const NEED_TEXT: Readonly<Record<Need, Bilingual>> = {
  reason: { id: 'Tuliskan alasannya.', en: 'Write the reason.' },
  password: { id: 'Masukkan kata sandi Anda sekali lagi.', en: 'Enter your password once more.' },
  minutes: { id: 'Lampirkan berita acara atau notulen musyawarahnya.', en: 'Attach the minutes of the meeting.' },
  evidence: { id: 'Lampirkan buktinya.', en: 'Attach the evidence.' },
  number: { id: 'Isi nomor dokumennya.', en: 'Fill in the number of the document.' },
  date: { id: 'Isi tanggalnya.', en: 'Fill in the date.' },
  amount: { id: 'Isi jumlah rupiahnya.', en: 'Fill in the amount in rupiah.' },
};

const missingNeed = (need: Need): Blocker => blocker('NEED_MISSING', NEED_TEXT[need], { id: 'Anda sendiri', en: 'you' }, { need });
