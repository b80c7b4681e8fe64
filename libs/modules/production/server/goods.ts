import { randomInt, randomUUID } from 'node:crypto';
import { fail as common, reaches } from '@anyam/contract-kit';
import { groupPlace } from '@anyam/group/contract';
import { daysBetween, type IsoDate } from '@anyam/domain/kernel';
import {
  applyLot, lotCode, lotPrefixes, makeDeposit, parseLotCode, pilesOf, productionError, REJECT_REASONS, type Lot, type Product, type RejectReason,
} from '@anyam/domain/production';
import type { Person, Unit } from '@anyam/member/contract';
import { inTx, type Query, type Tx } from '@anyam/server-kit';
import type { DepositGiven, DepositMade, GoodsPort, ProductionPort } from '../contract/index.ts';
import { goodsRepository as stored, type DepositInsert, type LotInsert, type LotRow, type Of } from '../persistence/goods.repository.ts';
import { catalogueIn, type CatalogueServer } from './catalogue.ts';
import { blank, monthOf, ofGroup, queryOf, throwProblem, type ProductionContext } from './context.ts';
import { fail } from './errors.ts';

type Ports = Pick<ProductionPort, 'deposit' | 'lots' | 'applyLots'>;

export function createGoods(c: ProductionContext, catalogue: CatalogueServer): { goods: GoodsPort; ports: Ports } {
  const { work } = c.kit;

  async function deposit(unit: Unit, who: Person, groupId: string, entries: readonly DepositGiven[], at: { on: string; meetingId: string | null }): Promise<DepositMade[]> {
    if (entries.length === 0) return [];
    const query = queryOf(unit);
    const group = await c.needs.group.get(unit.tx, groupId);
    if (!group) throw common('NOT_FOUND');
    if (group.state === 'dissolved') throw fail('GROUP_CLOSED');
    if (at.meetingId !== null && (await c.needs.meeting.open(unit.tx, at.meetingId)).groupId !== groupId) throw fail('MEETING_OTHER');
    const members = await c.membersOf(unit.tx, groupId);
    const products = new Map((await catalogueIn(query, group.regencyCode, unit.now)).products.map((p) => [p.id, p]));
    const of = ofGroup(unit, who, group);
    const rows = entries.map((e) => {
      const member = members.get(e.memberId);
      if (!member || member.joinedOn > at.on) throw fail('NOT_A_MEMBER');
      return rowOf(e, at, products.get(e.productId), c.today());
    });
    await stored.addDeposits(query, of, rows);
    const lots = await lotsFor(query, of, group.name, rows.filter((r) => r.accepted > 0), at.on);
    if (lots.length > 0) await stored.addLots(query, of, lots);
    if (at.meetingId !== null) await c.needs.meeting.touch(unit, at.meetingId);
    const byDeposit = new Map(lots.map((l) => [l.deposit_id, l]));
    return rows.map((r) => {
      const lot = byDeposit.get(r.id);
      const product = products.get(r.product_id)?.name;
      unit.audit({
        action: 'production.deposit', entity: 'deposit', entityId: r.id, groupId, regionCode: group.villageCode,
        changes: { member: [null, members.get(r.member_id)?.name], goods: [null, `${product} ${r.grade}`], accepted: [null, r.accepted], ...(r.rejected > 0 ? { rejected: [null, `${r.rejected} (${r.reject_reason})`] as const } : {}), ...(lot ? { lot: [null, lot.code] as const } : {}) },
      });
      return { depositId: r.id, lotId: lot?.id ?? null, lotCode: lot?.code ?? null, memberId: r.member_id };
    });
  }

  const ports: Ports = {
    deposit,
    lots: (tx, groupId, ids, lock = false) => stored.lots(inTx(tx as unknown as Tx), groupId, ids, lock),
    async applyLots(unit, who, groupId, events) {
      if (events.length === 0) return;
      const query = queryOf(unit);
      const group = await c.needs.group.get(unit.tx, groupId);
      if (!group) throw common('NOT_FOUND');
      const lots = new Map<string, Lot>((await stored.lots(query, groupId, [...new Set(events.map((e) => e.lotId))], true)).map((l) => [l.id, l]));
      for (const { lotId, event } of events) {
        const lot = lots.get(lotId);
        if (!lot) throw productionError('LOT_NOT_FOUND', { code: '' });
        const next = applyLot(lot, event);
        if (!next.ok) throw productionError(next.error.code, next.error.params);
        lots.set(lotId, next.value);
      }
      await stored.addLotEvents(query, ofGroup(unit, who, group), events);
    },
  };

  const goods: GoodsPort = {
    async add(call, { key, groupId, on, meetingId, entries }) {
      return work.once(key, 'production.deposit', call.actor, async (unit) => {
        await c.mine(call, groupId, unit.tx as never);
        return { made: (await deposit(unit as never, call.actor, groupId, entries, { on, meetingId })).map((m) => ({ ...m })) };
      });
    },
    async deposits(call, { groupId, page, pageSize, q, memberId, productId }) {
      await c.mine(call, groupId);
      return stored.deposits(c.pool, groupId, { q, memberId, productId, limit: pageSize, offset: (page - 1) * pageSize });
    },
    async slip(call, { id }) {
      const found = await stored.deposit(c.pool, id);
      if (!found) throw common('NOT_FOUND');
      const group = await c.mine(call, found.groupId);
      const product = catalogue.seen(await catalogue.catalogueOf(group.regencyCode)).products.find((p) => p.id === found.productId);
      if (!product) throw common('NOT_FOUND');
      const names = await c.needs.territory.names([group.villageCode, group.districtCode]);
      const made = await stored.made(c.pool, [group.id], monthOf(found.on), found.on);
      const monthAccepted = made.filter((m) => m.memberId === found.memberId && m.productId === found.productId).reduce((n, m) => n + m.accepted, 0);
      return { deposit: found, groupId: group.id, groupName: group.name, villageName: names.get(group.villageCode) ?? '', districtName: names.get(group.districtCode) ?? '', product, madeAt: found.at, monthAccepted };
    },
    async voidDeposit(call, { key, groupId, depositId, reason }) {
      await work.once(key, 'production.voidDeposit', call.actor, async (unit) => {
        const query = inTx(unit.tx);
        const group = await c.mine(call, groupId, unit.tx as never);
        const found = await stored.deposit(query, depositId);
        if (!found || found.groupId !== groupId) throw common('NOT_FOUND');
        if (found.lotId !== null) {
          const [lot] = await stored.lots(query, groupId, [found.lotId], true);
          if ((await stored.deposit(query, depositId))?.voidReason) throw fail('DEPOSIT_VOID');
          if (!lot || pilesOf(lot).available !== lot.accepted) throw fail('DEPOSIT_IN_USE');
          await stored.addLotEvents(query, ofGroup(unit as never, call.actor, group), [{ lotId: lot.id, event: { kind: 'withdraw', quantity: lot.accepted }, note: reason }]);
        }
        if (found.voidReason) throw fail('DEPOSIT_VOID');
        await stored.addVoid(query, ofGroup(unit as never, call.actor, group), depositId, reason);
        unit.audit({ action: 'production.voidDeposit', entity: 'deposit', entityId: depositId, groupId, regionCode: group.villageCode, reason, changes: { accepted: [found.accepted, 0], lot: [found.lotCode, null] } });
        return {};
      });
    },
    async lots(call, { groupId, page, pageSize, q, state, productId }) {
      await c.mine(call, groupId);
      const { rows, total } = await stored.lotPage(c.pool, groupId, { q, state, productId, limit: pageSize, offset: (page - 1) * pageSize });
      return { rows: rows.map(withAge), total };
    },
    async moveLot(call, { key, groupId, lotId, kind, quantity, reason }) {
      await work.once(key, 'production.moveLot', call.actor, async (unit) => {
        const query = inTx(unit.tx);
        const group = await c.mine(call, groupId, unit.tx as never);
        const [lot] = await stored.lots(query, groupId, [lotId], true);
        if (!lot) throw common('NOT_FOUND');
        const [gone] = await query<{ n: number }>('SELECT count(*)::int AS n FROM production_deposit_void v JOIN production_lot l ON l.deposit_id = v.deposit_id WHERE l.id = $1::uuid', [lotId]);
        if (gone && gone.n > 0) throw fail('DEPOSIT_VOID');
        const next = applyLot(lot, { kind, quantity });
        if (!next.ok) throw productionError(next.error.code, next.error.params);
        await stored.addLotEvents(query, ofGroup(unit as never, call.actor, group), [{ lotId, event: { kind, quantity }, note: reason }]);
        unit.audit({ action: `production.lot.${kind}`, entity: 'lot', entityId: lotId, groupId, regionCode: group.villageCode, reason, changes: { lot: [null, lot.code], withdrawn: [lot.withdrawn, next.value.withdrawn] } });
        return {};
      });
    },
    async findLot(call, { code }) {
      const parsed = parseLotCode(code);
      if (!parsed.ok) throw productionError(parsed.error.code, parsed.error.params);
      for (const lot of await stored.lotByCode(c.pool, parsed.value.code)) {
        const group = await c.needs.group.get(c.reading, lot.groupId);
        const reached = group !== null && reaches(call, groupPlace(group));
        if (reached) return { groupId: group.id, groupName: group.name, lot: withAge(lot) };
      }
      throw productionError('LOT_NOT_FOUND', { code: parsed.value.code });
    },
  };
  const withAge = (lot: LotRow) => ({ ...lot, ageDays: Math.max(0, daysBetween(lot.on as IsoDate, c.today())) });
  return { goods, ports };
}

/** Judges one line as the domain does, with all of it in base units. */
function rowOf(e: DepositGiven, at: { on: string; meetingId: string | null }, product: Product | undefined, today: IsoDate): DepositInsert {
  if (!product) throw productionError('PRODUCT_NOT_FOUND');
  const grade = e.grade ?? (product.grades.length === 1 ? (product.grades[0] as string) : '');
  const reason = e.rejectReason;
  if (e.rejected > 0 && !isReason(reason)) throw fail('REASON_UNKNOWN');
  const amount = (count: number) => [{ unit: product.baseUnit, count }];
  const rejected = e.rejected === 0 || !isReason(reason) ? [] : [{ amounts: amount(e.rejected), reason, ...(e.note ? { note: e.note } : {}) }];
  const made = makeDeposit(product, { id: randomUUID(), memberId: e.memberId, grade, on: at.on as IsoDate, handedIn: amount(e.handedIn), accepted: amount(e.accepted), rejected }, today);
  if (!made.ok) {
    throwProblem(made.error);
    throw common('INPUT_INVALID');
  }
  return {
    id: made.value.id, member_id: e.memberId, product_id: product.id, grade, on_day: at.on, handed_in: e.handedIn, accepted: e.accepted, rejected: e.rejected,
    reject_reason: e.rejected > 0 && isReason(reason) ? reason : null, note: blank(e.note), meeting_id: at.meetingId,
  };
}
const isReason = (text: string | null): text is RejectReason => (REJECT_REASONS as readonly (string | null)[]).includes(text);

/** Lots with the next codes of the group in the month; the numbers are drawn in this transaction, so a failure leaves no hole. */
async function lotsFor(query: Query, of: Of, groupName: string, accepted: readonly DepositInsert[], on: string): Promise<LotInsert[]> {
  if (accepted.length === 0) return [];
  const prefix = (await stored.prefix(query, of.groupId)) ?? (await newPrefix(query, of, groupName));
  const month = monthOf(on);
  const last = await stored.numbers(query, of, month, accepted.length);
  return accepted.map((d, i) => {
    const sequence = last - accepted.length + 1 + i;
    const code = lotCode({ prefix, on: on as IsoDate, sequence });
    if (!code.ok) throw productionError(code.error.code, code.error.params);
    return { id: randomUUID(), deposit_id: d.id, member_id: d.member_id, product_id: d.product_id, grade: d.grade, on_day: on, month, sequence, code: code.value, accepted: d.accepted };
  });
}

async function newPrefix(query: Query, of: Of, groupName: string): Promise<string> {
  await stored.lockPrefixes(query, of.regencyCode);
  // Another request of the same group may have been first.
  const raced = await stored.prefix(query, of.groupId);
  if (raced !== null) return raced;
  // Where hundreds of groups have like names, letters by chance.
  const chance = Array.from({ length: 50 }, () => Array.from({ length: 5 }, () => String.fromCharCode(65 + randomInt(26))).join(''));
  const offered = [...lotPrefixes(groupName), ...chance];
  const taken = await stored.prefixesTaken(query, of.regencyCode, offered);
  const prefix = offered.find((p) => !taken.has(p));
  if (prefix === undefined) throw productionError('LOT_PREFIX_BAD');
  await stored.addPrefix(query, of, prefix);
  return prefix;
}
