import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isoDate, levelOf, type RegionCode } from '@anyam/domain/kernel';
import { loadTerritory } from '@anyam/roster/reading';
import { dryRun } from '../run.ts';
import { layOut, randomLayout, type Layout } from './layout.ts';
import { randomOf } from './random.ts';
import { makeWorld, type Village, type World } from './world.ts';
import { listsOf, randomCsvStyle, toCsv, toXlsx } from './write.ts';

const REGENCIES = ['35.21', '33.14', '35.19', '34.03', '35.01', '33.76', '73.11'];

/** Three neighbouring villages of one district of a real regency, and one of another district whose name is no other's there. */
async function villagesOf(seed: number): Promise<{ villages: Village[]; elsewhere: Village; regency: string; code: RegionCode }> {
  const code = REGENCIES[seed % REGENCIES.length] as RegionCode;
  const territory = await loadTerritory();
  const gazetteer = await territory.gazetteer(code);
  const r = randomOf(seed + 99);
  const all: Village[] = [];
  for (let d = 1; d <= 30; d++) for (const kind of [1001, 2001]) for (let v = 0; v < 30; v++) {
    const village = `${code}.${String(d).padStart(2, '0')}.${kind + v}` as RegionCode;
    const district = gazetteer.nameOf(village.slice(0, 8) as RegionCode);
    const name = gazetteer.nameOf(village);
    if (name && district && levelOf(village) === 'village') all.push({ code: village, name, district });
  }
  const unique = (v: Village): boolean => gazetteer.match(v.name, { within: code, level: 'village' }).code === v.code;
  const own = r.pick(all.filter((v) => all.filter((w) => w.district === v.district).length >= 4));
  const villages = r.shuffle(all.filter((v) => v.district === own.district)).slice(0, 3);
  const elsewhere = r.pick(all.filter((v) => v.district !== own.district && unique(v)));
  const regency = (gazetteer.nameOf(code) as string).replace(/^(?:Kabupaten|Kota) /, '');
  return { villages, elsewhere, regency, code };
}

async function findingsOf(folder: string, world: World, layout: Layout, seed: number, region: RegionCode): Promise<{ found: Set<string>; groups: number; members: number; notes: readonly string[] }> {
  const sheets = layOut(world, layout, seed);
  const file = join(folder, `${seed}.${layout.file}`);
  await writeFile(file, layout.file === 'xlsx' ? await toXlsx(sheets) : toCsv((sheets[0] as (typeof sheets)[number]).rows, randomCsvStyle(seed)));
  const lists = listsOf(world, seed);
  await writeFile(join(folder, `${seed}.register.csv`), toCsv(lists.register, randomCsvStyle(seed + 1)));
  await writeFile(join(folder, `${seed}.aid.csv`), toCsv(lists.priorAid, randomCsvStyle(seed + 2)));
  const run = await dryRun({ roster: file, register: join(folder, `${seed}.register.csv`), priorAid: join(folder, `${seed}.aid.csv`), asOf: isoDate('2020-03-03'), dryRun: true, json: true, lang: 'id', region: seed % 3 === 0 ? region : null, maxMb: null, as: 'operator', programme: null, period: null });
  const place = (sheet: string, row: number | null): string => `${layout.file === 'csv' ? '' : sheet}|${row}`;
  const idAt = new Map(sheets.flatMap((s) => [...s.rowOf].map(([id, row]) => [place(s.name, row), id] as const)));
  const found = new Set(run.examined.findings.map((f) => {
    const sheet = run.examined.groups[f.group]?.sheet ?? '';
    return `${idAt.get(place(sheet, f.row)) ?? `row ${f.row} of ${sheet}`}|${f.code}`;
  }));
  return { found, groups: run.examined.groups.length, members: run.reading.members, notes: run.notes };
}


export interface Trial {
  readonly missed: readonly string[];
  readonly extra: readonly string[];
  readonly groups: readonly [number, number];
  readonly members: readonly [number, number];
  readonly at: string;
}

/** Makes one office's file by a seed, runs the importer on it and compares with what was planted. */
export async function trial(seed: number, folder: string, fixed: Partial<Layout> = {}): Promise<Trial> {
  const { villages, elsewhere, regency, code } = await villagesOf(seed);
  const world = makeWorld(seed, villages, regency, elsewhere);
  const layout = { ...randomLayout(seed), ...fixed };
  const { found, groups, members, notes } = await findingsOf(folder, world, layout, seed, code);
  return {
    missed: [...world.expected].filter((e) => !found.has(e)).slice(0, 12), extra: [...found].filter((f) => !world.expected.has(f)).slice(0, 12),
    groups: [groups, world.groups.length], members: [members, world.groups.reduce((n, g) => n + g.members.length, 0)], at: JSON.stringify({ layout, notes }),
  };
}
