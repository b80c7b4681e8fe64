import '../styles/globals.css';
import type { AppProps } from 'next/app';
import Head from 'next/head';
import { LanguageProvider, type Language } from '@anyam/admin-kit/text';

/** As light as it can be: the sign-in page shares it. */
export default function App({ Component, pageProps }: AppProps<{ language?: Language }>) {
  return (
    <LanguageProvider language={pageProps.language ?? 'id'}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>Anyam</title>
      </Head>
      <Component {...pageProps} />
    </LanguageProvider>
  );
}
