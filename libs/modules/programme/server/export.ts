import type { Call } from '@anyam/contract-kit';
import { xlsxBase64, type Kit, type SheetColumn } from '@anyam/server-kit';
import { filterProgrammes, type ProgrammePort, type ProgrammeRow } from '../contract/index.ts';

const WORDS = {
  id: { sheet: 'Program', titles: ['Program', 'Kabupaten', 'Tahun anggaran', 'Sumber', 'Jenis belanja', 'Nomor DPA', 'Pagu (Rp)', 'Versi aturan', 'Keadaan'], bansos: 'Bansos', hibah: 'Hibah', open: 'Terbuka', closed: 'Ditutup' },
  en: { sheet: 'Programmes', titles: ['Programme', 'Regency', 'Fiscal year', 'Source', 'Kind of budget', 'DPA number', 'Ceiling (Rp)', 'Rules version', 'State'], bansos: 'Social aid', hibah: 'Grant', open: 'Open', closed: 'Closed' },
} as const;
function columns(language: 'id' | 'en'): SheetColumn<ProgrammeRow>[] {
  const w = WORDS[language];
  const values: SheetColumn<ProgrammeRow>['value'][] = [
    (r) => r.name, (r) => r.regencyName, (r) => r.fiscalYear, (r) => r.source, (r) => w[r.budgetType], (r) => r.dpaNumber, (r) => r.ceiling, (r) => r.ruleSetVersion, (r) => w[r.state],
  ];
  return values.map((value, i) => ({ title: w.titles[i] ?? '', value, width: i === 0 ? 36 : 18 }));
}

/** The list of programmes as a file, narrowed and ordered as on the screen. */
export const createExport = (kit: Pick<Kit, 'clock' | 'work' | 'config'>, list: ProgrammePort['list']): ProgrammePort['exportXlsx'] =>
  async (call: Call, { language, ...filter }) => {
    const rows = filterProgrammes(await list(call, {}), filter);
    const { sort: _sort, desc: _desc, ...narrowed } = filter;
    const said = Object.entries(narrowed).filter(([, v]) => v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0)).map(([k, v]) => `${k}: ${String(v)}`).join('; ');
    const base64 = await xlsxBase64({ sheet: WORDS[language].sheet, columns: columns(language), rows, about: { by: call.actor.name, at: kit.clock.now(), filter: said || '-' } });
    await kit.work.run(call.actor, async ({ audit }) => {
      audit({ action: 'programme.export', entity: 'programmeList', entityId: 'list', regionCode: call.scope[0]?.area || kit.config.REGION_CODE, changes: { rows: [null, rows.length], filter: [null, said] } });
    });
    return { fileName: `program-${kit.clock.today()}.xlsx`, base64, rows: rows.length };
  };
