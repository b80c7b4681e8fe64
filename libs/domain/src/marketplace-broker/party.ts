import { contains, err, ok, type Bilingual, type IsoDate, type RegionCode, type Result } from '../kernel/index.ts';
import { marketProblem, type MarketProblem } from './errors.ts';

/** A party may be several at once: the broker of Dumplengan buys the mats and brings the pandan. */
export const PARTY_KINDS = ['broker', 'buyer', 'supplier'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
export const PARTY_KIND_LABEL: Readonly<Record<PartyKind, Bilingual>> = {
  broker: { id: 'pengepul', en: 'broker' },
  buyer: { id: 'pembeli', en: 'buyer' },
  supplier: { id: 'pemasok bahan', en: 'supplier of material' },
};

/** Goods (product or material; null is any) in an area of any level. An area covers every village in it. */
export interface Coverage {
  readonly goodsId: string | null;
  readonly area: RegionCode;
}

export interface Block {
  readonly reason: string;
  readonly on: IsoDate;
}

/** A row with permissions between parties, never a tenant. */
export interface Party {
  readonly id: string;
  readonly name: string;
  /** As `normalisePhone` gives it. */
  readonly phone: string | null;
  readonly kinds: readonly PartyKind[];
  /** Served where one line fits; a party without lines serves nobody. */
  readonly coverage: readonly Coverage[];
  readonly blocked: Block | null;
}

/** Reads an Indonesian number as people write it (0812-3456-7890, 62 812…, landlines too) into '+62…'. PHONE_BAD otherwise. */
export function normalisePhone(text: string): Result<string, MarketProblem> {
  const m = /^(?:\+?62|0)([1-9]\d{7,11})$/.exec(text.replace(/[\s().-]/g, ''));
  return m ? ok(`+62${m[1]}`) : err(marketProblem('PHONE_BAD'));
}

/** What is wrong with a party as typed; empty when it can be kept. Its phone may still be as typed. */
export function partyProblems(party: Omit<Party, 'id'>): MarketProblem[] {
  const found: MarketProblem[] = [];
  const name = party.name.trim();
  if (name.length > 100 || (name.match(/\p{L}/gu) ?? []).length < 3) found.push(marketProblem('PARTY_NAME_BAD'));
  if (party.phone !== null && !normalisePhone(party.phone).ok) found.push(marketProblem('PHONE_BAD'));
  if (party.kinds.length === 0) found.push(marketProblem('PARTY_KIND_MISSING'));
  const lines = party.coverage.map((c) => `${c.goodsId ?? ''}@${c.area}`);
  if (lines.length === 0 || new Set(lines).size < lines.length) found.push(marketProblem('COVERAGE_MISSING'));
  if (party.blocked && party.blocked.reason.trim() === '') found.push(marketProblem('BLOCK_REASON_MISSING'));
  return found;
}

/** True when the party serves these goods in a village: a line for them, or for any goods, whose area holds the village. */
export const covers = (party: Pick<Party, 'coverage'>, goodsId: string, village: RegionCode): boolean =>
  party.coverage.some((c) => (c.goodsId === null || c.goodsId === goodsId) && contains(c.area, village));

/**
 * Why this party may not deal in goods with a group of a village; empty when it may. `as`: the kinds of which it needs one
 * (buying: broker or buyer; selling material: broker or supplier).
 */
export function dealingProblems(
  party: Party,
  about: { readonly goodsId: string; readonly village: RegionCode; readonly as: readonly PartyKind[] },
): MarketProblem[] {
  const found: MarketProblem[] = [];
  if (party.blocked) found.push(marketProblem('PARTY_BLOCKED', { reason: party.blocked.reason }));
  if (!party.kinds.some((k) => about.as.includes(k))) found.push(marketProblem('PARTY_KIND_WRONG'));
  if (!covers(party, about.goodsId, about.village)) found.push(marketProblem('NOT_COVERED'));
  return found;
}

/** The kinds of which one is needed to buy goods, or to sell material. */
export const BUYING_KINDS: readonly PartyKind[] = ['broker', 'buyer'];
export const SELLING_KINDS: readonly PartyKind[] = ['broker', 'supplier'];
