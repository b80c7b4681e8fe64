/** The training district's people and programme, once. Every name and number is made up. */
import { randomUUID } from 'node:crypto';
import type { Role } from '@anyam/contract-kit';
import { KUBE_2020, ruleSetToJson } from '@anyam/domain/programme';
import { openDatabase, type Config } from '@anyam/server-kit';
import { hashPassword } from 'better-auth/crypto';

const PEOPLE: readonly { username: string; name: string; role: Role; area: string; position: string }[] = [
  { username: 'admin', name: 'Admin Latihan', role: 'admin', area: '', position: 'Pengelola sistem' },
  { username: 'operator', name: 'Operator Latihan', role: 'operator', area: '', position: 'Bidang Pemberdayaan Sosial' },
  { username: 'verifikator', name: 'Verifikator Latihan', role: 'verifikator', area: '', position: 'Petugas verifikasi' },
  { username: 'kabid', name: 'Kabid Latihan', role: 'kabid', area: '', position: 'Kepala Bidang Pemberdayaan Sosial' },
  { username: 'kepala', name: 'Kepala Dinas Latihan', role: 'kepala', area: '', position: 'Kepala Dinas Sosial' },
  { username: 'bendahara', name: 'Bendahara Latihan', role: 'bendahara', area: '', position: 'Bendahara pengeluaran' },
  { username: 'pendamping.pitu', name: 'Pendamping Pitu', role: 'pendamping', area: '.16', position: 'Pendamping sosial Kecamatan Pitu' },
  { username: 'pendamping.geneng', name: 'Pendamping Geneng', role: 'pendamping', area: '.05', position: 'Pendamping sosial Kecamatan Geneng' },
  { username: 'pimpinan', name: 'Bupati Latihan', role: 'pimpinan', area: '', position: 'Bupati' },
  { username: 'auditor', name: 'Auditor Latihan', role: 'auditor', area: '', position: 'Inspektorat' },
];

export const trainingAccounts = (config: Config) => ({
  password: config.TRAINING_PASSWORD,
  accounts: PEOPLE.map(({ username, name, role }) => ({ username, name, role })),
});

/** Marks what only training may have; a production start refuses a database that holds it. */
const TRAINING = 'training';

/** Writes nothing when there is any user already. */
export async function seedTraining(url: string, config: Config): Promise<void> {
  const db = openDatabase(url, 2);
  try {
    if ((await db.prisma.authUser.count()) > 0) return;
    const password = await hashPassword(config.TRAINING_PASSWORD);
    const now = new Date();
    await db.prisma.$transaction(async (tx) => {
      for (const person of PEOPLE) {
        const id = randomUUID();
        await tx.$executeRaw`INSERT INTO auth_user (id, name, email, email_verified, username, display_username, position)
          VALUES (${id}, ${person.name}, ${`${person.username}@anyam.invalid`}, true, ${person.username}, ${person.username}, ${person.position})`;
        await tx.$executeRaw`INSERT INTO auth_account (id, user_id, account_id, provider_id, password)
          VALUES (${randomUUID()}, ${id}, ${id}, 'credential', ${password})`;
        await tx.accessGrant.create({
          data: { id: randomUUID(), userId: id, role: person.role, area: config.REGION_CODE + person.area, grantedBy: TRAINING, grantedAt: now },
        });
      }
      const programme = randomUUID();
      await tx.programme.create({
        data: {
          id: programme, regencyCode: config.REGION_CODE, name: 'KUBE 2020', fiscalYear: 2020, source: 'APBD', budgetType: 'bansos',
          ceiling: 800_000_000n, dpaNumber: 'DPA/1.06/2020', state: 'open', createdBy: 'system', createdAt: now,
        },
      });
      await tx.ruleSet.create({
        data: {
          id: randomUUID(), programmeId: programme, version: 1, validFrom: new Date('2020-01-01'), settings: ruleSetToJson(KUBE_2020) as object,
          reason: 'Aturan awal: KUBE 2020', createdBy: 'system', createdAt: now,
        },
      });
    });
  } finally {
    await db.close();
  }
}
