import type { Call } from '@anyam/contract-kit';
import type { IsoDate } from '@anyam/domain/kernel';
import type { RuleSet } from '@anyam/domain/programme';

/** The transaction of the caller, as the unit of work hands it out. Opaque here: contracts know no database. */
export type InTransaction = { readonly tx: object; readonly now: Date };

/** What this module needs of `programme`. */
export interface ProgrammeNeed {
  get(programmeId: string): Promise<{
    id: string; regencyCode: string; name: string; fiscalYear: number; source: string; budgetType: string; ceiling: bigint; dpaNumber: string; open: boolean;
  } | null>;
  ruleSetAt(programmeId: string, on: IsoDate): Promise<{ id: string; version: number; rules: RuleSet } | null>;
  ruleSet(ruleSetId: string): Promise<{ id: string; version: number; rules: RuleSet } | null>;
  /** From now on this version never changes, because something was judged by it. */
  freeze(unit: InTransaction, ruleSetId: string): Promise<void>;
}

export interface GroupForAid {
  readonly id: string;
  readonly regencyCode: string;
  readonly districtCode: string;
  readonly villageCode: string;
  readonly name: string;
  readonly business: string;
  readonly facilitatorId: string | null;
  readonly bank: string | null;
  readonly accountNumber: string | null;
  readonly accountName: string | null;
  readonly signatoryIds: readonly string[];
  readonly accountShared: boolean;
  /** Its task list is complete and it is neither dissolved nor dormant. */
  readonly mayPropose: boolean;
  readonly members: readonly {
    readonly personId: string; readonly name: string; readonly nationalId: string; readonly familyCardNo: string; readonly address: string;
    readonly role: 'chair' | 'secretary' | 'treasurer' | 'member';
  }[];
}

/** What this module needs of `group`. */
export interface GroupNeed {
  /** Many at once, without area: the caller of this module was checked before. Unknown ids are left out. */
  forAid(groupIds: readonly string[]): Promise<Map<string, GroupForAid>>;
  /** Figures that the group's row shows, in the same transaction. */
  setAid(unit: InTransaction, groupId: string, aid: { stage?: string; fiscalYear?: number | null; received?: bigint; accounted?: bigint; flag?: { name: string; on: boolean } }): Promise<void>;
  /** A corrected account after a return by the bank. Throws when another group has it. */
  setAccount(unit: InTransaction, groupId: string, account: { bank: string; accountNumber: string; accountName: string }): Promise<void>;
}

export type EligibilityMoment = 'submission' | 'decree' | 'payment';
export interface EligibilityView {
  readonly groupId: string;
  readonly moment: 'draft' | EligibilityMoment;
  readonly blocks: number;
  readonly warnings: number;
  readonly registerPeriod: string;
}

/** What this module needs of `member`. */
export interface EligibilityNeed {
  /** Judges all members of these groups with the latest register, and keeps the results. */
  judge(call: Call, groupIds: readonly string[], moment: EligibilityMoment, ruleSetId: string): Promise<Map<string, EligibilityView>>;
  /** Latest kept result a group. */
  latest(groupIds: readonly string[]): Promise<Map<string, EligibilityView>>;
}
