import { groupFlow } from '@anyam/domain/group';
import { maskAccount } from '@anyam/domain/kernel';
import { proposalFlow, trancheFlow } from '@anyam/domain/disbursement';
import writeExcelFile from 'write-excel-file/node';
import type { GroupPort } from '../contract/index.ts';
import { groupListRepository } from '../persistence/group-list.repository.ts';
import type { GroupContext } from './context.ts';
import { filterOf } from './read.ts';

const MOST = 50_000;
const HEAD = {
  id: ['Kelompok', 'Kecamatan', 'Desa', 'Jenis usaha', 'Anggota', 'Keadaan', 'Tahap bantuan', 'Tahun', 'Diterima (Rp)', 'Dipertanggungjawabkan (Rp)', 'Pendamping', 'Nomor rekening', 'Catatan'],
  en: ['Group', 'District', 'Village', 'Business', 'Members', 'State', 'Stage of aid', 'Year', 'Received (Rp)', 'Accounted for (Rp)', 'Facilitator', 'Account number', 'Notes'],
} as const;
const WIDTHS = [28, 18, 20, 20, 10, 14, 22, 8, 18, 24, 24, 22, 30];

/** Text as text, whatever it begins with: a string cell of format "@" is never evaluated as a formula, and no apostrophe is left in the data. */
const text = (value: string | null) => (value === null || value === '' ? null : { value, type: String, format: '@' as const });
const whole = (value: number | bigint | null) => (value === null ? null : { value: Number(value), type: Number, format: '#,##0' });

export function createExport(c: GroupContext): Pick<GroupPort, 'exportXlsx'> {
  const lists = groupListRepository(c.kit.db);
  const { work, clock } = c.kit;

  return {
    async exportXlsx(call, { language, sort, desc, ...filter }) {
      const wanted = filterOf(filter);
      const order = { sort, desc, limit: MOST, offset: 0 };
      let rows = await lists.rows(call, wanted, order);
      for (const fuzzy of ['word', 'name'] as const) if (rows.length === 0 && wanted.key) rows = await lists.rows(call, { ...wanted, fuzzy }, order);
      const accounts = new Map((await lists.sides(rows.map((r) => r.id))).map((g) => [g.id, g]));
      const stages: Record<string, { label: { id: string; en: string } }> = { ...proposalFlow.states, ...trancheFlow.states };
      const body = rows.map((r) => {
        const account = accounts.get(r.id)?.accountNumber ?? null;
        return [
          text(r.name), text(r.districtName), text(r.villageName), text(r.business), whole(r.members), text(groupFlow.states[r.state].label[language]),
          text(r.aidStage === 'none' ? '' : (stages[r.aidStage]?.label[language] ?? r.aidStage)), r.fiscalYear === null ? null : { value: r.fiscalYear, type: Number },
          whole(r.received), whole(r.accounted), text(r.facilitatorName), text(account && maskAccount(account)), text(r.flags.join(', ')),
        ];
      });
      const day = clock.today();
      const at = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(clock.now());
      const said = Object.entries(filter).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)).map(([k, v]) => `${k}: ${Array.isArray(v) ? v.join(', ') : String(v)}`).join('; ');
      const about = language === 'id'
        ? [['Diekspor oleh', call.actor.name], ['Waktu', `${at} WIB`], ['Saringan', said || 'semua kelompok di wilayah tugas'], ['Jumlah baris', String(rows.length)], ['Catatan', 'Nomor rekening disamarkan. Pakai berkas ini hanya untuk keperluan dinas.']]
        : [['Exported by', call.actor.name], ['When', `${at} WIB`], ['Filter', said || 'all groups of the area'], ['Rows', String(rows.length)], ['Note', 'Account numbers are masked. For official use only.']];
      const buffer = await writeExcelFile([
        { data: [HEAD[language].map((value) => ({ value, fontWeight: 'bold' as const })), ...body], sheet: language === 'id' ? 'Kelompok' : 'Groups', columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 },
        { data: about.map(([a = '', b = '']) => [{ value: a, fontWeight: 'bold' as const }, text(b)]), sheet: language === 'id' ? 'Keterangan' : 'About', columns: [{ width: 20 }, { width: 80 }] },
      ] as never).toBuffer();
      await work.run(call.actor, async ({ audit }) => {
        audit({ action: 'group.export', entity: 'groupList', entityId: 'list', regionCode: call.scope[0]?.area || c.kit.config.REGION_CODE, changes: { rows: [null, rows.length], filter: [null, said] } });
      });
      return { fileName: `kelompok-${day}.xlsx`, base64: Buffer.from(buffer).toString('base64'), rows: rows.length };
    },
  };
}
