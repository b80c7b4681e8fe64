import type { Bilingual } from '@anyam/domain/kernel';
import type { PermissionTable } from './permissions.ts';

export interface NavEntry {
  readonly path: string;
  readonly label: Bilingual;
  /** Name of a lucide icon that admin-kit knows. */
  readonly icon: string;
  readonly order: number;
  readonly permission: string;
  readonly group?: 'main' | 'settings';
}

/** A page about one record of another module: it stands beside that record's own, which need not know of it. */
export interface RecordPage {
  readonly of: 'group';
  /** With `:id`, e.g. `/kelompok/:id/buku`. */
  readonly path: string;
  readonly label: Bilingual;
  readonly order: number;
  readonly permission: string;
}

/** What a module tells the house about itself. The registry is written from these. */
export interface ModuleManifest {
  readonly id: string;
  readonly title: Bilingual;
  /** The agency that answers for it, e.g. `dinsos`. */
  readonly owner: string;
  readonly version: string;
  readonly dependsOn: readonly string[];
  readonly permissions: PermissionTable;
  readonly nav: readonly NavEntry[];
  readonly pages?: readonly RecordPage[];
}

export const defineModule = <const T extends ModuleManifest>(manifest: T): T => manifest;

/** Problems of a set of manifests, as sentences for the developer; empty when they fit together. */
export function checkManifests(manifests: readonly ModuleManifest[]): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const permissions = new Set<string>();
  for (const manifest of manifests) {
    if (ids.has(manifest.id)) problems.push(`module ${manifest.id} is there twice`);
    ids.add(manifest.id);
    for (const permission of Object.keys(manifest.permissions)) {
      if (!permission.startsWith(`${manifest.id}.`)) problems.push(`${permission} must begin with ${manifest.id}.`);
      if (permissions.has(permission)) problems.push(`permission ${permission} is there twice`);
      permissions.add(permission);
    }
  }
  for (const manifest of manifests) {
    for (const needed of manifest.dependsOn) {
      if (!ids.has(needed)) problems.push(`${manifest.id} depends on ${needed}, which is not there`);
    }
    for (const entry of [...manifest.nav, ...(manifest.pages ?? [])]) {
      if (!permissions.has(entry.permission)) problems.push(`${entry.path} names the unknown permission ${entry.permission}`);
    }
  }
  return problems;
}
