import { errorFamily } from '@anyam/domain/kernel';

export const fail = errorFamily({
  ALIAS_TAKEN: {
    kind: 'conflict',
    text: { id: 'Nama lain "{alias}" sudah tercatat untuk wilayah ini.', en: 'The alias "{alias}" is already on record for this area.' },
  },
});
