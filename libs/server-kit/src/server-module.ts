import type { DynamicModule } from '@nestjs/common';
import type { Clock } from '@anyam/domain/kernel';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { FileStore } from './files.ts';
import type { Jobs } from './jobs.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the house offers to every module's factory. */
export interface Kit {
  readonly config: Config;
  readonly db: Database;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly jobs: Jobs;
}
export const KIT = 'kit';

/** Nest token of a module's port. */
export const portToken = (module: string): string => `port:${module}`;

/**
 * Nest wiring of one module: its port is made by `create` from the kit and the ports of the modules it depends on.
 * Written without decorators, so the server runs from its TypeScript sources as they are.
 */
export function serverModule<P>(options: {
  readonly id: string;
  readonly dependsOn: readonly string[];
  readonly create: (kit: Kit, ports: Record<string, never>) => P | Promise<P>;
}): DynamicModule {
  const NestModule = { [options.id]: class {} }[options.id] as new () => object;
  return {
    module: NestModule,
    global: true,
    providers: [
      {
        provide: portToken(options.id),
        inject: [KIT, ...options.dependsOn.map(portToken)],
        useFactory: (kit: Kit, ...ports: unknown[]) =>
          options.create(kit, Object.fromEntries(options.dependsOn.map((id, i) => [id, ports[i]])) as Record<string, never>),
      },
    ],
    exports: [portToken(options.id)],
  };
}
