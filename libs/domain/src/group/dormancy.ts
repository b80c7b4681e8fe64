import { addMonths, type IsoDate } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';

export interface GroupActivity {
  readonly lastMeetingOn: IsoDate | null;
  readonly lastReportOn: IsoDate | null;
  readonly lastTransactionOn: IsoDate | null;
}

/** The latest sign of life, or the day the group became active when there is none. */
export function lastActivityOn(activity: GroupActivity, activeSince: IsoDate): IsoDate {
  return [activity.lastMeetingOn, activity.lastReportOn, activity.lastTransactionOn].reduce<IsoDate>((latest, d) => (d && d > latest ? d : latest), activeSince);
}

/** True when nothing was heard for the months the rule set allows (rule 47): the last day of grace is still fine. */
export const isDormant = (activity: GroupActivity, activeSince: IsoDate, on: IsoDate, rules: Pick<RuleSet, 'dormantMonths'>): boolean =>
  on > addMonths(lastActivityOn(activity, activeSince), rules.dormantMonths);
