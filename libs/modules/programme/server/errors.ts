import { errorFamily } from '@anyam/domain/kernel';

export const fail = errorFamily({
  NAME_TAKEN: {
    kind: 'conflict',
    text: { id: 'Program "{name}" untuk tahun {fiscalYear} sudah ada. Pakai nama lain.', en: 'There already is a programme "{name}" for {fiscalYear}. Use another name.' },
  },
  RULE_INVALID: { kind: 'invalid', text: { id: '{text}', en: '{textEn}' } },
  ONLY_REGENCY: {
    kind: 'forbidden',
    text: { id: 'Program dibuat untuk satu kabupaten. Wilayah tugas Anda bukan satu kabupaten.', en: 'A programme is made for one regency. Your area is not one regency.' },
  },
});
