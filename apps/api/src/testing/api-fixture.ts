import { randomUUID } from 'node:crypto';
import type { Services } from '@anyam/contract-kit';
import { roleBook } from '@anyam/registry/roles';
import { ports, serverModules } from '@anyam/registry/server';
import { ROLE_BOOK } from '@anyam/access/server';
import { KIT, portToken, sha256Hex } from '@anyam/server-kit';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import { actorOf } from './walk.ts';

type ImportedGroup = Parameters<Services['group']['formFromImport']>[2]['groups'][number];

class KitModule {}
class ApiModule {}

export interface ApiFixture {
  readonly kit: TestKit;
  readonly services: Services;
  /** Ids of everything the district holds. */
  readonly ids: string[];
  readonly groupIds: readonly string[];
  readonly programmeId: string;
}

const HOME = '35.21';
/** All services on a fresh database, with two formed groups, a programme and a file in Ngawi. */
export async function apiFixture(): Promise<ApiFixture> {
  const kit = await testKit();
  const kitModule: DynamicModule = {
    module: KitModule,
    global: true,
    providers: [
      { provide: KIT, useValue: kit },
      { provide: ROLE_BOOK, useValue: roleBook },
    ],
    exports: [KIT, ROLE_BOOK],
  };
  const root: DynamicModule = { module: ApiModule, imports: [kitModule, ...serverModules] };
  const app = await NestFactory.createApplicationContext(root, { logger: ['error'], abortOnError: false });
  const services = Object.fromEntries(Object.entries(ports).map(([id, name]) => [name, app.get(portToken(id), { strict: false })])) as unknown as Services;

  for (const role of ['admin', 'operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'pimpinan', 'auditor'] as const) {
    await callFor(kit, { role, area: HOME, userId: actorOf(role, HOME).userId });
    await callFor(kit, { role, area: '35.20', userId: actorOf(role, '35.20').userId });
    await callFor(kit, { role, area: '', userId: actorOf(role, '').userId });
  }
  const admin = await callFor(kit, { role: 'admin', area: HOME, permission: 'programme.manage', userId: actorOf('admin', HOME).userId });
  const { id: programmeId } = await services.programme.create(admin, {
    key: randomUUID(), regencyCode: HOME, name: 'KUBE uji', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos', ceiling: 100_000_000n, dpaNumber: 'DPA/1',
  } as never);
  const importId = randomUUID();
  const stored = await kit.work.run(admin.actor, (unit) =>
    services.group.formFromImport(unit, admin.actor, { importId, regencyCode: HOME, on: '2020-01-15', groups: [madeUpGroup(1), madeUpGroup(2)] }),
  );
  const fileId = randomUUID();
  const bytes = new TextEncoder().encode('nama,nik\nSiti,3521165512800001\n');
  await kit.files.put(bytes);
  await kit.db.prisma.storedFile.create({
    data: {
      id: fileId, regencyCode: HOME, sha256: sha256Hex(bytes), name: 'daftar.csv', mime: 'text/csv', size: bytes.length,
      uploadedBy: actorOf('operator', HOME).userId, uploadedAt: kit.clock.now(), dhash: null,
    },
  });
  const people = await kit.db.prisma.person.findMany({ select: { id: true } });
  const memberships = await kit.db.prisma.membership.findMany({ select: { id: true } });
  const grants = await kit.db.prisma.accessGrant.findMany({ where: { area: HOME }, select: { id: true } });
  return {
    kit,
    services,
    programmeId,
    groupIds: stored.groupIds,
    ids: [programmeId, fileId, ...stored.groupIds, ...[...people, ...memberships, ...grants].map((row) => row.id)],
  };
}

/** A sound group of ten made-up families in Dumplengan. */
export function madeUpGroup(n: number): ImportedGroup {
  return {
    name: `Mekar Uji ${n}`,
    villageCode: '35.21.16.2003',
    business: 'Anyaman tikar',
    bank: 'Bank Uji',
    accountNumber: `77001${String(n).padStart(5, '0')}`,
    accountName: `KUBE Mekar Uji ${n}`,
    formedOn: '2020-01-15',
    state: 'formed',
    members: Array.from({ length: 10 }, (_, i) => ({
      nationalId: `352116${String(10 + i)}0180${String(n * 100 + i).padStart(4, '0')}`,
      familyCardNo: `35211601012${String(n * 100 + i).padStart(5, '0')}`,
      name: `Warga Uji ${String.fromCharCode(65 + i)}${n}`,
      birthPlace: 'Ngawi',
      birthDate: `1980-01-${10 + i}`,
      sex: 'L' as const,
      villageCode: '35.21.16.2003',
      address: 'RT 01 RW 02 Dumplengan',
      phone: null,
      occupation: 'Petani',
      married: true,
      role: (['chair', 'secretary', 'treasurer'] as const)[i] ?? ('member' as const),
    })),
  };
}
