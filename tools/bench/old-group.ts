/** A group of twenty with ten years of meetings behind it, made by the modules themselves, and one meeting that is open today. */
import { randomUUID } from 'node:crypto';
import { rupiah, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import type { Call, Grant } from '@anyam/contract-kit';
import { closeMeeting, decideIn, groupWithMembers, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { productionFor, usualGoods } from '@anyam/production/testing';
import { savingsFor } from '@anyam/savings/testing';
import { diskStore, openDatabase, UnitOfWork, type Config, type Kit } from '@anyam/server-kit';

const SIZE = 20;
const MONTHS = 120;
const PRINCIPAL = 2_000_000n;

export interface OldGroup {
  readonly groupId: string;
  readonly meetingId: string;
  readonly rows: readonly { readonly memberId: string; readonly loanId: string }[];
  readonly productId: string;
  readonly grade: string;
}

/** A kit whose clock stands on the day it is given; jobs rest. */
export function benchKit(url: string, config: Config, filesDir: string) {
  let day = '2016-01-05';
  const clock = { now: () => new Date(`${day}T01:00:00.000Z`), today: () => day as IsoDate };
  const db = openDatabase(url);
  const kit: Kit = {
    config, db, clock, work: new UnitOfWork(db, clock), files: diskStore(filesDir), jobs: { define: () => undefined, sweep: () => undefined, send: async () => undefined },
  };
  return { kit, put: (to: string) => void (day = to) };
}

export async function callOf(kit: Kit, username: string): Promise<Call> {
  const user = await kit.db.prisma.authUser.findFirstOrThrow({ where: { username } });
  const grant: Grant = { role: 'operator', area: '35.21' as RegionCode, ownGroupsOnly: false };
  return { actor: { userId: user.id, username, name: user.name, grants: [grant] }, permission: 'bench', scope: [grant] };
}

export const matsOf = async (kit: Kit, call: Call): Promise<string> => (await usualGoods(productionFor(kit), call)).mat;

/** The month so many months before this one, as a day in it. */
const monthBack = (n: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - n, 5)).toISOString().slice(0, 10);
};

export async function makeOldGroup({ kit, put }: ReturnType<typeof benchKit>, call: Call, productId: string): Promise<OldGroup> {
  const [meetings, savings] = [meetingFor(kit), savingsFor(kit)];
  const key = () => randomUUID();
  put(monthBack(MONTHS));
  const { groupId, members } = await groupWithMembers(kit, call, SIZE);
  await kit.db.prisma.$executeRaw`UPDATE membership SET joined_on = date '2010-01-01' WHERE group_id = ${groupId}::uuid`;
  const ids = members.map((m) => m.membershipId);
  const [grade = ''] = (await productionFor(kit).products(kit.db.prisma, '35.21')).find((p) => p.id === productId)?.grades ?? [];

  const loans = new Map<string, string>();
  for (let back = MONTHS; back > 0; back -= 1) {
    put(monthBack(back));
    const id = await openMeeting(kit, meetings, call, groupId);
    if (back === MONTHS) {
      await decideIn(meetings, call, id, { kind: 'iksRate', content: { kind: 'amount', amount: rupiah(50_000), every: 'meeting' } });
      await decideIn(meetings, call, id, { kind: 'loanRules', content: { charge: { kind: 'percent', bps: 100 }, order: 'serviceFirst', every: 'month', limit: null } });
    }
    if (back === 1) for (const memberId of ids) await decideIn(meetings, call, id, { kind: 'loan', content: { memberId, amount: rupiah(PRINCIPAL), instalments: 12, what: 'modal' } });
    await savings.sheet.post(call, {
      key: key(), meetingId: id,
      rows: ids.map((memberId) => ({
        memberId, attendance: 'present', representative: null, iks: 50_000n, voluntary: 10_000n, instalments: [],
        deposits: [{ productId, grade, handedIn: 10, accepted: 9, rejected: 1, rejectReason: 'torn', note: null }],
      })),
    });
    await closeMeeting(meetings, call, id);
  }
  for (const memberId of ids) {
    const on = monthBack(1);
    const { id } = await savings.loans.request(call, { key: key(), groupId, memberId, amount: PRINCIPAL, instalments: 12, what: 'modal', on });
    await savings.loans.approve(call, { key: key(), id, expectedState: 'requested', on });
    await savings.loans.payOut(call, { key: key(), id, expectedState: 'approved', on, outOf: 'cash' });
    loans.set(memberId, id);
  }
  put(new Date().toISOString().slice(0, 10));
  const meetingId = await openMeeting(kit, meetings, call, groupId);
  return { groupId, meetingId, productId, grade, rows: ids.map((memberId) => ({ memberId, loanId: loans.get(memberId) ?? '' })) };
}
