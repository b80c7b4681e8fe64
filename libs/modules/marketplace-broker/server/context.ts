import type { AccessPort } from '@anyam/access/contract';
import type { BooksPort } from '@anyam/books/contract';
import { fail as common, reaches, rolesAt, type Call } from '@anyam/contract-kit';
import { contains, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import { normalisePhone, type Party, type PartyKind } from '@anyam/domain/marketplace-broker';
import { sayBoth, type Measured } from '@anyam/domain/production';
import { KUBE_2020, type RuleSet } from '@anyam/domain/programme';
import { groupPlace, type GroupPort, type GroupRecord } from '@anyam/group/contract';
import type { MeetingPort } from '@anyam/meeting/contract';
import type { Person, Transaction } from '@anyam/member/contract';
import type { ProductionPort } from '@anyam/production/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { SavingsPort } from '@anyam/savings/contract';
import { inTx, onPool, type Kit, type Query, type Work } from '@anyam/server-kit';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { GoodsView } from '../contract/index.ts';
import { partyRepository, type PartyRow } from '../persistence/party.repository.ts';
import { fail } from './errors.ts';

/** What of other modules' ports the market uses, no more. */
export interface Ports {
  readonly territory: Pick<TerritoryPort, 'names' | 'exists'>;
  readonly access: Pick<AccessPort, 'createPartner' | 'partners'>;
  readonly programme: Pick<ProgrammePort, 'rulesForRegency'>;
  readonly group: Pick<GroupPort, 'get' | 'many'>;
  readonly meeting: Pick<MeetingPort, 'get'>;
  readonly production: Pick<ProductionPort, 'lots' | 'applyLots' | 'products' | 'materials' | 'receiveMaterial' | 'offerSuppliers'>;
  readonly savings: Pick<SavingsPort, 'iksRate' | 'owed' | 'fromShare' | 'backFromShare'>;
  readonly books: Pick<BooksPort, 'post' | 'postMany' | 'balances' | 'accounts' | 'reverse'>;
}

export interface Hand {
  readonly unit: Work;
  readonly query: Query;
  readonly who: Person;
  readonly now: Date;
}
/** Goods of the regency's catalogue: products and materials alike. */
export type Goods = Measured & { readonly id: string; readonly name: string; readonly grades: readonly string[] };

export function marketContext(kit: Kit, ports: Ports) {
  const query = onPool(kit.db);
  const prisma = kit.db.prisma as unknown as Transaction;
  const today = (): IsoDate => kit.clock.today();

  /** The group when the caller's area reaches it; an outsider is told that there is none. */
  async function groupOf(call: Call, id: string, tx: Transaction = prisma): Promise<GroupRecord> {
    const group = await ports.group.get(tx, id);
    if (!group || !reaches(call, groupPlace(group))) throw common('NOT_FOUND');
    return group;
  }
  async function sellingGroup(call: Call, id: string, tx: Transaction): Promise<GroupRecord> {
    const group = await groupOf(call, id, tx);
    if (group.state === 'dissolved') throw fail('GROUP_CLOSED');
    return group;
  }

  /** Regencies whose parties the caller deals with, as prefixes of codes; null for the whole country. A broker's come by id. */
  const regenciesOf = (call: Call): readonly string[] | null => {
    const areas = call.scope.filter((g) => g.role !== 'broker').map((g) => g.area.slice(0, 5));
    return areas.includes('') ? null : [...new Set(areas)];
  };
  /** Parties that the caller signs in for. */
  const ownParties = (call: Call): string[] => call.scope.filter((g) => g.role === 'broker' && g.subjectId !== undefined).map((g) => g.subjectId as string);
  const onlyBroker = (call: Call): boolean => call.scope.every((g) => g.role === 'broker');
  /** A party belongs to a regency: everybody who works in it sees it, a broker only the own one. */
  const reachesParty = (call: Call, party: Pick<PartyRow, 'id' | 'regencyCode'>): boolean =>
    call.scope.some((g) => (g.role === 'broker' ? g.subjectId === party.id
      : contains(g.area, party.regencyCode as RegionCode) || contains(party.regencyCode as RegionCode, g.area)));
  async function partyOf(call: Call, id: string, q: Query = query, lock: 'FOR UPDATE' | 'FOR SHARE' | '' = ''): Promise<PartyRow> {
    const party = await partyRepository.get(q, id, lock);
    if (!party || !reachesParty(call, party)) throw common('NOT_FOUND');
    return party;
  }

  const rulesFor = async (regencyCode: string): Promise<RuleSet> => (await ports.programme.rulesForRegency(regencyCode, today()))?.rules ?? KUBE_2020;
  const goodsOf = async (regencyCode: string, tx: Transaction = prisma): Promise<{ products: Map<string, Goods>; materials: Map<string, Goods> }> => {
    const [products, materials] = [await ports.production.products(tx, regencyCode), await ports.production.materials(tx, regencyCode)];
    return { products: new Map(products.map((p) => [p.id, p])), materials: new Map(materials.map((m) => [m.id, { ...m, grades: [] }])) };
  };
  async function productOf(regencyCode: string, id: string, tx: Transaction = prisma): Promise<Goods> {
    const product = (await goodsOf(regencyCode, tx)).products.get(id);
    if (!product) throw fail('PRODUCT_UNKNOWN');
    return product;
  }
  /** Names and units of goods of any regency, for lists. */
  async function goodsNamed(ids: readonly string[]): Promise<Map<string, { name: string; unit: string }>> {
    const rows = await query<{ id: string; name: string; unit: string }>(
      `SELECT id::text, name, base_unit AS unit FROM production_product WHERE id = ANY($1::uuid[]) UNION ALL SELECT id::text, name, base_unit FROM production_material WHERE id = ANY($1::uuid[])`, [[...new Set(ids)]]);
    return new Map(rows.map((r) => [r.id, r]));
  }

  /** One use case under its idempotency key, with the query of its transaction. */
  const once = <T extends { id: string }>(call: Call, key: string, procedure: string, work: (hand: Hand) => Promise<T>): Promise<T> =>
    kit.work.once(key, `marketplace-broker.${procedure}`, call.actor, (unit) => work({ unit, query: inTx(unit.tx), who: call.actor, now: unit.now }) as never) as Promise<T>;

  const notFuture = (on: string): void => {
    if (on > today()) throw fail('DATE_IN_FUTURE');
  };
  return { kit, ports, query, prisma, today, groupOf, sellingGroup, regenciesOf, ownParties, onlyBroker, reachesParty, partyOf, rulesFor, goodsOf, productOf, goodsNamed, once, notFuture };
}
export type Market = ReturnType<typeof marketContext>;

/** A stored party as the domain knows it. */
export const partyFrom = (p: PartyRow): Party => ({
  id: p.id, name: p.name, phone: p.phone, kinds: p.kinds as PartyKind[], coverage: p.coverage.map((c) => ({ goodsId: c.goodsId, area: c.area as RegionCode })),
  blocked: p.blockedReason === null ? null : { reason: p.blockedReason, on: p.blockedOn as IsoDate },
});
export const phoneOf = (text: string): string | null => {
  const read = normalisePhone(text);
  return read.ok ? read.value : null;
};
export const goodsView = (g: Goods): GoodsView => ({ id: g.id, name: g.name, baseUnit: g.baseUnit, units: g.units.map((u) => ({ ...u })), grades: [...g.grades] });
export const sayOf = (goods: Measured) => (n: number) => sayBoth(goods, n);
/** Roles with which the caller reaches a deal: what its flow is asked with. */
export const rolesOn = (call: Call, group: Pick<GroupRecord, 'id' | 'villageCode' | 'facilitatorId'>, partyId: string) =>
  rolesAt(call, groupPlace(group, partyId));
