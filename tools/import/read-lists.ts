import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readPriorAid, readRegister, type ListOptions, type PriorAidReading, type RegisterReading, type Sheet } from '@anyam/domain/roster';
import { DomainError, type Language } from '@anyam/domain/kernel';
import { readSheets, REGISTER_LIMITS, type ReadingLimits } from '@anyam/roster/reading';

/** A file that cannot be used, with the sentence for the user. */
export class FileError extends Error {}

/** Reads a file into sheets; whatever goes wrong becomes a sentence that begins with the file's name. */
export async function openSheets(path: string, limits: ReadingLimits, lang: Language): Promise<Sheet[]> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new FileError(`${path}: ${code === 'ENOENT' ? 'berkas tidak ada.' : code === 'EISDIR' ? 'ini folder, bukan berkas.' : `tidak dapat dibuka (${code ?? 'galat'}).`}`);
  }
  try {
    return await readSheets(bytes, basename(path), limits);
  } catch (cause) {
    if (cause instanceof DomainError) throw new FileError(`${basename(path)}: ${cause.say(lang)}`);
    throw cause;
  }
}

const NO_NIK = 'tidak ada kolom NIK yang dikenali. Beri judul kolomnya "NIK" lalu coba lagi.';

export async function openRegister(path: string, options: ListOptions, lang: Language): Promise<RegisterReading> {
  const reading = readRegister(await openSheets(path, REGISTER_LIMITS, lang), options);
  if (reading.entries.size === 0) throw new FileError(`${basename(path)}: ${NO_NIK}`);
  return reading;
}

/** An empty list of earlier aid is lawful: nobody had any. A list without a NIK column is not. */
export async function openPriorAid(path: string, options: ListOptions, programmes: readonly string[], lang: Language): Promise<PriorAidReading> {
  const reading = readPriorAid(await openSheets(path, REGISTER_LIMITS, lang), { ...options, programmes });
  if (reading.rows === 0 && reading.proposals.every((p) => p.missing.length > 0)) throw new FileError(`${basename(path)}: ${NO_NIK}`);
  return reading;
}
