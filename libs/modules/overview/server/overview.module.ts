import { KIT, portToken, type Kit } from '@anyam/server-kit';
import type { MemberPort } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { DynamicModule } from '@nestjs/common';
import type { OverviewNeeds } from '../contract/needs.ts';
import { createOverview } from './overview.service.ts';

class OverviewModule {}
const ifThere = (id: string) => ({ token: portToken(id), optional: true });

/** Wired by hand and not by `serverModule`: three of its ports may be missing in a district. */
export const overviewModule: DynamicModule = {
  module: OverviewModule,
  global: true,
  providers: [
    {
      provide: portToken('overview'),
      inject: [KIT, portToken('territory'), portToken('programme'), portToken('member'), ifThere('group'), ifThere('disbursement'), ifThere('roster')],
      useFactory: (
        kit: Kit, territory: TerritoryPort, programme: ProgrammePort, member: MemberPort,
        group: OverviewNeeds['group'], disbursement: OverviewNeeds['disbursement'], roster: OverviewNeeds['roster'],
      ) => createOverview(kit, { territory, programme, member, group, disbursement, roster }),
    },
  ],
  exports: [portToken('overview')],
};
