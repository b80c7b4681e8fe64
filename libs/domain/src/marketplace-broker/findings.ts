import type { Bilingual } from '../kernel/index.ts';
import { sentence, type SentenceParams } from './sentence.ts';

interface Definition {
  /** Short cause, for grouping and chips. */
  readonly title: Bilingual;
  /** What was found, with its figures, and what to do. */
  readonly text: Bilingual;
}
const finding = (title: Bilingual, id: string, en: string): Definition => ({ title, text: { id, en } });

const FINDINGS = {
  PRICE_LOW: finding({ id: 'Harga di bawah sekitar', en: 'Price below those nearby' },
    'Mutu {grade} dijual {price}, {percent} % di bawah harga tengah {median} dari {deals} penjualan. Tawar lagi, atau tanyakan pembeli lain.',
    'Grade {grade} sold at {price}, {percent} % below the median of {median} over {deals} deals. Bargain again, or ask another buyer.'),
  MATERIAL_DEAR: finding({ id: 'Bahan lebih mahal dari sekitar', en: 'Material dearer than nearby' },
    'Bahan dibeli {price}, {percent} % di atas harga tengah {median} dari {deals} pembelian. Bandingkan dengan pemasok lain.',
    'Material bought at {price}, {percent} % above the median of {median} over {deals} purchases. Compare other suppliers.'),
  PAYMENT_LATE: finding({ id: 'Pembayaran terlambat', en: 'Payment late' },
    'Jatuh tempo {due}, terlambat {days} hari; kurang {remaining}. Tagih mitra ini sebelum mengirim lagi.',
    'Due on {due}, {days} days late; {remaining} is missing. Ask for it before sending more.'),
  PAID_LATE: finding({ id: 'Dilunasi terlambat', en: 'Paid up late' },
    'Jatuh tempo {due}, baru lunas {days} hari sesudahnya. Perhitungkan sebelum menjual lagi kepada mitra ini.',
    'Due on {due}, paid up {days} days after. Bear it in mind before selling to this party again.'),
  UNPAID_BALANCE: finding({ id: 'Tagihan lewat jatuh tempo', en: 'Overdue balance' },
    '{deals} penjualan kepada mitra ini lewat jatuh tempo, seluruhnya {remaining}, paling lama {days} hari. Sepakati tanggal pelunasan.',
    '{deals} deals with this party are overdue, {remaining} in all, the oldest by {days} days. Agree on a day of payment.'),
  BUYER_DOMINANT: finding({ id: 'Bergantung pada satu pembeli', en: 'Dependent on one buyer' },
    '{percent} % penjualan ({amount} dari {total}) kepada satu mitra, di atas {limit} %. Cari pembeli kedua.',
    '{percent} % of sales ({amount} of {total}) go to one party, above {limit} %. Find a second buyer.'),
  DEBT_TRAP: finding({ id: 'Tanda jerat utang', en: 'Sign of a debt trap' },
    'Satu mitra menjual {material} % bahan, memberi {advance} % uang muka, dan membeli {sales} % barang; ' +
      'masing-masing di atas {limit} %. Cari bahan atau modal dari tempat lain.',
    'One party sells {material} % of the material, lends {advance} % of the advances and buys {sales} % of the goods; ' +
      'each above {limit} %. Find material or capital elsewhere.'),
} as const satisfies Record<string, Definition>;

export type MarketFindingCode = keyof typeof FINDINGS;
export const MARKET_FINDING_CODES = Object.keys(FINDINGS) as readonly MarketFindingCode[];

/** Something group and office should look at; it never stops a sale. `where` is the deal or party it is about. */
export interface MarketFinding {
  readonly code: MarketFindingCode;
  readonly severity: 'warn';
  readonly where: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

export const marketFinding = (code: MarketFindingCode, where: string, params: SentenceParams): MarketFinding =>
  ({ code, severity: 'warn', where, title: FINDINGS[code].title, text: sentence(FINDINGS[code].text, params) });
