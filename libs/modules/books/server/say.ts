import { fill, type Bilingual, type Language, type TextParams } from '@anyam/domain/kernel';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;
const MONTH = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** Days and months inside a sentence as people write them. */
const readable = (params: TextParams, language: Language): TextParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const [, month, day] = /^(\d{4}-\d{2})(-\d{2})?$/.exec(String(value)) ?? [];
      if (month === undefined) return [name, value];
      const format = new Intl.DateTimeFormat(LOCALE[language], day ? { day: 'numeric', ...MONTH } : MONTH);
      return [name, format.format(new Date(`${month}${day ?? '-01'}T00:00:00Z`))];
    }),
  );

export const say = (text: Bilingual, params: TextParams): Bilingual => ({
  id: fill(text.id, readable(params, 'id')),
  en: fill(text.en, readable(params, 'en')),
});
