import { readingError } from './errors.ts';

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);

const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]], ['PNG', [0x89, 0x50, 0x4e, 0x47]], ['JPEG', [0xff, 0xd8, 0xff]], ['GIF', [0x47, 0x49, 0x46, 0x38]], ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]], ['gzip', [0x1f, 0x8b]], ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]], ['program', [0x4d, 0x5a]], ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** Says by its first bytes, never by its name, whether a file is a zip (maybe XLSX) or text (CSV). Throws for everything else. */
export function kindOfFile(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw readingError('FILE_EMPTY');
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(bytes, 0x50, 0x4b)) throw readingError('FILE_BROKEN');
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw readingError(holdsUtf16(bytes, 'EncryptedPackage') ? 'FILE_ENCRYPTED' : 'FILE_XLS');
  if (starts(bytes, 0x09, 0x08) || starts(bytes, 0x09, 0x04, 0x06, 0x00)) throw readingError('FILE_XLS');
  for (const [found, magic] of OTHERS) if (starts(bytes, ...magic)) throw readingError('FILE_OTHER', { found });
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase();
  if (/^<(?:!doctype html|html|table|head|body|meta)/.test(head)) throw readingError('FILE_OTHER', { found: 'HTML' });
  if (/^<\?xml/.test(head)) throw readingError('FILE_OTHER', { found: 'XML' });
  return 'text';
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(word, 'utf16le'));
}
