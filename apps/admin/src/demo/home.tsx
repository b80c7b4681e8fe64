import { Card, Figure, TaskCard } from '@anyam/admin-kit/card';
import { Funnel, MoneyBar } from '@anyam/admin-kit/chart';
import { Chip } from '@anyam/admin-kit/chip';
import { Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { Button } from '@anyam/admin-kit/button';
export default function Home() {
  return (
    <>
      <PageHead title="Selamat pagi" context="Selasa Pon, 3 Maret 2020 · angka per 08.00 WIB" actions={<><Button>Unduh ringkasan</Button><Button variant="primary">Usulan baru</Button></>} />
      <h2>Perlu tindakan Anda</h2>
      <div className="cards">
        <TaskCard count={5} title="usulan menunggu verifikasi" note="tertua 12 hari · Dumplengan 3, Banjarbanggi 2" action="Buka antrean" href="/bantuan" />
        <TaskCard count={2} title="transfer retur" note="nama rekening tidak sama" action="Perbaiki rekening" href="/bantuan" />
        <TaskCard count={7} title="LPJ lewat batas" note="terlama 34 hari · 4 sudah ditegur" action="Lihat tangga teguran" href="/bantuan" />
        <TaskCard count={21} title="baris impor perlu dilihat" note="kube-352116-2020.xlsx" action="Lanjutkan impor" href="/impor" />
      </div>
      <div className="cards">
        <Figure label="Kelompok aktif" value="412" href="/kelompok?tahap=aktif"><Chip tone="ok" mark="none">▲ 18 sejak Januari</Chip></Figure>
        <Figure label="Dana cair dari pagu" value={<Money amount={5_120_000_000n} short />}><MoneyBar total={8_000_000_000n} totalLabel="pagu" parts={[{ label: 'cair', amount: 5_120_000_000n }, { label: 'dikunci', amount: 960_000_000n }]} /></Figure>
        <Figure label="Kunjungan bulan ini" value="176 / 240"><Chip tone="warn" mark="none">64 belum, 9 hari lagi</Chip></Figure>
        <Figure label="Saldo IKS" value={<Money amount={318_400_000n} short />}><span className="small muted">+ Rp 12,6 jt bulan ini · 96% kelompok menyetor</span></Figure>
      </div>
      <div className="split">
        <Card title="Perjalanan bantuan 2020" note="Klik satu tahap untuk melihat kelompoknya">
          <Funnel caption="Kelompok per tahap" rows={[['Usulan', 260], ['Verifikasi', 214], ['Ditetapkan (SK)', 186], ['Cair (SP2D)', 154], ['Diterima kelompok', 152], ['LPJ diterima', 97]].map(([label, value]) => ({ label: String(label), value: Number(value), href: '/kelompok' }))} />
          <p><Chip tone="info" mark="none">46 tidak lolos: 31 tidak ada di DTKS, 9 KK ganda, 6 dokumen</Chip></p>
        </Card>
        <Card title="Kelompok berisiko" note="Sebabnya, dalam satu kalimat" className="aside">
          {[['Ngudi Barokah', 'Banjarbanggi', 'Tidak dikunjungi 74 hari; rapat terakhir November.', 'bad'], ['Mekar Asri', 'Dumplengan', 'Satu pembeli mengambil 91% hasil dan memberi uang muka.', 'bad'], ['Sumber Rejeki', 'Dumplengan', 'Setoran turun tiga bulan berturut-turut.', 'warn'], ['Guyub Rukun', 'Banjarbanggi', '4 dari 10 kambing mati, belum dilihat Pertanian.', 'warn']].map(([a, v, why, tone]) => (
            <div key={a} className="border-t border-line py-2">
              <div className="flex gap-2"><b>{a}</b><span className="muted">{v}</span><span className="ml-auto"><Chip tone={tone as 'bad'}>{tone === 'bad' ? 'Tinggi' : 'Sedang'}</Chip></span></div>
              <div>{why}</div>
            </div>
          ))}
        </Card>
      </div>
    </>
  );
}
