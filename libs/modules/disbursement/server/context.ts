import type { AccessPort } from '@anyam/access/contract';
import type { BooksPort } from '@anyam/books/contract';
import { rolesAt, type Call, type Place } from '@anyam/contract-kit';
import type { GroupPort } from '@anyam/group/contract';
import type { FlowRole, IsoDate } from '@anyam/domain/kernel';
import type { MemberPort } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import { inTx, onPool, type Kit, type Query, type UnitOfWork, type Who, type Work } from '@anyam/server-kit';
import { limitedWork } from './limited-work.ts';

/** What of other modules' ports aid uses, no more. */
export interface Ports {
  readonly access: Pick<AccessPort, 'confirmed'>;
  readonly programme: Pick<ProgrammePort, 'find' | 'ruleSetAt' | 'ruleSetById' | 'freeze'>;
  readonly group: Pick<GroupPort, 'setAid' | 'activate' | 'saveTask'>;
  readonly member: Pick<MemberPort, 'check'>;
  readonly books: Pick<BooksPort, 'receiveAid' | 'aidCameBack'>;
}

export interface Aid {
  readonly kit: Omit<Kit, 'work'> & { readonly work: Pick<UnitOfWork, 'run' | 'once'> };
  readonly ports: Ports;
  /** Reads outside a transaction. */
  readonly query: Query;
}

export const aidContext = (kit: Kit, ports: Ports): Aid => ({ kit: { ...kit, work: limitedWork(kit.work) }, ports, query: onPool(kit.db) });

/** A unit of work with the query of its transaction and the hand that acts. */
export interface Hand {
  readonly unit: Work;
  readonly query: Query;
  readonly who: Who;
  readonly now: Date;
  readonly today: IsoDate;
}

export const handOf = (aid: Aid, unit: Work, who: Who): Hand => ({ unit, query: inTx(unit.tx), who, now: unit.now, today: aid.kit.clock.today() });

/** The actor as flows see it at a place. */
export const actorAt = (call: Call, place: Place): { id: string; roles: FlowRole[] } => ({ id: call.actor.userId, roles: rolesAt(call, place) });
