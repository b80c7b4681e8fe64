import 'reflect-metadata';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { AUTH, ROLE_BOOK, type Auth } from '@anyam/access/server';
import type { Context, Services } from '@anyam/contract-kit';
import { zonedClock } from '@anyam/domain/kernel';
import { appRouter } from '@anyam/registry/contract';
import { roleBook } from '@anyam/registry/roles';
import { ports, serverModules } from '@anyam/registry/server';
import { diskStore, KIT, openDatabase, PgBossJobs, portToken, UnitOfWork, type Config, type Kit } from '@anyam/server-kit';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import { toNodeHandler } from 'better-auth/node';
import { fileRoutes } from './files.ts';
import { guardRequest } from './guard-request.ts';
import { headersOf, json } from './http.ts';

class KitModule {}
class ApiModule {}

export interface ApiServer {
  readonly app: INestApplication;
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly trainingAccounts?: unknown;
  /** Answers everything that is not the API: the console. */
  readonly fallback?: RequestListener;
  /** Tests run several servers at once and drive jobs themselves. */
  readonly withJobs?: boolean;
}

type Next = (error?: unknown) => void;
type Request = IncomingMessage & { path: string };

/** Starts the API (and the console behind it) on `config.HOST:config.PORT`. */
export async function startApi({ config, databaseUrl, trainingAccounts, fallback, withJobs = true }: ApiOptions): Promise<ApiServer> {
  const db = openDatabase(databaseUrl, 20);
  const clock = zonedClock(() => new Date(), config.TIME_ZONE);
  const jobs = new PgBossJobs(databaseUrl);
  const kit: Kit = { config, db, clock, jobs, work: new UnitOfWork(db, clock), files: diskStore(`${config.DATA_DIR}/files`) };
  const kitModule: DynamicModule = {
    module: KitModule,
    global: true,
    providers: [
      { provide: KIT, useValue: kit },
      { provide: ROLE_BOOK, useValue: roleBook },
    ],
    exports: [KIT, ROLE_BOOK],
  };
  const root: DynamicModule = { module: ApiModule, imports: [kitModule, ...serverModules] };
  const app = await NestFactory.create(root, { logger: ['error', 'warn'], bodyParser: false, abortOnError: false });

  const services = Object.fromEntries(
    Object.entries(ports).map(([id, name]) => [name, app.get(portToken(id), { strict: false })]),
  ) as unknown as Services;
  const auth = app.get<Auth>(AUTH, { strict: false });
  const access = services.access;
  const contextOf = async (req: IncomingMessage, res: ServerResponse): Promise<Context> => {
    const answer = new Headers();
    const actor = await access.actorOf(headersOf(req), answer);
    for (const cookie of answer.getSetCookie()) res.appendHeader('set-cookie', cookie);
    return { actor, services, rolesOf: roleBook.rolesOf };
  };

  app.use('/healthz', async (_req: Request, res: ServerResponse) => {
    const alive = await db.pool.query('SELECT 1').then(() => true, () => false);
    json(res, alive ? 200 : 503, { status: alive ? 'ok' : 'database unreachable' });
  });
  app.use(guardRequest(config));
  app.use('/api/training', (_req: Request, res: ServerResponse) =>
    trainingAccounts ? json(res, 200, trainingAccounts) : json(res, 404, { error: 'not training' }),
  );
  app.use('/api/auth', toNodeHandler(auth));
  app.use('/files', fileRoutes(kit, contextOf));
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      createContext: ({ req, res }) => contextOf(req, res),
      maxBodySize: 8 * 1024 * 1024,
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path}:`, error.cause ?? error);
      },
    }),
  );
  if (fallback) app.use((req: Request, res: ServerResponse, _next: Next) => fallback(req, res));

  if (withJobs) await jobs.start();
  const server = (await app.listen(config.PORT, config.HOST)) as Server;
  const bound = server.address();
  const port = bound && typeof bound === 'object' ? bound.port : config.PORT;
  return {
    app,
    port,
    address: `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`,
    async close() {
      server.closeAllConnections();
      await app.close();
      await jobs.stop();
      await db.close();
    },
  };
}
