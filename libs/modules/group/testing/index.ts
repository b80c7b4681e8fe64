import { randomUUID } from 'node:crypto';
import { accessFor, memberFor } from '@anyam/member/testing';
import { programmeFor, territoryFor } from '@anyam/programme/testing';
import type { Kit } from '@anyam/server-kit';
import { createGroup } from '../server/group.service.ts';
import { composeNik, type IsoDate } from '@anyam/domain/kernel';
import type { GroupPort, ImportedGroup, ImportedMember } from '../contract/index.ts';

/** Builders for specs and for other modules' specs: groups of made-up people, all sound by the rules of KUBE 2020. */
let serial = 0;

export const VILLAGE = '35.21.16.2003';

export function person(over: Partial<ImportedMember> = {}): ImportedMember {
  serial += 1;
  const sex = over.sex ?? (serial % 2 === 0 ? 'P' : 'L');
  const birthDate = over.birthDate ?? `19${70 + (serial % 20)}-0${1 + (serial % 9)}-1${serial % 9}`;
  const names = ['Sri', 'Budi', 'Siti', 'Agus', 'Dewi', 'Joko', 'Rina', 'Wahyu'];
  const tails = ['Lestari', 'Santoso', 'Rahayu', 'Purnomo', 'Wulandari', 'Setiawan', 'Handayani', 'Kusuma'];
  return {
    nationalId: composeNik(`3521${String(10 + (Math.floor(serial / 9999) % 80)).padStart(2, '0')}`, birthDate as IsoDate, sex, 1 + (serial % 9998)),
    familyCardNo: `35211${String(serial).padStart(11, '0')}`,
    name: `${names[serial % 8]} ${tails[Math.floor(serial / 8) % 8]}`,
    birthPlace: 'NGAWI', birthDate, sex, villageCode: VILLAGE, address: 'RT 01 RW 02', phone: null, occupation: 'Petani', married: true, role: 'member',
    ...over,
  };
}

export function importedGroup(over: Partial<ImportedGroup> & { size?: number } = {}): ImportedGroup {
  const { size = 10, ...rest } = over;
  serial += 1;
  const roles = ['chair', 'secretary', 'treasurer'] as const;
  return {
    name: `KUBE Uji ${serial}`, villageCode: VILLAGE, business: 'Ternak kambing', address: 'RT 01 RW 02', state: 'formed', formedOn: '2020-01-10',
    bank: 'Bank Jatim', accountNumber: `00121${String(serial).padStart(6, '0')}`, accountName: `KUBE Uji ${serial}`,
    members: Array.from({ length: size }, (_, i) => person({ role: roles[i] ?? 'member', villageCode: rest.villageCode ?? VILLAGE })),
    ...rest,
  };
}
export const key = (): string => randomUUID();

export function groupFor(kit: Kit): GroupPort {
  return createGroup(kit, { territory: territoryFor(kit), access: accessFor(kit), programme: programmeFor(kit), member: memberFor(kit) });
}
