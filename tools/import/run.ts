import { basename } from 'node:path';
import type { NationalId } from '@anyam/domain/kernel';
import type { CheckContext, Register } from '@anyam/domain/member';
import { KUBE_2020 } from '@anyam/domain/programme';
import { examineRoster, readToExamine, villageFinder, type Examined, type RegisterReading, type RosterReading } from '@anyam/domain/roster';
import { DEFAULT_LIMITS, loadTerritory, type ReadingLimits } from '@anyam/roster/reading';
import type { ImportArgs } from './args.ts';
import { FileError, openPriorAid, openRegister, openSheets } from './read-lists.ts';
import { findRegion } from './region.ts';

export interface DryRun {
  readonly reading: RosterReading;
  readonly examined: Examined;
  /** Lines for stderr: what was assumed, and what was not checked. */
  readonly notes: readonly string[];
}

const MB = 1024 * 1024;
const SAID_BY = { argument: 'disebut di perintah', register: 'dari kode desa di register', letterhead: 'dari kop berkas', numbers: 'dari NIK dan KK', villages: 'dari nama desa' } as const;

/** Reads and judges a roster file; stores nothing. */
export async function dryRun(args: ImportArgs): Promise<DryRun> {
  const notes: string[] = [];
  const limits: ReadingLimits = args.maxMb === null ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, fileBytes: args.maxMb * MB, unpackedBytes: Math.max(DEFAULT_LIMITS.unpackedBytes, args.maxMb * 20 * MB) };
  const rules = KUBE_2020;
  const sheets = await openSheets(args.roster, limits, args.lang);
  const firstReading = args.register ? await openRegister(args.register, { asOf: args.asOf }, args.lang) : null;
  const priorAid = args.priorAid ? await openPriorAid(args.priorAid, { asOf: args.asOf }, rules.priorAidPrograms, args.lang) : null;
  if (!firstReading) notes.push('Tanpa --register: keberadaan, status dan desil di register tidak diperiksa.');
  if (!priorAid) notes.push('Tanpa --prior-aid: bantuan terdahulu tidak diperiksa.');
  if (firstReading && firstReading.problemCount > 0) notes.push(`${firstReading.problemCount} baris register tidak terbaca penuh, pertama di baris ${firstReading.problems[0]?.row}.`);

  const territory = await loadTerritory();
  const region = await findRegion(args.region, sheets, firstReading, territory);
  if (region && !territory.hasRegency(region.code)) throw new FileError(`Kabupaten/kota ${region.code} tidak ada di data wilayah.`);
  const gazetteer = region ? await territory.gazetteer(region.code) : null;
  notes.push(region ? `Wilayah: ${gazetteer?.nameOf(region.code) ?? region.code} (${region.code}), ${SAID_BY[region.by]}.` : 'Wilayah tidak dapat ditebak, jadi desa dan kecamatan tidak diperiksa. Sebutkan dengan --region.');

  // A register that names villages in words can be placed only now that the regency is known.
  const byName = gazetteer !== null && firstReading !== null && [...firstReading.entries.values()].some((entry) => !entry.villageCode);
  const registerReading = byName ? await openRegister(args.register as string, { asOf: args.asOf, villageOf: villageFinder(gazetteer) }, args.lang) : firstReading;

  const reading = readToExamine(sheets, { asOf: args.asOf, rules, known: registerReading?.known ?? null, gazetteer });
  if (reading.members === 0) throw new FileError(`${basename(args.roster)}: ${nothingFound(reading)}`);
  const context: CheckContext = {
    asOf: args.asOf, moment: 'draft', rules,
    ...(registerReading ? { register: asRegister(registerReading, basename(args.register as string)) } : {}),
    ...(priorAid ? { priorAid: (nik, kk) => [...((nik && priorAid.byNik.get(nik)) || []), ...((kk && priorAid.byKk.get(kk)) || [])] } : {}),
    ...(gazetteer && region ? { gazetteer, area: region.code } : {}),
  };
  const examined = examineRoster(reading, context);
  notes.push(...readingNotes(reading, examined));
  return { reading, examined, notes };
}

const asRegister = (reading: RegisterReading, period: string): Register => ({ period, find: (nik: NationalId) => reading.entries.get(nik) });

function nothingFound(reading: RosterReading): string {
  const missing = [...new Set(reading.sheets.flatMap((s) => s.proposal.missing))];
  return missing.length > 0 ? `kolom ${missing.map((f) => (f === 'nik' ? 'NIK' : 'nama')).join(' dan ')} tidak ditemukan. Beri judul kolomnya lalu coba lagi.` : 'tidak ada baris anggota yang ditemukan.';
}

function readingNotes(reading: RosterReading, examined: Examined): string[] {
  const notes: string[] = [];
  const skipped = reading.sheets.filter((s) => s.skipped === 'NO_TABLE').map((s) => `"${s.name}"`);
  if (skipped.length > 0) notes.push(`Lembar tanpa daftar anggota dilewati: ${skipped.join(', ')}.`);
  if (examined.unjudged.length > 0) notes.push(`Berkas ini tidak punya kolomnya, jadi tidak dinilai: ${examined.unjudged.join(', ')}.`);
  const wrong = reading.groups.filter((g) => g.claimedSize !== null && g.claimedSize !== g.members.length);
  if (wrong.length > 0) notes.push(`Jumlah di bawah kelompok tidak sama dengan barisnya: ${wrong.slice(0, 5).map((g) => `${g.name ?? '?'} (baris ${g.row}: tertulis ${g.claimedSize}, terbaca ${g.members.length})`).join('; ')}.`);
  return notes;
}

