import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { wire } from '@anyam/contract-kit/wire';
import { readApiError } from './internal/api-error.ts';

export { keepPreviousData, useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
export { fieldErrors, readApiError, type ApiFieldError, type AnyamError } from './internal/api-error.ts';

type AnyProxy = Record<string, unknown>;
const ProxyContext = createContext<AnyProxy | null>(null);

function makeClient(onUnauthorized: () => void) {
  const watch = (error: unknown) => {
    if (readApiError(error).status === 401) onUnauthorized();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // The server's "no" stays a no; only a broken line is tried again.
        retry: (count, error) => count < 2 && readApiError(error).status === 0,
      },
    },
  });
}

/** Gives every module its hook. `onUnauthorized` sends the person to sign in and back. */
export function ApiProvider({ children, onUnauthorized, url = '/trpc' }: { readonly children: ReactNode; readonly onUnauthorized: () => void; readonly url?: string }) {
  const [made] = useState(() => {
    const queryClient = makeClient(onUnauthorized);
    const client = createTRPCClient<AnyTRPCRouter>({ links: [httpBatchLink({ url, transformer: wire, maxURLLength: 4000 })] });
    return { queryClient, proxy: createTRPCOptionsProxy<AnyTRPCRouter>({ client, queryClient }) as unknown as AnyProxy };
  });
  return (
    <QueryClientProvider client={made.queryClient}>
      <ProxyContext value={made.proxy}>{children}</ProxyContext>
    </QueryClientProvider>
  );
}

/**
 * The hook of one module, typed by its own contract and by no other:
 * `const useGroupApi = moduleApi<GroupRouter>('group')`, then `useQuery(useGroupApi().list.queryOptions(input))`.
 */
export function moduleApi<TRouter extends AnyTRPCRouter>(namespace: string): () => TRPCOptionsProxy<TRouter> {
  return function useModuleApi() {
    const proxy = useContext(ProxyContext);
    if (!proxy) throw new Error('moduleApi needs ApiProvider above it');
    return proxy[namespace] as TRPCOptionsProxy<TRouter>;
  };
}

/** For the host alone, which knows the whole router. */
export function rootApi<TRouter extends AnyTRPCRouter>(): () => TRPCOptionsProxy<TRouter> {
  return function useRootApi() {
    const proxy = useContext(ProxyContext);
    if (!proxy) throw new Error('rootApi needs ApiProvider above it');
    return proxy as unknown as TRPCOptionsProxy<TRouter>;
  };
}

export const isApiError = (error: unknown): error is TRPCClientError<AnyTRPCRouter> => error instanceof TRPCClientError;
