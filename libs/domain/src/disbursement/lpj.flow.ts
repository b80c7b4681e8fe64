import { defineFlow, type ActionOf, type FlowContext, type StateOf } from '../kernel/flow.ts';
import { blocking, type Finding } from './finding.ts';
import { requires } from '../kernel/guards.ts';
import { SEPARATIONS } from './separation.ts';

export interface LpjFacts {
  /** All of `lpjFindings`. */
  readonly findings: readonly Finding[];
  /** Warnings to which the reviewer has not yet written a note. */
  readonly warningsWithoutNote: number;
  /** The tranche it reports on has been received. */
  readonly moneyReceived: boolean;
}
type Context = FlowContext<LpjFacts>;

const received = requires<LpjFacts>((f) => f.moneyReceived, 'MONEY_NOT_RECEIVED', 'Dana tahap ini belum diterima, jadi belum ada yang dilaporkan.', 'The money of this tranche has not arrived, so there is nothing to report.', ['operator', 'verifikator']);
const sound = (c: Context) => blocking(c.facts.findings);
const answered = requires<LpjFacts>((f) => f.warningsWithoutNote === 0, 'WARNINGS_OPEN', '{n} peringatan belum diberi keterangan. Tulis keterangan pemeriksa pada setiap peringatan.', '{n} warnings have no note yet. Write a note on each.', ['verifikator', 'kabid'], (f) => ({ n: f.warningsWithoutNote }));

/** LPJ, rule 31. It is one per tranche; how late it is stands in `overdueStep` and is no state. */
export const lpjFlow = defineFlow({
  name: 'lpj',
  initial: 'belum',
  states: {
    belum: { label: { id: 'Belum dibuat', en: 'Not started' }, tone: 'neutral' },
    draf: { label: { id: 'Draf', en: 'Draft' }, tone: 'neutral' },
    diajukan: { label: { id: 'Diajukan', en: 'Handed in' }, tone: 'info' },
    diperiksa: { label: { id: 'Diperiksa', en: 'Under review' }, tone: 'info' },
    dikembalikan: { label: { id: 'Dikembalikan', en: 'Given back' }, tone: 'warn' },
    diterima: { label: { id: 'Diterima', en: 'Accepted' }, tone: 'ok', final: true },
  },
  actions: {
    start: { label: { id: 'Buat LPJ', en: 'Start the report' }, from: ['belum'], to: 'draf', roles: ['operator', 'pendamping'], guards: [received] },
    submit: { label: { id: 'Ajukan LPJ', en: 'Hand in the report' }, from: ['draf'], to: 'diajukan', roles: ['operator', 'pendamping'], guards: [sound] },
    resubmit: { label: { id: 'Ajukan kembali', en: 'Hand in again' }, from: ['dikembalikan'], to: 'diajukan', roles: ['operator', 'pendamping'], guards: [sound] },
    review: { label: { id: 'Periksa', en: 'Review' }, from: ['diajukan'], to: 'diperiksa', roles: ['verifikator', 'kabid'] },
    giveBack: { label: { id: 'Kembalikan', en: 'Give back' }, from: ['diajukan', 'diperiksa'], to: 'dikembalikan', roles: ['verifikator', 'kabid'], needs: ['reason'] },
    accept: { label: { id: 'Terima LPJ', en: 'Accept the report' }, from: ['diperiksa'], to: 'diterima', roles: ['kabid'], needs: ['password'], guards: [sound, answered] },
  },
  separations: SEPARATIONS,
});
export type LpjState = StateOf<typeof lpjFlow>;
export type LpjAction = ActionOf<typeof lpjFlow>;
