import { formatRupiah, type Bilingual, type Language, type Rupiah } from '../kernel/index.ts';
import { sentence, type SayQuantity } from './sentence.ts';
import type { LotShare, MemberShare } from './share-out.ts';

/**
 * What is taken from a member's share, in this order (rule 40; the order is an assumption). `service` is the loan's charge and comes
 * before its principal.
 */
export const DEDUCTIONS = ['material', 'iks', 'service', 'principal', 'fee'] as const;
export type Deduction = (typeof DEDUCTIONS)[number];
export type Deductions = Readonly<Record<Deduction, Rupiah>>;

/** One line of a member's slip. `amount` is what counts towards the net: lots are above zero, deductions below. */
export interface SlipLine {
  readonly key: 'lot' | 'gross' | Deduction | 'net' | 'stillOwed';
  readonly amount: Rupiah;
  readonly text: Bilingual;
}

/**
 * The lines of a member's slip in order of reading: each lot with how its part came about, gross, what was taken, net, and
 * what stays owed. Lots + deductions = net. Deductions of nothing are left out.
 */
export function slipLines({ lots, gross, taken, stillOwed, net }: Omit<MemberShare, 'memberId' | 'slip'>, say: SayQuantity): SlipLine[] {
  const owing = DEDUCTIONS.filter((d) => stillOwed[d] > 0n);
  return [
    ...lots.map((l): SlipLine => ({ key: 'lot', amount: l.part, text: lotText(l, say) })),
    { key: 'gross', amount: gross, text: sentence({ id: 'Bagian dari pembayaran ini: {gross}.', en: 'Share of this payment: {gross}.' }, { gross }) },
    ...DEDUCTIONS.filter((d) => taken[d] > 0n).map((d): SlipLine => ({ key: d, amount: -taken[d] as Rupiah, text: sentence(TAKEN[d], { amount: taken[d] }) })),
    { key: 'net', amount: net, text: sentence({ id: 'Diterima anggota: {net}.', en: 'Paid to the member: {net}.' }, { net }) },
    ...owing.map((d): SlipLine => ({ key: 'stillOwed', amount: stillOwed[d], text: sentence(STAYS[d], { amount: stillOwed[d] }) })),
  ];
}

/** "Lot DMP-2011-0042-D: 12 lembar mutu A @ Rp 30.000 = Rp 360.000. Biaya Rp 7.000, jadi Rp 353.000. Sudah dibagi Rp 0, kini Rp 194.150." */
function lotText({ lot, part }: LotShare, say: SayQuantity): Bilingual {
  const none = { id: 'tidak ada yang diterima', en: 'none accepted' };
  const goods = (language: Language) =>
    lot.accepted.map((a) => `${say(a.quantity)[language]} ${a.grade} @ ${formatRupiah(a.price)}`).join(' + ') || none[language];
  const fee = lot.goods - lot.due;
  const after = fee > 0n ? sentence({ id: ' Biaya {fee}, jadi {due}.', en: ' Fee {fee}, so {due}.' }, { fee, due: lot.due }) : NOTHING;
  return sentence(
    {
      id: 'Lot {code}: {goods} = {value}.{after} Sudah dibagi {already}, kini {part}.',
      en: 'Lot {code}: {goods} = {value}.{after} {already} shared before, {part} now.',
    },
    { code: lot.lotCode, goods: { id: goods('id'), en: goods('en') }, value: lot.goods, after, already: lot.already, part },
  );
}

const NOTHING: Bilingual = { id: '', en: '' };

const TAKEN: Readonly<Record<Deduction, Bilingual>> = {
  material: { id: 'Dipotong bahan yang diambil: {amount}.', en: 'Material taken: {amount}.' },
  iks: { id: 'Dipotong IKS menurut keputusan musyawarah: {amount}.', en: 'Solidarity contribution by decision of the meeting: {amount}.' },
  service: { id: 'Dipotong jasa pinjaman: {amount}.', en: 'Service charge of the loan: {amount}.' },
  principal: { id: 'Dipotong angsuran pokok pinjaman: {amount}.', en: 'Instalment on the loan: {amount}.' },
  fee: { id: 'Dipotong biaya kelompok: {amount}.', en: "The group's fee: {amount}." },
};

const STAYS: Readonly<Record<Deduction, Bilingual>> = {
  material: { id: 'Bahan yang belum terpotong: {amount}.', en: 'Material still to be settled: {amount}.' },
  iks: { id: 'IKS yang belum terpotong: {amount}.', en: 'Solidarity contribution still to be paid: {amount}.' },
  service: { id: 'Jasa pinjaman yang belum terpotong: {amount}.', en: 'Service charge still to be paid: {amount}.' },
  principal: { id: 'Angsuran pokok yang belum terpotong: {amount}.', en: 'Instalment still to be paid: {amount}.' },
  fee: { id: 'Biaya kelompok yang belum terpotong: {amount}.', en: "The group's fee still to be paid: {amount}." },
};
