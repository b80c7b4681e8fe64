import type { Call } from '@anyam/contract-kit';
import type { RuleSet } from '@anyam/domain/programme';
import type { z } from 'zod';
import type {
  addRuleSetInput, createInput, programmeExport, programmeExportInput, currentRulesInput, listInput, programmeDetail, programmeRow, ruleSetView, updateInput,
} from './programme.schema.ts';

export type ProgrammeRow = z.infer<typeof programmeRow>;

/** A rule set as judges use it. */
export interface JudgingRules {
  readonly id: string;
  readonly programmeId: string;
  readonly version: number;
  readonly rules: RuleSet;
}

/** The part of a transaction (Prisma's) that this port writes through. Contracts know no database types. */
export interface RuleSetWriter {
  readonly ruleSet: { updateMany(args: { where: { id: string; frozenAt: null }; data: { frozenAt: Date } }): PromiseLike<{ count: number }> };
}

export interface ProgrammePort {
  list(call: Call, input: z.infer<typeof listInput>): Promise<ProgrammeRow[]>;
  /** The list as filtered, as XLSX. */
  exportXlsx(call: Call, input: z.infer<typeof programmeExportInput>): Promise<z.infer<typeof programmeExport>>;
  get(call: Call, input: { id: string }): Promise<z.infer<typeof programmeDetail>>;
  /** Makes it with the rule set KUBE 2020 as version 1. Errors: NAME_TAKEN. */
  create(call: Call, input: z.infer<typeof createInput>): Promise<{ id: string }>;
  update(call: Call, input: z.infer<typeof updateInput>): Promise<void>;
  ruleSet(call: Call, input: { id: string }): Promise<z.infer<typeof ruleSetView>>;
  /** The version in force on a day (today unless said). */
  currentRules(call: Call, input: z.infer<typeof currentRulesInput>): Promise<z.infer<typeof ruleSetView>>;
  addRuleSet(call: Call, input: z.infer<typeof addRuleSetInput>): Promise<z.infer<typeof ruleSetView>>;

  /** For judges inside the house: no area is applied. */
  find(programmeId: string): Promise<{ id: string; regencyCode: string; name: string; fiscalYear: number; source: string; budgetType: string; ceiling: bigint; dpaNumber: string; state: string } | null>;
  /** The rules in force on a day; RULE_SET_NOT_FOUND when there are none. */
  ruleSetAt(programmeId: string, on: string): Promise<JudgingRules>;
  ruleSetById(id: string): Promise<JudgingRules>;
  /** The rules of the regency's newest programme of that year (else the newest of all); null when the regency has none. */
  rulesForRegency(regencyCode: string, on: string): Promise<JudgingRules | null>;
  /** Marks that something was judged by it. From then on it never changes. Safe to repeat. */
  freeze(tx: RuleSetWriter, ruleSetId: string, now: Date): Promise<void>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    programme: ProgrammePort;
  }
}
