import { contractOf, idSchema, router } from '@anyam/contract-kit';
import { checkView } from '@anyam/member/contract';
import { z } from 'zod';
import { groupPermissions } from './permissions.ts';
import './group.port.ts';
import * as a from './accounts.schema.ts';
import * as s from './group.schema.ts';

const { guarded } = contractOf(groupPermissions);

const accounts = router({
  list: guarded('group.read').input(s.byId).output(a.accountsView).query(({ ctx, input }) => ctx.services.group.accounts.list(ctx.call, input)),
  give: guarded('group.account').input(a.giveAccountInput).output(s.byId).mutation(({ ctx, input }) => ctx.services.group.accounts.give(ctx.call, input)),
  end: guarded('group.account').input(a.endAccountInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.accounts.end(ctx.call, input)),
  setPassword: guarded('group.account').input(a.accountPasswordInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.accounts.setPassword(ctx.call, input)),
});

export const groupRouter = router({
  accounts,
  list: guarded('group.read').input(s.groupListInput).output(s.groupPage).query(({ ctx, input }) => ctx.services.group.list(ctx.call, input)),
  facets: guarded('group.read').input(s.groupFilter).output(s.facetsOutput).query(({ ctx, input }) => ctx.services.group.facets(ctx.call, input)),
  businesses: guarded('group.read').input(z.void()).output(s.businessesOutput).query(({ ctx }) => ctx.services.group.businesses(ctx.call)),
  get: guarded('group.read').input(s.byId).output(s.groupDetail).query(({ ctx, input }) => ctx.services.group.detail(ctx.call, input)),
  timeline: guarded('group.read').input(s.timelineInput).output(s.timelinePage).query(({ ctx, input }) => ctx.services.group.timeline(ctx.call, input)),
  create: guarded('group.write').input(s.createInput).output(s.byId).mutation(({ ctx, input }) => ctx.services.group.create(ctx.call, input)),
  saveTask: guarded('group.write').input(s.saveTaskInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.saveTask(ctx.call, input)),
  openTask: guarded('group.write').input(z.object({ id: idSchema, task: z.enum(s.TASKS) })).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.openTask(ctx.call, input)),
  markTask: guarded('group.write').input(s.markTaskInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.markTask(ctx.call, input)),
  join: guarded('group.write').input(s.joinInput).output(z.object({ membershipId: idSchema })).mutation(({ ctx, input }) => ctx.services.group.join(ctx.call, input)),
  leave: guarded('group.write').input(s.leaveInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.leave(ctx.call, input)),
  addMinutes: guarded('group.write').input(s.addMinutesInput).output(s.byId).mutation(({ ctx, input }) => ctx.services.group.addMinutes(ctx.call, input)),
  check: guarded('group.write').input(s.checkInput).output(checkView).mutation(({ ctx, input }) => ctx.services.group.check(ctx.call, input)),
  transition: guarded('group.state').input(s.transitionInput).output(z.object({ state: z.enum(s.STATES) })).mutation(({ ctx, input }) => ctx.services.group.transition(ctx.call, input)),
  formMany: guarded('group.state').input(s.formManyInput).output(s.formManyOutput).mutation(({ ctx, input }) => ctx.services.group.formMany(ctx.call, input)),
  reveal: guarded('group.reveal').input(s.revealInput).output(s.revealOutput).mutation(({ ctx, input }) => ctx.services.group.reveal(ctx.call, input)),
  duplicates: guarded('group.merge').input(s.duplicatesInput).output(s.duplicatesPage).query(({ ctx, input }) => ctx.services.group.duplicates(ctx.call, input)),
  decide: guarded('group.merge').input(s.decideInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.decide(ctx.call, input)),
  exportXlsx: guarded('group.export').input(s.exportInput).output(s.exportOutput).mutation(({ ctx, input }) => ctx.services.group.exportXlsx(ctx.call, input)),
  views: guarded('group.read').input(s.viewsInput).output(z.array(s.viewRow)).query(({ ctx, input }) => ctx.services.group.views(ctx.call, input)),
  saveView: guarded('group.read').input(s.saveViewInput).output(s.viewRow).mutation(({ ctx, input }) => ctx.services.group.saveView(ctx.call, input)),
  removeView: guarded('group.read').input(z.object({ id: idSchema })).output(z.void()).mutation(({ ctx, input }) => ctx.services.group.removeView(ctx.call, input)),
});
export type GroupRouter = typeof groupRouter;
