import { blocker, defineFlow, type ActionOf, type FlowContext, type StateOf } from '../kernel/index.ts';

/** What the guards look at, as of the day of the action. */
export interface GroupFacts {
  readonly families: number;
  readonly sizeMin: number;
  readonly sizeMax: number;
  /** Chair, secretary and treasurer are three active members. */
  readonly officersComplete: boolean;
  /** Candidates with a blocking finding. */
  readonly blockedMembers: number;
  /** Aid or loans that are still to be accounted for. */
  readonly openMatters: number;
  /** The minutes say what becomes of assets, and of the solidarity fund. */
  readonly assetsDecided: boolean;
  readonly fundDecided: boolean;
}

const OPERATOR = { id: 'operator atau pendamping', en: 'operator or facilitator' };
const OFFICERS = { id: 'pengurus kelompok lewat musyawarah', en: 'the group\'s officers by deliberation' };

const sizeFits = ({ facts: { families, sizeMin, sizeMax } }: FlowContext<GroupFacts>) => {
  if (families < sizeMin) return blocker('SIZE_UNDER', { id: 'Kelompok ini {families} keluarga; paling sedikit {sizeMin}. Tambah anggota dari keluarga lain.', en: 'This group has {families} families; at least {sizeMin} are needed. Add members of other families.' }, OPERATOR, { families, sizeMin });
  return families > sizeMax ? blocker('SIZE_OVER', { id: 'Kelompok ini {families} keluarga; paling banyak {sizeMax}. Pecah menjadi dua kelompok.', en: 'This group has {families} families; at most {sizeMax} are allowed. Split it in two.' }, OPERATOR, { families, sizeMax }) : null;
};
const officersThere = ({ facts }: FlowContext<GroupFacts>) =>
  facts.officersComplete ? null : blocker('OFFICERS_INCOMPLETE', { id: 'Ketua, sekretaris, dan bendahara belum lengkap. Isi ketiganya dengan tiga anggota yang berbeda.', en: 'Chair, secretary and treasurer are not complete. Fill all three with three different members.' }, OFFICERS);
const membersFit = ({ facts }: FlowContext<GroupFacts>) =>
  facts.blockedMembers === 0 ? null : blocker('MEMBERS_BLOCKED', { id: '{count} anggota belum memenuhi syarat. Buka daftar anggota dan selesaikan temuannya.', en: '{count} members do not qualify yet. Open the member list and settle the findings.' }, OPERATOR, { count: facts.blockedMembers });
const nothingOpen = ({ facts }: FlowContext<GroupFacts>) =>
  facts.openMatters === 0 ? null : blocker('MATTERS_OPEN', { id: 'Masih ada {count} bantuan atau pinjaman yang belum dipertanggungjawabkan. Selesaikan dulu.', en: '{count} grants or loans are still to be accounted for. Settle them first.' }, OFFICERS, { count: facts.openMatters });
const estateDecided = ({ facts }: FlowContext<GroupFacts>) => {
  const missing = [];
  if (!facts.assetsDecided) missing.push(blocker('ASSETS_UNDECIDED', { id: 'Berita acara belum memuat keputusan tentang aset kelompok. Lengkapi berita acaranya.', en: 'The minutes do not say what becomes of the group\'s assets. Complete the minutes.' }, OFFICERS));
  if (!facts.fundDecided) missing.push(blocker('FUND_UNDECIDED', { id: 'Berita acara belum memuat keputusan tentang dana IKS. Lengkapi berita acaranya.', en: 'The minutes do not say what becomes of the solidarity fund. Complete the minutes.' }, OFFICERS));
  return missing;
};

/** The life of a group (rule 47): calon, terbentuk, aktif, tidak aktif, bubar. Growth to other classes is its maturity, not a state. */
export const groupFlow = defineFlow({
  name: 'group',
  initial: 'candidate',
  states: {
    candidate: { label: { id: 'Calon', en: 'Candidate' }, tone: 'neutral' },
    formed: { label: { id: 'Terbentuk', en: 'Formed' }, tone: 'info' },
    active: { label: { id: 'Aktif', en: 'Active' }, tone: 'ok' },
    inactive: { label: { id: 'Tidak aktif', en: 'Inactive' }, tone: 'warn' },
    dissolved: { label: { id: 'Bubar', en: 'Dissolved' }, tone: 'bad', final: true },
  },
  actions: {
    form: { label: { id: 'Nyatakan terbentuk', en: 'Declare formed' }, from: ['candidate'], to: 'formed', roles: ['operator', 'kabid'], needs: ['date', 'minutes'], guards: [sizeFits, officersThere] },
    withdraw: { label: { id: 'Batalkan calon', en: 'Withdraw candidate' }, from: ['candidate'], to: 'dissolved', roles: ['operator', 'kabid'], needs: ['reason'] },
    activate: { label: { id: 'Aktifkan', en: 'Activate' }, from: ['formed'], to: 'active', roles: ['kabid', 'system'], needs: ['date'], guards: [sizeFits, officersThere, membersFit] },
    deactivate: { label: { id: 'Tandai tidak aktif', en: 'Mark inactive' }, from: ['active'], to: 'inactive', roles: ['kabid', 'system'], needs: ['reason'] },
    revive: { label: { id: 'Hidupkan kembali', en: 'Revive' }, from: ['inactive'], to: 'active', roles: ['kabid'], needs: ['date', 'minutes'], guards: [sizeFits, officersThere] },
    dissolve: { label: { id: 'Bubarkan', en: 'Dissolve' }, from: ['formed', 'active', 'inactive'], to: 'dissolved', roles: ['kabid', 'kepala'], needs: ['reason', 'date', 'minutes'], guards: [nothingOpen, estateDecided] },
  },
});

export type GroupState = StateOf<typeof groupFlow>;
export type GroupAction = ActionOf<typeof groupFlow>;
