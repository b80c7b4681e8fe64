import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { normalisePlaceName, regionCode, regionIndex, type RegionCode, type RegionEntry, type RegionIndex } from '@anyam/domain/kernel';

export interface TerritoryOptions {
  /** Other names the office knows, by Kemendagri code. */
  readonly aliases?: ReadonlyMap<RegionCode, readonly string[]>;
}

/** Provinces to villages of the country from idn-area-data (ODbL), kept in memory; a gazetteer is built per regency, when asked. */
export interface Territory {
  readonly regencies: readonly RegionEntry[];
  /** Gazetteer of one regency: itself, its districts, its villages. */
  gazetteer(regency: RegionCode): Promise<RegionIndex>;
  /** The regency a letterhead names: "Ngawi", "Kabupaten Ngawi", "KOTA MADIUN". Null when unknown or not clear. */
  regencyNamed(name: string): RegionCode | null;
  /** The regencies that hold most of these village names, best first. Reads the whole country. */
  regenciesOfVillages(names: readonly string[]): Promise<readonly { readonly code: RegionCode; readonly hits: number }[]>;
  hasRegency(code: RegionCode): boolean;
}

const locate = createRequire(import.meta.url).resolve;
type Level = 'regencies' | 'districts' | 'villages';
const texts = new Map<Level, Promise<string>>();

/** The package ships plain CSV; reading it as text and cutting out one regency takes milliseconds, parsing all villages half a second. */
function dataText(level: Level): Promise<string> {
  let text = texts.get(level);
  if (!text) {
    text = readFile(locate(`idn-area-data/data/${level}.csv`), 'utf8');
    texts.set(level, text);
  }
  return text;
}

/** Lines whose code lies in an area: `code,parent,name`, the name perhaps quoted. The files are sorted by code. */
function entriesIn(text: string, area: string): RegionEntry[] {
  const found: RegionEntry[] = [];
  for (let at = text.indexOf(`\n${area}.`); at >= 0; ) {
    const end = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, end < 0 ? undefined : end);
    if (line.startsWith(`${area}.`)) found.push(entryOf(line));
    else if (found.length > 0) break;
    at = end < 0 || end === text.length - 1 ? -1 : end;
  }
  return found;
}

function entryOf(line: string): RegionEntry {
  const first = line.indexOf(',');
  const second = line.indexOf(',', first + 1);
  const name = line.slice(second + 1).trim();
  return { code: regionCode(line.slice(0, first)), name: name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name };
}

let shared: Promise<Territory> | null = null;

/** The territory of the country. Without aliases one instance is shared by all callers. */
export function loadTerritory(options: TerritoryOptions = {}): Promise<Territory> {
  if (options.aliases && options.aliases.size > 0) return build(options);
  shared ??= build(options);
  return shared;
}

async function build({ aliases }: TerritoryOptions): Promise<Territory> {
  const regencies = (await dataText('regencies')).split('\n').slice(1).filter((l) => l.includes(',')).map(entryOf);
  const byCode = new Map(regencies.map((r) => [r.code, r]));
  const indexes = new Map<RegionCode, Promise<RegionIndex>>();
  const withAliases = (e: RegionEntry): RegionEntry => (aliases?.has(e.code) ? { ...e, aliases: aliases.get(e.code) ?? [] } : e);

  const makeIndex = async (regency: RegionCode): Promise<RegionIndex> => {
    const own = byCode.get(regency);
    const [districts, villages] = await Promise.all([dataText('districts'), dataText('villages')]);
    return regionIndex([...(own ? [own] : []), ...entriesIn(districts, regency), ...entriesIn(villages, regency)].map(withAliases));
  };

  return {
    regencies,
    hasRegency: (code) => byCode.has(code),
    gazetteer(regency) {
      let index = indexes.get(regency);
      if (!index) {
        index = makeIndex(regency);
        indexes.set(regency, index);
      }
      return index;
    },
    regencyNamed(name) {
      const wantsCity = /^\s*kota\b/i.test(name);
      const key = placeKey(name);
      const hits = regencies.filter((r) => placeKey(r.name) === key);
      const right = hits.filter((r) => /^kota\b/i.test(r.name) === wantsCity);
      return (right.length === 1 ? right[0] : hits.length === 1 ? hits[0] : undefined)?.code ?? null;
    },
    async regenciesOfVillages(names) {
      const wanted = new Set(names.map(normalisePlaceName).filter(Boolean));
      const hits = new Map<RegionCode, Set<string>>();
      for (const line of (await dataText('villages')).split('\n').slice(1)) {
        if (!line.includes(',')) continue;
        const key = normalisePlaceName(line.slice(line.indexOf(',', line.indexOf(',') + 1) + 1));
        if (!wanted.has(key)) continue;
        const regency = line.slice(0, 5) as RegionCode;
        hits.set(regency, (hits.get(regency) ?? new Set()).add(key));
      }
      return [...hits].map(([code, found]) => ({ code, hits: found.size })).sort((a, b) => b.hits - a.hits || (a.code < b.code ? -1 : 1));
    },
  };
}

const placeKey = (name: string): string => normalisePlaceName(name.replace(/^\s*(?:kota|kabupaten|kab\.?)(?:\s+administrasi)?\s+/i, ''));
