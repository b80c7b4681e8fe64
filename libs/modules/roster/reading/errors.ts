import { errorFamily } from '@anyam/domain/kernel';

/** Why a file cannot be read, each with what to do next. */
export const readingError = errorFamily({
  FILE_EMPTY: { kind: 'invalid', text: { id: 'Berkas ini kosong. Pilih berkas yang berisi daftar.', en: 'This file is empty. Choose a file that holds a list.' } },
  FILE_TOO_BIG: { kind: 'invalid', text: { id: 'Berkas ini {size} MB, paling besar {limit} MB. Bagi menjadi beberapa berkas, atau hapus gambar dan lembar yang tidak perlu.', en: 'This file has {size} MB, at most {limit} MB are taken. Split it, or remove pictures and sheets that are not needed.' } },
  FILE_XLS: { kind: 'invalid', text: { id: 'Ini berkas Excel lama (.xls). Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu coba lagi.', en: 'This is an old Excel file (.xls). Open it in Excel or LibreOffice, save it as .xlsx and try again.' } },
  FILE_XLSB: { kind: 'invalid', text: { id: 'Ini berkas Excel biner (.xlsb). Simpan sebagai .xlsx, lalu coba lagi.', en: 'This is a binary Excel file (.xlsb). Save it as .xlsx and try again.' } },
  FILE_ODS: { kind: 'invalid', text: { id: 'Ini berkas OpenDocument (.ods). Simpan sebagai .xlsx atau .csv, lalu coba lagi.', en: 'This is an OpenDocument file (.ods). Save it as .xlsx or .csv and try again.' } },
  FILE_ENCRYPTED: { kind: 'invalid', text: { id: 'Berkas ini dikunci kata sandi. Buka kuncinya di Excel (File, Info, Protect Workbook), simpan, lalu coba lagi.', en: 'This file is locked with a password. Remove it in Excel (File, Info, Protect Workbook), save and try again.' } },
  FILE_OTHER: { kind: 'invalid', text: { id: 'Ini berkas {found}, bukan lembar kerja. Kirim berkas .xlsx atau .csv.', en: 'This is a {found} file, not a spreadsheet. Send a .xlsx or .csv file.' } },
  FILE_UNKNOWN: { kind: 'invalid', text: { id: 'Isi berkas ini tidak dikenal. Kirim berkas .xlsx atau .csv.', en: 'The content of this file is not known. Send a .xlsx or .csv file.' } },
  FILE_BROKEN: { kind: 'invalid', text: { id: 'Berkas ini rusak atau terpotong. Buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi.', en: 'This file is damaged or cut off. Open it in Excel, save it again as .xlsx and send it once more.' } },
  FILE_UNPACKED_TOO_BIG: { kind: 'invalid', text: { id: 'Isi berkas ini mekar menjadi lebih dari {limit} MB saat dibuka, jadi tidak dibaca. Salin daftarnya saja ke berkas baru.', en: 'This file grows to more than {limit} MB when opened, so it is not read. Copy only the list into a new file.' } },
  FILE_HOSTILE: { kind: 'invalid', text: { id: 'Berkas ini memuat isi yang tidak wajar bagi lembar kerja, jadi tidak dibaca. Salin daftarnya saja ke berkas baru.', en: 'This file holds what no spreadsheet should, so it is not read. Copy only the list into a new file.' } },
  SHEET_TOO_LONG: { kind: 'invalid', text: { id: 'Lembar ini lebih dari {limit} baris. Bagi menjadi beberapa berkas.', en: 'This sheet has more than {limit} rows. Split it into several files.' } },
  SHEET_TOO_WIDE: { kind: 'invalid', text: { id: 'Lembar ini lebih dari {limit} kolom. Hapus isi di luar daftar, lalu coba lagi.', en: 'This sheet has more than {limit} columns. Clear what stands beside the list and try again.' } },
  CSV_BROKEN: { kind: 'invalid', text: { id: 'Tanda kutip pada baris {line} tidak ditutup, jadi CSV ini tidak terbaca. Perbaiki baris itu, atau kirim sebagai .xlsx.', en: 'A quotation mark on line {line} is not closed, so this CSV cannot be read. Mend that line, or send the file as .xlsx.' } },
});
