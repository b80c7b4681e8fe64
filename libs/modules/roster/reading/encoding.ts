import { readingError } from './errors.ts';

/** Text of a CSV in whatever encoding Excel saved it: UTF-8 with or without mark, UTF-16 with or without mark, else windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes.subarray(2));
  const guess = utf16ByZeros(bytes);
  if (guess) return decode(guess, bytes);
  if (bytes.subarray(0, 65_536).includes(0)) throw readingError('FILE_UNKNOWN');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuseControls(new TextDecoder('windows-1252').decode(bytes));
  }
}

const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Plain letters in UTF-16 have a zero in every second byte. */
function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length - (bytes.length % 2), 2_048);
  if (n < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = n / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** Not UTF-8 and full of control characters: no text at all. */
function refuseControls(text: string): string {
  const head = text.slice(0, 4_096);
  const odd = head.match(/[\u0001-\u0008\u000b\u000e-\u001f]/g)?.length ?? 0;
  if (odd > head.length * 0.02) throw readingError('FILE_UNKNOWN');
  return text;
}
