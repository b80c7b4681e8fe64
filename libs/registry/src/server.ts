// Written by tools/module/registry.ts from the module folders. Do not edit.
import { accessModule } from '@anyam/access/server';
import { auditModule } from '@anyam/audit/server';
import { disbursementModule } from '@anyam/disbursement/server';
import { groupModule } from '@anyam/group/server';
import { memberModule } from '@anyam/member/server';
import { overviewModule } from '@anyam/overview/server';
import { programmeModule } from '@anyam/programme/server';
import { rosterModule } from '@anyam/roster/server';
import { territoryModule } from '@anyam/territory/server';
export const serverModules = [
  accessModule,
  auditModule,
  disbursementModule,
  groupModule,
  memberModule,
  overviewModule,
  programmeModule,
  rosterModule,
  territoryModule,
];
/** Module id and the name its port has in `ctx.services`. */
export const ports = {
  access: 'access',
  audit: 'audit',
  disbursement: 'disbursement',
  group: 'group',
  member: 'member',
  overview: 'overview',
  programme: 'programme',
  roster: 'roster',
  territory: 'territory',
} as const;
