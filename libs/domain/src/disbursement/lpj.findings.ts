import { roleNames } from '../kernel/flow.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { formatRupiah } from '../kernel/rupiah.ts';
import type { Bilingual, TextParams } from '../kernel/text.ts';
import { finding, type Finding, type Severity } from './finding.ts';
import { receiptReuse, REUSE_LABEL, type ReceiptImage } from './image-hash.ts';
import { cashWithoutReceipts, isProven, lineUses, properWitnesses, unexplained, type Expenditure, type LpjFactsForCheck } from './lpj.ts';
import type { DisbursementRules } from './rules.ts';

const WRITER = roleNames(['pendamping', 'operator']);
const GROUP: Bilingual = { id: 'ketua dan bendahara kelompok', en: 'chair and treasurer of the group' };
const APPROVER = roleNames(['kabid']);

/**
 * Everything to be said about a report (rules 28-30, 32, 33), outlay by outlay and then as a whole. `onRecord` are the
 * receipt images of other reports (preselected by the caller); `today` is the day of the check.
 */
export function lpjFindings(r: LpjFactsForCheck, onRecord: readonly ReceiptImage[], today: IsoDate, rules: DisbursementRules): Finding[] {
  return [
    ...r.expenditures.flatMap((e, i) => expenditureFindings(e, i + 1, r, rules)),
    ...shiftFindings(r, rules),
    ...arithmeticFindings(r),
    ...confirmationFindings(r),
    ...reuseFindings(r, onRecord, rules),
    ...cashFindings(r, today, rules),
  ];
}

function expenditureFindings(e: Expenditure, no: number, r: LpjFactsForCheck, rules: DisbursementRules): Finding[] {
  const found: Finding[] = [];
  const add = (severity: Severity, code: string, id: string, en: string, params: TextParams = {}) => found.push(finding(severity, code, { id, en }, WRITER, { no, ...params }, e.id));
  if (!r.plan.some((l) => l.id === e.budgetLineId)) add('block', 'EXPENDITURE_OUTSIDE_PLAN', 'Belanja {no} tidak termasuk baris RAB mana pun. Pilih baris RAB-nya; bila memang di luar RAB, dananya harus dikembalikan.', 'Outlay {no} belongs to no line of the budget plan. Choose the line; if it is outside the plan the money must be paid back.');
  if (e.amount <= 0n) add('block', 'EXPENDITURE_AMOUNT', 'Belanja {no}: jumlahnya harus lebih dari nol.', 'Outlay {no}: the amount must be more than zero.');
  if (e.payee.trim() === '' || e.goods.trim() === '') add('block', 'EXPENDITURE_INCOMPLETE', 'Belanja {no}: isi penerima pembayaran dan barangnya.', 'Outlay {no}: fill in payee and goods.');
  if (e.on > r.reportedOn) add('block', 'EXPENDITURE_LATER', 'Belanja {no} bertanggal sesudah tanggal laporan. Betulkan tanggalnya.', 'Outlay {no} is dated after the report. Correct the date.');
  if (e.on < r.receivedOn) add('warn', 'EXPENDITURE_BEFORE_RECEIPT', 'Belanja {no} bertanggal sebelum dana diterima. Jelaskan siapa yang menalangi.', 'Outlay {no} is dated before the money arrived. Say who advanced it.');
  if (!isProven(e, rules)) add('block', 'EXPENDITURE_UNPROVEN', 'Belanja {no} tanpa bukti dan saksinya baru {have} dari {need}. Unggah bukti atau tambah saksi yang bukan penerima pembayaran.', 'Outlay {no} has no receipt and {have} of {need} witnesses. Upload the receipt or add witnesses other than the payee.', { have: properWitnesses(e).length, need: rules.receiptlessWitnesses });
  return found;
}

function shiftFindings(r: LpjFactsForCheck, rules: DisbursementRules): Finding[] {
  if (r.shift?.approved) return [];
  return lineUses(r, rules).filter((u) => u.needsApproval).map((u) => {
    const params = { line: u.line.description, over: formatRupiah(u.over), percent: rules.rabShiftPercent };
    return r.shift
      ? finding('block', 'SHIFT_NOT_APPROVED', { id: 'Pergeseran pada "{line}" ({over} di atas RAB) sudah ada berita acaranya tetapi belum disetujui dinas.', en: 'The shift on "{line}" ({over} over plan) has minutes but the office has not approved it.' }, APPROVER, params, u.line.id)
      : finding('block', 'SHIFT_WITHOUT_MINUTES', { id: 'Belanja "{line}" {over} di atas RAB, lebih dari {percent} %. Lampirkan berita acara musyawarah dan mintakan persetujuan.', en: 'Spending on "{line}" is {over} over plan, more than {percent} %. Attach the minutes and ask for approval.' }, WRITER, params, u.line.id);
  });
}

function arithmeticFindings(r: LpjFactsForCheck): Finding[] {
  const found: Finding[] = [];
  const gap = unexplained(r);
  const held = r.accountBalance + r.cash;
  const size = formatRupiah(gap < 0n ? -gap : gap);
  if (gap > 0n) found.push(finding('block', 'MONEY_UNEXPLAINED', { id: 'Dana {gap} belum dijelaskan: diterima tidak sama dengan dibelanjakan, disetor kembali, dan sisa. Lengkapi belanja atau betulkan saldo.', en: '{gap} is unexplained: received does not equal spent, refunded and left. Complete the outlays or correct the balances.' }, WRITER, { gap: size }));
  if (gap < 0n) found.push(finding('block', 'MONEY_TOO_MUCH', { id: 'Belanja dan sisa melebihi dana yang diterima sebesar {gap}. Pisahkan uang yang bukan bantuan atau betulkan jumlahnya.', en: 'Outlays and balances exceed what was received by {gap}. Leave out money that is no aid or correct the amounts.' }, WRITER, { gap: size }));
  if (r.accountBalance < 0n || r.cash < 0n) found.push(finding('block', 'BALANCE_NEGATIVE', { id: 'Saldo tidak boleh kurang dari nol.', en: 'A balance cannot be below zero.' }, WRITER));
  if (r.booksBalance !== null && r.booksBalance !== held) found.push(finding('block', 'BOOKS_DIFFER', { id: 'Sisa menurut laporan {held}, menurut buku {books}. Catat transaksi yang tertinggal atau betulkan laporan.', en: 'The report says {held} is left, the books {books}. Record what is missing or correct the report.' }, WRITER, { held: formatRupiah(held), books: formatRupiah(r.booksBalance) }));
  return found;
}

function confirmationFindings(r: LpjFactsForCheck): Finding[] {
  const found: Finding[] = [];
  const by = (office: 'chair' | 'treasurer', memberId: string) => r.confirmations.some((c) => c.office === office && c.memberId === memberId && c.byThemselves);
  if (!by('chair', r.officers.chairId)) found.push(finding('block', 'CHAIR_NOT_CONFIRMED', { id: 'Ketua kelompok belum menyatakan sendiri bahwa laporan ini benar.', en: 'The chair has not confirmed this report in person.' }, GROUP));
  if (!by('treasurer', r.officers.treasurerId)) found.push(finding('block', 'TREASURER_NOT_CONFIRMED', { id: 'Bendahara kelompok belum menyatakan sendiri bahwa laporan ini benar.', en: 'The treasurer of the group has not confirmed this report in person.' }, GROUP));
  if (r.officers.chairId === r.officers.treasurerId) found.push(finding('block', 'OFFICERS_SAME', { id: 'Ketua dan bendahara tercatat orang yang sama. Betulkan pengurus kelompok.', en: 'Chair and treasurer are the same person. Correct the officers of the group.' }, WRITER));
  if (r.typedByFacilitator) found.push(finding('warn', 'TYPED_BY_FACILITATOR', { id: 'Laporan ini diketik pendamping. Pastikan pengurus memahami isinya dan tulis keterangannya.', en: 'A facilitator typed this report. Make sure the officers understand it and write a note.' }, roleNames(['verifikator', 'kabid'])));
  return found;
}

function reuseFindings(r: LpjFactsForCheck, onRecord: readonly ReceiptImage[], rules: DisbursementRules): Finding[] {
  const images = r.expenditures.flatMap((e) => (e.receipt ? [{ reportId: r.reportId, expenditureId: e.id, sha256: e.receipt.sha256, dHash: e.receipt.dHash }] : []));
  const others = onRecord.filter((o) => o.reportId !== r.reportId);
  return receiptReuse(images, others, rules.receiptHashDistance).map(({ image, earlier, kind }) => {
    const elsewhere = earlier.reportId !== r.reportId;
    const no = r.expenditures.findIndex((e) => e.id === image.expenditureId) + 1;
    // A file used in two reports pays one purchase twice; a likeness, or one receipt over two lines, only asks for a look.
    const severity: Severity = kind === 'sameFile' && elsewhere ? 'block' : 'warn';
    return finding(severity, elsewhere ? 'RECEIPT_REUSED' : 'RECEIPT_TWICE', {
      id: `Bukti belanja {no} adalah ${REUSE_LABEL[kind].id} dengan yang sudah dipakai ${elsewhere ? 'di LPJ lain' : 'di laporan ini'}. ${severity === 'block' ? 'Ganti dengan bukti yang benar.' : 'Periksa dan tulis keterangannya.'}`,
      en: `The receipt of outlay {no} is ${REUSE_LABEL[kind].en} as one used ${elsewhere ? 'in another report' : 'in this report'}. ${severity === 'block' ? 'Replace it with the right one.' : 'Look at it and write a note.'}`,
    }, severity === 'block' ? WRITER : roleNames(['verifikator', 'kabid']), { no, earlierReport: earlier.reportId, earlierExpenditure: earlier.expenditureId }, image.expenditureId);
  });
}

function cashFindings(r: LpjFactsForCheck, today: IsoDate, rules: DisbursementRules): Finding[] {
  const gap = cashWithoutReceipts(r, today, rules);
  if (!gap) return [];
  return [finding('warn', 'CASH_WITHOUT_RECEIPTS', { id: 'Tunai {taken} diambil dalam {within} hari, tetapi bukti yang diunggah dalam {days} hari berikutnya baru {receipted}. Minta penjelasan kelompok.', en: '{taken} in cash was taken within {within} days but receipts uploaded in the {days} days after cover {receipted}. Ask the group.' }, roleNames(['pendamping']), { taken: formatRupiah(gap.taken), receipted: formatRupiah(gap.receipted), within: rules.cashOutWithinDays, days: rules.receiptsWithinDays })];
}
