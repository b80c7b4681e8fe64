import type { Place } from '@anyam/contract-kit';
import type { GroupRecord } from './group.port.ts';

/** Where a group's things stand, for `reaches`. `others`: parties that share in the thing, whose own sign-in reaches it too. */
export const groupPlace = (group: Pick<GroupRecord, 'id' | 'villageCode' | 'facilitatorId'>, ...others: readonly string[]): Place =>
  ({ regionCode: group.villageCode, facilitatorId: group.facilitatorId, subjectIds: [group.id, ...others] });
