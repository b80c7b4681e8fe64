import { maskFamilyCardNo, maskNik, maskPhone } from '@anyam/domain/kernel';
import type { PersonFull, PersonRecord } from '../persistence/person.repository.ts';

/** A person as anyone may see one: numbers masked. */
export const brief = (p: PersonRecord) => ({
  id: p.id, name: p.name, nik: maskNik(p.nationalId), familyCard: maskFamilyCardNo(p.familyCardNo), birthDate: p.birthDate, sex: p.sex,
  villageCode: p.villageCode, villageName: p.villageName, districtName: p.districtName, groupId: p.groupId, groupName: p.groupName, role: p.role,
});

export const side = (p: PersonFull) => ({ ...brief(p), address: p.address, phone: p.phone === null ? null : maskPhone(p.phone), occupation: p.occupation });

export const placeOf = (p: PersonRecord) => ({ regionCode: p.groupVillage ?? p.villageCode, facilitatorId: p.facilitatorId });
