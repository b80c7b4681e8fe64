import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import { buyerPaid, iksPaidInMoney, loanPaidOut, materialBought, materialIssued, saleAccepted, shareOut, type ShareLine } from '@anyam/domain/books';
import { isoDate, rupiah } from '@anyam/domain/kernel';
import type { TestKit } from '@anyam/server-kit/testing';
import type { BooksPort } from '../contract/index.ts';

const feb = (d: number) => isoDate(`2020-02-${String(d).padStart(2, '0')}`);

/**
 * February 2020 of two weavers, by hand: pandan 200.000 on account, mats sold for 500.000 and paid, shared 300 : 200.
 * Cash at its end: 600.000 - 150.000 + 10.000 + 500.000 - 305.000 - 40.000 = 615.000.
 */
export async function exampleMonth(
  kit: TestKit,
  books: BooksPort,
  clerk: Call,
  { groupId, members }: { groupId: string; members: readonly string[] },
): Promise<{ a: string; b: string }> {
  const [a, b] = members as [string, string];
  const r = rupiah;
  const dealId = randomUUID();
  const line = (memberId: string, gross: number, material: number, iks: number): ShareLine => ({
    memberId,
    gross: r(gross),
    material: r(material),
    iks: r(iks),
  });
  await books.recordAid(clerk, { groupId, key: randomUUID(), on: feb(1), amount: 2_000_000n, document: 'SP2D 12', item: null });
  await books.moveMoney(clerk, { groupId, key: randomUUID(), on: feb(2), amount: 600_000n, document: null, direction: 'withdraw' });
  await kit.work.run(clerk.actor, (unit) =>
    books.postMany(unit as never, clerk.actor, groupId, [
      {
        event: { key: 'm1', kind: 'materialBought', text: 'Pandan 20 ikat dari Bu Sri' },
        transfers: materialBought({ groupId, on: feb(3), amount: r(200_000), purchaseId: 'm1', materialId: 'pandan', paidBy: { partyId: 'sri' } }),
      },
      {
        event: { key: 'i1', kind: 'materialIssued', text: 'Pandan dibawa anggota', memberId: a },
        transfers: materialIssued({ groupId, on: feb(4), amount: r(80_000), materialId: 'pandan', memberId: a, issueId: 'i1' }),
      },
      {
        event: { key: 'l1', kind: 'loanPaidOut', text: 'Pinjaman', memberId: b },
        transfers: loanPaidOut({ groupId, on: feb(5), amount: r(150_000), loanId: 'L1', outOf: 'cash' }),
      },
      {
        event: { key: 'k1', kind: 'iksPaid', text: 'IKS', memberId: b },
        transfers: iksPaidInMoney({ groupId, on: feb(6), amount: r(10_000), memberId: b, receiptId: 'k1', into: 'cash' }),
      },
      {
        event: { key: 'd1', kind: 'saleAccepted', text: '25 tikar diterima pembeli', dealId },
        transfers: saleAccepted({ groupId, on: feb(10), amount: r(500_000), dealId }),
      },
      {
        event: { key: 'p1', kind: 'buyerPaid', text: 'Pembeli membayar', dealId },
        transfers: buyerPaid({ groupId, on: feb(12), amount: r(500_000), dealId, paymentId: 'p1', into: 'cash' }),
      },
      {
        event: { key: 's1', kind: 'shareOut', text: 'Bagi hasil', dealId },
        transfers: shareOut({
          groupId,
          on: feb(12),
          dealId,
          paymentId: 'p1',
          lines: [line(a, 300_000, 80_000, 15_000), { ...line(b, 200_000, 0, 10_000), instalment: { loanId: 'L1', principal: r(50_000), service: r(5_000) } }],
        }),
      },
    ]),
  );
  await books.payMembers(clerk, {
    groupId,
    key: randomUUID(),
    on: feb(12),
    document: null,
    outOf: 'cash',
    lines: [
      { memberId: a, amount: 205_000n },
      { memberId: b, amount: 100_000n },
    ],
  });
  await books.recordExpense(clerk, {
    groupId,
    key: randomUUID(),
    on: feb(20),
    amount: 40_000n,
    document: null,
    category: 'transport',
    paidFrom: 'cash',
    text: 'Angkut tikar',
  });
  return { a, b };
}
