import type { AnyamError } from '@anyam/admin-kit/api';

/** Asks the sign-in whether the person at the keyboard knows the password, before money moves. Throws what `ErrorNotice` can show. */
export async function verifyPassword(password: string): Promise<void> {
  const response = await fetch('/api/auth/verify-password', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  });
  if (response.ok) return;
  if (response.status === 429) {
    throw { code: 'TOO_MANY', text: { id: 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.', en: 'Too many attempts. Wait a minute, then try again.' } } satisfies AnyamError;
  }
  if (response.status === 400 || response.status === 401) {
    throw { code: 'PASSWORD', text: { id: 'Kata sandi belum benar. Periksa huruf besar dan kecilnya.', en: 'The password is not right. Check capitals.' } } satisfies AnyamError;
  }
  throw { code: 'AUTH', text: { id: 'Kata sandi belum dapat diperiksa. Coba lagi sebentar lagi.', en: 'The password could not be checked. Try again in a moment.' } } satisfies AnyamError;
}
