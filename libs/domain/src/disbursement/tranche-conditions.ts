import { roleNames, type Blocker, type FlowRole } from '../kernel/flow.ts';
import { formatRupiah, rupiah, splitByWeight, type Rupiah } from '../kernel/rupiah.ts';
import { fill, type Bilingual, type TextParams } from '../kernel/text.ts';
import type { DisbursementRules } from './rules.ts';

export type TrancheConditionKey = 'receipts' | 'reportAccepted' | 'visitSuitable' | 'memberConfirmations' | 'noOpenCase' | 'budgetLeft' | 'solidarityFundAlive';

/** What the conditions of tranche n look at. `previous` is tranche n-1, null for the first. Rupiah. */
export interface TrancheConditionFacts {
  readonly previous: {
    readonly received: Rupiah;
    /** Expenditure with a receipt or the needed witnesses. */
    readonly receipted: Rupiah;
    readonly reportAccepted: boolean;
    readonly confirmations: number;
  } | null;
  /** The last visit since the previous tranche: "sesuai", "tidak sesuai", or none. */
  readonly visit: 'suitable' | 'notSuitable' | 'none';
  readonly openCases: number;
  readonly amount: Rupiah;
  /** Reserved for this proposal in the ledger. */
  readonly reserved: Rupiah;
  readonly solidarityFundAlive: boolean;
}
export interface TrancheCondition {
  readonly key: TrancheConditionKey;
  readonly met: boolean;
  readonly text: Bilingual;
  readonly params: TextParams;
  readonly clearedBy: Bilingual;
}

/** Conditions about the tranche before; the first tranche has none. */
const ABOUT_PREVIOUS: readonly TrancheConditionKey[] = ['receipts', 'reportAccepted', 'visitSuitable', 'memberConfirmations', 'solidarityFundAlive'];

/** Amount of each tranche, rupiah: the total by the percents of the rule set, largest remainder, so that they sum to it. */
export const trancheAmounts = (total: Rupiah, rules: Pick<DisbursementRules, 'trancheSplit'>): Rupiah[] => splitByWeight(total, rules.trancheSplit.map(BigInt));

/**
 * The conditions of tranche `n` (from 1) as the rule set names them, in its order, each met or not (rules 26 and 27).
 * RangeError when n > 1 and nothing is known of the tranche before.
 */
export function trancheConditions(n: number, facts: TrancheConditionFacts, rules: Pick<DisbursementRules, 'trancheConditions' | 'receiptsPercentForNext' | 'minConfirmations'>): TrancheCondition[] {
  if (n > 1 && !facts.previous) throw new RangeError(`tranche ${n} without the one before`);
  return rules.trancheConditions.filter((key) => n > 1 || !ABOUT_PREVIOUS.includes(key)).map((key) => condition(key, n - 1, facts, rules));
}

function condition(key: TrancheConditionKey, before: number, f: TrancheConditionFacts, rules: Pick<DisbursementRules, 'receiptsPercentForNext' | 'minConfirmations'>): TrancheCondition {
  const say = (met: boolean, id: string, en: string, roles: readonly FlowRole[], params: TextParams = {}): TrancheCondition => ({ key, met, text: { id, en }, params: { before, ...params }, clearedBy: roleNames(roles) });
  const p = f.previous ?? { received: rupiah(0), receipted: rupiah(0), reportAccepted: false, confirmations: 0 };
  switch (key) {
    case 'receipts': {
      const percent = p.received > 0n ? Number((p.receipted * 100n) / p.received) : 0;
      const met = p.received > 0n && p.receipted * 100n >= p.received * BigInt(rules.receiptsPercentForNext);
      return say(met, 'bukti belanja tahap {before} mencapai {need} % (sekarang {percent} %)', 'receipts of tranche {before} reach {need} % (now {percent} %)', ['pendamping'], { need: rules.receiptsPercentForNext, percent });
    }
    case 'reportAccepted': return say(p.reportAccepted, 'LPJ tahap {before} diterima', 'report on tranche {before} accepted', ['kabid']);
    case 'memberConfirmations': return say(p.confirmations >= rules.minConfirmations, '{need} anggota biasa menyatakan menerima dana tahap {before} (sekarang {have})', '{need} ordinary members confirmed tranche {before} (now {have})', ['pendamping'], { need: rules.minConfirmations, have: p.confirmations });
    case 'visitSuitable': return say(f.visit === 'suitable', f.visit === 'notSuitable' ? 'kunjungan terakhir "tidak sesuai"; perlu kunjungan ulang dengan hasil "sesuai"' : 'kunjungan setelah tahap {before} dengan hasil "sesuai"', f.visit === 'notSuitable' ? 'the last visit was "not suitable"; another one must find it suitable' : 'a visit after tranche {before} that finds it suitable', ['pendamping', 'verifikator']);
    case 'noOpenCase': return say(f.openCases === 0, 'tidak ada kasus atau aduan terbuka (sekarang {n})', 'no open case or complaint (now {n})', ['verifikator', 'kabid'], { n: f.openCases });
    case 'budgetLeft': return say(f.reserved >= f.amount, 'dana dicadangkan {amount} (sekarang {reserved})', '{amount} reserved (now {reserved})', ['kepala'], { amount: formatRupiah(f.amount), reserved: formatRupiah(f.reserved) });
    case 'solidarityFundAlive': return say(f.solidarityFundAlive, 'iuran kesetiakawanan sosial (IKS) berjalan', 'the solidarity contribution (IKS) is kept up', ['pendamping']);
  }
}

/** The unmet ones as blockers of a flow. */
export const conditionBlockers = (conditions: readonly TrancheCondition[]): Blocker[] =>
  conditions.filter((c) => !c.met).map((c) => ({ code: `TRANCHE_WAITS_${c.key.toUpperCase()}`, text: { id: `Menunggu: ${c.text.id}.`, en: `Waiting for: ${c.text.en}.` }, params: c.params, clearedBy: c.clearedBy }));

const NUMBER = { id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh'], en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'] } as const;

/** "Tahap 2 menunggu satu hal: LPJ tahap 1 diterima (kepala bidang)." or that it can be paid. */
export function waitingSentence(n: number, conditions: readonly TrancheCondition[]): Bilingual {
  const open = conditions.filter((c) => !c.met);
  if (open.length === 0) return { id: `Tahap ${n} sudah dapat dibayarkan.`, en: `Tranche ${n} can be paid.` };
  const list = (language: 'id' | 'en') => open.map((c) => `${fill(c.text[language], c.params)} (${c.clearedBy[language]})`).join('; ');
  const count = (language: 'id' | 'en') => NUMBER[language][open.length] ?? String(open.length);
  return { id: `Tahap ${n} menunggu ${count('id')} hal: ${list('id')}.`, en: `Tranche ${n} waits for ${count('en')} ${open.length === 1 ? 'thing' : 'things'}: ${list('en')}.` };
}
