/** What a real start checks of its people: no training account, and at least one admin. */
import { randomUUID } from 'node:crypto';
import { openDatabase, type Config } from '@anyam/server-kit';
import { hashPassword } from 'better-auth/crypto';

/** Makes `admin` on the first start from ADMIN_PASSWORD. Throws with a sentence when it cannot, or when training accounts are there. */
export async function preparePeople(url: string, config: Config): Promise<void> {
  const db = openDatabase(url, 2);
  try {
    const training = await db.prisma.accessGrant.count({ where: { grantedBy: 'training', endedAt: null } });
    if (training > 0) {
      throw new Error(
        'Anyam tidak dapat mulai: basis data ini berisi akun latihan. Pakai basis data baru untuk data sungguhan. (This database holds training accounts.)',
      );
    }
    if ((await db.prisma.authUser.count()) > 0) return;
    if (!config.ADMIN_PASSWORD) {
      throw new Error('Anyam tidak dapat mulai: belum ada pengguna. Isi ADMIN_PASSWORD sekali, untuk membuat akun "admin". (No user yet: set ADMIN_PASSWORD once.)');
    }
    const id = randomUUID();
    const password = await hashPassword(config.ADMIN_PASSWORD);
    await db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO auth_user (id, name, email, email_verified, username, display_username)
        VALUES (${id}, 'Admin', 'admin@anyam.invalid', true, 'admin', 'admin')`;
      await tx.$executeRaw`INSERT INTO auth_account (id, user_id, account_id, provider_id, password) VALUES (${randomUUID()}, ${id}, ${id}, 'credential', ${password})`;
      await tx.accessGrant.create({ data: { id: randomUUID(), userId: id, role: 'admin', area: config.REGION_CODE, grantedBy: 'first start', grantedAt: new Date() } });
    });
  } finally {
    await db.close();
  }
}
