import NextLink from 'next/link';
import { useRouter } from 'next/router';
import { createContext, useContext, useMemo, type ComponentProps } from 'react';

/** Paths that the API answers, not a screen: the browser follows them itself. */
const PLAIN = /^(https?:|tel:|mailto:|#|\/(files|api|trpc|healthz)(\/|$))/;

/** The host says how to fetch a screen's code ahead; links call it when the pointer or the focus comes near. */
export const PreloadContext = createContext<(href: string) => void>(() => undefined);

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly href: string;
}

/** A link to another screen. It changes the screen in the browser, without asking the server for a page. */
export function Link({ href, onPointerEnter, onFocus, ...rest }: LinkProps) {
  const preload = useContext(PreloadContext);
  if (PLAIN.test(href)) return <a href={href} onPointerEnter={onPointerEnter} onFocus={onFocus} {...rest} />;
  return (
    <NextLink
      href={href}
      shallow
      prefetch={false}
      onPointerEnter={(e) => {
        preload(href);
        onPointerEnter?.(e);
      }}
      onFocus={(e) => {
        preload(href);
        onFocus?.(e);
      }}
      {...rest}
    />
  );
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
