import type { Role } from '@anyam/contract-kit';
import { manifests } from './manifests.ts';

const table = new Map<string, readonly Role[]>(
  manifests.flatMap((manifest) => Object.entries(manifest.permissions).map(([name, { roles }]) => [name, roles] as const)),
);

/** Which roles hold a permission, over all modules. An unknown permission is held by nobody. */
export const roleBook = {
  rolesOf: (permission: string): readonly Role[] => table.get(permission) ?? [],
  permissionsOf: (roles: readonly Role[]): string[] =>
    [...table].filter(([, holders]) => holders.some((role) => roles.includes(role))).map(([name]) => name),
};
