import type { AnyamError } from '@anyam/admin-kit/api';

/** What better-auth says, in words of ours. */
const SAID: Readonly<Record<string, AnyamError['text']>> = {
  INVALID_PASSWORD: { id: 'Sandi yang sekarang belum benar. Periksa huruf besar dan kecilnya.', en: 'The present password is not right. Check capitals.' },
  INVALID_CODE: { id: 'Kodenya belum cocok. Pastikan jam ponsel Anda tepat, lalu pakai kode yang sedang tampil.', en: 'The code does not match. Make sure your phone shows the right time, then use the code it shows now.' },
  PASSWORD_TOO_SHORT: { id: 'Sandi paling sedikit 12 huruf.', en: 'At least 12 characters.' },
  PASSWORD_TOO_LONG: { id: 'Sandi paling banyak 128 huruf.', en: 'At most 128 characters.' },
  TOTP_ALREADY_ENABLED: { id: 'Verifikasi dua langkah sudah aktif. Muat ulang halaman ini.', en: 'The two-step check is already on. Reload this page.' },
  SESSION_EXPIRED: { id: 'Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.', en: 'Your session has ended. Sign in again to go on.' },
  SESSION_NOT_FRESH: { id: 'Demi keamanan, keluar lalu masuk lagi, kemudian ulangi.', en: 'For safety, sign out and in again, then repeat.' },
};
const BY_STATUS: Readonly<Record<number, AnyamError['text']>> = {
  401: SAID['SESSION_EXPIRED'] as AnyamError['text'],
  429: { id: 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.', en: 'Too many attempts. Wait a minute, then try again.' },
};
const OTHER: AnyamError['text'] = { id: 'Belum berhasil. Coba lagi sebentar lagi.', en: 'That did not work. Try again in a moment.' };

/** Asks the sign-in itself, which is not behind tRPC. Throws what `ErrorNotice` and `Form` can show. */
export async function authCall<T>(path: string, body: Readonly<Record<string, unknown>>): Promise<T> {
  const response = await fetch(`/api/auth${path}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (response.ok) return (await response.json()) as T;
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  throw { code: code ?? 'AUTH', text: (code && SAID[code]) || BY_STATUS[response.status] || OTHER } satisfies AnyamError;
}
