import Document, { Head, Html, Main, NextScript, type DocumentContext, type DocumentInitialProps } from 'next/document';
import { readTaste, type Taste } from '../src/server/cookies.ts';

interface Props extends DocumentInitialProps {
  readonly taste: Taste;
  readonly language: string;
}

export default class AnyamDocument extends Document<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<Props> {
    const page = await Document.getInitialProps(context);
    const taste = readTaste(context.req);
    return { ...page, taste, language: taste.language ?? 'id' };
  }

  override render() {
    const { taste, language } = this.props;
    return (
      <Html lang={language} data-theme={taste.theme}>
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
