/** Indonesian first, English beside it. Every sentence a user reads exists in both. */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}
export type Language = keyof Bilingual;
export type TextParams = Readonly<Record<string, string | number | bigint>>;

/** Fills `{name}` places of a sentence. A place without a value stays visible, so a forgotten one is noticed. */
export function fill(sentence: string, params: TextParams = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in params ? String(params[name]) : place));
}
