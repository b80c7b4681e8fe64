import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import type { TestKit } from '@anyam/server-kit/testing';
import { hashPassword } from 'better-auth/crypto';
import type { AccessPort } from '../contract/index.ts';
import { createAccess } from '../server/access.service.ts';
import { createAuth } from '../server/auth.ts';

/** The password of everybody whom `withPassword` gave one. */
export const PASSWORD = 'sandi-uji-2020';
let hash: Promise<string> | undefined;

/** The port as a spec needs it; nobody's area has a name there. */
export const accessFor = (kit: TestKit): AccessPort =>
  createAccess(kit, { names: async () => new Map() } as never, createAuth(kit), () => ({ rolesOf: () => [], permissionsOf: () => [] }));

/** Gives the caller an account to confirm money steps with. The hash is slow by design, so it is made once. */
export async function withPassword(kit: TestKit, call: Call): Promise<Call> {
  hash ??= hashPassword(PASSWORD);
  await kit.db.pool.query(
    `INSERT INTO auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at) VALUES ($1, $2, $2, 'credential', $3, now(), now())`,
    [randomUUID(), call.actor.userId, await hash]);
  return call;
}
