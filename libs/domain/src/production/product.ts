import type { Bilingual } from '../kernel/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';
import { unitProblems, type Measured } from './quantity.ts';

export const PRODUCT_KINDS = ['mat', 'shopGoods', 'sewing', 'livestockProduct', 'other'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];
export const PRODUCT_KIND_LABEL: Readonly<Record<ProductKind, Bilingual>> = {
  mat: { id: 'Anyaman tikar', en: 'Woven mats' },
  shopGoods: { id: 'Barang toko', en: 'Goods of a shop' },
  sewing: { id: 'Jahitan', en: 'Sewing' },
  livestockProduct: { id: 'Hasil ternak', en: 'Livestock product' },
  other: { id: 'Lainnya', en: 'Other' },
};

/** What members hand in. Grades are names in the group's own words, the best first ("A", "B", "C"). */
export interface Product extends Measured {
  readonly id: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly grades: readonly string[];
}

/** What products are made of: pandan in ikat, cloth in metres. */
export interface Material extends Measured {
  readonly id: string;
  readonly name: string;
}

const nameProblems = (name: string): ProductionProblem[] => (name.trim() === '' ? [productionProblem('NAME_MISSING')] : []);

/** Everything wrong with a material as typed; empty when it may be kept. */
export const materialProblems = (material: Material): ProductionProblem[] => [...nameProblems(material.name), ...unitProblems(material)];

/** Everything wrong with a product as typed: name, units, grades. */
export function productProblems(product: Product): ProductionProblem[] {
  const grades = product.grades.map((g) => g.trim());
  const fine = grades.length > 0 && !grades.includes('') && new Set(grades).size === grades.length;
  return [...nameProblems(product.name), ...unitProblems(product), ...(fine ? [] : [productionProblem('GRADES_BAD')])];
}

/** A problem when a product has no such grade. */
export const gradeProblem = (product: Product, grade: string): ProductionProblem | null =>
  product.grades.includes(grade) ? null : productionProblem('GRADE_UNKNOWN', { grade, known: product.grades.join(', ') });
