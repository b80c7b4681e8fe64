import { errorFamily } from '@anyam/domain/kernel';

export const fail = errorFamily({
  ALREADY_IMPORTED: {
    kind: 'conflict',
    text: {
      id: 'Berkas ini sudah diimpor ({fileName}). Buka impor yang ada; berkas yang sama tidak disimpan dua kali.',
      en: 'This file has been imported already ({fileName}). Open that import; the same file is not stored twice.',
    },
  },
  NOT_IN_THIS_STATE: {
    kind: 'conflict',
    text: {
      id: 'Impor ini sudah sampai pada tahap lain. Muat ulang halaman untuk melihat keadaannya sekarang.',
      en: 'This import has moved on. Reload to see where it stands.',
    },
  },
  NOTHING_TO_STORE: {
    kind: 'invalid',
    text: {
      id: 'Belum ada baris yang baik untuk disimpan. Perbaiki dahulu yang ditandai merah.',
      en: 'There is no sound row to store yet. Mend what is marked red first.',
    },
  },
  LIST_UNREADABLE: {
    kind: 'invalid',
    text: {
      id: 'Kolom NIK tidak ditemukan di berkas ini. Beri judul "NIK" pada kolomnya, lalu unggah lagi.',
      en: 'No NIK column was found in this file. Title the column "NIK" and upload again.',
    },
  },
});
