import { KIT, portToken, type Kit } from '@anyam/server-kit';
import type { MemberPort } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { DynamicModule } from '@nestjs/common';
import type { OverviewNeeds } from '../contract/needs.ts';
import { createOverview } from './overview.service.ts';

class OverviewModule {}
const ifThere = (id: string) => ({ token: portToken(id), optional: true });
/** What the page shows where a district has it. */
const OPTIONAL = ['group', 'disbursement', 'roster', 'access', 'meeting', 'books', 'production', 'savings', 'marketplace-broker'] as const;

/** Wired by hand and not by `serverModule`: most of its ports may be missing in a district. */
export const overviewModule: DynamicModule = {
  module: OverviewModule,
  global: true,
  providers: [
    {
      provide: portToken('overview'),
      inject: [KIT, portToken('territory'), portToken('programme'), portToken('member'), ...OPTIONAL.map(ifThere)],
      useFactory: (kit: Kit, territory: TerritoryPort, programme: ProgrammePort, member: MemberPort, ...given: readonly unknown[]) => {
        const there = Object.fromEntries(OPTIONAL.map((id, i) => [id === 'marketplace-broker' ? 'market' : id, given[i]])) as Omit<OverviewNeeds, 'territory' | 'programme' | 'member'>;
        return createOverview(kit, { ...there, territory, programme, member });
      },
    },
  ],
  exports: [portToken('overview')],
};
