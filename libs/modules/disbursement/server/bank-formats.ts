import { bankFormatFields } from '../contract/index.ts';
import type { z } from 'zod';
import type { Query } from '@anyam/server-kit';
import { fail } from './errors.ts';

export type Format = z.infer<typeof bankFormatFields>;

const GENERIC_STATEMENT: Format['statement'] = {
  date: ['tanggal', 'tgl', 'tanggal transaksi', 'tgl transaksi', 'date', 'posting date', 'tanggal efektif'],
  reference: ['referensi', 'no referensi', 'no ref', 'nomor referensi', 'reference', 'ref'],
  account: ['rekening', 'no rekening', 'nomor rekening', 'rekening tujuan', 'rek tujuan', 'no rek', 'account'],
  name: ['nama', 'nama penerima', 'atas nama', 'nama rekening', 'name'],
  amount: ['jumlah', 'nominal', 'nilai', 'amount', 'jumlah (rp)'],
  debit: ['debet', 'debit', 'mutasi debet'],
  credit: ['kredit', 'credit', 'mutasi kredit'],
  description: ['keterangan', 'uraian', 'deskripsi', 'description', 'status', 'catatan'],
  returnWords: ['retur', 'return', 'reversal', 'gagal', 'ditolak', 'dikembalikan', 'tidak valid'],
};

/** Column maps that come with the house. Layouts are our assumption until a bank gives its own. */
export const BUILT_IN: readonly Format[] = [
  {
    id: 'umum', name: 'Umum', separator: ',', note: 'Bantuan KUBE',
    columns: [
      { heading: 'No', field: 'no' }, { heading: 'Referensi', field: 'reference' }, { heading: 'Bank', field: 'bank' }, { heading: 'No Rekening', field: 'accountNo' }, { heading: 'Nama Rekening', field: 'accountName' },
      { heading: 'Nominal', field: 'amount' }, { heading: 'Kelompok', field: 'groupName' }, { heading: 'Keterangan', field: 'note' },
    ],
    statement: GENERIC_STATEMENT,
  },
  {
    id: 'bank-jatim', name: 'Bank Jatim (SP2D massal)', separator: ';', note: 'BANTUAN KUBE',
    columns: [
      { heading: 'REKENING TUJUAN', field: 'accountNo' }, { heading: 'NAMA PENERIMA', field: 'accountName' }, { heading: 'NOMINAL', field: 'amount' }, { heading: 'NO REFERENSI', field: 'reference' }, { heading: 'BERITA', field: 'note' },
    ],
    statement: GENERIC_STATEMENT,
  },
];

export async function formatsOf(query: Query, regencies: readonly string[]): Promise<(Format & { builtIn: boolean })[]> {
  const rows = await query<{ settings: unknown }>('SELECT settings FROM bank_format WHERE regency_code = ANY($1::text[]) ORDER BY id', [regencies]);
  const own = rows.flatMap((r) => {
    const parsed = bankFormatFields.safeParse(r.settings);
    return parsed.success ? [{ ...parsed.data, builtIn: false }] : [];
  });
  return [...BUILT_IN.map((f) => ({ ...f, builtIn: true })), ...own];
}

export async function formatOf(query: Query, regencyCode: string, id: string): Promise<Format> {
  const found = (await formatsOf(query, [regencyCode])).find((f) => f.id === id);
  if (!found) throw fail('FORMAT_UNKNOWN', { format: id });
  return found;
}
