import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { gradeProblem, materialProblems, normProblems, productProblems } from '@anyam/domain/production';
import type { Transaction } from '@anyam/member/contract';
import { inTx, isUniqueViolation, SYSTEM, type Query, type Tx } from '@anyam/server-kit';
import type { CataloguePort, CatalogueView, ProductionPort } from '../contract/index.ts';
import { catalogueRepository as stored, type MaterialRow, type NormRow, type ProductRow } from '../persistence/catalogue.repository.ts';
import { throwProblem, type ProductionContext } from './context.ts';
import { usualCatalogue } from './defaults.ts';
import { fail } from './errors.ts';

export interface Catalogue {
  readonly products: ProductRow[];
  readonly materials: MaterialRow[];
  readonly norms: NormRow[];
}

const read = async (query: Query, regencyCode: string): Promise<Catalogue> =>
  ({ products: await stored.products(query, regencyCode), materials: await stored.materials(query, regencyCode), norms: await stored.norms(query, regencyCode) });

/** The catalogue of a regency, in a transaction that may write: without any goods it gets the usual ones. */
export async function catalogueIn(query: Query, regencyCode: string, now: Date): Promise<Catalogue> {
  const found = await read(query, regencyCode);
  if (found.products.length > 0) return found;
  await stored.lock(query, regencyCode);
  const again = await read(query, regencyCode);
  if (again.products.length > 0 || !(await stored.regencyThere(query, regencyCode))) return again;
  const usual = usualCatalogue(regencyCode);
  const by = { userId: SYSTEM.userId, at: now };
  await stored.addProducts(query, usual.products, by);
  await stored.addMaterials(query, usual.materials, by);
  await stored.addNorms(query, regencyCode, usual.norms, by);
  return read(query, regencyCode);
}

export function createCatalogue(c: ProductionContext) {
  const { work, config, clock } = c.kit;
  const queryIn = (tx: Transaction) => inTx(tx as unknown as Tx);

  /** The regency a caller keeps the catalogue of. */
  const regencyOf = (call: Call): string => {
    const [province = '', regency] = (call.scope[0]?.area ?? '').split('.');
    return regency === undefined ? config.REGION_CODE : `${province}.${regency}`;
  };
  async function catalogueOf(regencyCode: string): Promise<Catalogue> {
    const found = await read(c.pool, regencyCode);
    return found.products.length > 0 ? found : work.run(SYSTEM, ({ tx, now }) => catalogueIn(inTx(tx), regencyCode, now));
  }
  const seen = ({ products, materials, norms }: Catalogue): CatalogueView => ({
    products: products.map(({ regencyCode: _r, ...p }) => p), materials: materials.map(({ regencyCode: _r, ...m }) => m), norms,
  });
  /** Unique names and kept units, as sentences. */
  const said = (error: unknown, name: string): unknown =>
    isUniqueViolation(error) ? fail('NAME_TAKEN', { name }) : error instanceof Error && error.message.includes('production_unit_kept') ? fail('UNIT_KEPT') : error;

  const catalogue: CataloguePort = {
    list: async (call) => seen(await catalogueOf(regencyOf(call))),

    async saveProduct(call, { key, id, ...given }) {
      const regencyCode = regencyOf(call);
      const row: ProductRow = { ...given, grades: given.grades.map((g) => g.trim()), id: id ?? randomUUID(), regencyCode };
      throwProblem(productProblems(row));
      try {
        return await work.once(key, 'production.saveProduct', call.actor, async ({ tx, now, audit }) => {
          const query = inTx(tx);
          const before = (await catalogueIn(query, regencyCode, now)).products.find((p) => p.id === row.id);
          if (id === null) await stored.addProducts(query, [row], { userId: call.actor.userId, at: now });
          else {
            if (!before) throw common('NOT_FOUND');
            const [kept] = await query<{ grade: string }>(
              'SELECT grade FROM production_lot WHERE regency_code = $1 AND product_id = $2::uuid AND reserved + sold + withdrawn < accepted AND grade <> ALL ($3::text[]) LIMIT 1', [regencyCode, row.id, [...row.grades]]);
            if (kept) throw fail('GRADE_KEPT', { grade: kept.grade });
            if ((await stored.updateProduct(query, row, now)) === 0) throw common('NOT_FOUND');
          }
          audit({ action: 'production.product', entity: 'product', entityId: row.id, regionCode: regencyCode, changes: { name: [before?.name ?? null, row.name], grades: [before?.grades.join(', ') ?? null, row.grades.join(', ')], active: [before?.active ?? null, row.active] } });
          return { id: row.id };
        });
      } catch (error) {
        throw said(error, row.name);
      }
    },

    async saveMaterial(call, { key, id, ...given }) {
      const regencyCode = regencyOf(call);
      const row: MaterialRow = { ...given, id: id ?? randomUUID(), regencyCode };
      throwProblem(materialProblems(row));
      try {
        return await work.once(key, 'production.saveMaterial', call.actor, async ({ tx, now, audit }) => {
          const query = inTx(tx);
          const before = (await catalogueIn(query, regencyCode, now)).materials.find((m) => m.id === row.id);
          if (id === null) await stored.addMaterials(query, [row], { userId: call.actor.userId, at: now });
          else if (!before || (await stored.updateMaterial(query, row, now)) === 0) throw common('NOT_FOUND');
          audit({ action: 'production.material', entity: 'material', entityId: row.id, regionCode: regencyCode, changes: { name: [before?.name ?? null, row.name], active: [before?.active ?? null, row.active] } });
          return { id: row.id };
        });
      } catch (error) {
        throw said(error, row.name);
      }
    },

    async saveNorm(call, { key, ...given }) {
      const regencyCode = regencyOf(call);
      return work.once(key, 'production.saveNorm', call.actor, async ({ tx, now, audit }) => {
        const query = inTx(tx);
        const { products, materials } = await catalogueIn(query, regencyCode, now);
        const product = products.find((p) => p.id === given.productId);
        const material = materials.find((m) => m.id === given.materialId);
        if (!product || !material) throw common('NOT_FOUND');
        const grade = given.grade === null ? null : gradeProblem(product, given.grade);
        throwProblem([...(grade ? [grade] : []), ...normProblems(given)]);
        const row: NormRow = { ...given, id: randomUUID() };
        await stored.dropNorm(query, regencyCode, row);
        await stored.addNorms(query, regencyCode, [row], { userId: call.actor.userId, at: now });
        audit({ action: 'production.norm', entity: 'norm', entityId: row.id, regionCode: regencyCode, changes: { norm: [null, `${product.name} ${row.grade ?? ''}: ${row.material} ${material.baseUnit} / ${row.pieces} ${product.baseUnit}`] } });
        return { id: row.id };
      });
    },

    async removeNorm(call, { id }) {
      const regencyCode = regencyOf(call);
      await work.run(call.actor, async ({ tx, audit }) => {
        const gone = await stored.removeNorm(inTx(tx), regencyCode, id);
        if (!gone) throw common('NOT_FOUND');
        audit({ action: 'production.norm', entity: 'norm', entityId: id, regionCode: regencyCode, changes: { norm: [`${gone.material}/${gone.pieces}`, null] } });
      });
    },
  };
  const ports: Pick<ProductionPort, 'products' | 'materials'> = {
    products: async (tx, regencyCode) => (await catalogueIn(queryIn(tx), regencyCode, clock.now())).products,
    materials: async (tx, regencyCode) => (await catalogueIn(queryIn(tx), regencyCode, clock.now())).materials,
  };
  // Meetings decide targets and norms about these.
  c.needs.meeting.offer('product', async (tx, groupId) => {
    const group = await c.needs.group.get(tx, groupId);
    return group === null ? [] : (await read(queryIn(tx), group.regencyCode)).products.filter((p) => p.active).map((p) => ({ id: p.id, label: p.name, hint: p.baseUnit, memberId: null }));
  });
  c.needs.meeting.offer('material', async (tx, groupId) => {
    const group = await c.needs.group.get(tx, groupId);
    return group === null ? [] : (await read(queryIn(tx), group.regencyCode)).materials.filter((m) => m.active).map((m) => ({ id: m.id, label: m.name, hint: m.baseUnit, memberId: null }));
  });
  return { catalogue, ports, catalogueOf, seen };
}
export type CatalogueServer = ReturnType<typeof createCatalogue>;
