import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Actor, Call, Role } from './call.ts';
import { fail, toTrpcError, wireError } from './errors.ts';
import { DomainError } from '@anyam/domain/kernel';
import type { PermissionTable } from './permissions.ts';
import { wire } from './wire.ts';

/**
 * The ports that routers call. Each module adds its own by declaration merging:
 * `declare module '@anyam/contract-kit' { interface Services { group: GroupPort } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Services {}

export interface Context {
  /** Null for a visitor who has not signed in. */
  readonly actor: Actor | null;
  readonly services: Services;
  readonly rolesOf: (permission: string) => readonly Role[];
}

export interface ProcedureMeta {
  readonly permission: string;
  /** Set by `guarded`; the walk over all procedures fails on one without it. */
  readonly guarded: true;
}

/** What cannot be read is the sender's mistake, not ours. */
function readInput(text: unknown): unknown {
  try {
    return wire.deserialize(text);
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'Unreadable input.', cause });
  }
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: { input: { ...wire, deserialize: readInput }, output: wire },
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: wireError(error).text.id,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, anyam: wireError(error) },
    }),
  });

export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const createCallerFactory = t.createCallerFactory;

/** Every signed-in user, whatever the role: own session, own devices. */
export const SIGNED_IN = 'signed-in';

function callOf(ctx: Context, permission: string): Call {
  if (!ctx.actor) throw fail('NOT_SIGNED_IN');
  if (permission === SIGNED_IN) return { actor: ctx.actor, permission, scope: ctx.actor.grants };
  const roles = ctx.rolesOf(permission);
  const scope = ctx.actor.grants.filter((grant) => roles.includes(grant.role));
  if (scope.length === 0) throw fail('NOT_ALLOWED');
  return { actor: ctx.actor, permission, scope };
}

const base = t.procedure.use(async ({ next, ctx, meta }) => {
  try {
    const result = await next({ ctx: { call: callOf(ctx, meta?.permission ?? 'nobody') } });
    if (!result.ok && result.error.cause instanceof DomainError) throw result.error.cause;
    return result;
  } catch (error) {
    if (error instanceof DomainError) throw toTrpcError(error);
    throw error;
  }
});

/**
 * The only way to make a procedure: permission, then input, then output. Leaving one out does not compile.
 * `const { guarded } = contractOf(groupPermissions); guarded('group.read').input(A).output(B).query(...)`.
 */
export function contractOf<const T extends PermissionTable>(_permissions: T) {
  return {
    guarded: (permission: (keyof T & string) | typeof SIGNED_IN) => ({
      input: <I extends z.ZodType>(input: I) => ({
        output: <O extends z.ZodType>(output: O) =>
          base.meta({ permission, guarded: true }).input(input).output(output),
      }),
    }),
  };
}
