import { partnerInput, passwordSchema } from '@anyam/access/contract';
import { idSchema, idempotencyKeySchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

const userId = textSchema(64);
const signIn = z.object({ userId: z.string(), name: z.string(), username: z.string(), since: z.date(), lastSeen: z.date().nullable() });

/** Sign-ins of a group: one line an officer in office, and what is left over and should be closed. */
export const accountsView = z.object({
  officers: z.array(z.object({
    membershipId: idSchema, name: z.string(), role: z.enum(['chair', 'secretary', 'treasurer']), account: signIn.nullable(),
    /** A free name to sign in with, for one who has no account. */
    proposed: z.string().nullable(),
  })),
  left: z.array(signIn.extend({ why: z.enum(['notOfficer', 'second']) })),
  mayGive: z.boolean(),
});
export const giveAccountInput = z.object({ key: idempotencyKeySchema, id: idSchema, membershipId: idSchema, username: partnerInput.shape.username, password: passwordSchema });
export const endAccountInput = z.object({ id: idSchema, userId, reason: textSchema(300, 3) });
export const accountPasswordInput = z.object({ id: idSchema, userId, password: passwordSchema });
