import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes by their SHA-256: the same file is kept once, and what is kept cannot change unseen. */
export interface FileStore {
  /** Keeps the bytes; gives their hash in hex. Safe to repeat. */
  put(bytes: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array>;
}

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Files on local disk, in folders by the first two figures of the hash. */
export function diskStore(root: string): FileStore {
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = sha256Hex(bytes);
      const path = pathOf(hash);
      await mkdir(join(root, hash.slice(0, 2)), { recursive: true });
      // Written beside and renamed, so a crash never leaves half a file under its hash.
      const part = `${path}.${randomUUID()}.part`;
      await writeFile(part, bytes);
      await rename(part, path);
      return hash;
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a hash');
      return readFile(pathOf(hash));
    },
  };
}
