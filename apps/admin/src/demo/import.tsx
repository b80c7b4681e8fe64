import { useState } from 'react';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { FaultCauses, ImportGrid, type GridRow } from '@anyam/admin-kit/import-grid';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ProgressBar, Stepper } from '@anyam/admin-kit/progress';
import { useTableState } from '@anyam/admin-kit/table-state';
const row = (number: number, cells: string[], column: string, severity: 'block' | 'warn', message: string): GridRow => ({ id: String(number), number, cells: Object.fromEntries(['kelompok', 'nama', 'nik', 'lahir', 'lp', 'desa'].map((k, i) => [k, cells[i] ?? ''])), faults: [{ column, severity, message }] });
const start: GridRow[] = [
  row(25, ['Mugi Asri', 'Warsito Utami', '352116120575000', '12-05-1975', 'L', 'Dumplengan'], 'nik', 'block', 'NIK harus 16 angka. Di sini 15 angka.'),
  row(31, ['Mugi Mulyo', 'Sunarti', '3521164709800024', '07-09-1980', 'P', 'Dumplengan'], 'kelompok', 'block', 'Kelompok ini belum punya ketua.'),
  row(48, ['Maju Mulyo', 'Lasimin', '3520092505930000', '25-05-1993', 'L', 'Dumplengan'], 'nik', 'block', 'Excel membulatkan NIK ini. Ketik ulang dari KTP.'),
  row(131, ['Tunas Asri', 'Rukmini', '3521165502840133', '14-02-1984', 'P', 'Dumplengan'], 'lahir', 'warn', 'Beda dengan NIK (15-02-1984). Boleh, beri alasan.'),
  row(376, ['Sumber Jaya', 'Edi', '3521162211850377', '22-11-1985', 'L', 'Dukuh Mbulak'], 'desa', 'block', 'Desa tidak dikenal. Maksud Anda Banjarbanggi?'),
];
export default function Import() {
  const state = useTableState({});
  const [rows, setRows] = useState(start);
  const [only, setOnly] = useState(true);
  const [cause, setCause] = useState<string | null>('lossy');
  return (
    <>
      <PageHead title="Impor daftar kelompok" context="kube-352116-2020.xlsx · lembar DAFTAR KUBE · diunggah 08.12" actions={<><Button>Unduh berkas kesalahan</Button><Button variant="primary">Simpan 373 baris yang baik</Button></>} />
      <Stepper steps={['Unggah', 'Judul kolom', 'Cocokkan', 'Periksa', 'Simpan']} current={3} />
      <div className="grid gap-3.5 lg:grid-cols-[280px_minmax(0,1fr)] items-start">
        <Card title="21 baris perlu dilihat" note="40 kelompok, 394 anggota dibaca. Kop, baris jumlah dan tanda tangan dikenali dan dilewati.">
          <FaultCauses chosen={cause} onChoose={setCause} causes={[{ code: 'a', label: 'Tidak ada di DTKS', severity: 'block', count: 2 }, { code: 'lossy', label: 'NIK rusak oleh Excel', severity: 'block', count: 2 }, { code: 'c', label: 'Tanggal lahir beda dengan NIK', severity: 'warn', count: 2 }]} />
        </Card>
        <ImportGrid columns={[{ id: 'kelompok', header: 'Kelompok' }, { id: 'nama', header: 'Nama' }, { id: 'nik', header: 'NIK' }, { id: 'lahir', header: 'Tgl lahir' }, { id: 'lp', header: 'L/P' }, { id: 'desa', header: 'Desa' }]} rows={rows} total={rows.length} state={state} onlyFaulty={only} onOnlyFaulty={setOnly} onEdit={async (r, c, v) => setRows((all) => all.map((x) => (x.id === r.id ? { ...x, cells: { ...x.cells, [c]: v }, faults: x.faults.filter((f) => f.column !== c), mended: [c] } : x)))} />
      </div>
      <ProgressBar label="Menyimpan" done={231} total={373} unit="baris" safeToLeave />
    </>
  );
}
