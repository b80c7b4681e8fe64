import { randomUUID } from 'node:crypto';
import type { MaterialRow, NormRow, ProductRow } from '../persistence/catalogue.repository.ts';

/** What a regency begins with: the usual goods of its groups, to be changed by the office. Units and norms are assumptions. */
export function usualCatalogue(regencyCode: string): { products: ProductRow[]; materials: MaterialRow[]; norms: NormRow[] } {
  const product = (name: string, kind: ProductRow['kind'], baseUnit: string, units: ProductRow['units'], grades: string[]): ProductRow =>
    ({ id: randomUUID(), regencyCode, name, kind, baseUnit, units, grades, active: true });
  const material = (name: string, baseUnit: string, units: MaterialRow['units']): MaterialRow => ({ id: randomUUID(), regencyCode, name, baseUnit, units, active: true });
  const mat = product('Tikar pandan', 'mat', 'lembar', [{ name: 'gulung', factor: 5 }, { name: 'kodi', factor: 20 }], ['A', 'B', 'C']);
  const clothes = product('Pakaian jahit', 'sewing', 'potong', [{ name: 'lusin', factor: 12 }, { name: 'kodi', factor: 20 }], ['A', 'B']);
  const goat = product('Kambing', 'livestockProduct', 'ekor', [], ['A', 'B']);
  const shop = product('Barang toko', 'shopGoods', 'buah', [{ name: 'lusin', factor: 12 }], ['Umum']);
  const pandan = material('Daun pandan', 'ikat', []);
  const cloth = material('Kain', 'meter', []);
  const wares = material('Barang dagangan', 'buah', [{ name: 'lusin', factor: 12 }]);
  const feed = material('Pakan ternak', 'kg', [{ name: 'kuintal', factor: 100 }]);
  const norm = (of: ProductRow, needs: MaterialRow, amount: number, pieces: number): NormRow => ({ id: randomUUID(), productId: of.id, grade: null, materialId: needs.id, material: amount, pieces });
  return { products: [mat, clothes, goat, shop], materials: [pandan, cloth, wares, feed], norms: [norm(mat, pandan, 3, 2), norm(clothes, cloth, 2, 1)] };
}
