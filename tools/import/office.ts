import 'reflect-metadata';
import { ROLE_BOOK } from '@anyam/access/server';
import { createCallerFactory, type Actor, type Role, type Services } from '@anyam/contract-kit';
import { zonedClock, type RegionCode } from '@anyam/domain/kernel';
import { appRouter } from '@anyam/registry/contract';
import { roleBook } from '@anyam/registry/roles';
import { ports, serverModules } from '@anyam/registry/server';
import { diskStore, KIT, openDatabase, portToken, UnitOfWork, type Config, type JobHandler, type Jobs, type Kit } from '@anyam/server-kit';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const callerOf = createCallerFactory(appRouter);
class KitModule {}
class OfficeModule {}

/** Jobs run at once and in this process: the command ends when its work is done. Cut-off work of others is left to the server. */
class JobsAtOnce implements Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  define(queue: string, handler: JobHandler): void {
    this.handlers.set(queue, handler);
  }
  sweep(): void {}
  async send(queue: string, payload: Record<string, string>): Promise<void> {
    await this.handlers.get(queue)?.(payload);
  }
}

export interface Office {
  readonly kit: Kit;
  /** The procedures of the API as this person may call them: the same permissions, areas and checks of input as in the console. */
  callAs(actor: Actor): ReturnType<typeof callerOf>;
  /** The person with this user name and the grants in force; null when unknown or shut. */
  personNamed(username: string): Promise<Actor | null>;
  close(): Promise<void>;
}

/** All modules on a database, without a server. */
export async function openOffice(url: string, config: Config): Promise<Office> {
  const db = openDatabase(url, 5);
  const clock = zonedClock(() => new Date(), config.TIME_ZONE);
  const kit: Kit = { config, db, clock, jobs: new JobsAtOnce(), work: new UnitOfWork(db, clock), files: diskStore(`${config.DATA_DIR}/files`) };
  const kitModule: DynamicModule = {
    module: KitModule,
    global: true,
    providers: [{ provide: KIT, useValue: kit }, { provide: ROLE_BOOK, useValue: roleBook }],
    exports: [KIT, ROLE_BOOK],
  };
  const app = await NestFactory.createApplicationContext({ module: OfficeModule, imports: [kitModule, ...serverModules] }, { logger: ['error'], abortOnError: false });
  const services = Object.fromEntries(Object.entries(ports).map(([id, name]) => [name, app.get(portToken(id), { strict: false })])) as unknown as Services;
  return {
    kit,
    callAs: (actor) => callerOf({ actor, services, rolesOf: roleBook.rolesOf }),
    async personNamed(username) {
      const user = await db.prisma.authUser.findFirst({ where: { username } });
      if (!user || user.disabledAt) return null;
      const grants = await db.prisma.accessGrant.findMany({ where: { userId: user.id, endedAt: null } });
      return {
        userId: user.id, username, name: user.name,
        grants: grants.map(({ role, area }) => ({ role: role as Role, area: area as RegionCode, ownGroupsOnly: role === 'pendamping' })),
      };
    },
    async close() {
      await app.close();
      await db.close();
    },
  };
}
