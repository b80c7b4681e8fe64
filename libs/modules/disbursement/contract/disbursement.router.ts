import { router } from '@anyam/contract-kit';
import { batchRouter } from './batch.router.ts';
import { decreeRouter } from './decree.router.ts';
import { figuresRouter } from './figures.router.ts';
import { lpjRouter } from './lpj.router.ts';
import { proposalRouter } from './proposal.router.ts';
import { trancheRouter } from './tranche.router.ts';

export const disbursementRouter = router({
  proposals: proposalRouter,
  decrees: decreeRouter,
  batches: batchRouter,
  tranches: trancheRouter,
  lpj: lpjRouter,
  figures: figuresRouter,
});
export type DisbursementRouter = typeof disbursementRouter;
