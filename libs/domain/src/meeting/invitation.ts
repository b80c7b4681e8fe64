import { formatDate, type IsoDate, type Language } from '../kernel/index.ts';
import { javaneseDayName } from './javanese-day.ts';

export interface Invitation {
  readonly groupName: string;
  readonly villageName: string;
  readonly heldOn: IsoDate;
  /** `19:30`, the office's zone; null when the group names no hour. */
  readonly beginsAt: string | null;
  readonly place: string;
  readonly agenda: readonly string[];
  /** Who invites: the chair's name. */
  readonly chair: string | null;
}

/**
 * The invitation as plain text, to be read out, printed or pasted into a message: weekday and market day, date, hour, place and
 * agenda. What is not known yet stands as dots, to be written by hand.
 */
export function invitationText({ groupName, villageName, heldOn, beginsAt, place, agenda, chair }: Invitation, language: Language): string {
  const id = language === 'id';
  const dots = '..........';
  const items = agenda.map((a) => a.trim()).filter(Boolean);
  return [
    id ? 'UNDANGAN RAPAT KELOMPOK' : 'INVITATION TO A MEETING',
    `${groupName}, ${villageName}`,
    '',
    id ? 'Bapak/Ibu anggota diharap hadir pada:' : 'Members are asked to come on:',
    `${id ? 'Hari' : 'Day'}: ${javaneseDayName(heldOn, language)}`,
    `${id ? 'Tanggal' : 'Date'}: ${formatDate(heldOn, language)}`,
    `${id ? 'Pukul' : 'Time'}: ${beginsAt === null ? dots : `${beginsAt.replace(':', '.')} WIB`}`,
    `${id ? 'Tempat' : 'Place'}: ${place.trim() || dots}`,
    id ? 'Acara:' : 'Agenda:',
    ...(items.length > 0 ? items : [dots]).map((item, i) => `${i + 1}. ${item}`),
    '',
    id ? 'Bila berhalangan, mohon memberi kabar atau mengirim wakil.' : 'If you cannot come, please send word or somebody in your place.',
    id ? 'Ketua,' : 'The chair,',
    chair ?? dots,
  ].join('\n');
}
