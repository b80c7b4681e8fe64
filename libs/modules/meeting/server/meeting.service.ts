import type { Kit } from '@anyam/server-kit';
import type { MeetingPort } from '../contract/index.ts';
import { createActs } from './act.ts';
import { meetingContext, type Ports } from './context.ts';
import { createLists } from './list.ts';
import { createMinutes } from './minutes.ts';
import { createOfficers } from './officers.ts';
import { createPlans } from './plan.ts';
import { createPorts } from './ports.ts';
import { createReads } from './read.ts';

export function createMeeting(kit: Kit, ports: Ports): MeetingPort {
  const c = meetingContext(kit, ports);
  const reads = createReads(c);
  return { ...reads, ...createLists(c), ...createPlans(c), ...createActs(c), ...createMinutes(c), ...createOfficers(c, reads.detail), ...createPorts(c) };
}
