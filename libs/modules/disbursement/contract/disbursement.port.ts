import type { Call, HoldsFiles } from '@anyam/contract-kit';
import type { z } from 'zod';
import type * as batch from './batch.schema.ts';
import type { Done, Download } from './common.schema.ts';
import type * as decree from './decree.schema.ts';
import type * as figures from './figures.schema.ts';
import type * as lpj from './lpj.schema.ts';
import type * as proposal from './proposal.schema.ts';
import type * as tranche from './tranche.schema.ts';

type In<S extends z.ZodType> = z.infer<S>;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/**
 * Errors of every write: NOT_FOUND outside the caller's area, CHANGED_MEANWHILE (with the present state) when somebody was
 * faster, and the code of the first blocker of the flow table (SEPARATION_OF_DUTY, ROLE_NEEDED, CEILING_EXCEEDED, ...).
 */
export interface ProposalsPort {
  list(call: Call, input: In<typeof proposal.proposalListInput>): Answer<typeof proposal.proposalListOutput>;
  export(call: Call, input: In<typeof proposal.proposalExportInput>): Promise<Download>;
  detail(call: Call, input: { id: string }): Answer<typeof proposal.proposalDetail>;
  create(call: Call, input: In<typeof proposal.proposalCreateInput>): Promise<Done>;
  bulkCreate(call: Call, input: In<typeof proposal.proposalBulkCreateInput>): Answer<typeof proposal.bulkOutput>;
  saveBudgetPlan(call: Call, input: In<typeof proposal.budgetPlanInput>): Promise<Done>;
  copyBudgetPlan(call: Call, input: In<typeof proposal.budgetPlanCopyInput>): Answer<typeof proposal.bulkOutput>;
  attachDocument(call: Call, input: In<typeof proposal.attachDocumentInput>): Promise<Done>;
  attachDocumentMany(call: Call, input: In<typeof proposal.attachDocumentManyInput>): Answer<typeof proposal.bulkOutput>;
  removeDocument(call: Call, input: In<typeof proposal.removeDocumentInput>): Promise<Done>;
  recordVisit(call: Call, input: In<typeof proposal.visitInput>): Promise<Done>;
  recordTraining(call: Call, input: In<typeof proposal.trainingInput>): Answer<typeof proposal.bulkOutput>;
  /** Judges the members anew with the latest register, for the point named (rule 10). */
  checkEligibility(call: Call, input: In<typeof proposal.eligibilityInput>): Promise<Done>;
  act(call: Call, input: In<typeof proposal.proposalActInput>): Promise<Done>;
  bulkAct(call: Call, input: In<typeof proposal.proposalBulkActInput>): Answer<typeof proposal.bulkOutput>;
}

export interface DecreesPort {
  list(call: Call, input: In<typeof decree.decreeListInput>): Answer<typeof decree.decreeListOutput>;
  detail(call: Call, input: { id: string }): Answer<typeof decree.decreeDetail>;
  draft(call: Call, input: In<typeof decree.decreeDraftInput>): Promise<Done>;
  change(call: Call, input: In<typeof decree.decreeChangeInput>): Promise<Done>;
  discard(call: Call, input: { id: string }): Promise<void>;
  issue(call: Call, input: In<typeof decree.decreeIssueInput>): Promise<Done>;
  revoke(call: Call, input: In<typeof decree.decreeRevokeInput>): Promise<Done>;
  download(call: Call, input: In<typeof decree.decreeDownloadInput>): Promise<Download>;
  verify(call: Call, input: { id: string }): Answer<typeof decree.decreeVerifyOutput>;
}

export interface BatchesPort {
  list(call: Call, input: In<typeof batch.batchListInput>): Answer<typeof batch.batchListOutput>;
  ready(call: Call, input: In<typeof batch.readyInput>): Promise<In<typeof batch.readyRow>[]>;
  detail(call: Call, input: { id: string }): Answer<typeof batch.batchDetail>;
  create(call: Call, input: In<typeof batch.batchCreateInput>): Promise<Done>;
  change(call: Call, input: In<typeof batch.batchChangeInput>): Promise<Done>;
  act(call: Call, input: In<typeof batch.batchActInput>): Promise<Done>;
  work(call: Call, input: In<typeof batch.batchWorkInput>): Promise<Done>;
  workStatus(call: Call, input: { id: string }): Answer<typeof batch.workStatusOutput>;
  paymentList(call: Call, input: In<typeof batch.paymentListInput>): Promise<Download>;
  formats(call: Call): Promise<In<typeof batch.bankFormatView>[]>;
  saveFormat(call: Call, input: In<typeof batch.bankFormatInput>): Promise<In<typeof batch.bankFormatView>>;
  importStatement(call: Call, input: In<typeof batch.statementImportInput>): Answer<typeof batch.statementImportOutput>;
  reconcile(call: Call, input: In<typeof batch.reconcileInput>): Answer<typeof batch.reconcileOutput>;
  ignoreLine(call: Call, input: In<typeof batch.ignoreLineInput>): Promise<Done>;
  cases(call: Call, input: In<typeof batch.caseListInput>): Answer<typeof batch.caseListOutput>;
  closeCase(call: Call, input: In<typeof batch.caseCloseInput>): Promise<Done>;
}

export interface TranchesPort {
  list(call: Call, input: In<typeof tranche.trancheListInput>): Answer<typeof tranche.trancheListOutput>;
  export(call: Call, input: In<typeof tranche.trancheExportInput>): Promise<Download>;
  detail(call: Call, input: { id: string }): Answer<typeof tranche.trancheDetail>;
  act(call: Call, input: In<typeof tranche.trancheActInput>): Promise<Done>;
  bulkAct(call: Call, input: In<typeof tranche.trancheBulkActInput>): Answer<typeof proposal.bulkOutput>;
  confirmReceipt(call: Call, input: In<typeof tranche.confirmReceiptInput>): Promise<Done>;
  repairAccount(call: Call, input: In<typeof tranche.repairAccountInput>): Promise<Done>;
}

export interface LpjPort {
  list(call: Call, input: In<typeof lpj.lpjListInput>): Answer<typeof lpj.lpjListOutput>;
  export(call: Call, input: In<typeof lpj.lpjExportInput>): Promise<Download>;
  detail(call: Call, input: { id: string }): Answer<typeof lpj.lpjDetail>;
  save(call: Call, input: In<typeof lpj.lpjSaveInput>): Promise<Done>;
  confirm(call: Call, input: In<typeof lpj.lpjConfirmInput>): Promise<Done>;
  note(call: Call, input: In<typeof lpj.lpjNoteInput>): Promise<Done>;
  approveShift(call: Call, input: In<typeof lpj.lpjApproveShiftInput>): Promise<Done>;
  act(call: Call, input: In<typeof lpj.lpjActInput>): Promise<Done>;
  refund(call: Call, input: In<typeof lpj.refundInput>): Promise<Done>;
}

export interface FiguresPort {
  figures(call: Call, input: In<typeof figures.figuresInput>): Answer<typeof figures.figuresOutput>;
  /** "What waits for me." */
  tasks(call: Call): Answer<typeof figures.tasksOutput>;
  balances(call: Call, input: In<typeof figures.balancesInput>): Answer<typeof figures.balancesOutput>;
  groupMoney(call: Call, input: { groupId: string }): Answer<typeof figures.groupMoneyOutput>;
  verifyLedger(call: Call): Answer<typeof figures.verifyLedgerOutput>;
  /** Pairs of steps on the same money that one person did and must not have; empty on a sound record. */
  separationBreaches(call: Call, input: { programmeId: string }): Answer<typeof figures.separationOutput>;
}

export interface DisbursementPort extends HoldsFiles {
  readonly proposals: ProposalsPort;
  readonly decrees: DecreesPort;
  readonly batches: BatchesPort;
  readonly tranches: TranchesPort;
  readonly lpj: LpjPort;
  readonly figures: FiguresPort;
  /** Without a person: what the jobs do. Safe to repeat. */
  readonly work: {
    /** Takes up one batch's queued work; does nothing when there is none or somebody is at it. */
    runBatch(batchId: string): Promise<void>;
    /** Sends cut-off work again. */
    sweep(): Promise<void>;
    /** Moves the overdue ladder of open reports to where it stands today. */
    overdue(): Promise<number>;
  };
}

declare module '@anyam/contract-kit' {
  interface Services {
    disbursement: DisbursementPort;
  }
}
