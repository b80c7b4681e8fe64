// Written by tools/module/registry.ts from the module folders. Do not edit.
import { screens as accessScreens } from '@anyam/access/admin';
import { screens as auditScreens } from '@anyam/audit/admin';
import { screens as disbursementScreens } from '@anyam/disbursement/admin';
import { screens as groupScreens } from '@anyam/group/admin';
import { screens as memberScreens } from '@anyam/member/admin';
import { screens as overviewScreens } from '@anyam/overview/admin';
import { screens as programmeScreens } from '@anyam/programme/admin';
import { screens as rosterScreens } from '@anyam/roster/admin';
import { screens as territoryScreens } from '@anyam/territory/admin';
export const screens = [
  ...accessScreens,
  ...auditScreens,
  ...disbursementScreens,
  ...groupScreens,
  ...memberScreens,
  ...overviewScreens,
  ...programmeScreens,
  ...rosterScreens,
  ...territoryScreens,
];
