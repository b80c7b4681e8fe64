import { defineTexts } from '@anyam/admin-kit/text';

/** Movements of material as a treasurer says them. */
export const MOVE_WORDS = defineTexts({
  received: { id: 'Diterima', en: 'Received' },
  issued: { id: 'Diambil anggota', en: 'Taken by a member' },
  used: { id: 'Terpakai', en: 'Used' },
  returned: { id: 'Dikembalikan anggota', en: 'Returned by a member' },
  rejected: { id: 'Tidak layak dipakai', en: 'Found unfit' },
  lost: { id: 'Hilang pada anggota', en: 'Lost by a member' },
  sentBack: { id: 'Dikembalikan ke pemasok', en: 'Sent back to the supplier' },
  lostInStore: { id: 'Rusak atau hilang di gudang', en: 'Spoilt or lost in store' },
  usedInStore: { id: 'Dipakai kelompok', en: 'Used by the group' },
});
