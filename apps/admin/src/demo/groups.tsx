import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { Card, Facts } from '@anyam/admin-kit/card';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { Timeline } from '@anyam/admin-kit/record';
import { SavedViews } from '@anyam/admin-kit/saved-views';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
const b = (id: string, en = id) => ({ id, en });
interface Row { id: string; name: string; village: string; kind: string; members: number; tone: 'ok' | 'bad' | 'info' | 'warn'; stage: string; aid: bigint; visit: string; score: string }
const base: [string, string, string, number, Row['tone'], string, bigint, string, string][] = [
  ['Mugi Jaya', 'Dumplengan, Pitu', 'Ternak kambing', 10, 'ok', 'Aktif', 20_000_000n, '12 hari lalu', '82'], ['Ngudi Rejeki', 'Dumplengan, Pitu', 'Anyaman tikar', 10, 'ok', 'Aktif', 20_000_000n, '5 hari lalu', '91'],
  ['Mekar Asri', 'Dumplengan, Pitu', 'Anyaman tikar', 9, 'bad', 'LPJ terlambat', 18_000_000n, '41 hari lalu', '58'], ['Sri Mulyo', 'Banjarbanggi, Pitu', 'Ternak kambing', 10, 'info', 'Siap cair', 0n, '8 hari lalu', '74'],
  ['Guyub Rukun', 'Banjarbanggi, Pitu', 'Ternak kambing', 10, 'warn', 'Verifikasi', 0n, '–', '–'], ['Tunas Rahayu', 'Banjarbanggi, Pitu', 'Warung sembako', 4, 'bad', 'Kurang anggota', 0n, '–', '–'],
];
const rows: Row[] = Array.from({ length: 25 }, (_, i) => { const [name, village, kind, members, tone, stage, aid, visit, score] = base[i % base.length]!; return { id: String(i), name: i < 6 ? name : `${name} ${Math.floor(i / 6) + 1}`, village, kind, members, tone, stage, aid, visit, score }; });
const filters = defineFilters({ kecamatan: { kind: 'multi', label: b('Kecamatan') }, tahun: { kind: 'single', label: b('Tahun') }, desa: { kind: 'multi', label: b('Desa') }, usaha: { kind: 'multi', label: b('Jenis usaha') }, tahap: { kind: 'multi', label: b('Tahap') }, dana: { kind: 'number', label: b('Dana'), unit: b('(Rp)') }, terbentuk: { kind: 'date', label: b('Terbentuk') } });
const columns: readonly Column<Row>[] = [
  { id: 'nama', header: b('Kelompok'), sortable: true, cell: (r) => <span className="sub">{r.village}</span> },
  { id: 'usaha', header: b('Jenis usaha'), cell: (r) => r.kind, optional: true, sortable: true },
  { id: 'anggota', header: b('Anggota'), align: 'end', cell: (r) => r.members, sortable: true },
  { id: 'tahap', header: b('Tahap'), cell: (r) => <Chip tone={r.tone}>{r.stage}</Chip> },
  { id: 'dana', header: b('Diterima (Rp)'), align: 'end', cell: (r) => <Money amount={r.aid} bare />, sortable: true },
  { id: 'kunjungan', header: b('Kunjungan'), cell: (r) => r.visit, optional: true },
  { id: 'skor', header: b('Skor'), align: 'end', cell: (r) => r.score, optional: true },
];
export default function Groups() {
  const state = useTableState({ filters, sort: { column: 'nama', desc: false } });
  const q = useQuery({ queryKey: ['demo', state.page, state.q, state.filters, state.sort], queryFn: () => new Promise<{ rows: Row[]; total: number }>((r) => setTimeout(() => r(state.q === 'kosong' ? { rows: [], total: 0 } : { rows, total: 412 }), 150)), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead title="Kelompok" context="412 kelompok di 19 kecamatan" actions={<><Button>Ekspor XLSX</Button><Button>Impor daftar</Button><Button variant="primary" href="/kelompok/baru">Kelompok baru</Button></>} more={[{ label: 'Gabungkan ganda' }]} />
      <SavedViews current={state.view} views={[{ id: 'semua', label: 'Semua', query: '', count: 412 }, { id: 'risiko', label: 'Berisiko', query: 'tahap=risiko', count: 27 }, { id: 'lpj', label: 'Belum LPJ', query: 'tahap=lpj', count: 55 }, { id: 'siap', label: 'Siap cair', query: 'tahap=siap', count: 32 }]} onSave={() => Promise.resolve()} />
      <FilterBar state={state} filters={filters} options={{ kecamatan: [{ value: '352116', label: 'Pitu' }, { value: '352105', label: 'Geneng' }], tahun: [{ value: '2020', label: '2020' }] }} count={q.data && `${q.data.total} cocok`} end={<TableTools state={state} columns={columns} />} />
      <DataTable caption="Daftar kelompok" columns={columns} rows={q.data?.rows} total={q.data?.total} rowId={(r) => r.id} rowName={(r) => r.name} rowHref={(r) => `/kelompok/${r.id}`} state={state} query={q} bulk={() => <Button size="sm">Usulkan</Button>} totals={{ dana: <Money amount={118_000_000n} bare />, anggota: 3984 }}
        preview={(r) => (<>
          <div><h2>KUBE {r.name}</h2><div className="muted">{r.village} · {r.kind}</div></div>
          <div className="row"><Chip tone={r.tone}>{r.stage}</Chip><Chip mark="none">Berkembang</Chip></div>
          <Facts items={[{ label: 'Dana diterima', value: <Money amount={r.aid} /> }, { label: 'Dipertanggungjawabkan', value: <Money amount={17_450_000n} /> }]} />
          <Card tone="warn"><b>Tahap 2 menunggu satu hal</b><div>✓ kuitansi 87% (perlu 80%)<br />○ notulen rapat Maret: <b>pendamping</b> yang dapat mengisi</div></Card>
          <h3>Terakhir</h3>
          <Timeline entries={[{ id: '1', title: 'Kunjungan: sesuai', at: '2020-02-20', by: 'pendamping Pitu' }, { id: '2', title: '2 cempe lahir', at: '2020-02-14' }, { id: '3', title: 'LPJ tahap 1 diperiksa', at: '2020-02-10', by: 'verifikator', tone: 'warn' }]} />
          <Button variant="primary" href={`/kelompok/${r.id}`}>Buka kelompok</Button>
        </>)} />
    </>
  );
}
