import { blocker, defineFlow, type ActionOf, type FlowContext, type StateOf } from '../kernel/index.ts';

/** Who keeps a group's meetings: its own officers, or its facilitator or an operator for them. Who led and wrote stands in the minutes. */
const KEEPERS = ['pengurus', 'pendamping', 'operator'] as const;

/** What the guards look at, as of the day of the action. */
export interface MeetingFacts {
  /** Its day has come. */
  readonly dayReached: boolean;
  /** Another meeting of the group is still open. */
  readonly otherOpen: boolean;
  /** Problems of the minutes and their decisions (`meetingProblems`). */
  readonly problems: number;
  /** Money, goods and decisions entered in it. */
  readonly entries: number;
  /** Its minutes were closed before and hold a number, which must not be lost. */
  readonly numbered: boolean;
  /** No later meeting of the group was opened. */
  readonly isLast: boolean;
  /** The month of its day is closed in the books. */
  readonly monthClosed: boolean;
}

const HELPERS = { id: 'pengurus, pendamping, atau operator', en: 'officer, facilitator or operator' };

const dayCame = ({ facts }: FlowContext<MeetingFacts>) =>
  facts.dayReached ? null : blocker('MEETING_DAY_AHEAD', { id: 'Hari rapat belum tiba. Buka pada harinya, atau pindahkan tanggalnya.', en: 'The day of the meeting is still to come. Open it then, or move the date.' }, HELPERS);
const onlyOneOpen = ({ facts }: FlowContext<MeetingFacts>) =>
  facts.otherOpen ? blocker('OTHER_MEETING_OPEN', { id: 'Rapat sebelumnya masih terbuka. Tutup rapat itu dulu.', en: 'An earlier meeting is still open. Close it first.' }, HELPERS) : null;
const minutesComplete = ({ facts: { problems } }: FlowContext<MeetingFacts>) =>
  problems === 0 ? null : blocker('MINUTES_INCOMPLETE', { id: 'Masih ada {problems} hal yang belum lengkap dalam notulen. Buka daftarnya dan lengkapi.', en: '{problems} things in the minutes are not complete. Open the list and complete them.' }, HELPERS, { problems });
const nothingEntered = ({ facts: { entries } }: FlowContext<MeetingFacts>) =>
  entries === 0 ? null : blocker('MEETING_HAS_ENTRIES', { id: 'Rapat ini sudah memuat {entries} catatan. Batalkan catatannya dulu, atau tutup rapatnya.', en: 'This meeting already holds {entries} entries. Reverse them first, or close the meeting.' }, HELPERS, { entries });
const notNumbered = ({ facts }: FlowContext<MeetingFacts>) =>
  facts.numbered ? blocker('MEETING_NUMBERED', { id: 'Rapat ini sudah punya nomor berita acara. Betulkan isinya, lalu tutup lagi.', en: 'The minutes of this meeting have a number. Correct them and close it again.' }, HELPERS) : null;
const lastOnly = ({ facts }: FlowContext<MeetingFacts>) =>
  facts.isLast ? null : blocker('MEETING_NOT_LAST', { id: 'Hanya rapat terakhir yang boleh dibuka lagi. Betulkan lewat catatan pembalik pada rapat berikutnya.', en: 'Only the last meeting may be reopened. Correct it by a reversing entry in the next meeting.' }, HELPERS);
const monthOpen = ({ facts }: FlowContext<MeetingFacts>) =>
  facts.monthClosed ? blocker('MONTH_CLOSED', { id: 'Bulan rapat ini sudah ditutup di buku. Betulkan lewat catatan pembalik bulan ini.', en: 'The month of this meeting is closed in the books. Correct it by a reversing entry of this month.' }, HELPERS) : null;

/** The life of a meeting: dijadwalkan, berlangsung, ditutup, or dibatalkan. */
export const meetingFlow = defineFlow({
  name: 'meeting',
  initial: 'scheduled',
  states: {
    scheduled: { label: { id: 'Dijadwalkan', en: 'Scheduled' }, tone: 'neutral' },
    open: { label: { id: 'Berlangsung', en: 'Open' }, tone: 'info' },
    closed: { label: { id: 'Ditutup', en: 'Closed' }, tone: 'ok', final: true },
    cancelled: { label: { id: 'Dibatalkan', en: 'Cancelled' }, tone: 'bad', final: true },
  },
  actions: {
    move: { label: { id: 'Pindahkan tanggal', en: 'Move the date' }, from: ['scheduled'], to: 'scheduled', roles: KEEPERS, needs: ['date', 'reason'] },
    open: { label: { id: 'Buka rapat', en: 'Open the meeting' }, from: ['scheduled'], to: 'open', roles: KEEPERS, guards: [dayCame, onlyOneOpen] },
    close: { label: { id: 'Tutup rapat', en: 'Close the meeting' }, from: ['open'], to: 'closed', roles: KEEPERS, guards: [minutesComplete, monthOpen] },
    reopen: { label: { id: 'Buka lagi', en: 'Reopen' }, from: ['closed'], to: 'open', roles: KEEPERS, needs: ['reason'], guards: [lastOnly, monthOpen] },
    cancel: { label: { id: 'Batalkan rapat', en: 'Cancel the meeting' }, from: ['scheduled', 'open'], to: 'cancelled', roles: KEEPERS, needs: ['reason'], guards: [nothingEntered, notNumbered] },
  },
});

export type MeetingState = StateOf<typeof meetingFlow>;
export type MeetingAction = ActionOf<typeof meetingFlow>;
