import type { Actor } from '@anyam/contract-kit';
import { fail } from '@anyam/contract-kit';
import type { Clock } from '@anyam/domain/kernel';
import type { Database, Tx } from './database.ts';
import type { Prisma } from './generated/prisma/client.ts';

export interface AuditRecord {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** The group whose timeline shows it. */
  readonly groupId?: string | null;
  readonly regionCode: string;
  /** Field: [from, to]. Personal numbers are masked before they come here. */
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly reason?: string | null;
}

export interface Work {
  readonly tx: Tx;
  readonly now: Date;
  /** Kept until the end of the transaction, so the lock on the chain is held as short as can be. */
  audit(record: AuditRecord): void;
}

export type Who = Pick<Actor, 'userId' | 'name'>;
export const SYSTEM: Who = { userId: 'system', name: 'Anyam' };

const RETRIES = 5;

/**
 * One use case, one transaction: what `work` writes, its audit entries and its idempotent answer stay together or not at all.
 * Throw to abort. Deadlocks and serialization failures are tried again. No network call inside.
 */
export class UnitOfWork {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  async run<T>(who: Who, work: (unit: Work) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(who, work);
      } catch (error) {
        if (attempt < RETRIES && isRetryable(error)) continue;
        throw error;
      }
    }
  }

  /**
   * Like `run`, once for a key: a second call with the same key by the same person answers what the first did
   * and writes nothing. The answer must be JSON without bigint.
   */
  async once<T extends Prisma.InputJsonValue>(
    key: string,
    procedure: string,
    who: Who,
    work: (unit: Work) => Promise<T>,
  ): Promise<T> {
    const earlier = () => this.db.prisma.idempotencyKey.findUnique({ where: { key } });
    const answer = (found: { actorId: string; procedure: string; result: unknown }): T => {
      if (found.actorId !== who.userId || found.procedure !== procedure) throw fail('CHANGED_MEANWHILE');
      return found.result as T;
    };
    const before = await earlier();
    if (before) return answer(before);
    try {
      return await this.run(who, async (unit) => {
        const result = await work(unit);
        await unit.tx.idempotencyKey.create({ data: { key, actorId: who.userId, procedure, result, at: unit.now } });
        return result;
      });
    } catch (error) {
      const raced = await earlier();
      if (raced) return answer(raced);
      throw error;
    }
  }

  private attempt<T>(who: Who, work: (unit: Work) => Promise<T>): Promise<T> {
    return this.db.prisma.$transaction(
      async (tx) => {
        const now = this.clock.now();
        const records: AuditRecord[] = [];
        const result = await work({ tx, now, audit: (record) => void records.push(record) });
        await writeAudit(tx, who, now, records);
        return result;
      },
      { timeout: 120_000, maxWait: 30_000 },
    );
  }
}

async function writeAudit(tx: Tx, who: Who, now: Date, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((r) => ({
    chain: r.regionCode.split('.').slice(0, 2).join('.') || 'country',
    at: now.toISOString(),
    actor_id: who.userId,
    actor_name: who.name,
    action: r.action,
    entity: r.entity,
    entity_id: r.entityId,
    group_id: r.groupId ?? null,
    region_code: r.regionCode,
    changes: r.changes ?? {},
    reason: r.reason ?? null,
  }));
  const json = JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  await tx.$executeRaw`
    INSERT INTO audit_entry (chain, at, actor_id, actor_name, action, entity, entity_id, group_id, region_code, changes, reason, seq, prev_hash, hash)
    SELECT chain, at, actor_id, actor_name, action, entity, entity_id, group_id, region_code, changes, reason, 0, '', ''
    FROM jsonb_to_recordset(${json}::jsonb) AS r(chain text, at timestamptz, actor_id text, actor_name text, action text, entity text,
      entity_id text, group_id uuid, region_code text, changes jsonb, reason text)`;
}

/** Deadlock or serialization failure: nothing was written, the same work may be tried again. */
function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'P2034') return true;
  return /40P01|40001|deadlock detected|could not serialize/.test(error.message);
}

/** True for a violated unique or exclusion constraint, whichever way Prisma reports it. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error)) return false;
  const text = `${error.message} ${'meta' in error ? JSON.stringify(error.meta) : ''}`;
  const unique = ('code' in error && error.code === 'P2002') || /23505|unique constraint/i.test(text);
  return unique && (!constraint || text.includes(constraint));
}

/** True for a violated CHECK constraint of this name. */
export function isCheckViolation(error: unknown, constraint: string): boolean {
  return error instanceof Error && `${error.message} ${'meta' in error ? JSON.stringify(error.meta) : ''}`.includes(constraint);
}
