import { formatDate, addDays, type IsoDate } from '@anyam/domain/kernel';
import { javaneseDayName, meetingFlow } from '@anyam/domain/meeting';
import { xlsxBase64, type SheetColumn } from '@anyam/server-kit';
import type { MeetingPort } from '../contract/index.ts';
import { meetingLists, type ListRecord } from '../persistence/meeting.lists.ts';
import type { MeetingContext } from './context.ts';

/** More rows than a person reads; a larger district narrows its filter. */
const EXPORT_MOST = 20_000;
const HEAD = {
  id: ['Tanggal', 'Hari dan pasaran', 'Pukul', 'Kelompok', 'Kecamatan', 'Desa', 'Tempat', 'Keadaan', 'Hadir', 'Anggota', 'Keputusan', 'Nomor berita acara', 'Pendamping'],
  en: ['Date', 'Day and market day', 'Time', 'Group', 'District', 'Village', 'Place', 'State', 'Present', 'Members', 'Decisions', 'Number of minutes', 'Facilitator'],
} as const;

export function createLists(c: MeetingContext): Pick<MeetingPort, 'list' | 'silent' | 'counts' | 'exportXlsx'> {
  const lists = meetingLists(c.kit.db);
  const regency = c.kit.config.REGION_CODE.slice(0, 5);
  const gap = async () => {
    const { meetingGapDays } = await c.rulesOn(regency, c.today());
    return { gapDays: meetingGapDays, cutoff: addDays(c.today(), -meetingGapDays) };
  };

  return {
    async list(call, { page, pageSize, ...filter }) {
      const [rows, total] = await Promise.all([lists.rows(call, filter, c.today(), { limit: pageSize, offset: (page - 1) * pageSize }), lists.total(call, filter, c.today())]);
      return { rows, total, today: c.today() };
    },

    async silent(call, { page, pageSize, ...filter }) {
      const { gapDays, cutoff } = await gap();
      const [rows, total] = await Promise.all([
        lists.silent(call, filter, { today: c.today(), cutoff }, { limit: pageSize, offset: (page - 1) * pageSize }), lists.silentTotal(call, filter, cutoff),
      ]);
      return { rows, total, gapDays };
    },

    async counts(call) {
      const { cutoff } = await gap();
      const of = (view: 'coming' | 'missed' | 'open') => lists.total(call, { view, districts: [] }, c.today());
      const [coming, missed, open, silent, districts] = await Promise.all([of('coming'), of('missed'), of('open'), lists.silentTotal(call, { districts: [] }, cutoff), lists.districts(call)]);
      return { coming, missed, open, silent, districts };
    },

    async exportXlsx(call, { language, ...filter }) {
      const rows = await lists.rows(call, filter, c.today(), { limit: EXPORT_MOST, offset: 0 });
      const values: readonly ((r: ListRecord) => string | number | null)[] = [
        (r) => formatDate(r.heldOn as IsoDate, language), (r) => javaneseDayName(r.heldOn as IsoDate, language), (r) => r.beginsAt, (r) => r.groupName, (r) => r.districtName, (r) => r.villageName,
        (r) => r.place, (r) => meetingFlow.states[r.state].label[language], (r) => r.present, (r) => r.members, (r) => r.decisions, (r) => r.number, (r) => r.facilitatorName,
      ];
      const columns: SheetColumn<ListRecord>[] = HEAD[language].map((title, i) => ({ title, width: Math.max(12, title.length + 4), value: values[i] as SheetColumn<ListRecord>['value'] }));
      const said = Object.entries(filter).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)).map(([k, v]) => `${k}: ${Array.isArray(v) ? v.join(', ') : String(v)}`).join('; ');
      const base64 = await xlsxBase64({ sheet: language === 'id' ? 'Rapat' : 'Meetings', columns, rows, about: { by: call.actor.name, at: c.kit.clock.now(), filter: said } });
      await c.kit.work.run(call.actor, async ({ audit }) => {
        audit({ action: 'meeting.export', entity: 'meetingList', entityId: 'list', regionCode: call.scope[0]?.area || c.kit.config.REGION_CODE, changes: { rows: [null, rows.length], filter: [null, said] } });
      });
      return { fileName: `rapat-${c.today()}.xlsx`, base64, rows: rows.length };
    },
  };
}
