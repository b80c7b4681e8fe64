import { useState } from 'react';
import { ActionBar } from '@anyam/admin-kit/action-bar';
import { Card, Facts } from '@anyam/admin-kit/card';
import { MoneyBar } from '@anyam/admin-kit/chart';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { PageHead } from '@anyam/admin-kit/page-head';
import { MaskedValue, TaskList, Timeline } from '@anyam/admin-kit/record';
import { Tabs } from '@anyam/admin-kit/tabs';
import { useToast } from '@anyam/admin-kit/toast';
const b = (id: string, en = id) => ({ id, en });
export default function Detail({ params }: { params: Readonly<Record<string, string>> }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <PageHead title={`KUBE Mugi Jaya ${params['id']}`} context="Dumplengan, Pitu · Ternak kambing · pendamping: Pendamping Pitu" status={<Chip tone="ok">Aktif</Chip>} more={[{ label: 'Bubarkan', danger: true }]} actions={<ActionBar busy={null} onAction={(a) => (a === 'pay' ? setOpen(true) : toast({ text: 'Usulan disimpan', onUndo: () => undefined }))} buttons={[{ action: 'pay', label: b('Cairkan tahap 1'), enabled: true, blockers: [] }, { action: 'next', label: b('Ajukan tahap 2'), enabled: false, blockers: [{ code: 'X', text: b('Notulen rapat Maret belum ada.'), params: {}, clearedBy: b('pendamping') }] }, { action: 'save', label: b('Simpan usulan'), enabled: true, blockers: [] }]} />} />
      <div className="split">
        <div className="stack">
          <Tabs tabs={[
            { id: 'ringkasan', label: 'Ringkasan', content: () => <Card title="Berkas usulan"><TaskList items={[{ id: 'a', title: 'Identitas', state: 'complete', href: '/kelompok/1?x=1' }, { id: 'b', title: 'Pengurus', state: 'incomplete', hint: 'Bendahara belum ada', href: '/kelompok/1?x=2' }, { id: 'c', title: 'Rekening', state: 'unopened', href: '/kelompok/1?x=3' }, { id: 'd', title: 'Sertifikat', state: 'notApplicable' }]} /></Card> },
            { id: 'anggota', label: 'Anggota', count: 10, content: () => <Card><Facts wide items={[{ label: 'Ketua', value: 'Heri Lestari' }, { label: 'NIK', value: <MaskedValue what="NIK" masked="3521••••••••0024" onReveal={() => Promise.resolve('3521164709800024')} /> }]} /></Card> },
          ]} />
        </div>
        <div className="stack aside">
          <Card title="Dana"><MoneyBar legend="list" total={20_000_000n} totalLabel="Pagu kelompok" parts={[{ label: 'Dipakai', amount: 12_000_000n }, { label: 'Cair, belum dipakai', amount: 3_000_000n }]} /></Card>
          <Card title="Riwayat"><Timeline time entries={[{ id: '1', title: 'Kunjungan: sesuai', at: '2020-02-20T02:00:00Z', by: 'pendamping Pitu', tone: 'ok' }, { id: '2', title: 'LPJ dikembalikan', at: '2020-02-14T02:00:00Z', tone: 'bad', detail: 'Kuitansi pakan belum ada' }]} /></Card>
        </div>
      </div>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title="Cairkan tahap 1" confirmLabel="Cairkan" needs={['reason', 'password']} amount={{ value: 20_000_000n, words: 'dua puluh juta rupiah' }} onConfirm={() => Promise.reject(Object.assign(new Error('x'), { data: { httpStatus: 409, anyam: { code: 'X', text: b('Pagu tidak cukup. Sisa Rp 1.000.000.') } } }))}>Uang dikirim ke rekening KUBE Mugi Jaya di Bank Jatim.</ConfirmDialog>
    </>
  );
}
