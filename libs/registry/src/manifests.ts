// Written by tools/module/registry.ts from the module folders. Do not edit.
import { accessManifest } from '@anyam/access/manifest';
import { auditManifest } from '@anyam/audit/manifest';
import { booksManifest } from '@anyam/books/manifest';
import { disbursementManifest } from '@anyam/disbursement/manifest';
import { groupManifest } from '@anyam/group/manifest';
import { marketplaceBrokerManifest } from '@anyam/marketplace-broker/manifest';
import { meetingManifest } from '@anyam/meeting/manifest';
import { memberManifest } from '@anyam/member/manifest';
import { overviewManifest } from '@anyam/overview/manifest';
import { productionManifest } from '@anyam/production/manifest';
import { programmeManifest } from '@anyam/programme/manifest';
import { rosterManifest } from '@anyam/roster/manifest';
import { savingsManifest } from '@anyam/savings/manifest';
import { territoryManifest } from '@anyam/territory/manifest';
export const manifests = [
  accessManifest,
  auditManifest,
  booksManifest,
  disbursementManifest,
  groupManifest,
  marketplaceBrokerManifest,
  meetingManifest,
  memberManifest,
  overviewManifest,
  productionManifest,
  programmeManifest,
  rosterManifest,
  savingsManifest,
  territoryManifest,
] as const;
