import type { NextPageContext } from 'next';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText, type Language } from '@anyam/admin-kit/text';
import { CloudOff, Compass } from 'lucide-react';
import { readTaste } from '../src/server/cookies.ts';

const texts = defineTexts({
  lostTitle: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  lost: { id: 'Alamat ini tidak ada. Periksa penulisannya, atau mulai lagi dari Beranda.', en: 'This address does not exist. Check how it is written, or start again from Home.' },
  brokenTitle: { id: 'Ada gangguan di pihak kami', en: 'Something failed on our side' },
  broken: { id: 'Yang sudah tersimpan tetap aman. Coba lagi sebentar; bila tetap begini, beri tahu admin.', en: 'What was stored is safe. Try again shortly; if it stays like this, tell the admin.' },
  home: { id: 'Ke Beranda', en: 'To Home' },
});

interface Props {
  readonly status: number;
  readonly language: Language;
}

export default function ErrorPage({ status }: Props) {
  const t = useText(texts);
  const lost = status === 404;
  return (
    <main className="gate-main" style={{ minHeight: '100dvh' }}>
      <EmptyState
        heading="h1"
        icon={lost ? Compass : CloudOff}
        title={lost ? t('lostTitle') : t('brokenTitle')}
        text={lost ? t('lost') : t('broken')}
        action={
          <a className="btn primary" href="/">
            {t('home')}
          </a>
        }
      />
    </main>
  );
}

ErrorPage.getInitialProps = ({ req, res, err }: NextPageContext): Props => ({ status: res?.statusCode ?? err?.statusCode ?? 500, language: readTaste(req).language ?? 'id' });
