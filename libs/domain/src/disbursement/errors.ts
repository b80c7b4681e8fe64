import { errorFamily } from '../kernel/domain-error.ts';

/** What edges of this domain throw. Blocked flow steps carry their own sentences (`stepRefused`). */
export const disbursementError = errorFamily({
  PROPOSAL_NOT_FOUND: { kind: 'notFound', text: { id: 'Usulan tidak ditemukan. Mungkin di luar wilayah Anda; periksa daftar usulan.', en: 'The proposal was not found. It may be outside your area; see the list of proposals.' } },
  DECREE_NOT_FOUND: { kind: 'notFound', text: { id: 'SK tidak ditemukan. Periksa daftar SK.', en: 'The decree was not found. See the list of decrees.' } },
  BATCH_NOT_FOUND: { kind: 'notFound', text: { id: 'Batch pembayaran tidak ditemukan. Periksa daftar batch.', en: 'The payment batch was not found. See the list of batches.' } },
  TRANCHE_NOT_FOUND: { kind: 'notFound', text: { id: 'Tahap pencairan tidak ditemukan. Periksa halaman usulannya.', en: 'The tranche was not found. See the page of its proposal.' } },
  REPORT_NOT_FOUND: { kind: 'notFound', text: { id: 'LPJ tidak ditemukan. Mungkin di luar wilayah Anda; periksa daftar LPJ.', en: 'The report was not found. It may be outside your area; see the list of reports.' } },
  CASE_NOT_FOUND: { kind: 'notFound', text: { id: 'Kasus selisih tidak ditemukan. Muat ulang halaman rekonsiliasi.', en: 'The case was not found. Reload the reconciliation.' } },
  CHANGED_MEANWHILE: { kind: 'conflict', text: { id: 'Orang lain baru saja mengubahnya. Muat ulang halaman, lalu putuskan kembali.', en: 'Somebody else has just changed it. Reload the page, then decide again.' } },
  NOT_EDITABLE: { kind: 'conflict', text: { id: 'Dokumen ini tidak dapat diubah pada status sekarang. Minta dikembalikan untuk diperbaiki.', en: 'This cannot be edited in its present state. Have it given back for correction.' } },
  CEILING_EXCEEDED: { kind: 'conflict', text: { id: 'Sisa pagu {available} tidak cukup untuk {total}. Kurangi penerima atau tunggu perubahan DPA.', en: '{available} of the ceiling is left, not enough for {total}. Take recipients off or wait for a change of the DPA.' } },
  DECREE_FROZEN: { kind: 'conflict', text: { id: 'Daftar penerima SK ini sudah dibekukan. Terbitkan SK perubahan.', en: 'The list of this decree is frozen. Issue a change of the decree.' } },
  DECREE_TAMPERED: { kind: 'conflict', text: { id: 'Isi daftar penerima tidak lagi sama dengan sidik saat SK ditetapkan. Hentikan pembayaran dan beri tahu Inspektorat.', en: 'The recipient list no longer matches its fingerprint from the decree. Stop payment and tell the inspectorate.' } },
  STATEMENT_UNREADABLE: { kind: 'invalid', text: { id: 'Rekening koran tidak terbaca pada baris {row}. Periksa susunan kolomnya, lalu unggah kembali.', en: 'The statement cannot be read at row {row}. Check its columns and upload it again.' } },
  STATEMENT_KNOWN: { kind: 'conflict', text: { id: 'Rekening koran ini sudah pernah diunggah. Buka hasil pencocokannya.', en: 'This statement was uploaded before. Open its result.' } },
  CASE_NOTE_MISSING: { kind: 'invalid', text: { id: 'Tulis bagaimana selisih ini diselesaikan.', en: 'Write how this difference was settled.' } },
});
