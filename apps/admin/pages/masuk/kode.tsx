import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '@anyam/admin-kit/button';
import { defineTexts, useText, type Language } from '@anyam/admin-kit/text';
import { forbidCaching, readTaste } from '../../src/server/cookies.ts';
import { safeReturn } from '../../src/server/session.ts';
import { sendCode, type SignIn } from '../../src/sign-in/auth.ts';
import { Gate } from '../../src/sign-in/gate.tsx';

const texts = defineTexts({
  title: { id: 'Kode verifikasi', en: 'Verification code' },
  label: { id: 'Kode 6 angka dari aplikasi autentikator', en: '6-digit code of your authenticator app' },
  hint: { id: 'Tidak memegang ponsel? Isi salah satu kode cadangan Anda.', en: 'Without your phone? Fill in one of your spare codes.' },
  submit: { id: 'Lanjutkan', en: 'Continue' },
  back: { id: 'Kembali ke halaman masuk', en: 'Back to sign-in' },
  wrong: { id: 'Kode salah atau sudah lewat waktunya. Tunggu kode berikutnya, lalu isi lagi.', en: 'The code is wrong or has run out. Wait for the next one and fill it in.' },
  wait: { id: 'Terlalu banyak percobaan. Coba lagi dalam {n} detik.', en: 'Too many attempts. Try again in {n} seconds.' },
  down: { id: 'Server tidak menjawab. Periksa sambungan, lalu coba lagi.', en: 'The server does not answer. Check the connection, then try again.' },
  expired: { id: 'Langkah ini sudah lewat waktunya. Masuk lagi dari awal.', en: 'This step has run out of time. Sign in again from the start.' },
  empty: { id: 'Isi kodenya.', en: 'Fill in the code.' },
});

interface Props {
  readonly language: Language;
  readonly back: string;
}

export default function CodePage({ back }: Props) {
  const t = useText(texts);
  const id = useId();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SignIn | { kind: 'empty' } | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const clean = code.replace(/\s/g, '');
    if (!clean) return setFault({ kind: 'empty' });
    setBusy(true);
    const result = await sendCode(clean);
    if (result.kind === 'in') return window.location.assign(back);
    setBusy(false);
    setFault(result);
  };
  const words = !fault || fault.kind === 'in' || fault.kind === 'code' ? null : fault.kind === 'wait' ? t('wait', { n: fault.seconds }) : t(fault.kind);
  return (
    <Gate>
      <Head>
        <title>{`${t('title')} · Anyam`}</title>
      </Head>
      <h1>{t('title')}</h1>
      <form className="form" noValidate onSubmit={(e) => void submit(e)}>
        <div className={words ? 'field wrong' : 'field'}>
          <label htmlFor={id}>{t('label')}</label>
          <div className="hint" id={`${id}-hint`}>
            {t('hint')}
          </div>
          {words && (
            <div className="field-error" id={`${id}-error`} role="alert">
              {words}
            </div>
          )}
          <input id={id} className="ctl otp" autoFocus inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(e) => setCode(e.target.value)} aria-invalid={words !== null} aria-describedby={`${id}-hint ${id}-error`} />
        </div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('submit')}
        </Button>
      </form>
      <a href={`/masuk?kembali=${encodeURIComponent(back)}`}>{t('back')}</a>
    </Gate>
  );
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res, query }) => {
  forbidCaching(res);
  return { props: { language: readTaste(req).language ?? 'id', back: safeReturn(typeof query['kembali'] === 'string' ? query['kembali'] : undefined) } };
};
