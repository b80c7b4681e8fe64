import { rolesAt, type Call } from '@anyam/contract-kit';
import { maskFamilyCardNo, maskNik, normalisePersonName, plainLetters } from '@anyam/domain/kernel';
import { xlsxBase64, type Kit } from '@anyam/server-kit';
import type { z } from 'zod';
import type { MemberPort } from '../contract/index.ts';
import type { exportInput } from '../contract/member.schema.ts';
import { memberPermissions } from '../contract/permissions.ts';
import { personRepository, type PersonRecord } from '../persistence/person.repository.ts';
import { brief, placeOf } from './view.ts';

/** The most rows of one file. */
const MOST = 50_000;
const HEAD = {
  id: { sheet: 'Anggota', name: 'Nama', birth: 'Tanggal lahir', sex: 'L/P', village: 'Desa', district: 'Kecamatan', card: 'No. KK', group: 'Kelompok', role: 'Jabatan' },
  en: { sheet: 'Members', name: 'Name', birth: 'Date of birth', sex: 'Sex', village: 'Village', district: 'District', card: 'Family card', group: 'Group', role: 'Role' },
} as const;
const ROLES = {
  id: { chair: 'Ketua', secretary: 'Sekretaris', treasurer: 'Bendahara', member: 'Anggota' },
  en: { chair: 'Chair', secretary: 'Secretary', treasurer: 'Treasurer', member: 'Member' },
} as const;

type Filter = Omit<z.infer<typeof exportInput>, 'language' | 'purpose'>;

/** The list of members, on a page or as a file. */
export function createList({ db, work, clock, config }: Kit): Pick<MemberPort, 'list' | 'exportXlsx'> {
  const persons = personRepository(db);

  async function found(call: Call, { q, ...filter }: Filter, limit: number, offset: number): Promise<{ rows: PersonRecord[]; total: number }> {
    const digits = (q ?? '').replace(/[\s.-]/g, '');
    const byNumber = /^\d{4}$|^\d{16}$/.test(digits);
    const key = byNumber || !q ? null : normalisePersonName(q) || plainLetters(q);
    const wanted = { ...filter, key, digits: byNumber ? digits : null, limit, offset };
    let answer = await persons.list(call, wanted);
    // Names that hold the words come first; only where there is none is a wrong spelling looked for.
    for (const fuzzy of ['word', 'name'] as const) {
      if (answer.total === 0 && key !== null && key.length >= 3) answer = await persons.list(call, { ...wanted, fuzzy });
    }
    return answer;
  }

  /** Whether this caller may see the full numbers of this person: by the right to reveal, where the person is. */
  const mayReveal = (call: Call, person: PersonRecord): boolean => {
    const holders: readonly string[] = memberPermissions['member.reveal'].roles;
    return rolesAt({ ...call, scope: call.actor.grants }, placeOf(person)).some((role) => holders.includes(role));
  };

  return {
    async list(call, { page, pageSize, ...filter }) {
      const { rows, total } = await found(call, filter, pageSize, (page - 1) * pageSize);
      return { rows: rows.map(brief), total };
    },
    async exportXlsx(call, { language, purpose, ...filter }) {
      const { rows } = await found(call, filter, MOST, 0);
      const full = (person: PersonRecord): boolean => purpose !== undefined && mayReveal(call, person);
      const head = HEAD[language];
      const said = Object.entries(filter).filter(([, v]) => !(Array.isArray(v) && v.length === 0)).map(([k, v]) => `${k}: ${String(v)}`).join('; ');
      const base64 = await xlsxBase64({
        sheet: head.sheet,
        columns: [
          { title: head.name, width: 28, value: (p) => p.name },
          { title: 'NIK', width: 20, value: (p) => (full(p) ? p.nationalId : maskNik(p.nationalId)) },
          { title: head.card, width: 20, value: (p) => (full(p) ? p.familyCardNo : maskFamilyCardNo(p.familyCardNo)) },
          { title: head.birth, width: 14, value: (p) => p.birthDate },
          { title: head.sex, width: 6, value: (p) => p.sex },
          { title: head.village, width: 20, value: (p) => p.villageName },
          { title: head.district, width: 18, value: (p) => p.districtName },
          { title: head.group, width: 26, value: (p) => p.groupName },
          { title: head.role, width: 14, value: (p) => p.role && ROLES[language][p.role] },
        ],
        rows,
        about: { by: call.actor.name, at: clock.now(), filter: said },
      });
      const opened = rows.filter(full).length;
      await work.run(call.actor, async ({ audit }) =>
        audit({
          action: 'member.export', entity: 'memberList', entityId: 'list', regionCode: call.scope[0]?.area || config.REGION_CODE, reason: purpose ?? null,
          changes: { rows: [null, rows.length], fullNumbers: [null, opened], filter: [null, said] },
        }));
      return { fileName: `anggota-${clock.today()}.xlsx`, base64, rows: rows.length };
    },
  };
}
