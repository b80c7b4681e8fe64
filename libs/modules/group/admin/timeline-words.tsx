import type { TimelineEntry } from '@anyam/admin-kit/record';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { groupFlow } from '@anyam/domain/group';
import type { z } from 'zod';
import type { timelinePage } from '../contract/index.ts';
import { words } from './words.ts';

type Entry = z.infer<typeof timelinePage>['entries'][number];

const ACTIONS: Readonly<Record<string, Bilingual>> = {
  'group.create': { id: 'Kelompok dicatat', en: 'Group recorded' },
  'group.import': { id: 'Kelompok diimpor', en: 'Group imported' },
  'group.save.identity': { id: 'Identitas disimpan', en: 'Identity saved' },
  'group.save.place': { id: 'Tempat disimpan', en: 'Place saved' },
  'group.save.officers': { id: 'Pengurus ditetapkan', en: 'Officers set' },
  'group.save.members': { id: 'Daftar anggota diperiksa', en: 'Members looked over' },
  'group.save.account': { id: 'Rekening disimpan', en: 'Account saved' },
  'group.save.papers': { id: 'Berkas ditambahkan', en: 'Paper added' },
  'group.markTask': { id: 'Tugas ditandai', en: 'Task marked' },
  'group.join': { id: 'Anggota masuk', en: 'Member joined' },
  'group.leave': { id: 'Anggota keluar', en: 'Member left' },
  'group.addMinutes': { id: 'Berita acara dicatat', en: 'Minutes recorded' },
  'group.minutes': { id: 'Berita acara dicatat', en: 'Minutes recorded' },
  'group.reveal': { id: 'Nomor lengkap dibuka', en: 'Full numbers revealed' },
  'group.merge': { id: 'Kelompok ganda digabung ke sini', en: 'A duplicate was merged into this' },
  'group.keepApart': { id: 'Dinyatakan kelompok yang berbeda', en: 'Declared a different group' },
  'access.createUser': { id: 'Akun pengurus dibuat', en: 'An officer was given an account' },
  'access.endPartner': { id: 'Akun pengurus ditutup', en: "An officer's account was closed" },
  'access.setPassword': { id: 'Sandi pengurus diganti', en: "An officer's password was set" },
  'member.check': { id: 'Syarat anggota diperiksa', en: 'Eligibility checked' },
  'member.update': { id: 'Data anggota diubah', en: 'Member record changed' },
  'member.reveal': { id: 'NIK anggota dibuka', en: 'NIK of a member revealed' },
  'member.merge': { id: 'Data anggota digabung', en: 'Member records merged' },
};
const FIELDS: Readonly<Record<string, Bilingual>> = {
  ...words,
  villageCode: words.village,
  districtCode: words.district,
  facilitatorId: words.facilitator,
  nameKey: words.name,
  accountNumber: { id: 'Nomor rekening', en: 'Account number' },
  accountName: { id: 'Nama di rekening', en: 'Holder' },
  bank: { id: 'Bank', en: 'Bank' },
  signatories: { id: 'Penanda tangan', en: 'Signatories' },
  leaveReason: { id: 'Sebab keluar', en: 'Why left' },
  joinedOn: { id: 'Masuk tanggal', en: 'Joined on' },
  leftOn: { id: 'Keluar tanggal', en: 'Left on' },
  nik: { id: 'NIK', en: 'NIK' },
  paper: { id: 'Berkas', en: 'Paper' },
  person: { id: 'Orang', en: 'Person' },
  username: { id: 'Nama pengguna', en: 'User name' },
  on: { id: 'Berlaku tanggal', en: 'In effect on' },
  blocks: { id: 'Penghalang', en: 'Blocking' },
  warnings: { id: 'Peringatan', en: 'Warnings' },
};
const HIDDEN = new Set(['facilitatorId', 'districtCode', 'nameKey', 'subject', 'area', 'role']);

const texts = defineTexts({
  from: { id: '{field}: {from} menjadi {to}', en: '{field}: {from} became {to}' },
  set: { id: '{field}: {to}', en: '{field}: {to}' },
  gone: { id: '{field}: {from} dihapus', en: '{field}: {from} removed' },
});

/** A recorded step in words; what changed from and to. Steps of other modules that have no words here keep their code. */
export function useTimelineEntry(): (entry: Entry, brief?: boolean) => TimelineEntry {
  const say = useSay();
  const t = useText(texts);
  return (e, brief = false) => {
    const step = /^group\.(\w+)$/.exec(e.action)?.[1];
    const action = ACTIONS[e.action] ?? (step && step in groupFlow.actions ? groupFlow.actions[step as keyof typeof groupFlow.actions].label : e.action);
    const value = (field: string, v: string) => {
      if (field === 'state' && v in groupFlow.states) return say(groupFlow.states[v as keyof typeof groupFlow.states].label);
      return v in words ? say(words[v as keyof typeof words]) : v;
    };
    const lines = e.changes
      .filter((c) => !HIDDEN.has(c.field) && (c.from !== null || c.to !== null))
      .map((c) => {
        const field = say(FIELDS[c.field] ?? c.field);
        if (c.from !== null && c.to !== null) return t('from', { field, from: value(c.field, c.from), to: value(c.field, c.to) });
        return c.to !== null ? t('set', { field, to: value(c.field, c.to) }) : t('gone', { field, from: value(c.field, c.from ?? '') });
      });
    return {
      id: String(e.id),
      title: say(action),
      at: e.at.toISOString(),
      by: e.actorName,
      tone: /reveal|dissolve|withdraw|leave/.test(e.action) ? 'warn' : 'info',
      ...(brief ? {} : { detail: <>{e.reason && <div>{e.reason}</div>}{lines.map((l, i) => <div key={i} className="muted">{l}</div>)}</> }),
    };
  };
}
