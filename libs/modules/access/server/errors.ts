import { errorFamily } from '@anyam/domain/kernel';

export const fail = errorFamily({
  PASSWORD_WRONG: {
    kind: 'invalid',
    text: { id: 'Kata sandi belum benar. Periksa huruf besar dan kecilnya, lalu ulangi.', en: 'The password is not right. Check capitals and try again.' },
  },
  ACCOUNT_WAITS: {
    kind: 'tooMany',
    text: {
      id: 'Kata sandi salah beberapa kali berturut-turut. Tunggu {minutes} menit, lalu coba lagi.',
      en: 'The password was wrong several times in a row. Wait {minutes} minutes, then try again.',
    },
  },
  USERNAME_TAKEN: {
    kind: 'conflict',
    text: { id: 'Nama pengguna "{username}" sudah dipakai. Pilih yang lain.', en: 'The user name "{username}" is taken. Choose another.' },
  },
  ROLES_CLASH: {
    kind: 'conflict',
    text: {
      id: 'Satu orang tidak boleh memegang peran {first} dan {second}: uang harus lewat tangan yang berbeda. Akhiri peran yang satu dahulu.',
      en: 'One person may not hold both {first} and {second}: money must pass through different hands. End one role first.',
    },
  },
  NOT_YOURSELF: {
    kind: 'forbidden',
    text: {
      id: 'Anda tidak dapat mengubah peran atau menutup akun Anda sendiri. Mintalah admin lain.',
      en: 'You cannot change your own roles or close your own account. Ask another admin.',
    },
  },
});
