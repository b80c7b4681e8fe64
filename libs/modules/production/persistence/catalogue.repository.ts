import type { ProductKind, VillageUnit } from '@anyam/domain/production';
import type { Query } from '@anyam/server-kit';
import { asRows } from '@anyam/server-kit';

export interface ProductRow {
  readonly id: string; readonly regencyCode: string; readonly name: string; readonly kind: ProductKind; readonly baseUnit: string; readonly units: VillageUnit[]; readonly grades: string[]; readonly active: boolean;
}
export type MaterialRow = Omit<ProductRow, 'kind' | 'grades'>;
export interface NormRow {
  readonly id: string; readonly productId: string; readonly grade: string | null; readonly materialId: string; readonly material: number; readonly pieces: number;
}
export interface By {
  readonly userId: string;
  readonly at: Date;
}

const BASE = 'id::text AS id, regency_code AS "regencyCode", name, base_unit AS "baseUnit", units, active';

export const catalogueRepository = {
  products: (query: Query, regencyCode: string) =>
    query<ProductRow>(`SELECT ${BASE}, kind, grades FROM production_product WHERE regency_code = $1 ORDER BY active DESC, created_at, name`, [regencyCode]),
  materials: (query: Query, regencyCode: string) =>
    query<MaterialRow>(`SELECT ${BASE} FROM production_material WHERE regency_code = $1 ORDER BY active DESC, created_at, name`, [regencyCode]),
  norms: (query: Query, regencyCode: string) =>
    query<NormRow>(
      'SELECT id::text AS id, product_id::text AS "productId", grade, material_id::text AS "materialId", material, pieces FROM production_norm WHERE regency_code = $1 ORDER BY created_at, id', [regencyCode]),
  /** One writer of a regency's catalogue at a time. */
  lock: (query: Query, regencyCode: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7401))::text', [`catalogue/${regencyCode}`]),
  regencyThere: async (query: Query, regencyCode: string): Promise<boolean> => (await query<{ code: string }>('SELECT code FROM region WHERE code = $1', [regencyCode])).length > 0,
  async addProducts(query: Query, rows: readonly ProductRow[], by: By): Promise<void> {
    await query(
      `INSERT INTO production_product (id, regency_code, name, kind, base_unit, units, grades, active, created_by, created_at, updated_at)
       SELECT id, "regencyCode", name, kind, "baseUnit", units, ARRAY(SELECT jsonb_array_elements_text(grades)), active, $2, $3::timestamptz, $3::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "regencyCode" text, name text, kind text, "baseUnit" text, units jsonb, grades jsonb, active boolean)`,
      [asRows(rows), by.userId, by.at.toISOString()]);
  },
  async addMaterials(query: Query, rows: readonly MaterialRow[], by: By): Promise<void> {
    await query(
      `INSERT INTO production_material (id, regency_code, name, base_unit, units, active, created_by, created_at, updated_at)
       SELECT id, "regencyCode", name, "baseUnit", units, active, $2, $3::timestamptz, $3::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "regencyCode" text, name text, "baseUnit" text, units jsonb, active boolean)`,
      [asRows(rows), by.userId, by.at.toISOString()]);
  },
  async addNorms(query: Query, regencyCode: string, rows: readonly NormRow[], by: By): Promise<void> {
    await query(
      `INSERT INTO production_norm (id, regency_code, product_id, grade, material_id, material, pieces, created_by, created_at)
       SELECT id, $2, "productId", grade, "materialId", material, pieces, $3, $4::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "productId" uuid, grade text, "materialId" uuid, material integer, pieces integer)`,
      [asRows(rows), regencyCode, by.userId, by.at.toISOString()]);
  },
  async updateProduct(query: Query, row: ProductRow, at: Date): Promise<number> {
    return (await query<{ id: string }>(
      `UPDATE production_product SET name = $3, kind = $4, base_unit = $5, units = $6::jsonb, grades = ARRAY(SELECT jsonb_array_elements_text($7::jsonb)), active = $8, updated_at = $9::timestamptz
       WHERE id = $1::uuid AND regency_code = $2 RETURNING id::text`,
      [row.id, row.regencyCode, row.name, row.kind, row.baseUnit, asRows(row.units), JSON.stringify(row.grades), row.active, at.toISOString()])).length;
  },
  async updateMaterial(query: Query, row: MaterialRow, at: Date): Promise<number> {
    return (await query<{ id: string }>(
      'UPDATE production_material SET name = $3, base_unit = $4, units = $5::jsonb, active = $6, updated_at = $7::timestamptz WHERE id = $1::uuid AND regency_code = $2 RETURNING id::text',
      [row.id, row.regencyCode, row.name, row.baseUnit, asRows(row.units), row.active, at.toISOString()])).length;
  },
  /** Takes the place of a norm of the same goods, grade and material. */
  dropNorm: (query: Query, regencyCode: string, n: Pick<NormRow, 'productId' | 'grade' | 'materialId'>) =>
    query('DELETE FROM production_norm WHERE regency_code = $1 AND product_id = $2::uuid AND material_id = $3::uuid AND grade IS NOT DISTINCT FROM $4 RETURNING id::text', [regencyCode, n.productId, n.materialId, n.grade]),
  async removeNorm(query: Query, regencyCode: string, id: string): Promise<NormRow | null> {
    const [row] = await query<NormRow>(
      'DELETE FROM production_norm WHERE regency_code = $1 AND id = $2::uuid RETURNING id::text AS id, product_id::text AS "productId", grade, material_id::text AS "materialId", material, pieces', [regencyCode, id]);
    return row ?? null;
  },
};
