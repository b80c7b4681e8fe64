import { blocker, roleNames, type Blocker } from '../kernel/flow.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { formatRupiah, sum, type Rupiah } from '../kernel/rupiah.ts';
import { finding, type Finding } from './finding.ts';

export interface RecipientMember {
  readonly nationalId: string;
  readonly familyCardNo: string;
  readonly name: string;
  readonly address: string;
}
/** A group on the BNBA list with what it gets, rupiah, and its members by name and address. */
export interface RecipientLine {
  readonly groupId: string;
  readonly groupName: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly districtName: string;
  readonly business: string;
  readonly bank: string;
  readonly accountNo: string;
  readonly amount: Rupiah;
  readonly members: readonly RecipientMember[];
}
/** The list attached to a decree (SK), frozen with it. `ruleSetId` judged it. */
export interface RecipientList {
  readonly decreeNumber: string;
  readonly decreeDate: IsoDate;
  readonly programmeId: string;
  readonly fiscalYear: number;
  readonly ruleSetId: string;
  readonly lines: readonly RecipientLine[];
}

/** Sum of the list, rupiah. */
export const recipientTotal = (list: Pick<RecipientList, 'lines'>): Rupiah => sum(list.lines.map((l) => l.amount));

/** True when a total fits into what is left of the ceiling, both rupiah (rule 22). The ledger keeps it too, under any race. */
export const fitsCeiling = (available: Rupiah, total: Rupiah): boolean => total <= available;

/** Rule 22 as a blocker, or null when it fits. */
export function ceilingBlocker(available: Rupiah, total: Rupiah): Blocker | null {
  if (fitsCeiling(available, total)) return null;
  return blocker('CEILING_EXCEEDED', { id: 'Sisa pagu {available}, sedangkan yang akan ditetapkan {total}; kurang {short}. Kurangi penerima atau tunggu perubahan DPA.', en: '{available} of the ceiling is left but {total} is to be decreed; {short} is missing. Take recipients off or wait for a change of the DPA.' }, roleNames(['kepala', 'admin']), { available: formatRupiah(available), total: formatRupiah(total), short: formatRupiah(total - available) });
}

/** What keeps a list from being frozen: empty, no number, an amount not positive, a group, account, NIK or family card twice (rules 7, 22, 23). */
export function recipientListFindings(list: RecipientList): Finding[] {
  const found: Finding[] = [];
  const who = roleNames(['operator']);
  const add = (code: string, id: string, en: string, params: Record<string, string | number> = {}, where?: string) => found.push(finding('block', code, { id, en }, who, params, where));
  if (list.decreeNumber.trim() === '') add('DECREE_NUMBER_MISSING', 'Nomor SK belum diisi.', 'The number of the decree is missing.');
  if (list.lines.length === 0) add('LIST_EMPTY', 'Daftar penerima masih kosong. Tambahkan kelompok yang lolos verifikasi.', 'The list is empty. Add groups that passed verification.');
  for (const l of list.lines) {
    if (l.amount <= 0n) add('LIST_AMOUNT', 'Jumlah bantuan {group} belum diisi.', 'The amount for {group} is missing.', { group: l.groupName }, l.groupId);
    if (l.members.length === 0) add('LIST_NO_MEMBERS', 'Anggota {group} belum tercantum.', '{group} has no members on the list.', { group: l.groupName }, l.groupId);
  }
  const twice = (code: string, what: { id: string; en: string }, keys: readonly (readonly [string, RecipientLine])[]) => {
    const seen = new Map<string, RecipientLine>();
    for (const [key, line] of keys) {
      const first = seen.get(key);
      if (first) add(code, `${what.id} tercantum dua kali: pada {first} dan {second}. Hapus salah satu.`, `${what.en} is listed twice: under {first} and {second}. Remove one.`, { first: first.groupName, second: line.groupName }, line.groupId);
      else seen.set(key, line);
    }
  };
  twice('LIST_GROUP_TWICE', { id: 'Kelompok yang sama', en: 'The same group' }, list.lines.map((l) => [l.groupId, l]));
  twice('LIST_ACCOUNT_TWICE', { id: 'Rekening yang sama', en: 'The same account' }, list.lines.map((l) => [`${clean(l.bank).toLowerCase()} ${l.accountNo.replace(/\D/g, '')}`, l]));
  twice('LIST_NIK_TWICE', { id: 'NIK yang sama', en: 'The same NIK' }, list.lines.flatMap((l) => l.members.map((m) => [m.nationalId, l] as const)));
  twice('LIST_FAMILY_TWICE', { id: 'Kartu keluarga yang sama', en: 'The same family card' }, list.lines.flatMap((l) => l.members.map((m) => [m.familyCardNo, l] as const)));
  return found;
}

/**
 * The list as one text that is the same whenever the content is the same: fields in a fixed order, groups by id and members
 * by NIK, text in NFC with single blanks, amounts as digits. Its SHA-256, taken outside, freezes the decree (rule 22).
 * The first line names the format, so that a later format never collides with this one.
 */
export function canonicalRecipientList(list: RecipientList): string {
  const head = [list.decreeNumber, list.decreeDate, list.programmeId, String(list.fiscalYear), list.ruleSetId];
  const members = (l: RecipientLine) => sorted(l.members.map((m) => JSON.stringify([m.nationalId, m.familyCardNo, m.name, m.address].map(clean))));
  const lines = list.lines.map((l) =>
    JSON.stringify([...[l.groupId, l.groupName, l.villageCode, l.villageName, l.districtName, l.business, l.bank, l.accountNo].map(clean), String(l.amount), members(l)]));
  return `anyam-bnba-1\n${[JSON.stringify(head.map(clean)), ...sorted(lines)].join('\n')}\n`;
}

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
/** By code units, not by language, so that every machine sorts alike. */
const sorted = (rows: readonly string[]): string[] => [...rows].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
