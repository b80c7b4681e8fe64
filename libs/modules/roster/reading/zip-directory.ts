import { inflateRawSync } from 'node:zlib';
import { readingError } from './errors.ts';
import { megabytes, type ReadingLimits } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Reads the directory of a zip without unpacking anything, and refuses before that what cannot be a spreadsheet: too many
 * entries, too much when unpacked, zip64, locked or overlapping entries, offsets outside the file.
 */
export function readZipDirectory(bytes: Uint8Array, limits: ReadingLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw readingError('FILE_BROKEN');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff || count > limits.entries) throw readingError('FILE_HOSTILE');
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw readingError('FILE_BROKEN');
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    if (at + 46 + nameLength > view.byteLength) throw readingError('FILE_BROKEN');
    if ((view.getUint16(at + 8, true) & 1) === 1) throw readingError('FILE_ENCRYPTED');
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), headerAt: view.getUint32(at + 42, true),
    };
    if (entry.headerAt + 30 > view.byteLength || entry.headerAt + 30 + entry.packed > view.byteLength) throw readingError('FILE_BROKEN');
    total += entry.unpacked;
    if (total > limits.unpackedBytes) throw readingError('FILE_UNPACKED_TOO_BIG', { limit: megabytes(limits.unpackedBytes) });
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  refuseOverlaps(entries);
  return entries;
}

function findEnd(view: DataView): number {
  for (let i = view.byteLength - 22; i >= Math.max(0, view.byteLength - 22 - 65_535); i--) if (view.getUint32(i, true) === END) return i;
  return -1;
}

/** Entries that share bytes make a small file unpack to anything ("zip bomb" of D. Fifield), and two of one name hide one. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const byPlace = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let end = 0;
  for (const e of byPlace) {
    if (e.headerAt < end) throw readingError('FILE_HOSTILE');
    end = e.headerAt + 30 + e.packed;
  }
  if (new Set(entries.map((e) => e.name)).size !== entries.length) throw readingError('FILE_HOSTILE');
}

/** Unpacks one entry, never to more than its directory line says. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.headerAt, true) !== LOCAL) throw readingError('FILE_BROKEN');
  const from = entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw readingError('FILE_BROKEN');
  if (entry.method === 0) {
    if (entry.packed !== entry.unpacked) throw readingError('FILE_HOSTILE');
    return Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  }
  if (entry.method !== 8) throw readingError('FILE_BROKEN');
  let out: Buffer;
  try {
    out = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch (cause) {
    throw readingError((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'FILE_HOSTILE' : 'FILE_BROKEN');
  }
  if (out.length !== entry.unpacked) throw readingError('FILE_HOSTILE');
  return out;
}
