import type { UnitOfWork } from '@anyam/server-kit';

/**
 * At most so many transactions of this module at once in a process; the rest wait their turn. Ports of other modules read
 * on connections of their own while a transaction of ours is open: if ours held every connection of the pool, all would
 * wait for each other.
 */
export function limitedWork(work: UnitOfWork, most = 5): Pick<UnitOfWork, 'run' | 'once'> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return {
    run: (who, task) => turn(() => work.run(who, task)),
    once: (key, procedure, who, task) => turn(() => work.once(key, procedure, who, task)),
  };
}
