import type { Bilingual, IsoDate, RegionCode } from '../kernel/index.ts';
import { levelOf } from '../kernel/index.ts';
import { OFFICER_ROLES, type OfficerRole } from '../member/index.ts';
import type { RuleSet } from '../programme/index.ts';

export const GROUP_TASKS = ['identity', 'place', 'officers', 'members', 'account', 'papers'] as const;
export type GroupTaskKey = (typeof GROUP_TASKS)[number];
export type TaskState = 'notOpened' | 'incomplete' | 'complete' | 'notApplicable';

export const TASK_LABEL: Readonly<Record<GroupTaskKey, Bilingual>> = {
  identity: { id: 'Identitas kelompok', en: 'Identity of the group' },
  place: { id: 'Tempat', en: 'Place' },
  officers: { id: 'Pengurus', en: 'Officers' },
  members: { id: 'Anggota', en: 'Members' },
  account: { id: 'Rekening', en: 'Account' },
  papers: { id: 'Berkas', en: 'Papers' },
};
export const TASK_STATE_LABEL: Readonly<Record<TaskState, Bilingual>> = {
  notOpened: { id: 'Belum dibuka', en: 'Not opened' },
  incomplete: { id: 'Belum lengkap', en: 'Incomplete' },
  complete: { id: 'Lengkap', en: 'Complete' },
  notApplicable: { id: 'Tidak berlaku', en: 'Not applicable' },
};

/** What a group's file holds so far. */
export interface GroupFile {
  readonly name: string | null;
  readonly business: string | null;
  readonly formedOn: IsoDate | null;
  readonly formationMinutes: boolean;
  readonly villageCode: RegionCode | null;
  readonly address: string | null;
  readonly officers: readonly { readonly role: OfficerRole; readonly membershipId: string }[];
  /** Distinct family cards. */
  readonly families: number;
  /** Members with a finding that blocks. */
  readonly blockedMembers: number;
  /** Null while none is entered; `problems` as `accountProblems` counts them. */
  readonly account: { readonly number: string; readonly problems: number } | null;
  readonly papers: readonly string[];
  /** Tasks the user has opened: an empty one is then "Belum lengkap" and no longer "Belum dibuka". */
  readonly opened: readonly GroupTaskKey[];
}
export interface TaskOptions {
  readonly rules: Pick<RuleSet, 'sizeMin' | 'sizeMax'>;
  /** False when aid comes as goods: no account is needed. */
  readonly accountNeeded: boolean;
  /** Codes of papers wanted at this stage, with their names. None: the task does not apply. */
  readonly requiredPapers: readonly { readonly code: string; readonly label: Bilingual }[];
}
export interface MissingPart {
  readonly code: string;
  readonly label: Bilingual;
}
export interface GroupTask {
  readonly key: GroupTaskKey;
  readonly state: TaskState;
  /** What is still to be filled in, in the order of the screen. Empty unless incomplete or not opened. */
  readonly missing: readonly MissingPart[];
}

interface Judged {
  readonly missing: readonly MissingPart[];
  readonly started: boolean;
  readonly applies: boolean;
}

/** The six parts of a group's file, each with its state and what is missing. */
export function groupTaskList(file: GroupFile, options: TaskOptions): GroupTask[] {
  return GROUP_TASKS.map((key) => {
    const { missing, started, applies } = JUDGES[key](file, options);
    if (!applies) return { key, state: 'notApplicable', missing: [] };
    if (missing.length === 0) return { key, state: 'complete', missing: [] };
    return { key, state: started || file.opened.includes(key) ? 'incomplete' : 'notOpened', missing };
  });
}

/** How many tasks that apply are complete. */
export const taskProgress = (tasks: readonly GroupTask[]): { readonly done: number; readonly of: number } => ({
  done: tasks.filter((t) => t.state === 'complete').length,
  of: tasks.filter((t) => t.state !== 'notApplicable').length,
});

const part = (code: string, id: string, en: string): MissingPart => ({ code, label: { id, en } });
const given = (text: string | null): boolean => text !== null && text.trim() !== '';
const parts = (list: readonly (MissingPart | false)[]): MissingPart[] => list.filter((p) => p !== false);

const ROLE_PART: Readonly<Record<OfficerRole, MissingPart>> = {
  chair: part('chair', 'Ketua', 'Chair'),
  secretary: part('secretary', 'Sekretaris', 'Secretary'),
  treasurer: part('treasurer', 'Bendahara', 'Treasurer'),
};

const JUDGES: Readonly<Record<GroupTaskKey, (file: GroupFile, options: TaskOptions) => Judged>> = {
  identity: (f) => ({
    applies: true,
    started: given(f.name) || given(f.business) || f.formedOn !== null || f.formationMinutes,
    missing: parts([
      !given(f.name) && part('name', 'Nama kelompok', 'Name of the group'),
      !given(f.business) && part('business', 'Jenis usaha', 'Kind of business'),
      f.formedOn === null && part('formedOn', 'Tanggal pembentukan', 'Date of formation'),
      !f.formationMinutes && part('formationMinutes', 'Berita acara pembentukan', 'Minutes of formation'),
    ]),
  }),
  place: (f) => ({
    applies: true,
    started: f.villageCode !== null || given(f.address),
    missing: parts([
      (f.villageCode === null || levelOf(f.villageCode) !== 'village') && part('village', 'Desa atau kelurahan', 'Village'),
      !given(f.address) && part('address', 'Alamat', 'Address'),
    ]),
  }),
  officers: (f) => ({
    applies: true,
    started: f.officers.length > 0,
    missing: parts([
      ...OFFICER_ROLES.map((role) => f.officers.filter((o) => o.role === role).length !== 1 && ROLE_PART[role]),
      new Set(f.officers.map((o) => o.membershipId)).size < f.officers.length && part('threePersons', 'Tiga orang yang berbeda', 'Three different persons'),
    ]),
  }),
  members: (f, { rules }) => ({
    applies: true,
    started: f.families > 0,
    missing: parts([
      f.families < rules.sizeMin && part('tooFew', `${rules.sizeMin - f.families} anggota lagi (paling sedikit ${rules.sizeMin})`, `${rules.sizeMin - f.families} more members (at least ${rules.sizeMin})`),
      f.families > rules.sizeMax && part('tooMany', `Kurangi ${f.families - rules.sizeMax} anggota (paling banyak ${rules.sizeMax})`, `${f.families - rules.sizeMax} members fewer (at most ${rules.sizeMax})`),
      f.blockedMembers > 0 && part('blocked', `${f.blockedMembers} anggota belum memenuhi syarat`, `${f.blockedMembers} members do not qualify yet`),
    ]),
  }),
  account: (f, { accountNeeded }) => ({
    applies: accountNeeded,
    started: f.account !== null,
    missing: parts([
      (f.account === null || !given(f.account.number)) && part('account', 'Nomor rekening kelompok', 'Account number of the group'),
      f.account !== null && f.account.problems > 0 && part('accountProblems', `${f.account.problems} hal pada rekening perlu diperbaiki`, `${f.account.problems} things about the account need correcting`),
    ]),
  }),
  papers: (f, { requiredPapers }) => ({
    applies: requiredPapers.length > 0,
    started: f.papers.length > 0,
    missing: requiredPapers.filter((p) => !f.papers.includes(p.code)),
  }),
};
