import type { Bilingual } from '@anyam/domain/kernel';
import type { Role } from './call.ts';

export interface PermissionDefinition {
  readonly title: Bilingual;
  readonly roles: readonly Role[];
}
export type PermissionTable = Readonly<Record<string, PermissionDefinition>>;

/** Declares a module's permissions: which roles hold each. `contractOf` then accepts only these names. */
export const definePermissions = <const T extends PermissionTable>(table: T): T => table;
