import { contains, COUNTRY, levelOf, normalisePlaceName, type RegionCode, type RegionLevel } from './region.ts';
import { editSimilarity, todaysSpelling, trigramSimilarity } from './text-similarity.ts';

export interface RegionEntry {
  readonly code: RegionCode;
  readonly name: string;
  /** Other names the office knows for it. */
  readonly aliases?: readonly string[];
}

export interface RegionCandidate {
  readonly code: RegionCode;
  readonly name: string;
  /** 0..1 */
  readonly score: number;
}

export interface RegionMatch {
  /** exact: same name up to case, blanks and prefixes. alias: another known name or an old spelling. fuzzy: near enough and clearly the nearest. */
  readonly kind: 'exact' | 'alias' | 'fuzzy' | 'none';
  /** Null when nothing fits, or when several areas share the name. */
  readonly code: RegionCode | null;
  /** Best first; at most five. */
  readonly candidates: readonly RegionCandidate[];
}

export interface RegionIndex {
  nameOf(code: RegionCode): string | null;
  has(code: RegionCode): boolean;
  /** Finds the area a text names. `within` limits the search to an area, `level` to one level. */
  match(text: string, options?: { readonly within?: RegionCode; readonly level?: RegionLevel }): RegionMatch;
}

const SURE = 0.78;
const MARGIN = 0.08;
const WORTH_SHOWING = 0.45;
const MEMO_LIMIT = 5_000;

interface Row extends RegionEntry {
  readonly keys: readonly string[];
}

/**
 * Builds the gazetteer once; matching then costs one look-up for right names and one scan of `within` for wrong ones.
 * Answers are remembered, since a roster repeats the same few names.
 */
export function regionIndex(entries: Iterable<RegionEntry>): RegionIndex {
  const rows: Row[] = [];
  const byCode = new Map<RegionCode, Row>();
  const byKey = new Map<string, Row[]>();
  const byAlias = new Map<string, Row[]>();
  const memo = new Map<string, RegionMatch>();
  for (const entry of entries) {
    const key = normalisePlaceName(entry.name);
    const aliases = [...(entry.aliases ?? []).map(normalisePlaceName), todaysSpelling(key)];
    const row: Row = { ...entry, keys: [...new Set([key, ...aliases])] };
    rows.push(row);
    byCode.set(entry.code, row);
    push(byKey, key, row);
    for (const alias of new Set(aliases)) push(byAlias, alias, row);
  }

  const find = (key: string, within: RegionCode, level: RegionLevel | undefined): RegionMatch => {
    const fits = (row: Row): boolean => contains(within, row.code) && (level === undefined || levelOf(row.code) === level);
    for (const [kind, table, wanted] of [['exact', byKey, key], ['alias', byAlias, key], ['alias', byAlias, todaysSpelling(key)]] as const) {
      const hits = (table.get(wanted) ?? []).filter(fits);
      if (hits.length > 0) return { kind, code: hits.length === 1 ? (hits[0] as Row).code : null, candidates: hits.slice(0, 5).map((r) => ({ code: r.code, name: r.name, score: 1 })) };
    }
    const candidates = rows
      .filter((row) => fits(row) && row.keys.some((k) => Math.abs(k.length - key.length) <= 5))
      .map((row) => ({ code: row.code, name: row.name, score: Math.max(...row.keys.map((k) => nearness(k, key))) }))
      .filter((c) => c.score >= WORTH_SHOWING)
      .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
      .slice(0, 5);
    const [best, second] = candidates;
    const sure = best && best.score >= SURE && best.score - (second?.score ?? 0) >= MARGIN;
    return { kind: sure ? 'fuzzy' : 'none', code: sure ? best.code : null, candidates };
  };

  return {
    nameOf: (code) => byCode.get(code)?.name ?? null,
    has: (code) => byCode.has(code),
    match(text, options = {}) {
      const key = normalisePlaceName(text);
      const within = options.within ?? COUNTRY;
      if (key === '') return { kind: 'none', code: null, candidates: [] };
      const memoKey = `${key}|${within}|${options.level ?? ''}`;
      const known = memo.get(memoKey);
      if (known) return known;
      const found = find(key, within, options.level);
      if (memo.size >= MEMO_LIMIT) memo.clear();
      memo.set(memoKey, found);
      return found;
    },
  };
}

/** Edits weigh more than trigrams: one slip in a short name must stay near. */
const nearness = (a: string, b: string): number => Math.max(editSimilarity(a, b), 0.5 * editSimilarity(a, b) + 0.5 * trigramSimilarity(a, b));

function push(table: Map<string, Row[]>, key: string, row: Row): void {
  const list = table.get(key);
  if (list) list.push(row);
  else table.set(key, [row]);
}
