import { describe, expect, it } from 'vitest';
import { isoDate, rupiah, ZERO, type Result } from '../kernel/index.ts';
import type { Deal } from './deal.ts';
import { countDelivery } from './delivery.ts';
import { dealValue, settle, standingOf } from './payment.ts';
import { shareOut, type MemberOwes, type ShareOut, type ShareRequest } from './share-out.ts';
import { aDeal, sayMats, withNothingShared } from './testing/a-deal.ts';

const right = <T, E>(r: Result<T, E>): T => {
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return r.value;
};
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const owe = (material: number, service = 0, principal = 0): MemberOwes =>
  ({ material: rupiah(material), service: rupiah(service), principal: rupiah(principal) });

/**
 * By hand. 40 mats sent, 38 come: one A of Sri and one B of Tini are missing; one A of Wati is taken as B.
 *   l1 14 A = 420.000; l2 9 A + 1 B = 292.000; l3 5 B = 110.000; l4 9 B = 198.000; goods 1.020.000, fee 20.000, due 1.000.000
 *   due by lot: 411.764,71  286.274,51  107.843,14  194.117,65 -> the two rupiah left go to l1 and l4
 */
const delivered = right(countDelivery(aDeal({ state: 'dikirim' }), [
  { lotId: 'l1', accepted: [{ grade: 'A', quantity: 14 }], refused: 0 },
  { lotId: 'l2', accepted: [{ grade: 'B', quantity: 1 }, { grade: 'A', quantity: 9 }], refused: 0 },
  { lotId: 'l3', accepted: [{ grade: 'B', quantity: 5 }], refused: 0 },
  { lotId: 'l4', accepted: [{ grade: 'B', quantity: 9 }], refused: 0 },
], isoDate('2020-11-24')));
const received: Deal = { ...delivered, state: 'diterima' };
const pay = (deal: Deal, id: string, kind: 'payment' | 'setOff', amount: number) =>
  right(settle(deal, { id, kind, amount: rupiah(amount), on: isoDate('2020-12-01') }, rupiah(150_000)));

/** IKS 5 % of proceeds, cut to the rupiah; the group takes no fee. */
const terms: Pick<ShareRequest, 'iksDue' | 'feeDue' | 'say'> = { iksDue: (gross) => rupiah((gross * 5n) / 100n), feeDue: () => ZERO, say: sayMats };
const nets = (s: ShareOut) => s.members.map((m) => [m.memberId, m.gross, ...Object.values(m.taken), m.net]);

describe('forty mats of three members', () => {
  it('are worth what the buyer counted', () => {
    expect(received.receipt?.lots.map((l) => [l.short, l.downgraded])).toEqual([[1, 0], [0, 1], [0, 0], [1, 0]]);
    const value = dealValue(received);
    expect([value.goods, value.fee, value.due]).toEqual([1_020_000n, 20_000n, 1_000_000n]);
    expect(value.lots.map((l) => l.due)).toEqual([411_765n, 286_274n, 107_843n, 194_118n]);
  });

  it('are settled by material set off and two payments', () => {
    const first = pay(pay(received, 's1', 'setOff', 150_000), 's2', 'payment', 400_000);
    expect(standingOf(first)).toEqual({ due: 1_000_000n, paid: 400_000n, setOff: 150_000n, remaining: 450_000n });
    expect(standingOf(pay(first, 's3', 'payment', 450_000)).remaining).toBe(0n);
  });

  it('are shared to the rupiah in two parts', () => {
    const lots = withNothingShared(dealValue(received).lots);
    // 55 % of each lot: 226.470,75  157.450,70  59.313,65  106.764,90 -> l4, l1, l2 get the three rupiah left
    const owes = new Map([['sri', owe(60_000)], ['wati', owe(50_000, 2_000, 25_000)], ['tini', owe(40_000)]]);
    const first = right(shareOut({ ...terms, amount: rupiah(550_000), lots, owes }));
    expect(first.members.flatMap((m) => m.lots.map((l) => l.part))).toEqual([226_471n, 157_451n, 59_313n, 106_765n]);
    expect(nets(first)).toEqual([
      ['sri', 226_471n, 60_000n, 11_323n, 0n, 0n, 0n, 155_148n],
      ['wati', 216_764n, 50_000n, 10_838n, 2_000n, 25_000n, 0n, 128_926n],
      ['tini', 106_765n, 40_000n, 5_338n, 0n, 0n, 0n, 61_427n],
    ]);
    // The cash of 400.000 pays the members and leaves IKS 27.499 and the instalment of 27.000.
    expect(400_000n - first.net).toBe(27_499n + 27_000n);

    const already = first.members.flatMap((m) => m.lots.map((l) => ({ ...l.lot, already: l.part })));
    const second = right(shareOut({ ...terms, amount: rupiah(450_000), lots: already, owes: new Map([['tini', owe(0, 0, 90_000)]]) }));
    expect(nets(second)).toEqual([
      ['sri', 185_294n, 0n, 9_264n, 0n, 0n, 0n, 176_030n],
      ['wati', 177_353n, 0n, 8_867n, 0n, 0n, 0n, 168_486n],
      ['tini', 87_353n, 0n, 4_367n, 0n, 82_986n, 0n, 0n],
    ]);
    expect(second.members[2]?.stillOwed.principal).toBe(7_014n);
    expect(plain(second.members[2]?.slip.at(-1)?.text.id)).toBe('Angsuran pokok yang belum terpotong: Rp 7.014.');
  });

  it('give a slip that says each figure and why', () => {
    const lots = withNothingShared(dealValue(received).lots);
    const share = right(shareOut({ ...terms, amount: rupiah(550_000), lots, owes: new Map([['wati', owe(50_000, 2_000, 25_000)]]) }));
    expect(share.members[1]?.slip.map((l) => [l.key, plain(l.text.id)])).toEqual([
      ['lot', 'Lot L2: 9 lembar A @ Rp 30.000 + 1 lembar B @ Rp 22.000 = Rp 292.000. Biaya Rp 5.726, jadi Rp 286.274. Sudah dibagi Rp 0, kini Rp 157.451.'],
      ['lot', 'Lot L3: 5 lembar B @ Rp 22.000 = Rp 110.000. Biaya Rp 2.157, jadi Rp 107.843. Sudah dibagi Rp 0, kini Rp 59.313.'],
      ['gross', 'Bagian dari pembayaran ini: Rp 216.764.'],
      ['material', 'Dipotong bahan yang diambil: Rp 50.000.'],
      ['iks', 'Dipotong IKS menurut keputusan musyawarah: Rp 10.838.'],
      ['service', 'Dipotong jasa pinjaman: Rp 2.000.'],
      ['principal', 'Dipotong angsuran pokok pinjaman: Rp 25.000.'],
      ['net', 'Diterima anggota: Rp 128.926.'],
    ]);
    expect(plain(share.members[1]?.slip[2]?.text.en)).toBe('Share of this payment: Rp 216.764.');
  });
});
