import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '@anyam/admin-kit/button';
import { defineTexts, useText, type Language } from '@anyam/admin-kit/text';
import { forbidCaching, readTaste } from '../../src/server/cookies.ts';
import { fetchMe, safeReturn } from '../../src/server/session.ts';
import { signIn, type SignIn } from '../../src/sign-in/auth.ts';
import { Gate } from '../../src/sign-in/gate.tsx';

const texts = defineTexts({
  title: { id: 'Masuk', en: 'Sign in' },
  username: { id: 'Nama pengguna', en: 'User name' },
  password: { id: 'Kata sandi', en: 'Password' },
  show: { id: 'Tampilkan', en: 'Show' },
  hide: { id: 'Sembunyikan', en: 'Hide' },
  submit: { id: 'Masuk', en: 'Sign in' },
  lost: { id: 'Lupa kata sandi? Minta admin kantor Anda membuatkan yang baru.', en: 'Forgot your password? Ask your office’s admin for a new one.' },
  empty: { id: 'Isi nama pengguna dan kata sandi.', en: 'Fill in user name and password.' },
  wrong: { id: 'Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecilnya.', en: 'User name or password is wrong. Check capital and small letters.' },
  wait: { id: 'Terlalu banyak percobaan. Coba lagi dalam {n} detik.', en: 'Too many attempts. Try again in {n} seconds.' },
  down: { id: 'Server tidak menjawab. Periksa sambungan, lalu coba lagi.', en: 'The server does not answer. Check the connection, then try again.' },
  training: { id: 'Akun latihan', en: 'Training accounts' },
  trainingHint: { id: 'Pilih satu untuk masuk. Semua data di sini rekaan.', en: 'Choose one to sign in. All data here is made up.' },
});

interface Training {
  readonly accounts: readonly { readonly username: string; readonly name: string; readonly role: string }[];
  readonly password: string;
}

interface Props {
  readonly language: Language;
  readonly back: string;
  readonly training: Training | null;
}

export default function SignInPage({ back, training }: Props) {
  const t = useText(texts);
  const id = useId();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SignIn | { kind: 'empty' } | null>(null);
  const seconds = useCountdown(fault?.kind === 'wait' ? fault.seconds : 0);
  const notice = useRef<HTMLDivElement>(null);

  const enter = async (name: string, secret: string) => {
    if (!name.trim() || !secret) return setFault({ kind: 'empty' });
    setBusy(true);
    const result = await signIn(name.trim(), secret);
    if (result.kind === 'in') return window.location.assign(back);
    if (result.kind === 'code') return window.location.assign(`/masuk/kode?kembali=${encodeURIComponent(back)}`);
    setBusy(false);
    setFault(result);
  };
  useEffect(() => {
    if (fault) notice.current?.focus();
  }, [fault]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(username, password);
  };
  const words = !fault || (fault.kind === 'wait' && seconds === 0) ? null : fault.kind === 'wait' ? t('wait', { n: seconds }) : fault.kind === 'empty' ? t('empty') : fault.kind === 'wrong' ? t('wrong') : t('down');

  return (
    <Gate>
      <Head>
        <title>{`${t('title')} · Anyam`}</title>
      </Head>
      <h1>{t('title')}</h1>
      <form className="form" noValidate onSubmit={submit}>
        {words && (
          <div className="notice bad" role="alert" tabIndex={-1} ref={notice}>
            {words}
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-u`}>{t('username')}</label>
          <input id={`${id}-u`} className="ctl" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} value={username} onChange={(e) => setUsername(e.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-p`}>{t('password')}</label>
          <div className="affix">
            <input id={`${id}-p`} className="ctl reveal" name="password" type={shown ? 'text' : 'password'} autoComplete="current-password" value={password} onChange={(e) => setPassword(e.target.value)} />
            <button type="button" className="reveal-btn as-link" onClick={() => setShown(!shown)} aria-pressed={shown}>
              {shown ? t('hide') : t('show')}
              <span className="sr"> {t('password')}</span>
            </button>
          </div>
        </div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('submit')}
        </Button>
        <p className="hint">{t('lost')}</p>
      </form>
      {training && (
        <section className="accounts" aria-labelledby={`${id}-t`}>
          <h2 id={`${id}-t`}>{t('training')}</h2>
          <p className="muted small">{t('trainingHint')}</p>
          <ul>
            {training.accounts.map((a) => (
              <li key={a.username}>
                <button type="button" disabled={busy} onClick={() => void enter(a.username, training.password)}>
                  <b>{a.username}</b>
                  <span className="muted small">{a.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Gate>
  );
}

function useCountdown(from: number): number {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    setLeft(from);
    if (from === 0) return;
    const timer = setInterval(() => setLeft((n) => Math.max(0, n - 1)), 1000);
    return () => clearInterval(timer);
  }, [from]);
  return left;
}

async function fetchTraining(): Promise<Training | null> {
  const answer = await fetch(`${process.env['ANYAM_INTERNAL_URL']}/api/training`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Training) : null;
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res, query }) => {
  forbidCaching(res);
  const back = safeReturn(typeof query['kembali'] === 'string' ? query['kembali'] : undefined);
  const me = await fetchMe(req, res).catch(() => null);
  if (me) return { redirect: { destination: back, permanent: false } };
  return { props: { language: readTaste(req).language ?? 'id', back, training: await fetchTraining() } };
};
