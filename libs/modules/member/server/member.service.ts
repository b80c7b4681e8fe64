import { randomUUID } from 'node:crypto';
import { fail as common, reaches, rolesAt, type Call } from '@anyam/contract-kit';
import { maskFamilyCardNo, maskNik, maskPhone, normalisePersonName, parseNik } from '@anyam/domain/kernel';
import { isUniqueViolation, type Kit, type Tx } from '@anyam/server-kit';
import type { AccessPort } from '@anyam/access/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { MemberPort } from '../contract/index.ts';
import { memberPermissions } from '../contract/permissions.ts';
import { personRepository, type PersonFull } from '../persistence/person.repository.ts';
import { createChecks } from './checks.ts';
import { fail } from './errors.ts';
import { createDuplicates } from './merge.ts';
import { createExtracts } from './extracts.ts';
import { createList } from './list.ts';
import { brief, placeOf } from './view.ts';

export interface MemberNeeds {
  readonly territory: TerritoryPort;
  readonly access: AccessPort;
  readonly programme: ProgrammePort;
}

export function createMember(kit: Kit, needs: MemberNeeds): MemberPort {
  const { db, work, clock, config } = kit;
  const { territory, programme } = needs;
  const persons = personRepository(db);

  async function mine(call: Call, id: string): Promise<PersonFull> {
    const person = await persons.find(id);
    if (!person || !reaches(call, placeOf(person))) throw common('NOT_FOUND');
    return person;
  }

  const may = (call: Call, person: PersonFull, permission: keyof typeof memberPermissions): boolean => {
    const holders: readonly string[] = memberPermissions[permission].roles;
    return rolesAt({ ...call, scope: call.actor.grants }, placeOf(person)).some((role) => holders.includes(role));
  };

  return {
    ...createList(kit),
    ...createChecks(kit, needs),
    ...createDuplicates(kit, programme),

    async get(call, { id }) {
      const person = await mine(call, id);
      const [memberships, priorAid, register, history] = await Promise.all([
        persons.memberships(id),
        persons.priorAid(person.regencyCode, person.nationalId),
        persons.register(person.regencyCode, person.nationalId),
        persons.history(id),
      ]);
      return {
        ...brief(person), birthPlace: person.birthPlace, address: person.address, phone: person.phone === null ? null : maskPhone(person.phone),
        occupation: person.occupation, married: person.married, updatedAt: person.updatedAt,
        can: { write: may(call, person, 'member.write'), reveal: may(call, person, 'member.reveal') },
        memberships: memberships.map(({ villageCode, facilitatorId, ...m }) => {
          const inReach = reaches(call, { regionCode: villageCode, facilitatorId });
          return inReach ? { ...m, inReach } : { ...m, groupId: null, groupName: null, leaveNote: null, received: 0n, inReach };
        }),
        priorAid, register: register[0] ?? null, history,
      };
    },

    async reveal(call, { id, purpose }) {
      const person = await mine(call, id);
      return work.run(call.actor, async ({ audit }) => {
        audit({ action: 'member.reveal', entity: 'person', entityId: id, groupId: person.groupId, regionCode: person.villageCode, reason: purpose, changes: { nik: [null, maskNik(person.nationalId)] } });
        return { nik: person.nationalId, familyCard: person.familyCardNo, phone: person.phone };
      });
    },

    async update(call, { id, seenAt, reason, nationalId, familyCardNo, ...input }) {
      const person = await mine(call, id);
      if (!input.villageCode.startsWith(`${person.regencyCode}.`) || !(await territory.exists(input.villageCode))
        || (input.villageCode !== person.villageCode && !reaches(call, { regionCode: input.villageCode, facilitatorId: person.facilitatorId }))) throw fail('VILLAGE_OUTSIDE');
      if (nationalId && !parseNik(nationalId, { asOf: clock.today() }).ok) throw fail('NIK_INVALID');
      const blank = (text: string | null) => (text === null || text === '' ? null : text);
      const data = {
        ...input, birthPlace: blank(input.birthPlace), address: blank(input.address), occupation: blank(input.occupation),
        // The form shows the number masked: what comes back unchanged is left as it is.
        phone: input.phone !== null && person.phone !== null && input.phone === maskPhone(person.phone) ? person.phone : blank(input.phone),
        nationalId: nationalId ?? person.nationalId, familyCardNo: familyCardNo ?? person.familyCardNo,
      };
      try {
        await work.run(call.actor, async ({ tx, now, audit }) => {
          const { count } = await tx.person.updateMany({
            where: { id, updatedAt: seenAt, mergedInto: null },
            data: { ...data, birthDate: new Date(data.birthDate), nameKey: normalisePersonName(data.name), updatedAt: now },
          });
          if (count === 0) throw common('CHANGED_MEANWHILE');
          if (data.familyCardNo !== person.familyCardNo) await tx.membership.updateMany({ where: { personId: id, leftOn: null }, data: { familyCardNo: data.familyCardNo } });
          const show: Record<string, (value: string) => string> = { nationalId: maskNik, familyCardNo: maskFamilyCardNo, phone: maskPhone };
          const changes = Object.fromEntries(
            (Object.keys(data) as (keyof typeof data)[])
              .filter((f) => data[f] !== person[f])
              .map((f) => [f, [person[f], data[f]].map((v) => (typeof v === 'string' && show[f] ? show[f](v) : v))]),
          ) as unknown as Record<string, readonly [unknown, unknown]>;
          audit({ action: 'member.update', entity: 'person', entityId: id, groupId: person.groupId, regionCode: data.villageCode, reason, changes });
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw fail(/family/.test(String(error)) || nationalId === undefined ? 'FAMILY_TAKEN' : 'NIK_TAKEN');
        throw error;
      }
    },

    async lookup(call, { nationalId, familyCardNo, groupId }) {
      const area = call.scope.find((g) => g.area.length >= 5)?.area.slice(0, 5) ?? config.REGION_CODE;
      const person = await persons.byNik(area, nationalId);
      const [found] = await persons.taken(area, nationalId, familyCardNo ?? person?.familyCardNo ?? null, groupId ?? null);
      const nik = parseNik(nationalId, { asOf: clock.today() });
      return {
        person: person && reaches(call, placeOf(person)) ? brief(person) : null,
        memberElsewhere: found?.nik ?? false,
        familyElsewhere: found?.family ?? false,
        birthDate: nik.ok ? nik.value.birthDate : null,
        sex: nik.ok ? nik.value.sex : null,
      };
    },

    async ensure(unit, who, regencyCode, person) {
      const tx = unit.tx as Tx;
      const { nationalId, familyCardNo, name, birthPlace, sex, villageCode, address, phone, occupation, married } = person;
      const data = { familyCardNo, name, birthPlace, sex, villageCode, address, phone, occupation, married, birthDate: new Date(person.birthDate), nameKey: normalisePersonName(name), updatedAt: unit.now };
      const known = await tx.person.findUnique({ where: { regencyCode_nationalId: { regencyCode, nationalId: person.nationalId } }, select: { id: true, mergedInto: true, villageCode: true } });
      if (known) {
        const id = known.mergedInto ?? known.id;
        await tx.person.updateMany({ where: { id }, data });
        unit.audit({ action: 'member.renew', entity: 'person', entityId: id, regionCode: person.villageCode, changes: { name: [null, person.name] } });
        return id;
      }
      const id = randomUUID();
      await tx.person.create({ data: { id, regencyCode, nationalId, ...data, createdBy: who.userId, createdAt: unit.now } });
      unit.audit({ action: 'member.create', entity: 'person', entityId: id, regionCode: person.villageCode, changes: { name: [null, person.name], nik: [null, maskNik(person.nationalId)] } });
      return id;
    },

    ...createExtracts(kit, needs),
    taken: (regencyCode, nationalIds, familyCards) => persons.takenMany(regencyCode, nationalIds, familyCards),
  };
}
