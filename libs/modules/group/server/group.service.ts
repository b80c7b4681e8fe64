import type { Kit } from '@anyam/server-kit';
import type { GroupPort } from '../contract/index.ts';
import { groupContext, type GroupNeeds } from './context.ts';
import { createOfficerAccounts } from './accounts.ts';
import { createFormMany } from './form-many.ts';
import { createGroupDuplicates } from './duplicates.ts';
import { createExport } from './export.ts';
import { createPorts } from './ports.ts';
import { createReads } from './read.ts';
import { createSteps } from './steps.ts';
import { createTasks } from './tasks.ts';
import { createViews } from './views.ts';

export function createGroup(kit: Kit, needs: GroupNeeds): GroupPort {
  const c = groupContext(kit, needs);
  return { ...createReads(c), ...createTasks(c), ...createSteps(c), ...createFormMany(c), ...createGroupDuplicates(c), ...createExport(c), ...createViews(c), ...createPorts(c), ...createOfficerAccounts(c) };
}
