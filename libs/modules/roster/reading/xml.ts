/** The little of XML that workbooks need. No entity but the five of XML and numbers is known, so nothing can be blown up. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, dec?: string, hex?: string, named?: string) => {
    if (named) return NAMED[named] ?? whole;
    const code = Number.parseInt((dec ?? hex) as string, dec ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** One attribute of a start tag's text. */
export function attribute(tag: string, name: string): string | undefined {
  const m = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return m ? unescapeXml((m[1] ?? m[2]) as string) : undefined;
}

/** Start tags of one name, prefix or none, as the text of their attributes. */
export function* tags(xml: string, name: string): Generator<string> {
  for (const m of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?/?>`, 'g'))) yield m[1] ?? '';
}

/** Cuts a string loose from the big one it was sliced out of, which it would otherwise keep in memory. */
export const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8'));

/** Excel writes characters that XML cannot hold as _x000D_; a line break is what they mostly are. */
export const unescapeExcel = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** The text of a `<si>` or `<is>`: all its `<t>` joined, phonetic runs left out. */
export function richText(inner: string): string {
  const plain = inner.includes('rPh') ? inner.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : inner;
  let text = '';
  for (const m of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g)) text += m[1];
  return unescapeExcel(unescapeXml(text));
}
