import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { fill, type Bilingual, type Language, type TextParams } from '@anyam/domain/kernel';

export type { Bilingual, Language, TextParams };

const LanguageContext = createContext<Language>('id');

export function LanguageProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** Texts stand beside the screen that shows them, so they are split with its code and a missing key does not compile. */
export const defineTexts = <const T extends Readonly<Record<string, Bilingual>>>(texts: T): T => texts;

export type Translate<T> = (key: keyof T & string, params?: TextParams) => string;

/** `const t = useText(texts); t('found', { n: 40 })` */
export function useText<T extends Readonly<Record<string, Bilingual>>>(texts: T): Translate<T> {
  const language = useLanguage();
  return useMemo(() => (key, params) => fill((texts[key] as Bilingual)[language], params), [texts, language]);
}

/** For sentences that come as data (labels of a flow, errors of the server). A plain string passes as it is. */
export function useSay(): (text: Bilingual | string, params?: TextParams) => string {
  const language = useLanguage();
  return useMemo(() => (text, params) => (typeof text === 'string' ? text : fill(text[language], params)), [language]);
}
