import { fill, formatDate, formatRupiah, isIsoDate, type Bilingual, type Language } from '../kernel/index.ts';

/** Values of a sentence: a bigint is money, an ISO date a day, a text in two languages says itself in each. */
export type SentenceParams = Readonly<Record<string, string | number | bigint | Bilingual>>;

/** Says a quantity of base units with its unit in both languages ("38 lembar"); production's `sayBoth` of the product fits. */
export type SayQuantity = (base: number) => Bilingual;

const spoken = (value: SentenceParams[string], language: Language): string => {
  if (typeof value === 'object') return value[language];
  if (typeof value === 'bigint') return formatRupiah(value);
  return isIsoDate(value) ? formatDate(value, language) : String(value);
};

/** The sentence with its `{name}` places filled in both languages. */
export function sentence(text: Bilingual, params: SentenceParams): Bilingual {
  const say = (language: Language) =>
    fill(text[language], Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(value, language)])));
  return { id: say('id'), en: say('en') };
}
