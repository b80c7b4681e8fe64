import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from '@anyam/contract-kit';
import { DomainError } from '@anyam/domain/kernel';
import { roleBook } from '@anyam/registry/roles';
import type { ImportView } from '@anyam/roster/contract';
import { STORE_QUEUE } from '@anyam/roster/server';
import { sha256Hex } from '@anyam/server-kit';
import type { ImportArgs } from './args.ts';
import type { Office } from './office.ts';
import { FileError } from './read-lists.ts';

export interface Stored {
  readonly view: ImportView;
  /** The file had been stored before: nothing was stored now. */
  readonly already: boolean;
  readonly notes: readonly string[];
}

const MAY = 'roster.import';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Stores a roster in the name of a user by the procedures of the console: the same checks, the same record, the same receipt. */
export async function storeRoster(office: Office, args: ImportArgs): Promise<Stored> {
  const actor = await office.personNamed(args.as);
  if (!actor) throw new FileError(`Pengguna "${args.as}" tidak ada atau dinonaktifkan. Sebutkan yang lain dengan --as.`);
  if (!actor.grants.some((grant) => roleBook.rolesOf(MAY).includes(grant.role))) throw new FileError(`Peran pengguna "${args.as}" tidak boleh mengimpor. Sebutkan operator atau admin dengan --as.`);
  const call = office.callAs(actor);
  const notes: string[] = [];
  try {
    for (const [path, kind] of [[args.register, 'register'], [args.priorAid, 'priorAid']] as const) {
      if (!path) continue;
      const period = args.period ?? basename(path).replace(/\.\w+$/, '').slice(0, 60);
      const list = await call.roster.importExtract({ fileId: await keepFile(office, actor, path), kind, period });
      notes.push(list.already ? `${basename(path)}: sudah pernah disimpan (${list.rows} baris).` : `${basename(path)}: ${list.rows} baris disimpan untuk periode ${period}.`);
    }
    const programme = await findProgramme(call, args);
    notes.push(`Program: ${programme.name} (${programme.fiscalYear}), ${programme.regencyName}. Atas nama ${actor.name}.`);
    const opened = await begin(call, actor, await keepFile(office, actor, args.roster), programme.id, args.asOf);
    if (opened.state === 'stored') return { view: opened, already: true, notes };
    if (opened.state === 'mapping') {
      await call.roster.drop({ id: opened.id });
      throw new FileError(`${opened.fileName}: tidak ada baris anggota yang terbaca. Beri judul kolom Nama dan NIK lalu coba lagi, atau cocokkan kolomnya di layar Impor.`);
    }
    if (opened.state === 'storing') await office.kit.jobs.send(STORE_QUEUE, { id: opened.id });
    else await call.roster.store({ id: opened.id, key: randomUUID() });
    const view = await call.roster.get({ id: opened.id });
    if (view.state !== 'stored') throw new FileError(view.problem?.[args.lang] ?? 'Penyimpanan belum selesai. Jalankan perintah yang sama sekali lagi.');
    return { view, already: false, notes };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (cause instanceof DomainError) throw new FileError(cause.say(args.lang));
    throw error;
  }
}

type Call = ReturnType<Office['callAs']>;

/** A new import, or the one there is of this file: stored already, or begun by the same person and cut off. */
async function begin(call: Call, actor: Actor, fileId: string, programmeId: string, asOf: string): Promise<ImportView> {
  try {
    return await call.roster.start({ fileId, programmeId, asOf });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    const id = cause instanceof DomainError && cause.code === 'ALREADY_IMPORTED' ? cause.params['importId'] : undefined;
    if (typeof id !== 'string') throw error;
    const view = await call.roster.get({ id });
    if (view.state !== 'stored' && view.createdBy !== actor.name) throw new FileError(`Berkas ini sedang dikerjakan ${view.createdBy} di layar Impor (${view.id}). Selesaikan di sana.`);
    return view;
  }
}

/** The programme that is told, or the only open one of the year of the day of judgement. */
async function findProgramme(call: Call, { programme, asOf, region }: ImportArgs) {
  const year = Number(asOf.slice(0, 4));
  const open = (await call.programme.list({})).filter((p) => p.state === 'open' && (region === null || p.regencyCode === region));
  const found = open.filter((p) => (programme === null ? p.fiscalYear === year : p.id === programme || p.name.toLowerCase() === programme.toLowerCase()));
  const [only, another] = found;
  if (only && !another) return only;
  const names = open.map((p) => `"${p.name}" (${p.fiscalYear}, ${p.id})`).join(', ') || 'belum ada';
  throw new FileError(`${another ? 'Ada beberapa program' : 'Tidak ada program terbuka'} ${programme === null ? `tahun ${year}` : `"${programme}"`}. Sebutkan dengan --programme. Yang terbuka: ${names}.`);
}

/** Puts a file into the office's store as if the person had uploaded it; the same file again is the same record. */
async function keepFile({ kit }: Office, actor: Actor, path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new FileError(`${path}: berkas tidak ada atau tidak dapat dibuka.`);
  }
  const sha256 = await kit.files.put(bytes);
  const known = await kit.db.prisma.storedFile.findFirst({ where: { sha256, uploadedBy: actor.userId } });
  if (known) return known.id;
  const id = randomUUID();
  const regencyCode = actor.grants[0]?.area.split('.').slice(0, 2).join('.') ?? kit.config.REGION_CODE;
  const mime = bytes.subarray(0, 2).toString('latin1') === 'PK' ? XLSX : 'text/csv';
  await kit.db.prisma.storedFile.create({
    data: { id, sha256: sha256Hex(bytes), dhash: null, name: basename(path), mime, size: bytes.length, uploadedBy: actor.userId, uploadedAt: kit.clock.now(), regencyCode },
  });
  return id;
}
