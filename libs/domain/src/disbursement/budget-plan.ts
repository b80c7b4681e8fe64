import { roleNames } from '../kernel/flow.ts';
import { formatRupiah, rupiah, sum, type Rupiah } from '../kernel/rupiah.ts';
import type { Bilingual } from '../kernel/text.ts';
import { finding, type Finding } from './finding.ts';
import { plainName } from './names.ts';
import type { DisbursementRules } from './rules.ts';

export const BUDGET_CATEGORY_LABEL = {
  rawMaterial: { id: 'bahan baku', en: 'raw material' },
  equipment: { id: 'alat produksi', en: 'production equipment' },
  livestock: { id: 'ternak', en: 'livestock' },
  feed: { id: 'pakan', en: 'feed' },
  veterinary: { id: 'obat dan kesehatan ternak', en: 'veterinary care' },
  premises: { id: 'kandang atau tempat usaha', en: 'pen or workplace' },
  packaging: { id: 'kemasan', en: 'packaging' },
  freight: { id: 'ongkos angkut barang', en: 'freight of goods' },
  stock: { id: 'barang dagangan', en: 'goods for sale' },
  other: { id: 'lain-lain', en: 'other' },
} as const satisfies Record<string, Bilingual>;
export type BudgetCategory = keyof typeof BUDGET_CATEGORY_LABEL;

/** A line of the RAB. Quantities are whole: half a kilogram is written as 500 gram. Price in rupiah. */
export interface BudgetLine {
  readonly id: string;
  readonly description: string;
  readonly quantity: bigint;
  readonly unit: string;
  readonly unitPrice: Rupiah;
  readonly category: BudgetCategory;
}

/** Quantity x price, rupiah. */
export const lineAmount = (line: Pick<BudgetLine, 'quantity' | 'unitPrice'>): Rupiah => rupiah(line.quantity * line.unitPrice);
/** Sum of the lines, rupiah. */
export const planTotal = (lines: readonly BudgetLine[]): Rupiah => sum(lines.map(lineAmount));

/** The most a group of so many members may ask, rupiah: the flat ceiling or rate x members (rule 18, Kemensos 2020). */
export function requestLimit(members: number, rules: Pick<DisbursementRules, 'ratePerMember' | 'flatCeiling'>): Rupiah {
  return rules.flatCeiling ?? rupiah(rules.ratePerMember * BigInt(members));
}

/** The forbidden word that a description holds, or null. Whole words only, "-nya" is tolerated, allowed phrases do not count (rule 19). */
export function forbiddenWord(description: string, rules: Pick<DisbursementRules, 'forbiddenWords' | 'allowedPhrases'>): string | null {
  let text = ` ${plainName(description)} `;
  for (const phrase of rules.allowedPhrases) text = text.replaceAll(` ${plainName(phrase)} `, ' | ');
  const found = rules.forbiddenWords.find((word) => {
    const plain = plainName(word);
    return plain !== '' && (text.includes(` ${plain} `) || text.includes(` ${plain}nya `));
  });
  return found ?? null;
}

type PlanRules = Pick<DisbursementRules, 'ratePerMember' | 'flatCeiling' | 'productiveCategories' | 'forbiddenWords' | 'allowedPhrases'>;
const WRITER = roleNames(['operator', 'pendamping']);

/** Everything wrong with a RAB against the amount asked and the members it is for (rules 18 and 19); all of them block. */
export function budgetPlanFindings(plan: readonly BudgetLine[], request: { readonly requested: Rupiah; readonly members: number }, rules: PlanRules): Finding[] {
  const found = plan.flatMap((line, i) => lineFindings(line, i + 1, rules));
  const add = (code: string, text: Bilingual, params: Record<string, string | number> = {}) => found.push(finding('block', code, text, WRITER, params));
  const total = planTotal(plan);
  const limit = requestLimit(request.members, rules);
  if (plan.length === 0) add('PLAN_EMPTY', { id: 'RAB belum berisi. Tambahkan sedikitnya satu baris.', en: 'The budget plan is empty. Add at least one line.' });
  if (request.requested <= 0n) add('REQUEST_NOT_POSITIVE', { id: 'Jumlah yang diusulkan belum diisi.', en: 'The amount asked for is not filled in.' });
  else if (total !== request.requested)
    add('PLAN_SUM_DIFFERS', { id: 'Jumlah RAB {total}, sedangkan usulan {requested}; selisih {difference}. Samakan keduanya.', en: 'The plan adds up to {total} but {requested} is asked for; they differ by {difference}. Make them equal.' }, { total: formatRupiah(total), requested: formatRupiah(request.requested), difference: formatRupiah(total > request.requested ? total - request.requested : request.requested - total) });
  if (request.requested > limit)
    add('REQUEST_OVER_LIMIT', { id: 'Usulan {requested} melebihi batas {limit} untuk {members} anggota. Kurangi usulan dan RAB.', en: 'The request of {requested} is over the limit of {limit} for {members} members. Lower the request and the plan.' }, { requested: formatRupiah(request.requested), limit: formatRupiah(limit), members: request.members });
  return found;
}

function lineFindings(line: BudgetLine, no: number, rules: PlanRules): Finding[] {
  const found: Finding[] = [];
  const add = (code: string, text: Bilingual, params: Record<string, string | number> = {}) => found.push(finding('block', code, text, WRITER, { no, ...params }, line.id));
  if (line.description.trim() === '' || line.unit.trim() === '') add('LINE_INCOMPLETE', { id: 'Baris {no}: isi uraian dan satuan.', en: 'Line {no}: fill in description and unit.' });
  if (line.quantity <= 0n) add('LINE_QUANTITY', { id: 'Baris {no}: banyaknya harus lebih dari nol.', en: 'Line {no}: the quantity must be more than zero.' });
  if (line.unitPrice <= 0n) add('LINE_PRICE', { id: 'Baris {no}: harga satuan harus lebih dari nol.', en: 'Line {no}: the unit price must be more than zero.' });
  const word = forbiddenWord(line.description, rules);
  if (word !== null)
    add('LINE_FORBIDDEN', { id: 'Baris {no}: kata "{word}" menunjuk keperluan yang tidak boleh dibiayai; bantuan hanya untuk modal usaha. Ganti atau hapus baris ini.', en: 'Line {no}: the word "{word}" names a purpose the aid must not pay; it is business capital only. Change or remove the line.' }, { word });
  if (!rules.productiveCategories.includes(line.category))
    add('LINE_NOT_PRODUCTIVE', { id: 'Baris {no}: "{category}" bukan pengeluaran produktif. Pilih golongan lain atau hapus baris ini.', en: 'Line {no}: "{category}" is not productive. Choose another category or remove the line.' }, { category: BUDGET_CATEGORY_LABEL[line.category].id });
  return found;
}
