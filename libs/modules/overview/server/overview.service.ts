import { xlsxBase64, type Kit } from '@anyam/server-kit';
import type { OverviewPort } from '../contract/index.ts';
import type { OverviewNeeds } from '../contract/needs.ts';
import { groupFiguresRepository } from '../persistence/group-figures.repository.ts';
import { createHome } from './home.ts';
import { createOwn } from './own.ts';
import { searchAll } from './search.ts';
import { summaryRows } from './summary.ts';

export function createOverview(kit: Kit, needs: OverviewNeeds): OverviewPort {
  const { work, clock, config } = kit;
  const home = createHome(kit, needs, groupFiguresRepository(kit.db));
  return {
    home,
    own: createOwn(kit, needs),
    search: (call, { text }) => searchAll(needs, call, text),
    async export(call, { fiscalYear, language }) {
      const rows = summaryRows(await home(call, { fiscalYear }), language);
      const [section, item, count, amount] = language === 'id' ? ['Bagian', 'Butir', 'Jumlah', 'Rupiah'] : ['Section', 'Item', 'Count', 'Rupiah'];
      const base64 = await xlsxBase64({
        sheet: language === 'id' ? 'Ringkasan' : 'Summary',
        columns: [
          { title: section as string, width: 26, value: (r: (typeof rows)[number]) => r.section },
          { title: item as string, width: 60, value: (r) => r.item },
          { title: count as string, width: 12, value: (r) => r.count },
          { title: amount as string, width: 20, value: (r) => r.amount },
        ],
        rows,
        about: { by: call.actor.name, at: clock.now(), filter: `${language === 'id' ? 'Tahun anggaran' : 'Fiscal year'} ${fiscalYear}` },
      });
      await work.run(call.actor, async ({ audit }) => {
        audit({ action: 'overview.export', entity: 'overview', entityId: String(fiscalYear), regionCode: config.REGION_CODE, changes: { rows: [null, rows.length] } });
      });
      return { fileName: `ringkasan-${fiscalYear}-${clock.today()}.xlsx`, base64 };
    },
  };
}
