import { useLanguage, type Language } from '@anyam/admin-kit/text';
import { formatDate, weekdayName, type IsoDate } from '@anyam/domain/kernel';
import { javaneseDayName, type Rhythm } from '@anyam/domain/meeting';

/** `Selasa Pon, 3 November 2020`. */
export const dayWords = (date: string, language: Language): string => `${javaneseDayName(date as IsoDate, language)}, ${formatDate(date as IsoDate, language)}`;

export function MeetingDay({ on, time }: { readonly on: string; readonly time?: string | null }) {
  const language = useLanguage();
  return (
    <time dateTime={on}>
      {dayWords(on, language)}
      {time && ` ${language === 'id' ? 'pukul' : 'at'} ${time.replace(':', '.')}`}
    </time>
  );
}

const NTH = { id: ['', 'pertama', 'kedua', 'ketiga', 'keempat'], en: ['', 'first', 'second', 'third', 'fourth'] } as const;
/** 1 January 2023 was a Sunday: weekday 0. */
export const weekdayWord = (weekday: number, language: Language): string => weekdayName(`2023-01-0${1 + weekday}` as IsoDate, language);
export const nthWord = (nth: number, language: Language): string => NTH[language][nth] ?? '';

/** How the schedule is told: `Setiap Selasa Pon (35 hari sekali)`. */
export function rhythmWords(rhythm: Rhythm, language: Language): string {
  const id = language === 'id';
  switch (rhythm.kind) {
    case 'dayOfMonth':
      return id ? `Setiap tanggal ${rhythm.day}` : `On day ${rhythm.day} of each month`;
    case 'weekdayOfMonth':
      return id ? `${weekdayWord(rhythm.weekday, language)} ${nthWord(rhythm.nth, language)} setiap bulan` : `The ${nthWord(rhythm.nth, language)} ${weekdayWord(rhythm.weekday, language)} of each month`;
    case 'weekly':
      return id ? `Setiap hari ${weekdayWord(rhythm.weekday, language)}` : `Every ${weekdayWord(rhythm.weekday, language)}`;
    case 'selapan':
      return id ? `Setiap ${javaneseDayName(rhythm.anchor, language)} (selapan, 35 hari sekali)` : `Every ${javaneseDayName(rhythm.anchor, language)} (selapan, each 35 days)`;
  }
}
