import { fill, formatDate, isIsoDate, type Bilingual, type Language } from '../kernel/index.ts';
import type { RuleSet, RuleSeverity } from '../programme/index.ts';

interface Definition {
  readonly severity: RuleSeverity | ((rules: RuleSet) => RuleSeverity);
  /** Short cause, for grouping and chips. */
  readonly title: Bilingual;
  /** What is wrong and what to do. */
  readonly text: Bilingual;
}
const finding = (severity: Definition['severity'], title: Bilingual, text: Bilingual): Definition => ({ severity, title, text });

const FINDINGS = {
  MATERIAL_OVER_NORM: finding('warn',
    { id: 'Bahan melebihi takaran', en: 'Material above the norm' },
    { id: 'Bahan terpakai {used}, menurut takaran {expected} ({percent} % lebih). Tanyakan sebabnya, atau musyawarahkan takaran baru.',
      en: '{used} of material used, the norm gives {expected} ({percent} % more). Ask why, or let the meeting set a new norm.' }),
  MATERIAL_UNDER_NORM: finding('warn',
    { id: 'Bahan di bawah takaran', en: 'Material below the norm' },
    { id: 'Bahan terpakai {used}, menurut takaran {expected} ({percent} % kurang). Periksa mutu barangnya dan catatan pengambilan bahan.',
      en: '{used} of material used, the norm gives {expected} ({percent} % less). Check the goods and whether material taken was recorded.' }),
  MATERIAL_WITHOUT_OUTPUT: finding('warn',
    { id: 'Bahan terpakai tanpa hasil', en: 'Material used without output' },
    { id: 'Bahan terpakai {used}, tetapi belum ada barang yang disetor. Catat setorannya, atau betulkan catatan bahan.',
      en: '{used} of material used, but no goods handed in. Record the deposit, or correct the material.' }),
  TARGET_ABOVE_CAPACITY: finding('warn',
    { id: 'Target di atas kemampuan', en: 'Target above capacity' },
    { id: 'Target {target} melebihi kemampuan seluruh anggota ({capacity}). Turunkan target atau tambah anggota yang mengerjakan.',
      en: 'The target of {target} is above what all members can make ({capacity}). Lower it or let more members join in.' }),
  SOLD_TOO_EARLY: finding((rules) => rules.soldTooEarly,
    { id: 'Ternak bantuan dijual lebih awal', en: 'Aid livestock sold too early' },
    { id: 'Ternak bantuan ini diterima {since}, jadi baru boleh dijual mulai {allowed}. Tunda penjualannya, atau tulis alasannya.',
      en: 'This aid livestock came on {since} and may be sold from {allowed}. Put the sale off, or write the reason.' }),
  DEATH_UNPROVEN: finding('block',
    { id: 'Kematian belum terbukti', en: 'Death not proven' },
    { id: 'Kematian ternak perlu foto, atau {needed} saksi selain pemeliharanya; baru ada {have}. Tambahkan foto atau saksi.',
      en: 'A death needs a photo, or {needed} witnesses other than the keeper; there are {have}. Add a photo or witnesses.' }),
  DEATH_CAUSE_MISSING: finding('block',
    { id: 'Sebab kematian kosong', en: 'Cause of death missing' },
    { id: 'Pilih sebab kematiannya; untuk "lainnya" tuliskan sebabnya.', en: 'Choose the cause of death; for "other" write it down.' }),
  DEATH_REPORTED_LATE: finding('warn',
    { id: 'Kematian terlambat dilaporkan', en: 'Death reported late' },
    { id: 'Dilaporkan {days} hari setelah mati; paling lama {allowed} hari. Tulis sebab keterlambatannya.',
      en: 'Reported {days} days after the death; at most {allowed} are allowed. Write why it was late.' }),
  THEFT_WITHOUT_REPORT: finding('warn',
    { id: 'Kehilangan tanpa laporan', en: 'Theft without a report' },
    { id: 'Ternak hilang tanpa nomor laporan polisi atau desa. Laporkan, lalu isi nomornya.',
      en: 'Stolen livestock without the number of a report to police or village. Report it and enter the number.' }),
  STOCK_COUNT_DIFFERS: finding('warn',
    { id: 'Hitungan ternak berbeda', en: 'Count differs from the book' },
    { id: 'Buku mencatat {book} ekor, terhitung {counted}. Buka kasus dan catat kejadian yang tertinggal.',
      en: 'The book has {book} head, {counted} were counted. Open a case and record what was left out.' }),
  STOCK_COUNT_UNSIGNED: finding('block',
    { id: 'Hitungan belum ditandatangani', en: 'Count not signed' },
    { id: 'Hitungan ternak harus ditandatangani pendamping dan satu orang dari OPD lain. Lengkapi tanda tangannya.',
      en: 'A stock count is signed by the facilitator and somebody of another agency. Get both signatures.' }),
  STOCK_COUNT_OVERDUE: finding('warn',
    { id: 'Ternak belum dihitung', en: 'Livestock not counted' },
    { id: 'Ternak harus dihitung paling lambat {due}. Jadwalkan hitungan bersama pendamping dan OPD lain.',
      en: 'The livestock was to be counted by {due}. Arrange a count with the facilitator and another agency.' }),
} as const satisfies Record<string, Definition>;

export type ProductionFindingCode = keyof typeof FINDINGS;
export const PRODUCTION_FINDING_CODES = Object.keys(FINDINGS) as readonly ProductionFindingCode[];

/** A text that depends on the language (a quantity with its unit) comes in both. */
export type ProductionFindingParams = Readonly<Record<string, string | number | Bilingual>>;

/** What is to be looked at. `where` names the thing it is about: a member, an animal, a lot. */
export interface ProductionFinding {
  readonly code: ProductionFindingCode;
  readonly severity: 'block' | 'warn';
  readonly params: ProductionFindingParams;
  readonly where?: string;
}

/** A list of one finding, or of none when the rule set leaves the rule out. */
export function productionFinding(code: ProductionFindingCode, rules: RuleSet, params: ProductionFindingParams = {}, where?: string): ProductionFinding[] {
  const { severity }: Definition = FINDINGS[code];
  const hard = typeof severity === 'function' ? severity(rules) : severity;
  return hard === 'off' ? [] : [{ code, severity: hard, params, ...(where === undefined ? {} : { where }) }];
}

export const productionFindingTitle = (code: ProductionFindingCode, language: Language): string => FINDINGS[code].title[language];

/** The sentence of a finding; ISO dates among its params are written out. */
export function productionFindingText({ code, params }: Pick<ProductionFinding, 'code' | 'params'>, language: Language): string {
  const said = Object.entries(params).map(([name, v]) => [name, typeof v === 'object' ? v[language] : isIsoDate(v) ? formatDate(v, language) : v]);
  return fill(FINDINGS[code].text[language], Object.fromEntries(said));
}
