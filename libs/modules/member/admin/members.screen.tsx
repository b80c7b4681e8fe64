import { CopyCheck, Database } from 'lucide-react';
import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import type { z } from 'zod';
import type { personBrief } from '../contract/index.ts';
import { useAreaOptions, useMemberApi } from './api.ts';
import { ExportButton } from './export-button.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Anggota', en: 'Members' },
  context: { id: '{n} orang di wilayah tugas Anda', en: '{n} people in your area' },
  duplicates: { id: 'Periksa data ganda', en: 'Check duplicates' },
  registers: { id: 'Data DTKS dan bantuan', en: 'DTKS and aid data' },
  search: { id: 'Cari nama atau 4 angka akhir NIK', en: 'Search name or last 4 digits of NIK' },
  found: { id: '{n} cocok', en: '{n} match' },
  status: { id: 'Keanggotaan', en: 'Membership' },
  active: { id: 'Anggota sekarang', en: 'Current members' },
  former: { id: 'Pernah menjadi anggota', en: 'Former members' },
  caption: { id: 'Daftar anggota', en: 'List of members' },
  emptyTitle: { id: 'Belum ada anggota', en: 'No members yet' },
  emptyText: { id: 'Anggota dicatat saat Anda mengisi kelompok, atau dari impor daftar.', en: 'Members are recorded when you fill in a group, or from an imported list.' },
});

type Person = z.infer<typeof personBrief>;

const filters = defineFilters({
  kecamatan: { kind: 'multi', label: words.district },
  desa: { kind: 'multi', label: words.village },
  keanggotaan: { kind: 'single', label: texts.status },
});
const SORTS = { name: 'name', village: 'village', birth: 'birthDate' } as const;
const isSort = (id: string): id is keyof typeof SORTS => id in SORTS;

const membership = (chosen: string | null): 'all' | 'active' | 'former' => (chosen === 'active' || chosen === 'former' ? chosen : 'all');

export default function MembersScreen() {
  const t = useText(texts);
  const api = useMemberApi();
  const state = useTableState({ filters, sort: { column: 'name', desc: false }, size: 50 });
  const { kecamatan, desa, keanggotaan } = state.filters;
  const areas = useAreaOptions(kecamatan ?? []);
  const sort = state.sort && isSort(state.sort.column) ? state.sort : { column: 'name' as const, desc: false };
  const filter = {
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
    districts: [...(kecamatan ?? [])],
    villages: [...(desa ?? [])],
    status: membership(keanggotaan),
    sort: isSort(sort.column) ? SORTS[sort.column] : ('name' as const),
    desc: sort.desc,
  };
  const query = useQuery(api.list.queryOptions({ ...filter, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const total = query.data?.total;

  const columns: readonly Column<Person>[] = [
    { id: 'name', header: words.name, sortable: true, cell: (p) => <span className="sub">{p.villageName}, {p.districtName}</span> },
    { id: 'nik', header: words.nik, cell: (p) => <span className="num">{p.nik}</span> },
    { id: 'familyCard', header: words.familyCard, optional: true, cell: (p) => <span className="num">{p.familyCard}</span> },
    { id: 'birth', header: words.birth, sortable: true, optional: true, cell: (p) => <DateText value={p.birthDate} style="short" /> },
    { id: 'sex', header: words.sex, optional: 'off', cell: (p) => t(p.sex) },
    { id: 'village', header: words.village, sortable: true, optional: 'off', cell: (p) => p.villageName },
    { id: 'group', header: words.group, cell: (p) => (p.groupId ? <Link href={`/kelompok/${p.groupId}`}>{p.groupName}</Link> : <span className="muted">{t('noGroup')}</span>) },
    { id: 'role', header: words.role, optional: true, cell: (p) => (p.role ? <Chip mark="none" tone={p.role === 'member' ? 'neutral' : 'info'}>{words[p.role]}</Chip> : t('empty')) },
  ];
  return (
    <div className="stack">
      <PageHead
        title={texts.title}
        context={total !== undefined && !state.narrowed ? t('context', { n: total.toLocaleString('id-ID') }) : undefined}
        actions={
          <>
            <IfMay permission="member.export">
              <ExportButton filter={filter} />
            </IfMay>
            <IfMay permission="roster.read">
              <Button icon={Database} href="/anggota/register">
                {t('registers')}
              </Button>
            </IfMay>
            <IfMay permission="member.merge">
              <Button icon={CopyCheck} href="/anggota/duplikat">
                {t('duplicates')}
              </Button>
            </IfMay>
          </>
        }
      />
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{
          kecamatan: areas.districts,
          desa: areas.villages,
          keanggotaan: [{ value: 'active', label: t('active') }, { value: 'former', label: t('former') }],
        }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={query.data?.rows}
        rowId={(p) => p.id}
        rowName={(p) => p.name}
        rowHref={(p) => `/anggota/${p.id}`}
        total={total}
        state={state}
        query={query}
        empty={{ title: texts.emptyTitle, text: texts.emptyText }}
      />
    </div>
  );
}
