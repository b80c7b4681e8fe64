// Written by tools/module/registry.ts from the module folders. Do not edit.
import { screens as accessScreens } from '@anyam/access/admin';
import { screens as auditScreens } from '@anyam/audit/admin';
import { screens as booksScreens } from '@anyam/books/admin';
import { screens as disbursementScreens } from '@anyam/disbursement/admin';
import { screens as groupScreens } from '@anyam/group/admin';
import { screens as marketplaceBrokerScreens } from '@anyam/marketplace-broker/admin';
import { screens as meetingScreens } from '@anyam/meeting/admin';
import { screens as memberScreens } from '@anyam/member/admin';
import { screens as overviewScreens } from '@anyam/overview/admin';
import { screens as productionScreens } from '@anyam/production/admin';
import { screens as programmeScreens } from '@anyam/programme/admin';
import { screens as rosterScreens } from '@anyam/roster/admin';
import { screens as savingsScreens } from '@anyam/savings/admin';
import { screens as territoryScreens } from '@anyam/territory/admin';
export const screens = [
  ...accessScreens,
  ...auditScreens,
  ...booksScreens,
  ...disbursementScreens,
  ...groupScreens,
  ...marketplaceBrokerScreens,
  ...meetingScreens,
  ...memberScreens,
  ...overviewScreens,
  ...productionScreens,
  ...programmeScreens,
  ...rosterScreens,
  ...savingsScreens,
  ...territoryScreens,
];
