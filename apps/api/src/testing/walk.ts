import { createCallerFactory, isPartner, type Actor, type Context, type Grant, type Role, type Services } from '@anyam/contract-kit';
import type { RegionCode } from '@anyam/domain/kernel';
import { appRouter } from '@anyam/registry/contract';
import { roleBook } from '@anyam/registry/roles';
import { TRPCError } from '@trpc/server';

export interface Procedure {
  readonly path: string;
  readonly type: 'query' | 'mutation';
  readonly permission: string | undefined;
  readonly guarded: boolean;
  readonly input: unknown;
  readonly output: unknown;
}

/** Every procedure of the API, with what it declares. */
export function procedures(): Procedure[] {
  return Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Record<string, unknown> }>).map(([path, { _def }]) => {
    const meta = _def['meta'] as { permission?: string; guarded?: boolean } | undefined;
    return {
      path,
      type: _def['type'] as 'query' | 'mutation',
      permission: meta?.permission,
      guarded: meta?.guarded === true,
      input: (_def['inputs'] as unknown[] | undefined)?.[0],
      output: _def['output'],
    };
  });
}

/** A partner's grant names a group or party that is not there: it must reach nothing. */
export function actorOf(role: Role, area: string, userId = `user-${role}-${area}`): Actor {
  const grant: Grant = { role, area: area as RegionCode, ownGroupsOnly: role === 'pendamping', ...(isPartner(role) ? { subjectId: '00000000-0000-4000-8000-000000000000' } : {}) };
  return { userId, username: userId, name: `${role} ${area}`, grants: [grant] };
}

const factory = createCallerFactory(appRouter);

export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string; readonly error: TRPCError };

/** Calls a procedure by its path as somebody (or nobody) and gives its answer or the code of its error. */
export async function callAs(services: Services, actor: Actor | null, path: string, input: unknown): Promise<Answer> {
  const context: Context = { actor, services, rolesOf: roleBook.rolesOf };
  let target: unknown = factory(context);
  for (const part of path.split('.')) target = (target as Record<string, unknown>)[part];
  try {
    return { ok: true, value: await (target as (given: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    if (error instanceof TRPCError) return { ok: false, code: error.code, error };
    return { ok: false, code: 'NOT_TRPC', error: new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error }) };
  }
}
