import { defineFlow, type ActionOf, type FlowContext, type StateOf } from '../kernel/flow.ts';
import { ceilingBlocker } from './decree.ts';
import { requires } from '../kernel/guards.ts';
import { accountFindings } from './group-account.ts';
import { documentBlockers, eligibilityBlockers, proposalBlockers, type ProposalContextFacts } from './proposal.policy.ts';
import { SEPARATIONS } from './separation.ts';

type Facts = ProposalContextFacts;
type Context = FlowContext<Facts>;

const complete = ({ facts: f }: Context) => proposalBlockers(f.proposal, f.rules);
const papersComplete = ({ facts: f }: Context) => documentBlockers(f.proposal, 'proposal', f.rules);
const eligibleForDecree = ({ facts: f }: Context) => eligibilityBlockers(f.proposal, 'decree');
const withinCeiling = ({ facts: f }: Context) => ceilingBlocker(f.proposal.budgetAvailable, f.proposal.requested);
const payable = ({ facts: f }: Context) => [...documentBlockers(f.proposal, 'payment', f.rules), ...accountFindings(f.proposal.account, f.rules)];

/** Rule 21: a facilitator verifies only where the rule set lets it, and that holds also for one who is verifier elsewhere. */
const verifierIndependent = requires<Facts>(
  (f, c) => f.rules.verifierMayBePendamping || (c.actor.roles.includes('verifikator') && !f.proposal.group.facilitatorIds.includes(c.actor.id)),
  'VERIFIER_IS_FACILITATOR', 'Pendamping kelompok tidak boleh memverifikasi kelompoknya sendiri. Minta verifikator lain.', 'A facilitator must not verify the own group. Ask another verifier.', ['verifikator']);
const visited = requires<Facts>((f) => f.proposal.fieldVisit !== null && f.proposal.fieldVisit.ordinaryMembersMet >= f.rules.visitMembersMet,
  'VISIT_MISSING', 'Belum ada kunjungan lapangan yang menemui sedikitnya {need} anggota biasa. Catat kunjungannya.', 'No field visit met at least {need} ordinary members yet. Record the visit.', ['verifikator'], (f) => ({ need: f.rules.visitMembersMet }));
const suitable = requires<Facts>((f) => f.proposal.fieldVisit?.suitable !== false,
  'VISIT_NOT_SUITABLE', 'Hasil kunjungan "tidak sesuai". Minta perbaikan atau tolak usulan ini.', 'The visit found it not suitable. Ask for correction or reject the proposal.', ['verifikator']);
const trained = requires<Facts>((f) => !f.rules.trainingRequired || f.proposal.trainingHeldOn !== null,
  'TRAINING_MISSING', 'Bimbingan teknis belum dicatat. Isi tanggal pelaksanaannya.', 'The guidance session is not on record. Fill in its date.', ['operator', 'pendamping']);
const nothingSent = requires<Facts>((f) => !f.proposal.moneySent,
  'MONEY_SENT', 'Dana sudah dikirim ke bank, jadi penetapan tidak dapat dicabut. Gunakan setoran kembali pada LPJ.', 'Money was sent to the bank, so the decree cannot be revoked. Use the refund of the report.', ['kepala']);

/** Usulan, rule 20. The step "via kepala desa" is a required paper (recommendation), not a state. */
export const proposalFlow = defineFlow({
  name: 'proposal',
  initial: 'draf',
  states: {
    draf: { label: { id: 'Draf', en: 'Draft' }, tone: 'neutral' },
    diajukan: { label: { id: 'Diajukan', en: 'Handed in' }, tone: 'info' },
    verifikasiAdministrasi: { label: { id: 'Verifikasi administrasi', en: 'Checking papers' }, tone: 'info' },
    verifikasiLapangan: { label: { id: 'Verifikasi lapangan', en: 'Checking in the field' }, tone: 'info' },
    perbaikan: { label: { id: 'Perlu perbaikan', en: 'Needs correction' }, tone: 'warn' },
    lolos: { label: { id: 'Lolos verifikasi', en: 'Verified' }, tone: 'ok' },
    ditolak: { label: { id: 'Ditolak', en: 'Rejected' }, tone: 'bad', final: true },
    ditetapkan: { label: { id: 'Ditetapkan dengan SK', en: 'Decreed' }, tone: 'ok' },
    siapCair: { label: { id: 'Siap cair', en: 'Ready for payment' }, tone: 'ok', final: true },
  },
  actions: {
    submit: { label: { id: 'Ajukan', en: 'Hand in' }, from: ['draf'], to: 'diajukan', roles: ['operator'], guards: [complete] },
    resubmit: { label: { id: 'Ajukan kembali', en: 'Hand in again' }, from: ['perbaikan'], to: 'diajukan', roles: ['operator'], guards: [complete] },
    takeUp: { label: { id: 'Mulai verifikasi administrasi', en: 'Start checking papers' }, from: ['diajukan'], to: 'verifikasiAdministrasi', roles: ['verifikator', 'operator'] },
    passPapers: { label: { id: 'Berkas lengkap', en: 'Papers are complete' }, from: ['verifikasiAdministrasi'], to: 'verifikasiLapangan', roles: ['verifikator', 'operator'], guards: [papersComplete] },
    passField: { label: { id: 'Luluskan', en: 'Pass' }, from: ['verifikasiLapangan'], to: 'lolos', roles: ['verifikator', 'pendamping'], guards: [verifierIndependent, visited, suitable] },
    askCorrection: { label: { id: 'Minta perbaikan', en: 'Ask for correction' }, from: ['verifikasiAdministrasi', 'verifikasiLapangan', 'lolos'], to: 'perbaikan', roles: ['verifikator', 'kabid', 'kepala'], needs: ['reason'] },
    reject: { label: { id: 'Tolak', en: 'Reject' }, from: ['verifikasiAdministrasi', 'verifikasiLapangan', 'lolos'], to: 'ditolak', roles: ['verifikator', 'kabid', 'kepala'], needs: ['reason'] },
    withdraw: { label: { id: 'Tarik kembali', en: 'Withdraw' }, from: ['draf', 'diajukan', 'perbaikan'], to: 'ditolak', roles: ['operator'], needs: ['reason'] },
    decree: { label: { id: 'Tetapkan dengan SK', en: 'Decree' }, from: ['lolos'], to: 'ditetapkan', roles: ['kepala'], needs: ['number', 'date', 'password'], guards: [eligibleForDecree, withinCeiling] },
    makeReady: { label: { id: 'Nyatakan siap cair', en: 'Declare ready for payment' }, from: ['ditetapkan'], to: 'siapCair', roles: ['operator', 'kabid'], guards: [trained, payable] },
    revoke: { label: { id: 'Cabut penetapan', en: 'Revoke the decree' }, from: ['ditetapkan', 'siapCair'], to: 'ditolak', roles: ['kepala'], needs: ['reason', 'number', 'password'], guards: [nothingSent] },
  },
  separations: SEPARATIONS,
});
export type ProposalState = StateOf<typeof proposalFlow>;
export type ProposalAction = ActionOf<typeof proposalFlow>;
