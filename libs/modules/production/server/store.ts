import { randomUUID } from 'node:crypto';
import { materialBought, materialIssued, materialLost, materialReturned, materialSentBack, materialUsed, type PaidBy } from '@anyam/domain/books';
import { fail as common } from '@anyam/contract-kit';
import type { Bilingual, IsoDate, Rupiah } from '@anyam/domain/kernel';
import type { Transfer } from '@anyam/domain/ledger';
import {
  applyMaterial, emptyMaterialBook, groupMaterial, MEMBER_FLOWS, memberMaterial, productionError, reverseMaterial, sayBoth, type MaterialEvent, type MemberFlow, type StoreFlow,
} from '@anyam/domain/production';
import type { GroupRecord } from '@anyam/group/contract';
import type { Person, Unit } from '@anyam/member/contract';
import type { MaterialGiven, ProductionPort, StorePort, SuppliersOf } from '../contract/index.ts';
import { goodsRepository } from '../persistence/goods.repository.ts';
import type { MaterialRow } from '../persistence/catalogue.repository.ts';
import { storeRepository as stored, type MaterialEventRow } from '../persistence/store.repository.ts';
import { catalogueIn, type CatalogueServer } from './catalogue.ts';
import { blank, findingViewOf, monthOf, ofGroup, queryOf, type ProductionContext } from './context.ts';
import { fail } from './errors.ts';
import { expectedOf, normsOf, strays } from './norms.ts';

const MOVE_LABEL: Readonly<Record<StoreFlow | MemberFlow, Bilingual>> = {
  received: { id: 'Bahan diterima', en: 'Material received' },
  sentBack: { id: 'Bahan dikembalikan ke pemasok', en: 'Material sent back' },
  lostInStore: { id: 'Bahan hilang di gudang', en: 'Material lost in store' },
  usedInStore: { id: 'Bahan dipakai kelompok', en: 'Material used by the group' },
  issued: { id: 'Bahan diambil anggota', en: 'Material issued' },
  used: { id: 'Bahan terpakai anggota', en: 'Material used' },
  returned: { id: 'Bahan dikembalikan anggota', en: 'Material returned' },
  rejected: { id: 'Bahan rusak pada anggota', en: 'Material found unfit' },
  lost: { id: 'Bahan hilang pada anggota', en: 'Material lost by a member' },
};
const isOfMember = (kind: string): kind is MemberFlow => (MEMBER_FLOWS as readonly string[]).includes(kind);
type Given = Omit<MaterialEventRow, 'id' | 'value' | 'reverses'> & { readonly value?: bigint };

/**
 * What a movement means for the group's ledger. Use by a member moves nothing: she owes the value until it is settled from her
 * share. What she loses she still owes, unless the group relieves her; what she found unfit the group bears.
 */
function transfersOf(groupId: string, e: MaterialEventRow): Transfer[] {
  if (e.value === 0n) return [];
  const c = { groupId, on: e.on as IsoDate, amount: e.value as Rupiah, materialId: e.materialId };
  const paidBy: PaidBy = e.partyId === null ? (e.paidFrom ?? 'cash') : { partyId: e.partyId };
  const memberId = e.memberId ?? '';
  switch (e.kind) {
    case 'received': return materialBought({ ...c, purchaseId: e.id, paidBy });
    case 'sentBack': return materialSentBack({ ...c, returnId: e.id, creditedTo: paidBy });
    case 'lostInStore': return materialLost({ ...c, lossId: e.id });
    case 'usedInStore': return materialUsed({ ...c, useId: e.id });
    case 'issued': return materialIssued({ ...c, issueId: e.id, memberId });
    case 'returned': return materialReturned({ ...c, returnId: e.id, memberId });
    case 'rejected': return materialLost({ ...c, lossId: e.id, memberId });
    case 'lost': return e.relieved ? materialLost({ ...c, lossId: e.id, memberId }) : [];
    case 'used': return [];
  }
}
const eventKey = (id: string) => `material:${id}`;
const asEvent = (e: Pick<MaterialEventRow, 'kind' | 'memberId' | 'quantity'> & { value?: bigint }): MaterialEvent =>
  e.kind === 'received' ? { kind: 'received', quantity: e.quantity, value: (e.value ?? 0n) as Rupiah }
    : isOfMember(e.kind) ? { kind: e.kind, memberId: e.memberId ?? '', quantity: e.quantity } : { kind: e.kind, quantity: e.quantity };

export function createStore(c: ProductionContext, catalogue: CatalogueServer): { store: StorePort; ports: Pick<ProductionPort, 'receiveMaterial' | 'offerSuppliers'> } {
  const { work } = c.kit;
  let suppliersOf: SuppliersOf | null = null;

  /** One movement: judged by the domain at average cost, kept, and booked. */
  async function record(unit: Unit, who: Person, group: GroupRecord, given: Given): Promise<string> {
    const query = queryOf(unit);
    await stored.lock(query, group.id, given.materialId);
    const known = await stored.byKey(query, group.id, given.key);
    if (known) {
      if (known.materialId !== given.materialId || known.quantity !== given.quantity || known.kind !== given.kind) throw fail('DELIVERY_OTHER');
      return known.id;
    }
    if (group.state === 'dissolved') throw fail('GROUP_CLOSED');
    if (given.on > c.today()) throw productionError('DAY_IN_FUTURE', { on: given.on });
    const material = (await catalogueIn(query, group.regencyCode, unit.now)).materials.find((m) => m.id === given.materialId);
    if (!material) throw productionError('MATERIAL_NOT_FOUND');
    const book = (await stored.books(query, group.id, given.materialId)).get(given.materialId) ?? emptyMaterialBook();
    const moved = applyMaterial(book, asEvent(given));
    if (!moved.ok) throw productionError(moved.error.code, moved.error.params);
    const event: MaterialEventRow = { ...given, id: randomUUID(), value: moved.value.moved.value, reverses: null };
    if (event.partyId !== null && event.paidFrom !== null) throw fail('PAYMENT_TWICE');
    if ((event.kind === 'received' || event.kind === 'sentBack') && event.value > 0n && event.partyId === null && event.paidFrom === null) throw fail('PAYMENT_MISSING');
    await stored.add(query, ofGroup(unit, who, group), event);
    const quantity = sayBoth(material, event.quantity);
    const label = MOVE_LABEL[event.kind];
    await c.needs.books.post(unit, who, group.id, {
      key: eventKey(event.id), kind: event.kind, dealId: event.dealId, memberId: event.memberId,
      text: { id: `${label.id}: ${quantity.id} ${material.name}`, en: `${label.en}: ${quantity.en} ${material.name}` },
    }, transfersOf(group.id, event));
    unit.audit({
      action: `production.material.${event.kind}`, entity: 'material', entityId: event.id, groupId: group.id, regionCode: group.villageCode, reason: event.note,
      changes: { material: [null, material.name], quantity: [null, event.quantity], value: [null, String(event.value)], ...(event.memberId ? { memberId: [null, event.memberId] as const } : {}) },
    });
    return event.id;
  }
  async function mineIn(unit: Unit, call: Parameters<StorePort['receive']>[0], groupId: string): Promise<GroupRecord> {
    return c.mine(call, groupId, unit.tx);
  }

  const ports: Pick<ProductionPort, 'receiveMaterial' | 'offerSuppliers'> = {
    offerSuppliers: (suppliers) => void (suppliersOf = suppliers),
    async receiveMaterial(unit, who, groupId, input: MaterialGiven) {
      const group = await c.needs.group.get(unit.tx, groupId);
      if (!group) throw common('NOT_FOUND');
      await record(unit, who, group, { ...input, kind: 'received', memberId: null, relieved: false, note: blank(input.note) });
    },
  };

  const store: StorePort = {
    async receive(call, { key, groupId, ...given }) {
      return work.once(key, 'production.receive', call.actor, async (unit) => {
        const group = await mineIn(unit as never, call, groupId);
        // As far as a module tells who may bring it.
        if (given.partyId !== null && suppliersOf && !(await suppliersOf(unit.tx as never, group, [given.materialId])).some((s) => s.id === given.partyId && s.materialIds.includes(given.materialId))) throw fail('SUPPLIER_UNKNOWN');
        return { id: await record(unit as never, call.actor, group, { ...given, key, kind: 'received', memberId: null, dealId: null, relieved: false, note: blank(given.note) }) };
      });
    },
    async move(call, { key, groupId, ...given }) {
      if (isOfMember(given.kind) !== (given.memberId !== null)) throw fail('MEMBER_MISSING');
      return work.once(key, 'production.moveMaterial', call.actor, async (unit) => {
        const group = await mineIn(unit as never, call, groupId);
        // What a member who left still holds can come back; only the living take new.
        if (given.memberId !== null) {
          const members = await c.membersOf(unit.tx as never, groupId);
          const held = (await stored.books(queryOf(unit as never), groupId, given.materialId)).get(given.materialId)?.members.has(given.memberId) ?? false;
          if (!members.has(given.memberId) && (given.kind === 'issued' || !held)) throw fail('NOT_A_MEMBER');
        }
        return { id: await record(unit as never, call.actor, group, { ...given, key, dealId: null, note: blank(given.note) }) };
      });
    },
    async correct(call, { key, groupId, eventId, reason }) {
      return work.once(key, 'production.correctMaterial', call.actor, async (unit) => {
        const query = queryOf(unit as never);
        const group = await mineIn(unit as never, call, groupId);
        const seen = await stored.byId(query, groupId, eventId);
        if (!seen) throw common('NOT_FOUND');
        await stored.lock(query, groupId, seen.materialId);
        const was = await stored.byId(query, groupId, eventId);
        if (!was || was.reversed || was.reverses !== null) throw productionError('MATERIAL_NOT_THERE');
        const book = (await stored.books(query, groupId, was.materialId)).get(was.materialId) ?? emptyMaterialBook();
        const back = reverseMaterial(book, asEvent(was), { quantity: was.quantity, value: was.value as Rupiah });
        if (!back.ok) throw productionError(back.error.code, back.error.params);
        const id = randomUUID();
        const { reversed: _reversed, ...copy } = was;
        await stored.add(query, ofGroup(unit as never, call.actor, group), { ...copy, id, on: was.on, note: reason, key, reverses: was.id });
        if (transfersOf(groupId, was).length > 0) await c.needs.books.reverse(unit as never, call.actor, groupId, eventKey(was.id), { reason, on: c.today() });
        unit.audit({ action: 'production.material.correct', entity: 'material', entityId: eventId, groupId, regionCode: group.villageCode, reason, changes: { quantity: [was.quantity, 0], value: [String(was.value), '0'] } });
        return { id };
      });
    },
    async moves(call, { groupId, page, pageSize, materialId }) {
      await c.mine(call, groupId);
      return stored.moves(c.pool, groupId, { materialId, limit: pageSize, offset: (page - 1) * pageSize });
    },
    async view(call, { groupId }) {
      const group = await c.mine(call, groupId);
      const { products, materials, norms: district } = await catalogue.catalogueOf(group.regencyCode);
      const today = c.today();
      const [books, members, decisions, used, made, rules] = await Promise.all([
        stored.books(c.pool, groupId), c.membersOf(c.reading, groupId), c.needs.meeting.decisions(c.reading, groupId),
        stored.used(c.pool, [groupId], monthOf(today), today), goodsRepository.made(c.pool, [groupId], monthOf(today), today), c.rulesFor(group.regencyCode),
      ]);
      const norms = normsOf(decisions, district, today);
      const names = await namesOf([...books.values()].flatMap((b) => [...b.members.keys()]).filter((id) => !members.has(id)));
      const shown = materials.filter((m) => m.active || books.has(m.id));
      const suppliers = suppliersOf ? await suppliersOf(c.reading, group, shown.map((m) => m.id)) : [];
      return {
        groupId, groupName: group.name, members: [...members.values()].map((m) => ({ id: m.membershipId, name: m.name, role: m.role })),
        materials: shown.map((m) => stateOf(m, { books, members, names, norms, used, made, rules, products })),
        suppliers: suppliers.map((s) => ({ ...s, materialIds: [...s.materialIds] })),
      };
    },
  };

  /** Names of members who left and still hold material. */
  async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await c.pool<{ id: string; name: string }>('SELECT m.id::text AS id, p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.id = ANY($1::uuid[])', [[...ids]]);
    return new Map(rows.map((r) => [r.id, r.name]));
  }
  return { store, ports };
}

interface Matter {
  readonly books: Awaited<ReturnType<typeof stored.books>>;
  readonly members: ReadonlyMap<string, { readonly name: string }>;
  readonly names: ReadonlyMap<string, string>;
  readonly norms: ReturnType<typeof normsOf>;
  readonly used: Awaited<ReturnType<typeof stored.used>>;
  readonly made: Awaited<ReturnType<typeof goodsRepository.made>>;
  readonly rules: Parameters<typeof strays>[4];
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

/** One material as the group's page shows it. */
function stateOf(material: MaterialRow, m: Matter) {
  const book = m.books.get(material.id) ?? emptyMaterialBook();
  const { received, inStore, out, sentBack, lostInStore, usedInStore } = groupMaterial(book);
  const members = [...book.members.keys()].map((memberId) => ({
    memberId, name: m.members.get(memberId)?.name ?? m.names.get(memberId) ?? '', ...memberMaterial(book, memberId),
    expected: expectedOf(material, memberId, m.made, m.norms), usedThisMonth: m.used.find((u) => u.memberId === memberId && u.materialId === material.id)?.used ?? 0,
  })).sort((a, b) => a.name.localeCompare(b.name));
  const { regencyCode: _regency, ...view } = material;
  return {
    material: view, received, inStore, out, sentBack, lostInStore, usedInStore, members,
    norms: m.norms.filter((n) => n.materialId === material.id).map((n) => ({ productName: m.products.find((p) => p.id === n.productId)?.name ?? '', grade: n.grade, material: n.material, pieces: n.pieces, byDecision: n.byDecision })),
    findings: strays(material, m.used, m.made, m.norms, m.rules).map(findingViewOf),
  };
}
