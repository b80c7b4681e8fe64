import type { Call } from '@anyam/contract-kit';
import { xlsxBase64, type Kit } from '@anyam/server-kit';
import type { RosterRepository } from '../persistence/roster.repository.ts';
import type { ImportRecord } from './desk.ts';
import { gridRow } from './view.ts';
import type { WorkingGroup } from './working-copy.ts';

/** The rows with faults as XLSX, with the reason beside each. Taking it away is logged, as it holds full numbers. */
export async function faultsFile(kit: Kit, repository: RosterRepository, call: Call, row: ImportRecord): Promise<{ fileName: string; base64: string }> {
  const [groups, records] = await Promise.all([repository.groups(row.id), repository.page(row.id, 'faults', null, 100_000, 0)]);
  const bySeq = new Map(groups.map((group) => [group.seq, group]));
  const rows = records.map((record) => gridRow(record, bySeq.get(record.groupSeq) as unknown as WorkingGroup, true));
  const cell = (field: string) => (one: (typeof rows)[number]) => one.cells[field] ?? '';
  const base64 = await xlsxBase64({
    sheet: 'Baris bermasalah',
    columns: [
      { title: 'Lembar', value: (one) => one.sheet },
      { title: 'Baris', value: (one) => one.row },
      { title: 'Kelompok', value: cell('group') },
      { title: 'Nama', value: cell('name') },
      { title: 'NIK', width: 20, value: cell('nik') },
      { title: 'No. KK', width: 20, value: cell('kk') },
      { title: 'Tanggal lahir', value: cell('birthDate') },
      { title: 'L/P', value: cell('sex') },
      { title: 'Desa', value: cell('village') },
      { title: 'Sifat', value: (one) => (one.findings.some((f) => f.severity === 'block') ? 'Harus diperbaiki' : 'Perlu dilihat') },
      { title: 'Yang perlu diperbaiki', width: 80, value: (one) => one.findings.map((f) => f.text.id).join(' ') },
    ],
    rows,
    about: { by: call.actor.name, at: kit.clock.now(), filter: `Impor ${row.fileName}` },
  });
  await kit.work.run(call.actor, async ({ audit }) =>
    audit({ action: 'roster.faultsFile', entity: 'rosterImport', entityId: row.id, regionCode: row.regencyCode, changes: { rows: [null, rows.length] } }),
  );
  return { fileName: `kesalahan-${row.fileName.replace(/\.\w+$/, '')}.xlsx`, base64 };
}
