import type { Kit } from '@anyam/server-kit';
import type { DisbursementPort } from '../contract/index.ts';
import { filesOf } from '../persistence/file.repository.ts';
import { BATCH_QUEUE, runBatchWork, sweepBatchWork } from './batch-work.ts';
import { createBatches } from './batches.ts';
import { aidContext, type Ports } from './context.ts';
import { createDecrees } from './decrees.ts';
import { createFigures } from './figures.ts';
import { createLpj, moveOverdue } from './lpj.ts';
import { createProposals } from './proposals.ts';
import { createTranches } from './tranches.ts';

export function createDisbursement(kit: Kit, ports: Ports): DisbursementPort {
  const aid = aidContext(kit, ports);
  let ladderDay = '';
  /** Once a day in each process; doing it twice moves nothing. */
  const daily = async () => {
    const today = kit.clock.today();
    if (today === ladderDay) return;
    await moveOverdue(aid);
    ladderDay = today;
  };
  kit.jobs.define(BATCH_QUEUE, ({ batchId }) => (batchId ? runBatchWork(aid, batchId) : Promise.resolve()));
  kit.jobs.sweep(() => sweepBatchWork(aid));
  kit.jobs.sweep(daily);
  return {
    async holdersOf(fileId) {
      return (await filesOf(aid.query, fileId)).map(({ kind, groupId, regionCode, facilitatorId }) => ({
        permission: kind === 'statement' ? 'disbursement.reconcile' : 'disbursement.read', place: { regionCode, facilitatorId, ...(groupId === null ? {} : { subjectIds: [groupId] }) },
      }));
    },
    proposals: createProposals(aid),
    decrees: createDecrees(aid),
    batches: createBatches(aid),
    tranches: createTranches(aid),
    lpj: createLpj(aid),
    figures: createFigures(aid),
    work: { runBatch: (id) => runBatchWork(aid, id), sweep: () => sweepBatchWork(aid), overdue: () => moveOverdue(aid) },
  };
}
