import NextLink from 'next/link';
import { useRouter } from 'next/router';
import { useMemo, type ComponentProps } from 'react';

/** Paths that the API answers, not a screen: the browser follows them itself. */
const PLAIN = /^(https?:|tel:|mailto:|#|\/(files|api|trpc|healthz)(\/|$))/;

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly href: string;
}

/** A link to another screen. It changes the screen in the browser, without asking the server for a page. */
export function Link({ href, ...rest }: LinkProps) {
  if (PLAIN.test(href)) return <a href={href} {...rest} />;
  return <NextLink href={href} shallow prefetch={false} {...rest} />;
}

/** The path of the screen shown, without query. */
export const usePath = (): string => useRouter().asPath.split(/[?#]/)[0] ?? '/';

export interface Navigate {
  (href: string, options?: { readonly replace?: boolean }): void;
}

export function useNavigate(): Navigate {
  const router = useRouter();
  return useMemo<Navigate>(
    () => (href, options) => {
      if (PLAIN.test(href)) window.location.assign(href);
      else void router[options?.replace ? 'replace' : 'push'](href, undefined, { shallow: true });
    },
    [router],
  );
}
