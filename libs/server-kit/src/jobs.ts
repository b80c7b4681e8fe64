import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';

export type JobHandler = (payload: Record<string, string>) => Promise<void>;

/**
 * Work after the answer. The state that matters stands in the module's own tables; a job is only the wake-up,
 * so a lost or doubled one does no harm: handlers lock their record and look at its state first.
 */
export interface Jobs {
  /** Called while modules are made; the queues start with the server. */
  define(queue: string, handler: JobHandler): void;
  /** At start and every minute: finds records whose work was cut off and sends them again. */
  sweep(find: () => Promise<void>): void;
  send(queue: string, payload: Record<string, string>): Promise<void>;
}

export class PgBossJobs implements Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly sweeps: (() => Promise<void>)[] = [];
  private readonly boss: PgBoss;
  private timer: NodeJS.Timeout | undefined;
  private started = false;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.boss = new PgBoss({ connectionString: url, max: 3, schema: 'pgboss' });
    this.boss.on('error', (error: Error) => console.error('jobs:', error.message));
  }

  define(queue: string, handler: JobHandler): void {
    this.handlers.set(queue, handler);
  }

  sweep(find: () => Promise<void>): void {
    this.sweeps.push(find);
  }

  async send(queue: string, payload: Record<string, string>): Promise<void> {
    if (this.started) await this.boss.send(queue, payload);
  }

  async start(): Promise<void> {
    await this.boss.start();
    for (const [queue, handler] of this.handlers) {
      await this.boss.createQueue(queue, { retryLimit: 3, expireInSeconds: 900 });
      await this.boss.work<Record<string, string>>(queue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) await handler(job.data);
      });
    }
    this.started = true;
    // One after the other, never two rounds at once, and nobody waits for them: the server answers meanwhile.
    const sweepAll = async (): Promise<void> => {
      for (const find of this.sweeps) if (this.started) await find().catch((error: Error) => console.error('sweep:', error.message));
      if (!this.started) return;
      this.timer = globalThis.setTimeout(() => void (this.sweeping = sweepAll()), 60_000);
      this.timer.unref();
    };
    this.sweeping = sweepAll();
  }

  async stop(): Promise<void> {
    const started = this.started;
    this.started = false;
    clearTimeout(this.timer);
    // A round that takes longer is cut off by the closing database, and taken up at the next start.
    await Promise.race([this.sweeping, setTimeout(5_000, undefined, { ref: false })]);
    if (started) await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}
