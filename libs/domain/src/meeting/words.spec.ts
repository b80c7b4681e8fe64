import { describe, expect, it } from 'vitest';
import { isoDate, rupiah } from '../kernel/index.ts';
import { DECISION_KINDS } from './content.ts';
import type { Decision } from './decision.ts';
import { decisionSentence } from './decision-words.ts';
import { invitationText, type Invitation } from './invitation.ts';

const NAMES: Readonly<Record<string, string>> = { m1: 'Suyatmi', p: 'tikar pandan', b: 'pandan (ikat)' };
/** No-break spaces of the money format as plain ones. */
const said = (kind: Decision['kind'], content: object): string => {
  const { id, en } = decisionSentence({ kind, content } as never, (x) => NAMES[x] ?? '?');
  return `${id} | ${en}`.replaceAll('\u00a0', ' ');
};
const from = isoDate('2020-11-01');
const to = isoDate('2020-11-30');

describe('a decision in a sentence', () => {
  const cases: readonly (readonly [Decision['kind'], object, string])[] = [
    ['productionTarget', { productId: 'p', from, to, quantity: 500 }, 'Target tikar pandan: 500, 1 November 2020 sampai 30 November 2020 | Target of tikar pandan: 500, 1 November 2020 to 30 November 2020'],
    ['iksRate', { kind: 'amount', amount: rupiah(5_000), every: 'month' }, 'IKS Rp 5.000 setiap bulan | IKS of Rp 5.000 each month'],
    ['iksRate', { kind: 'proceeds', bps: 250 }, 'IKS 2,5 persen dari hasil penjualan anggota | IKS of 2.5 per cent of a member\'s proceeds'],
    ['iksUse', { purpose: 'socialHelp', amount: rupiah(100_000), what: 'sakit', memberId: 'm1' }, 'IKS Rp 100.000 dipakai untuk bantuan sosial bagi Suyatmi: sakit | Rp 100.000 of IKS is used for help to Suyatmi: sakit'],
    ['iksUse', { purpose: 'productiveCapital', amount: rupiah(1), what: 'alat', memberId: null }, 'IKS Rp 1 dipakai untuk modal usaha: alat | Rp 1 of IKS is used for productive capital: alat'],
    ['officers', { role: 'treasurer', memberId: 'm1' }, 'Suyatmi menjadi bendahara | Suyatmi becomes treasurer'],
    ['diversification', { business: 'kambing', capital: rupiah(0) }, 'Usaha baru: kambing, tanpa modal dari kas | A new business: kambing, without capital from the cash'],
    ['diversification', { business: 'kambing', capital: rupiah(7) }, 'Usaha baru: kambing, modal paling banyak Rp 7 | A new business: kambing, capital of at most Rp 7'],
    ['loan', { memberId: 'm1', amount: rupiah(500_000), instalments: 5, what: 'bibit' }, 'Pinjaman Rp 500.000 kepada Suyatmi, 5 angsuran, untuk bibit | A loan of Rp 500.000 to Suyatmi in 5 instalments, for bibit'],
    ['loanRules', { charge: { kind: 'percent', bps: 150 }, order: 'serviceFirst', every: 'selapan', limit: null },
      'Pinjaman diangsur tiap selapan (35 hari), jasa 1,5 persen dari pokok setiap angsuran, jasa dibayar dulu | Loans are repaid every selapan (35 days), a charge of 1.5 per cent of the principal with each instalment, charge first'],
    ['loanRules', { charge: { kind: 'none' }, order: 'principalFirst', every: 'month', limit: rupiah(9) },
      'Pinjaman diangsur tiap bulan, tanpa jasa, pokok dibayar dulu, paling banyak Rp 9 seorang | Loans are repaid every month, no service charge, principal first, at most Rp 9 a person'],
    ['writeOff', { loanId: 'l', memberId: 'm1', amount: rupiah(8), what: 'meninggal' }, 'Pinjaman Suyatmi dihapus sebesar Rp 8: meninggal | Rp 8 of the loan of Suyatmi is written off: meninggal'],
    ['reschedule', { loanId: 'l', memberId: 'm1', instalments: 3 }, 'Sisa pinjaman Suyatmi dijadwalkan ulang menjadi 3 angsuran | The rest of the loan of Suyatmi is spread over 3 instalments'],
    ['productNorm', { productId: 'p', grade: 'A', materialId: 'b', material: 3, pieces: 2 }, 'Takaran bahan: 3 pandan (ikat) untuk 2 tikar pandan mutu A | Norm of material: 3 pandan (ikat) for 2 tikar pandan of grade A'],
    ['memberShare', { bps: 9_000 }, '90 persen hasil penjualan dibagikan kepada anggota | 90 per cent of the proceeds go to the members'],
    ['other', { what: 'Mulai pukul tujuh' }, 'Mulai pukul tujuh | Mulai pukul tujuh'],
  ];
  it.each(cases)('%#: %s', (kind, content, expected) => expect(said(kind, content)).toBe(expected));
  it('every kind has one', () => expect(new Set(cases.map(([kind]) => kind))).toEqual(new Set(DECISION_KINDS)));
});

describe('an invitation', () => {
  const full: Invitation = { groupName: 'KUBE Mugi Jaya', villageName: 'Dumplengan', heldOn: isoDate('2020-11-03'), beginsAt: '19:30', place: 'Balai desa', agenda: ['Setoran', ' ', 'IKS'], chair: 'Suyatmi' };
  it('names day, market day, hour, place and agenda', () => {
    expect(invitationText(full, 'id').split('\n')).toEqual([
      'UNDANGAN RAPAT KELOMPOK', 'KUBE Mugi Jaya, Dumplengan', '', 'Bapak/Ibu anggota diharap hadir pada:', 'Hari: Selasa Pon', 'Tanggal: 3 November 2020', 'Pukul: 19.30 WIB', 'Tempat: Balai desa',
      'Acara:', '1. Setoran', '2. IKS', '', 'Bila berhalangan, mohon memberi kabar atau mengirim wakil.', 'Ketua,', 'Suyatmi',
    ]);
    expect(invitationText(full, 'en')).toContain('Day: Tuesday Pon');
  });
  it('leaves dots for what is not known', () => {
    const text = invitationText({ ...full, beginsAt: null, place: ' ', agenda: [], chair: null }, 'id');
    for (const line of ['Pukul: ..........', 'Tempat: ..........', '1. ..........', 'Ketua,\n..........']) expect(text).toContain(line);
  });
});
