import type { Kit } from '@anyam/server-kit';
import type { OnSecurity } from './auth.ts';

/** Writes what a person did to the own account into the audit log. */
export const securityLog = ({ work, config }: Pick<Kit, 'work' | 'config'>): OnSecurity => (action, user) =>
  work.run({ userId: user.id, name: user.name }, async ({ audit }) => {
    audit({ action, entity: 'user', entityId: user.id, regionCode: config.REGION_CODE });
  });
