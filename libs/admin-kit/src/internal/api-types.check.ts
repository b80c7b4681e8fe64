/** Compile-time proof that a module's hook is typed by its own router alone. Never imported. */
import { initTRPC } from '@trpc/server';
import { wire } from '@anyam/contract-kit/wire';
import * as z from 'zod';
import { moduleApi, useMutation, useQuery } from '../api.tsx';

const t = initTRPC.create({ transformer: wire });
export const groupRouter = t.router({
  list: t.procedure.input(z.object({ page: z.number() })).output(z.object({ rows: z.array(z.object({ name: z.string(), aid: z.bigint() })) })).query(() => ({ rows: [] })),
  rename: t.procedure.input(z.object({ id: z.string(), name: z.string() })).output(z.object({ id: z.string() })).mutation(({ input }) => ({ id: input.id })),
});

const useGroupApi = moduleApi<typeof groupRouter>('group');

export function useProof() {
  const api = useGroupApi();
  const list = useQuery(api.list.queryOptions({ page: 1 }));
  const aid: bigint | undefined = list.data?.rows[0]?.aid;
  const rename = useMutation(api.rename.mutationOptions());
  rename.mutate({ id: '1', name: 'Mugi Jaya' });
  // @ts-expect-error a procedure that the contract does not name
  void api.remove;
  // @ts-expect-error the input of the contract, nothing else
  api.list.queryOptions({ page: 'satu' });
  return aid;
}
