import type { Tone } from '@anyam/admin-kit/chip';
import { defineTexts, type Bilingual } from '@anyam/admin-kit/text';
import { proposalFlow, trancheFlow } from '@anyam/domain/disbursement';
import { groupFlow } from '@anyam/domain/group';
import type { GroupRow } from './api.ts';

/** Words that the screens of groups share. */
export const words = defineTexts({
  name: { id: 'Nama kelompok', en: 'Name of the group' },
  group: { id: 'Kelompok', en: 'Group' },
  business: { id: 'Jenis usaha', en: 'Kind of business' },
  members: { id: 'Anggota', en: 'Members' },
  village: { id: 'Desa', en: 'Village' },
  district: { id: 'Kecamatan', en: 'District' },
  address: { id: 'Alamat', en: 'Address' },
  phone: { id: 'Telepon', en: 'Phone' },
  facilitator: { id: 'Pendamping', en: 'Facilitator' },
  noFacilitator: { id: 'Belum ada pendamping', en: 'No facilitator yet' },
  stage: { id: 'Tahap', en: 'Stage' },
  state: { id: 'Keadaan', en: 'State' },
  year: { id: 'Tahun', en: 'Year' },
  received: { id: 'Dana diterima', en: 'Aid received' },
  accounted: { id: 'Dipertanggungjawabkan', en: 'Accounted for' },
  formedOn: { id: 'Tanggal pembentukan', en: 'Date of formation' },
  chair: { id: 'Ketua', en: 'Chair' },
  secretary: { id: 'Sekretaris', en: 'Secretary' },
  treasurer: { id: 'Bendahara', en: 'Treasurer' },
  member: { id: 'Anggota', en: 'Member' },
  villageHint: { id: 'Ketik paling sedikit 2 huruf, lalu pilih.', en: 'Type at least 2 letters, then choose.' },
  cancel: { id: 'Batal', en: 'Cancel' },
  empty: { id: '–', en: '–' },
  resigned: { id: 'Mengundurkan diri', en: 'Resigned' },
  deceased: { id: 'Meninggal', en: 'Deceased' },
  moved: { id: 'Pindah', en: 'Moved away' },
  expelled: { id: 'Dikeluarkan', en: 'Expelled' },
  ineligible: { id: 'Tidak memenuhi syarat', en: 'Not eligible' },
  mistake: { id: 'Salah catat', en: 'Recorded by mistake' },
  dissolved: { id: 'Kelompok bubar', en: 'Group dissolved' },
});

interface Mark {
  readonly label: Bilingual;
  readonly tone: Tone;
}

export const FLAGS: Readonly<Record<string, Mark>> = {
  lpjLate: { label: { id: 'LPJ terlambat', en: 'Report overdue' }, tone: 'bad' },
  sizeUnder: { label: { id: 'Kurang anggota', en: 'Too few members' }, tone: 'bad' },
  sizeOver: { label: { id: 'Kelebihan anggota', en: 'Too many members' }, tone: 'bad' },
  officersMissing: { label: { id: 'Pengurus belum lengkap', en: 'Officers incomplete' }, tone: 'warn' },
  noAccount: { label: { id: 'Belum ada rekening', en: 'No account yet' }, tone: 'warn' },
};
const STAGES: Readonly<Record<string, Mark>> = { ...proposalFlow.states, ...trancheFlow.states };

export const stageMark = (code: string): Mark | null => (code === 'none' ? null : (STAGES[code] ?? { label: { id: code, en: code }, tone: 'neutral' }));

/** The one chip of a row: first what is wrong, then where the aid stands, else the state of the group. */
export function chiefMark(row: Pick<GroupRow, 'state' | 'aidStage' | 'flags'>): Mark {
  const alarm = row.flags.map((f) => FLAGS[f]).find((f) => f?.tone === 'bad');
  return (row.state === 'dissolved' ? null : (alarm ?? stageMark(row.aidStage))) ?? groupFlow.states[row.state];
}
