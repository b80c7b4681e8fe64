import type { Call } from '@anyam/contract-kit';
import { addMonths, type IsoDate } from '@anyam/domain/kernel';
import { monthPeriod, sayQuantity } from '@anyam/domain/production';
import { scopeSql, xlsxBase64 } from '@anyam/server-kit';
import type { z } from 'zod';
import type { districtFilter, DistrictRow, ProductionDistrictPort } from '../contract/index.ts';
import { districtRepository as stored, type PairRow } from '../persistence/district.repository.ts';
import { goodsRepository } from '../persistence/goods.repository.ts';
import { storeRepository } from '../persistence/store.repository.ts';
import type { CatalogueServer } from './catalogue.ts';
import { monthOf, type ProductionContext } from './context.ts';
import { normsOf, strays } from './norms.ts';

const MOST = 20_000;

/** Lists over all groups of the caller's area. */
export function createDistrict(c: ProductionContext, catalogue: CatalogueServer): ProductionDistrictPort {
  async function page(call: Call, filter: z.infer<typeof districtFilter>, order: { sort: string; desc: boolean; limit: number; offset: number }) {
    const today = c.today();
    const month = filter.month ?? today.slice(0, 7);
    const period = monthPeriod(month) ?? { from: monthOf(today) as IsoDate, to: today };
    const params: unknown[] = [];
    const scope = scopeSql(call, 'g.village_code', 'g.facilitator_id', params, ['g.id']);
    return { month, period, ...(await stored.page(c.pool, scope, filter, { ...period, today }, params, order)) };
  }

  /** How many members of these groups used material off the norm in the period. */
  async function strayCounts(rows: readonly PairRow[], from: string, to: string): Promise<Map<string, number>> {
    const ids = [...new Set(rows.map((r) => r.groupId))];
    const used = ids.length === 0 ? [] : await storeRepository.used(c.pool, ids, from, to);
    const using = [...new Set(used.map((u) => u.groupId))];
    const counts = new Map<string, number>();
    if (using.length === 0) return counts;
    const made = await goodsRepository.made(c.pool, using, from, to);
    for (const groupId of using) {
      const group = await c.needs.group.get(c.reading, groupId);
      if (!group) continue;
      const { materials, norms } = await catalogue.catalogueOf(group.regencyCode);
      const [decisions, rules] = await Promise.all([c.needs.meeting.decisions(c.reading, groupId), c.rulesFor(group.regencyCode)]);
      const hold = normsOf(decisions, norms, to);
      const of = <T extends { groupId: string }>(list: readonly T[]) => list.filter((x) => x.groupId === groupId);
      counts.set(groupId, materials.reduce((n, m) => n + strays(m, of(used), of(made), hold, rules).length, 0));
    }
    return counts;
  }

  return {
    async list(call, { page: number, pageSize, sort, desc, ...filter }) {
      const { rows, total, month, period } = await page(call, filter, { sort, desc, limit: pageSize, offset: (number - 1) * pageSize });
      const found = await strayCounts(rows, period.from, period.to);
      return { rows: rows.map((r): DistrictRow => ({ ...r, findings: found.get(r.groupId) ?? 0 })), total, month };
    },
    async chart(call, { areas, productId, months, groupId }) {
      const params: unknown[] = [];
      const scope = scopeSql(call, 'g.village_code', 'g.facilitator_id', params, ['g.id']);
      const since = addMonths(monthOf(c.today()) as IsoDate, 1 - months);
      const rows = await stored.output(c.pool, scope, { areas, productId, groupId, since }, params);
      const all = Array.from({ length: months }, (_, i) => addMonths(since, i).slice(0, 7));
      return [...new Set(rows.map((r) => r.productId))].map((id) => {
        const mine = rows.filter((r) => r.productId === id);
        const [first] = mine as [(typeof rows)[number], ...typeof rows];
        const { productId: _p, month: _m, accepted: _a, rejected: _r, ...goods } = first;
        return { productId: id, ...goods, points: all.map((month) => ({ month, accepted: mine.find((r) => r.month === month)?.accepted ?? 0, rejected: mine.find((r) => r.month === month)?.rejected ?? 0 })) };
      });
    },
    async exportXlsx(call, { sort, desc, ...filter }) {
      const { rows, month } = await page(call, filter, { sort, desc, limit: MOST, offset: 0 });
      const at = c.kit.clock.now();
      const base64 = await xlsxBase64<PairRow>({
        sheet: 'Produksi', rows, about: { by: call.actor.name, at, filter: JSON.stringify({ ...filter, month }) },
        columns: [
          { title: 'Kecamatan', value: (r) => r.districtName }, { title: 'Desa', value: (r) => r.villageName }, { title: 'Kelompok', width: 32, value: (r) => r.groupName }, { title: 'Pendamping', value: (r) => r.facilitatorName },
          { title: 'Barang', value: (r) => r.productName }, { title: 'Satuan', value: (r) => r.baseUnit }, { title: 'Disetor', value: (r) => r.handedIn }, { title: 'Diterima', value: (r) => r.accepted }, { title: 'Ditolak', value: (r) => r.rejected },
          { title: 'Target', value: (r) => r.target }, { title: 'Capaian (%)', value: (r) => r.percent }, { title: 'Belum terjual', value: (r) => r.unsold }, { title: 'Belum terjual (satuan desa)', width: 24, value: (r) => sayQuantity(r, r.unsold, 'id') },
          { title: 'Stok tertua', value: (r) => r.oldestOn }, { title: 'Umur stok (hari)', value: (r) => r.ageDays }, { title: 'Kasus ternak', value: (r) => r.cases },
        ],
      });
      await c.kit.work.run(call.actor, async ({ audit }) => {
        audit({ action: 'production.export', entity: 'productionList', entityId: 'list', regionCode: call.scope[0]?.area || c.kit.config.REGION_CODE, changes: { rows: [null, rows.length], month: [null, month] } });
      });
      return { fileName: `produksi-${month}.xlsx`, base64, rows: rows.length };
    },
  };
}
