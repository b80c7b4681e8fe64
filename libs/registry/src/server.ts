// Written by tools/module/registry.ts from the module folders. Do not edit.
import { accessModule } from '@anyam/access/server';
import { auditModule } from '@anyam/audit/server';
import { booksModule } from '@anyam/books/server';
import { disbursementModule } from '@anyam/disbursement/server';
import { groupModule } from '@anyam/group/server';
import { marketplaceBrokerModule } from '@anyam/marketplace-broker/server';
import { meetingModule } from '@anyam/meeting/server';
import { memberModule } from '@anyam/member/server';
import { overviewModule } from '@anyam/overview/server';
import { productionModule } from '@anyam/production/server';
import { programmeModule } from '@anyam/programme/server';
import { rosterModule } from '@anyam/roster/server';
import { savingsModule } from '@anyam/savings/server';
import { territoryModule } from '@anyam/territory/server';
export const serverModules = [
  accessModule,
  auditModule,
  booksModule,
  disbursementModule,
  groupModule,
  marketplaceBrokerModule,
  meetingModule,
  memberModule,
  overviewModule,
  productionModule,
  programmeModule,
  rosterModule,
  savingsModule,
  territoryModule,
];
/** Module id and the name its port has in `ctx.services`. */
export const ports = {
  access: 'access',
  audit: 'audit',
  books: 'books',
  disbursement: 'disbursement',
  group: 'group',
  'marketplace-broker': 'marketplaceBroker',
  meeting: 'meeting',
  member: 'member',
  overview: 'overview',
  production: 'production',
  programme: 'programme',
  roster: 'roster',
  savings: 'savings',
  territory: 'territory',
} as const;
