// Written by tools/module/registry.ts from the module folders. Do not edit.
import { accessManifest } from '@anyam/access/manifest';
import { auditManifest } from '@anyam/audit/manifest';
import { disbursementManifest } from '@anyam/disbursement/manifest';
import { groupManifest } from '@anyam/group/manifest';
import { memberManifest } from '@anyam/member/manifest';
import { overviewManifest } from '@anyam/overview/manifest';
import { programmeManifest } from '@anyam/programme/manifest';
import { rosterManifest } from '@anyam/roster/manifest';
import { territoryManifest } from '@anyam/territory/manifest';
export const manifests = [
  accessManifest,
  auditManifest,
  disbursementManifest,
  groupManifest,
  memberManifest,
  overviewManifest,
  programmeManifest,
  rosterManifest,
  territoryManifest,
] as const;
