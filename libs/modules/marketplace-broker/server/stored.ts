import type { IsoDate, Rupiah } from '@anyam/domain/kernel';
import type { Deal, DealLine, DealState, DealTerms, Receipt, Settlement } from '@anyam/domain/marketplace-broker';
import { z } from 'zod';
import type { DealRecord, StoredSettlement } from '../persistence/deal.repository.ts';

/** JSON of the deal's columns: money is written as digits, so nothing is rounded on the way. */
const money = z.string().regex(/^-?\d{1,18}$/).transform((digits) => BigInt(digits) as Rupiah);
const day = z.string().transform((text) => text as IsoDate);
const quantity = z.number().int().nonnegative();
export const storedPrices = z.array(z.object({ grade: z.string(), price: money }));
const storedTerms = z.object({
  productId: z.string(), unit: z.object({ name: z.string(), factor: quantity }), prices: storedPrices,
  fee: z.union([
    z.object({ kind: z.literal('fixed'), amount: money, bearer: z.enum(['group', 'party']) }),
    z.object({ kind: z.literal('bps'), rateBps: quantity, bearer: z.enum(['group', 'party']) }),
  ]).nullable(),
  setOffLimit: money, payWithinDays: quantity,
});
const line = { lotId: z.string(), lotCode: z.string(), memberId: z.string(), grade: z.string() };
const storedLines = z.array(z.object({ ...line, quantity }));
const storedReceipt = z.object({
  on: day,
  lots: z.array(z.object({ ...line, sent: quantity, accepted: z.array(z.object({ grade: z.string(), quantity })), refused: quantity, short: quantity, downgraded: quantity })),
}).nullable();
const storedSettlements = z.array(z.object({
  id: z.string(), kind: z.enum(['payment', 'setOff']), amount: money, on: day, purse: z.enum(['cash', 'bank']).nullable(), takesBack: z.string().nullable(), byName: z.string(),
}) satisfies z.ZodType<unknown, StoredSettlement>);

export interface StoredDeal extends Omit<DealRecord, 'state' | 'terms' | 'receipt' | 'lines' | 'settlements'> {
  readonly deal: Deal;
  readonly entries: z.infer<typeof storedSettlements>;
}

/** A row as the domain knows it; whatever does not read as what was written is a fault of ours and throws. */
export function dealFrom({ state, terms, receipt, lines, settlements, ...row }: DealRecord): StoredDeal {
  const entries = storedSettlements.parse(settlements);
  const deal: Deal = {
    id: row.id, groupId: row.groupId, partyId: row.partyId, state: state as DealState, terms: storedTerms.parse(terms) as DealTerms, lines: storedLines.parse(lines) as DealLine[],
    receipt: storedReceipt.parse(receipt) as Receipt | null,
    settlements: entries.map(({ id, kind, amount, on, takesBack }): Settlement => ({ id, kind, amount, on, ...(takesBack === null ? {} : { takesBack }) })),
  };
  return { ...row, deal, entries };
}

const bilingual = z.object({ id: z.string(), en: z.string() });
export const storedOwed = z.object({ material: money, iks: money, service: money, principal: money, fee: money });
export const storedMembers = z.array(z.object({
  memberId: z.string(), memberName: z.string(), gross: money, material: money, iks: money, service: money, principal: money, fee: money, net: money, stillOwed: storedOwed,
  slip: z.array(z.object({ key: z.string(), amount: money, text: bilingual })),
  payouts: z.array(z.object({ id: z.string(), on: z.string(), amount: money, purse: z.enum(['cash', 'bank']), takesBack: z.string().nullable(), reason: z.string().nullable(), byName: z.string() })),
}));
export const storedReversal = z.object({ on: z.string(), reason: z.string(), byName: z.string() }).nullable();
