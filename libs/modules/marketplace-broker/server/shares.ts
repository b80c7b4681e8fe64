import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { applyInstalment, shareOut as shareTransfers, type Instalment } from '@anyam/domain/books';
import { rupiah, sum, ZERO, type Bilingual, type Rupiah } from '@anyam/domain/kernel';
import { dealValue, marketError, shareOut, standingOf, type MemberShare, type ShareOut } from '@anyam/domain/marketplace-broker';
import { iksDue } from '@anyam/domain/savings';
import type { Transaction } from '@anyam/member/contract';
import type { Query } from '@anyam/server-kit';
import type { DealsPort } from '../contract/index.ts';
import { offerRepository } from '../persistence/offer.repository.ts';
import { shareRepository } from '../persistence/share.repository.ts';
import { sayOf, type Market } from './context.ts';
import { checkDay, inHand, matterOf, type Matter } from './deal-matter.ts';
import { fail } from './errors.ts';

interface Loan { readonly memberId: string; readonly loanId: string; readonly service: bigint; readonly principal: bigint }
interface Plan { readonly share: ShareOut; readonly amount: Rupiah; readonly loans: readonly Loan[]; readonly rate: Bilingual; readonly names: ReadonlyMap<string, string> }

const NO_RATE: Bilingual = { id: 'Belum ada keputusan IKS, jadi tidak ada potongan IKS.', en: 'There is no decision on the solidarity fund, so none is taken.' };

/** Under which event of the books a share-out stands. */
export const shareKey = (id: string): string => `deal-share-${id}`;

/** What came in for a deal goes to the members by their lots; what each owes is taken first, and each figure says why. */
export function createShares(m: Market): Pick<DealsPort, 'sharePreview' | 'share'> {
  const { books, savings } = m.ports;

  /** What would be shared now. Money and material set off are shared together: all that is settled and not yet shared. */
  async function plan({ deal, row, group }: Matter, on: string, tx: Transaction, q: Query): Promise<Plan> {
    if (deal.state === 'sengketa') throw fail('IN_DISPUTE');
    const { paid, setOff } = standingOf(deal);
    const amount = rupiah(paid + setOff - row.shared);
    if (amount <= 0n) throw fail('NOTHING_TO_SHARE');
    const already = await shareRepository.already(q, deal.id);
    const lots = dealValue(deal).lots.map((l) => ({ ...l, already: rupiah(already.get(l.lotId) ?? 0n) }));
    const rate = await savings.iksRate(tx, group.id, on);
    const loans = await savings.owed(tx, group.id, on);
    const material = new Map((await books.accounts(tx, group.id, ['memberMaterial'])).map((a) => [a.owner, a.balance]));
    const members = [...new Set(lots.map((l) => l.memberId))];
    const product = await m.productOf(group.regencyCode, row.productId, tx);
    const owes = new Map(members.map((memberId) => {
      const own = loans.filter((l) => l.memberId === memberId);
      return [memberId, { material: rupiah(material.get(memberId) ?? 0n), service: sum(own.map((l) => l.service)), principal: sum(own.map((l) => l.principal)) }];
    }));
    const share = shareOut({
      amount, lots, owes, say: sayOf(product), feeDue: () => ZERO,
      iksDue: (gross) => (rate === null ? ZERO : iksDue(rate, { kind: 'proceeds', gross })),
    });
    if (!share.ok) throw marketError(share.error.code, share.error.params);
    const names = new Map((await offerRepository.memberNames(q, members)).map((n) => [n.id, n.name]));
    return { share: share.value, amount, loans, rate: rateWords(rate), names };
  }

  /** What was taken for loans, laid on the loans in their order: the charge first, then the principal. */
  function instalmentsOf(s: MemberShare, loans: readonly Loan[]): Instalment[] {
    let [service, principal] = [s.taken.service as bigint, s.taken.principal as bigint];
    return loans.filter((l) => l.memberId === s.memberId).map((l) => {
      const part = { loanId: l.loanId, service: rupiah(l.service < service ? l.service : service), principal: rupiah(l.principal < principal ? l.principal : principal) };
      service -= part.service;
      principal -= part.principal;
      return part;
    }).filter((l) => l.service + l.principal > 0n);
  }

  async function store(call: Call, { key, id, on, meetingId, expectedAmount, expectedNet }: Parameters<DealsPort['share']>[1]): ReturnType<DealsPort['share']> {
    return m.once(call, key, 'share', async (hand) => {
      const matter = await inHand(m, call, id, hand);
      const { deal, row, group, party } = matter;
      const day = checkDay(m, on, row.receivedOn);
      if (meetingId !== null && (await m.ports.meeting.get(hand.unit.tx, meetingId))?.groupId !== group.id) throw common('NOT_FOUND');
      const { share, amount, loans } = await plan(matter, on, hand.unit.tx, hand.query);
      // What was read out before must be what is stored.
      if (amount !== expectedAmount || share.net !== expectedNet) throw common('CHANGED_MEANWHILE');
      const shareId = randomUUID();
      const c = { groupId: group.id, on: day };
      const lines = share.members.map((s) => ({ share: s, loans: instalmentsOf(s, loans) }));
      await shareRepository.insert(hand.query, { id: shareId, regencyCode: row.regencyCode, groupId: group.id, dealId: deal.id, amount, net: share.net, on, meetingId, by: hand.who, now: hand.now },
        share.members.map((s, no) => ({ no, memberId: s.memberId, gross: s.gross, ...s.taken, net: s.net, stillOwed: s.stillOwed, slip: s.slip })),
        share.members.flatMap((s) => s.lots.map((l) => ({ lotId: l.lot.lotId, memberId: s.memberId, part: l.part }))));
      await books.post(hand.unit, hand.who, group.id, {
        key: shareKey(shareId), kind: 'shareOut', dealId: deal.id, meetingId, text: { id: `Pembagian hasil dari ${party.name}`, en: `Share-out of proceeds from ${party.name}` },
      }, [
        ...shareTransfers({ ...c, dealId: deal.id, paymentId: shareId, lines: lines.map(({ share: s }) => ({ memberId: s.memberId, gross: s.gross, material: s.taken.material, iks: s.taken.iks })) }),
        ...lines.flatMap(({ share: s, loans: own }) => own.flatMap((i) => applyInstalment(c, s.memberId, i, shareId))),
      ]);
      await savings.fromShare(hand.unit, hand.who, group.id, { paymentId: shareId, on, meetingId, lines: lines.map(({ share: s, loans: own }) => ({ memberId: s.memberId, iks: s.taken.iks, loans: own })).filter((l) => l.iks > 0n || l.loans.length > 0) });
      hand.unit.audit({ action: 'market.share', entity: 'deal', entityId: deal.id, groupId: group.id, regionCode: group.villageCode, changes: { shared: [row.shared, row.shared + amount], net: [null, share.net] } });
      return { id: shareId };
    });
  }

  return {
    async sharePreview(call, { id, on }) {
      const matter = await matterOf(m, call, id, { tx: m.prisma, query: m.query, lock: false });
      const { share, amount, rate, names } = await plan(matter, on, m.prisma, m.query);
      return {
        amount, net: share.net, taken: { ...share.taken }, iksRate: rate,
        members: share.members.map((s) => ({
          memberId: s.memberId, memberName: names.get(s.memberId) ?? '', gross: s.gross, taken: { ...s.taken }, stillOwed: { ...s.stillOwed }, net: s.net, slip: s.slip.map((l) => ({ ...l })), paidOut: 0n, left: s.net, payouts: [],
        })),
      };
    },
    share: store,
  };
}

function rateWords(rate: Parameters<typeof iksDue>[0] | null): Bilingual {
  if (rate === null) return NO_RATE;
  if (rate.kind === 'amount') return { id: 'IKS dibayar per pertemuan atau bulan, jadi tidak dipotong di sini.', en: 'The solidarity fund is paid at meetings or monthly, so nothing is taken here.' };
  const percent = (n: number, language: 'id-ID' | 'en-GB') => new Intl.NumberFormat(language).format(n / 100);
  return { id: `IKS ${percent(rate.bps, 'id-ID')} % dari hasil menurut keputusan musyawarah.`, en: `Solidarity fund: ${percent(rate.bps, 'en-GB')} % of proceeds by decision of the meeting.` };
}
