import type { Call } from '@anyam/contract-kit';
import { contains, normalisePlaceName, parentOf, type RegionCode } from '@anyam/domain/kernel';
import type { z } from 'zod';
import type { OverviewNeeds } from '../contract/needs.ts';
import type { searchOutput } from '../contract/overview.schema.ts';

type Section = z.infer<typeof searchOutput>['groups'][number];
const MOST = 8;
/** Below this a village name is not alike any more. */
const ALIKE = 0.3;

/** Areas of the caller as places to search villages in; an area inside another is left out. A village is searched through its kecamatan. */
function searchAreas(call: Call): RegionCode[] {
  const areas = call.scope.map((grant) => (grant.area.split('.').length === 4 ? (parentOf(grant.area) as RegionCode) : grant.area));
  return [...new Set(areas)].filter((area, _i, all) => !all.some((other) => other !== area && contains(other, area)));
}

async function villages(needs: OverviewNeeds, call: Call, text: string): Promise<Section> {
  const key = normalisePlaceName(text);
  const found = /\d/.test(text) ? [] : (await Promise.all(searchAreas(call).map((within) => needs.territory.match(call, { within, text })))).flat();
  const hits = found
    .filter((v) => (v.similarity >= ALIKE || normalisePlaceName(v.name).includes(key)) && call.scope.some((grant) => contains(grant.area, v.code as RegionCode)))
    .sort((a, b) => b.similarity - a.similarity || a.name.localeCompare(b.name, 'id'))
    .slice(0, MOST)
    .map((v) => ({ id: v.code, label: v.name, hint: v.parentName ? `Kec. ${v.parentName}` : v.code, href: `/kelompok?desa=${v.code}` }));
  return { kind: 'village', label: { id: 'Desa', en: 'Villages' }, hits };
}

async function groups({ group }: OverviewNeeds, call: Call, text: string): Promise<Section> {
  const page = group
    ? await group.list(call, { q: text, districts: [], villages: [], business: [], states: [], stages: [], flags: [], page: 1, pageSize: 25, sort: 'name', desc: false })
    : { rows: [] };
  return {
    kind: 'group',
    label: { id: 'Kelompok', en: 'Groups' },
    hits: page.rows.slice(0, MOST).map((g) => ({ id: g.id, label: g.name, hint: [g.villageName, g.districtName].filter(Boolean).join(', '), href: `/kelompok/${g.id}` })),
  };
}

async function members({ member }: OverviewNeeds, call: Call, text: string): Promise<Section> {
  const { rows } = await member.list(call, { q: text, villages: [], districts: [], status: 'all', page: 1, pageSize: 25, sort: 'name', desc: false });
  return {
    kind: 'member',
    label: { id: 'Anggota', en: 'Members' },
    hits: rows.slice(0, MOST).map((m) => ({ id: m.id, label: m.name, hint: [m.nik, m.groupName ?? m.villageName].filter(Boolean).join(' · '), href: `/anggota/${m.id}` })),
  };
}

/** Figures name a person (NIK), letters may name all three. */
export async function searchAll(needs: OverviewNeeds, call: Call, text: string): Promise<z.infer<typeof searchOutput>> {
  const figures = /^[\d\s.-]+$/.test(text);
  const sections = await Promise.all(figures ? [members(needs, call, text)] : [groups(needs, call, text), members(needs, call, text), villages(needs, call, text)]);
  return { groups: sections.filter((section) => section.hits.length > 0) };
}
