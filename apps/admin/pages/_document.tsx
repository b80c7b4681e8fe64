import Document, { Head, Html, Main, NextScript, type DocumentContext, type DocumentInitialProps } from 'next/document';
import { readTaste, type Taste } from '../src/server/cookies.ts';

interface Props extends DocumentInitialProps {
  readonly taste: Taste;
}

export default class AnyamDocument extends Document<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<Props> {
    const page = await Document.getInitialProps(context);
    const taste = readTaste(context.req);
    return { ...page, taste };
  }

  override render() {
    const { taste, __NEXT_DATA__: data } = this.props;
    const shown = (data.props['pageProps'] as { language?: string } | undefined)?.language;
    return (
      <Html lang={shown ?? taste.language ?? 'id'} data-theme={taste.theme}>
        <Head>
          <meta name="color-scheme" content={taste.theme === 'system' ? 'light dark' : taste.theme} />
          <meta name="theme-color" content="#0a3a44" />
          <link rel="icon" href="/anyam.svg" type="image/svg+xml" />
        </Head>
        <body>
          <Main />
          <NextScript />
        </body>
      </Html>
    );
  }
}
