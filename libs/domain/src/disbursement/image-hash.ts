import type { Language } from '../kernel/text.ts';

/** A 64-bit difference hash (dHash) of a picture, computed outside. */
export type ImageHash = bigint & { readonly __unit: 'dHash' };

const MASK = (1n << 64n) - 1n;

/** Reads 16 hex digits; null for anything else. */
export const parseImageHash = (hex: string): ImageHash | null => (/^[0-9a-f]{16}$/i.test(hex) ? (BigInt(`0x${hex}`) as ImageHash) : null);
export const formatImageHash = (hash: ImageHash): string => hash.toString(16).padStart(16, '0');

/** How many of 64 bits differ: 0 the same picture, some 10 or fewer the same scene. */
export function hammingDistance(a: bigint, b: bigint): number {
  let rest = (a ^ b) & MASK;
  let count = 0;
  for (; rest !== 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** A blank or nearly even picture hashes to few bits and would look like every other blank one; such hashes compare with nothing. */
export const tellsApart = (hash: bigint): boolean => {
  const bits = hammingDistance(hash, 0n);
  return bits >= 6 && bits <= 58;
};

export interface ReceiptImage {
  readonly reportId: string;
  readonly expenditureId: string;
  /** SHA-256 of the file, hex: the very same file. */
  readonly sha256: string;
  /** Null for a PDF. */
  readonly dHash: ImageHash | null;
}
export interface ReceiptReuse {
  readonly image: ReceiptImage;
  readonly earlier: ReceiptImage;
  readonly kind: 'sameFile' | 'samePicture';
  readonly distance: number;
}
export const REUSE_LABEL: Readonly<Record<ReceiptReuse['kind'], Readonly<Record<Language, string>>>> = {
  sameFile: { id: 'berkas yang sama', en: 'the same file' },
  samePicture: { id: 'foto yang sangat mirip', en: 'a very similar photo' },
};

/**
 * Which receipts were used before: each image against those on record elsewhere and those before it in its own list, the
 * nearest one only (rule 33). `distance` is the most bits that may differ. One picture for several lines of one
 * expenditure is no reuse.
 */
export function receiptReuse(images: readonly ReceiptImage[], onRecord: readonly ReceiptImage[], distance: number): ReceiptReuse[] {
  return images.flatMap((image, i) => {
    let best: ReceiptReuse | undefined;
    for (const earlier of [...onRecord, ...images.slice(0, i)]) {
      if (earlier.reportId === image.reportId && earlier.expenditureId === image.expenditureId) continue;
      const hit = compare(image, earlier, distance);
      if (hit && (!best || hit.distance < best.distance || (hit.kind === 'sameFile' && best.kind !== 'sameFile'))) best = hit;
    }
    return best ? [best] : [];
  });
}

function compare(image: ReceiptImage, earlier: ReceiptImage, distance: number): ReceiptReuse | null {
  if (image.sha256 === earlier.sha256) return { image, earlier, kind: 'sameFile', distance: 0 };
  if (image.dHash === null || earlier.dHash === null || !tellsApart(image.dHash) || !tellsApart(earlier.dHash)) return null;
  const apart = hammingDistance(image.dHash, earlier.dHash);
  return apart <= distance ? { image, earlier, kind: 'samePicture', distance: apart } : null;
}
