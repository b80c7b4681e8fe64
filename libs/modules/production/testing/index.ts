import { randomUUID } from 'node:crypto';
import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupFor } from '@anyam/group/testing';
import { accessFor } from '@anyam/member/testing';
import { meetingFor } from '@anyam/meeting/testing';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import type { Kit } from '@anyam/server-kit';
import type { DepositMade, ProductionPort } from '../contract/index.ts';
import { createProduction } from '../server/production.service.ts';

/** Builders for specs and for other modules' specs: production over the real books and meetings of the test's database. */
export const productionFor = (kit: Kit): ProductionPort =>
  createProduction(kit, { territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit), group: groupFor(kit), meeting: meetingFor(kit), books: booksFor(kit) });

/** Ids of the usual goods by name: mats, goats, pandan. */
export async function usualGoods(production: ProductionPort, call: Call): Promise<{ mat: string; goat: string; shop: string; pandan: string; wares: string }> {
  const { products, materials } = await production.catalogue.list(call);
  const id = (list: readonly { id: string; name: string }[], name: string) => list.find((p) => p.name === name)?.id ?? '';
  return {
    mat: id(products, 'Tikar pandan'), goat: id(products, 'Kambing'), shop: id(products, 'Barang toko'), pandan: id(materials, 'Daun pandan'), wares: id(materials, 'Barang dagangan'),
  };
}

/** Sound mats of grade A handed in on a day, all of them accepted: one lot. */
export async function matsIn(kit: Kit, production: ProductionPort, call: Call, groupId: string, given: { memberId: string; quantity: number; on?: string; grade?: string }): Promise<DepositMade> {
  const { mat } = await usualGoods(production, call);
  const { made } = await production.goods.add(call, {
    key: randomUUID(), groupId, on: given.on ?? kit.clock.today(), meetingId: null,
    entries: [{ memberId: given.memberId, productId: mat, grade: given.grade ?? 'A', handedIn: given.quantity, accepted: given.quantity, rejected: 0, rejectReason: null, note: null }],
  });
  return made[0] as DepositMade;
}
