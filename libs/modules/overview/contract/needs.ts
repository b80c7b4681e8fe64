import type { AccessPort } from '@anyam/access/contract';
import type { BooksPort } from '@anyam/books/contract';
import type { Call } from '@anyam/contract-kit';
import type { DisbursementPort } from '@anyam/disbursement/contract';
import type { GroupPort } from '@anyam/group/contract';
import type { MarketplaceBrokerPort } from '@anyam/marketplace-broker/contract';
import type { MeetingPort } from '@anyam/meeting/contract';
import type { MemberPort } from '@anyam/member/contract';
import type { ProductionPort } from '@anyam/production/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import type { RosterPort } from '@anyam/roster/contract';
import type { SavingsPort } from '@anyam/savings/contract';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { FUNNEL_STAGES } from './overview.schema.ts';

type FunnelStage = (typeof FUNNEL_STAGES)[number];

export interface GroupFigures {
  readonly active: number;
  /** All that are not dissolved. */
  readonly total: number;
  /** Entered in the calendar year of the fiscal year. */
  readonly added: number;
  readonly people: number;
  readonly received: bigint;
  readonly accounted: bigint;
  readonly underSize: number;
  readonly drafts: { readonly count: number; readonly oldest: Date | null };
  readonly unaccompanied: { readonly count: number; readonly oldest: Date | null };
  /** Groups of the year at this stage or further on. */
  readonly funnel: Readonly<Record<FunnelStage, number>>;
}

/** A group with what speaks against it, worst first. */
export interface RiskyGroup {
  readonly id: string;
  readonly name: string;
  readonly villageCode: string;
  readonly state: string;
  readonly aidStage: string;
  readonly members: number;
  readonly accompanied: boolean;
  readonly flags: readonly string[];
}

/**
 * Counts over all groups of an area in one statement. The port of `group` has lists and facets only, so this module reads the
 * group's row itself (persistence/group-figures.repository.ts); once `group` offers these two, that file goes away.
 */
export interface GroupFiguresNeed {
  figures(call: Call, fiscalYear: number): Promise<GroupFigures>;
  risks(call: Call, limit: number): Promise<{ rows: RiskyGroup[]; total: number }>;
}

/** Ports of other modules. Those with `?` may be missing in a district: the page then leaves their part out. */
export interface OverviewNeeds {
  readonly territory: Pick<TerritoryPort, 'names' | 'match'>;
  readonly programme: Pick<ProgrammePort, 'list'>;
  readonly member: Pick<MemberPort, 'list'>;
  readonly group?: Pick<GroupPort, 'list' | 'get'> | undefined;
  readonly disbursement?: {
    readonly figures: Pick<DisbursementPort['figures'], 'figures' | 'tasks'>;
    readonly lpj: Pick<DisbursementPort['lpj'], 'list'>;
    readonly proposals: Pick<DisbursementPort['proposals'], 'list'>;
  } | undefined;
  readonly roster?: Pick<RosterPort, 'waiting'> | undefined;
  readonly access?: Pick<AccessPort, 'names'> | undefined;
  readonly meeting?: Pick<MeetingPort, 'group'> | undefined;
  readonly books?: Pick<BooksPort, 'overview'> | undefined;
  readonly production?: { readonly targets: Pick<ProductionPort['targets'], 'board'> } | undefined;
  readonly savings?: { readonly fund: Pick<SavingsPort['fund'], 'get'> } | undefined;
  readonly market?: { readonly deals: Pick<MarketplaceBrokerPort['deals'], 'list'> } | undefined;
}

