// Written by tools/module/registry.ts from the module folders. Do not edit.
import { accessManifest } from '@anyam/access/manifest';
import { programmeManifest } from '@anyam/programme/manifest';
import { territoryManifest } from '@anyam/territory/manifest';
export const manifests = [accessManifest, programmeManifest, territoryManifest] as const;
