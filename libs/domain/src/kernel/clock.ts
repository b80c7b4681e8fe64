import { dateInZone, type IsoDate, type TimeZone } from './plain-date.ts';

/** Where time comes from. Pure code takes dates as arguments; only edges hold a clock. */
export interface Clock {
  now(): Date;
  /** The day it is at the office, not in UTC. */
  today(): IsoDate;
}

/** A clock over a source of instants, in the office's zone. */
export const zonedClock = (now: () => Date, zone: TimeZone = 'WIB'): Clock => ({ now, today: () => dateInZone(now(), zone) });

/** A clock that stands still, for specs and for work "as of" a day. `instant` is an ISO instant. */
export function fixedClock(instant: string, zone: TimeZone = 'WIB'): Clock {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${instant}`);
  return zonedClock(() => new Date(at), zone);
}
