import type { Call } from '@anyam/contract-kit';
import { lateBefore } from '@anyam/domain/books';
import { normaliseGroupName } from '@anyam/domain/group';
import { xlsxBase64, type SheetColumn } from '@anyam/server-kit';
import type { z } from 'zod';
import type { booksFilter, BooksPort } from '../contract/index.ts';
import { districtRepository, type BooksFilter } from '../persistence/district.repository.ts';
import type { BooksContext } from './context.ts';
import { yearUntil } from './overview.ts';

const MOST = 50_000;
type Row = Awaited<ReturnType<BooksPort['list']>>['rows'][number];
const COLUMNS: Record<'id' | 'en', readonly SheetColumn<Row>[]> = {
  id: columns(
    ['Kelompok', 'Kecamatan', 'Desa', 'Kas (Rp)', 'Bank (Rp)', 'Ditutup sampai', 'Catatan terakhir', 'Terlambat ditutup', 'Selisih neraca (Rp)'],
    'ya',
  ),
  en: columns(['Group', 'District', 'Village', 'Cash (Rp)', 'Bank (Rp)', 'Closed through', 'Last entry', 'Closing is late', 'Difference (Rp)'], 'yes'),
};
function columns(titles: readonly string[], yes: string): SheetColumn<Row>[] {
  const values: SheetColumn<Row>['value'][] = [
    (r) => r.name,
    (r) => r.districtName,
    (r) => r.villageName,
    (r) => r.cash,
    (r) => r.bank,
    (r) => r.closedThrough,
    (r) => r.lastOn,
    (r) => (r.late ? yes : ''),
    (r) => r.difference,
  ];
  return values.map((value, i) => ({ title: titles[i] ?? '', value, width: i < 3 ? 24 : 16 }));
}

/** The books of all groups in reach. */
export function createDistrict(c: BooksContext): Pick<BooksPort, 'list' | 'facets' | 'district' | 'exportXlsx'> {
  const { kit, query } = c;
  const filterOf = async (call: Call, f: Partial<z.infer<typeof booksFilter>>): Promise<BooksFilter> => ({
    key: f.q ? normaliseGroupName(f.q) || null : null,
    districts: f.districts ?? [],
    flags: f.flags ?? [],
    lateBefore: lateBefore(kit.clock.today(), await c.rulesFor(call.scope[0]?.area.split('.').slice(0, 2).join('.') || kit.config.REGION_CODE)),
  });

  return {
    async list(call, { page, pageSize, sort, desc, ...given }) {
      const f = await filterOf(call, given);
      const [rows, totals] = await Promise.all([
        districtRepository.rows(query, call, f, { sort, desc, limit: pageSize, offset: (page - 1) * pageSize }),
        districtRepository.totals(query, call, f),
      ]);
      return { rows, ...totals };
    },
    /** Over the caller's whole area, whatever is filtered: the choices stay the same. */
    async facets(call) {
      const rows = await districtRepository.facets(query, call, await filterOf(call, {}));
      const total = (of: 'count' | 'late' | 'unopened') => rows.reduce((sum, r) => sum + r[of], 0);
      return {
        districts: rows.map(({ value, label, count }) => ({ value, label, count })),
        late: total('late'),
        unopened: total('unopened'),
        total: total('count'),
      };
    },
    async district(call) {
      const { months, groupsSelling, membersWithIncome, balances } = await districtRepository.figures(query, call, yearUntil(kit.clock.today()));
      const of = (kind: string) => balances.find((b) => b.kind === kind)?.balance ?? 0n;
      return {
        turnover: months.reduce((sum, m) => sum + m.sales, 0n),
        groupsSelling,
        membersWithIncome,
        iks: -of('iks'),
        loans: of('loan'),
        cash: of('cash'),
        bank: of('bank'),
        months,
      };
    },
    async exportXlsx(call, { language, sort, desc, ...given }) {
      const rows = await districtRepository.rows(query, call, await filterOf(call, given), { sort, desc, limit: MOST, offset: 0 });
      const filter = Object.entries(given)
        .filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0))
        .map(([k, v]) => `${k}: ${String(v)}`)
        .join('; ');
      const base64 = await xlsxBase64({
        sheet: language === 'id' ? 'Buku kelompok' : "Groups' books",
        columns: COLUMNS[language],
        rows,
        about: { by: call.actor.name, at: kit.clock.now(), filter: filter || '-' },
      });
      await kit.work.run(call.actor, async ({ audit }) => {
        audit({
          action: 'books.export',
          entity: 'booksList',
          entityId: 'list',
          regionCode: call.scope[0]?.area || kit.config.REGION_CODE,
          changes: { rows: [null, rows.length], filter: [null, filter] },
        });
      });
      return { fileName: `buku-kelompok-${kit.clock.today()}.xlsx`, base64, rows: rows.length };
    },
  };
}
