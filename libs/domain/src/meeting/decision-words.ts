import { formatDate, formatRupiah, type Bilingual, type Rupiah } from '../kernel/index.ts';
import type { DecisionContents, DecisionKind, IksRate, ServiceCharge } from './content.ts';
import type { Decision } from './decision.ts';

const OFFICER: Readonly<Record<DecisionContents['officers']['role'], Bilingual>> = {
  chair: { id: 'ketua', en: 'chair' }, secretary: { id: 'sekretaris', en: 'secretary' }, treasurer: { id: 'bendahara', en: 'treasurer' },
};
export const FUND_PURPOSE_LABEL: Readonly<Record<DecisionContents['iksUse']['purpose'], Bilingual>> = {
  productiveCapital: { id: 'modal usaha', en: 'productive capital' },
  diversification: { id: 'penganekaragaman usaha', en: 'diversification' },
  socialHelp: { id: 'bantuan sosial', en: 'help' },
};

/** `2,5` from 250 basis points: percent as the reader's language writes it. */
const percent = (bps: number): Bilingual => {
  const text = String(bps / 100);
  return { id: `${text.replace('.', ',')} persen`, en: `${text} per cent` };
};
const money = (amount: Rupiah): string => formatRupiah(amount);

const rate = (r: IksRate): Bilingual =>
  r.kind === 'proceeds'
    ? { id: `${percent(r.bps).id} dari hasil penjualan anggota`, en: `${percent(r.bps).en} of a member's proceeds` }
    : { id: `${money(r.amount)} setiap ${r.every === 'meeting' ? 'rapat' : 'bulan'}`, en: `${money(r.amount)} each ${r.every}` };
const charge = (c: ServiceCharge): Bilingual =>
  c.kind === 'none' ? { id: 'tanpa jasa', en: 'no service charge' }
  : c.kind === 'amount' ? { id: `jasa ${money(c.amount)} setiap angsuran`, en: `a charge of ${money(c.amount)} with each instalment` }
  : { id: `jasa ${percent(c.bps).id} dari pokok setiap angsuran`, en: `a charge of ${percent(c.bps).en} of the principal with each instalment` };

type Words = { readonly [K in DecisionKind]: (content: DecisionContents[K], name: (id: string) => string) => Bilingual };
const WORDS: Words = {
  productionTarget: (c, name) => ({
    id: `Target ${name(c.productId)}: ${c.quantity}, ${formatDate(c.from, 'id')} sampai ${formatDate(c.to, 'id')}`,
    en: `Target of ${name(c.productId)}: ${c.quantity}, ${formatDate(c.from, 'en')} to ${formatDate(c.to, 'en')}`,
  }),
  iksRate: (c) => ({ id: `IKS ${rate(c).id}`, en: `IKS of ${rate(c).en}` }),
  iksUse: (c, name) => {
    const whom = c.memberId === null ? { id: '', en: '' } : { id: ` bagi ${name(c.memberId)}`, en: ` to ${name(c.memberId)}` };
    const purpose = FUND_PURPOSE_LABEL[c.purpose];
    return { id: `IKS ${money(c.amount)} dipakai untuk ${purpose.id}${whom.id}: ${c.what}`, en: `${money(c.amount)} of IKS is used for ${purpose.en}${whom.en}: ${c.what}` };
  },
  officers: (c, name) => ({ id: `${name(c.memberId)} menjadi ${OFFICER[c.role].id}`, en: `${name(c.memberId)} becomes ${OFFICER[c.role].en}` }),
  diversification: (c) => c.capital === 0n
    ? { id: `Usaha baru: ${c.business}, tanpa modal dari kas`, en: `A new business: ${c.business}, without capital from the cash` }
    : { id: `Usaha baru: ${c.business}, modal paling banyak ${money(c.capital)}`, en: `A new business: ${c.business}, capital of at most ${money(c.capital)}` },
  loan: (c, name) => ({
    id: `Pinjaman ${money(c.amount)} kepada ${name(c.memberId)}, ${c.instalments} angsuran, untuk ${c.what}`,
    en: `A loan of ${money(c.amount)} to ${name(c.memberId)} in ${c.instalments} instalments, for ${c.what}`,
  }),
  loanRules: (c) => ({
    id: `Pinjaman diangsur tiap ${c.every === 'month' ? 'bulan' : 'selapan (35 hari)'}, ${charge(c.charge).id}, ${c.order === 'serviceFirst' ? 'jasa' : 'pokok'} dibayar dulu${c.limit === null ? '' : `, paling banyak ${money(c.limit)} seorang`}`,
    en: `Loans are repaid every ${c.every === 'month' ? 'month' : 'selapan (35 days)'}, ${charge(c.charge).en}, ${c.order === 'serviceFirst' ? 'charge' : 'principal'} first${c.limit === null ? '' : `, at most ${money(c.limit)} a person`}`,
  }),
  writeOff: (c, name) => ({ id: `Pinjaman ${name(c.memberId)} dihapus sebesar ${money(c.amount)}: ${c.what}`, en: `${money(c.amount)} of the loan of ${name(c.memberId)} is written off: ${c.what}` }),
  reschedule: (c, name) => ({ id: `Sisa pinjaman ${name(c.memberId)} dijadwalkan ulang menjadi ${c.instalments} angsuran`, en: `The rest of the loan of ${name(c.memberId)} is spread over ${c.instalments} instalments` }),
  productNorm: (c, name) => {
    const grade = c.grade === null ? { id: '', en: '' } : { id: ` mutu ${c.grade}`, en: ` of grade ${c.grade}` };
    return {
      id: `Takaran bahan: ${c.material} ${name(c.materialId)} untuk ${c.pieces} ${name(c.productId)}${grade.id}`,
      en: `Norm of material: ${c.material} ${name(c.materialId)} for ${c.pieces} ${name(c.productId)}${grade.en}`,
    };
  },
  memberShare: (c) => ({ id: `${percent(c.bps).id} hasil penjualan dibagikan kepada anggota`, en: `${percent(c.bps).en} of the proceeds go to the members` }),
  other: (c) => ({ id: c.what, en: c.what }),
};

/**
 * What a decision says, in a sentence without a full stop. `name` gives the name behind an id of a member, product or material.
 * The table pairs every kind with its own content, which TypeScript cannot follow through the union.
 */
export const decisionSentence = ({ kind, content }: Pick<Decision, 'kind' | 'content'>, name: (id: string) => string): Bilingual =>
  (WORDS[kind] as (c: Decision['content'], n: typeof name) => Bilingual)(content, name);
