import { addMonths, type IsoDate } from '@anyam/domain/kernel';
import type { Call } from '@anyam/contract-kit';
import { xlsxBase64 } from '@anyam/server-kit';
import type { ListCases } from '../contract/index.ts';
import { listRepository, type ListFilter, type ListRow } from '../persistence/list.repository.ts';
import type { SavingsContext } from './context.ts';

const EXPORT_MOST = 20_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createLists(c: SavingsContext): ListCases {
  /** The rules of the caller's regency say what share of officers is much. */
  const officerPercent = async (call: Call): Promise<number> =>
    (await c.rulesFor((call.scope[0]?.area || c.kit.config.REGION_CODE).split('.').slice(0, 2).join('.'))).officerLoanPercent;

  async function withLoans(rows: readonly ListRow[], percent: number) {
    const loans = new Map((await listRepository.loans(c.query, rows.map((r) => r.groupId), c.kit.clock.today())).map((l) => [l.groupId, l]));
    return rows.map(({ lost: _, ...r }) => {
      const l = loans.get(r.groupId);
      const officers = l?.officers ?? 0n;
      return {
        ...r, loans: l?.loans ?? 0, arrears: l?.arrears ?? 0n, loansInArrears: l?.inArrears ?? 0,
        // Rounded up, as the finding does: just above the limit must not read as the limit itself.
        officersPercent: r.fund === 0n ? null : Number((officers * 100n + r.fund - 1n) / r.fund), officersMany: officers * 100n > r.fund * BigInt(percent),
      };
    });
  }

  return {
    async list(call, { page, pageSize, sort, desc, ...filter }) {
      const percent = await officerPercent(call);
      const [rows, { total, ...sums }] = await Promise.all([
        listRepository.rows(c.query, call, filter as ListFilter, percent, { sort, desc, limit: pageSize, offset: (page - 1) * pageSize }), listRepository.sums(c.query, call, filter as ListFilter, percent),
      ]);
      return { rows: await withLoans(rows, percent), total, sums };
    },

    async facets(call, filter) {
      const percent = await officerPercent(call);
      const [districts, flags] = await Promise.all([listRepository.districts(c.query, call, filter as ListFilter, percent), listRepository.flags(c.query, call, filter as ListFilter, percent)]);
      return { districts, flags };
    },

    async growth(call, area) {
      const today = c.kit.clock.today();
      const first = `${today.slice(0, 8)}01` as IsoDate;
      const months = Array.from({ length: 12 }, (_, i) => addMonths(first, i - 11).slice(0, 7));
      const found = new Map((await listRepository.growth(c.query, call, area, months[0] as string)).map((m) => [m.month, m]));
      let fund = found.get('')?.change ?? 0n;
      return months.map((month) => {
        const m = found.get(month);
        fund += m?.change ?? 0n;
        return { month, fund, paid: m?.paid ?? 0n };
      });
    },

    async exportXlsx(call, { sort, desc, ...filter }) {
      const percent = await officerPercent(call);
      const rows = await withLoans(await listRepository.rows(c.query, call, filter as ListFilter, percent, { sort, desc, limit: EXPORT_MOST, offset: 0 }), percent);
      const base64 = await xlsxBase64({
        sheet: 'Simpanan', rows, about: { by: call.actor.name, at: c.kit.clock.now(), filter: JSON.stringify(filter) },
        columns: [
          { title: 'Kelompok', width: 30, value: (r) => r.name }, { title: 'Kecamatan', width: 18, value: (r) => r.districtName }, { title: 'Desa', width: 20, value: (r) => r.villageName },
          { title: 'Dana IKS (Rp)', value: (r) => r.fund }, { title: 'IKS disepakati (Rp)', value: (r) => r.agreed }, { title: 'IKS dibayar (Rp)', value: (r) => r.paid },
          { title: 'Simpanan sukarela (Rp)', value: (r) => r.voluntary }, { title: 'Pinjaman beredar (Rp)', value: (r) => r.lent }, { title: 'Pinjaman berjalan', value: (r) => r.loans },
          { title: 'Tunggakan (Rp)', value: (r) => r.arrears }, { title: 'Pinjaman menunggak', value: (r) => r.loansInArrears }, { title: 'Bagian pengurus (%)', value: (r) => r.officersPercent },
        ],
      });
      await c.kit.work.run(call.actor, async ({ audit }) => {
        audit({ action: 'savings.export', entity: 'savingsList', entityId: 'list', regionCode: call.scope[0]?.area || c.kit.config.REGION_CODE, changes: { rows: [null, rows.length] } });
      });
      return { name: `simpanan-${c.kit.clock.today()}.xlsx`, mime: XLSX, base64, rows: rows.length };
    },
  };
}
