export type SignIn = { readonly kind: 'in' } | { readonly kind: 'code' } | { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly seconds: number } | { readonly kind: 'down' } | { readonly kind: 'expired' };

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(`/api/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}

function refused(answer: Response | null): SignIn | null {
  if (!answer || answer.status >= 500) return { kind: 'down' };
  if (answer.status === 429) return { kind: 'wait', seconds: Number(answer.headers.get('x-retry-after') ?? answer.headers.get('retry-after')) || 60 };
  return null;
}

export async function signIn(username: string, password: string): Promise<SignIn> {
  const answer = await post('sign-in/username', { username, password });
  const no = refused(answer);
  if (no) return no;
  if (!answer?.ok) return { kind: 'wrong' };
  const body = (await answer.json().catch(() => null)) as { twoFactorRedirect?: boolean } | null;
  return { kind: body?.twoFactorRedirect ? 'code' : 'in' };
}

/** A code of the authenticator, or one of the spare codes. */
export async function sendCode(code: string): Promise<SignIn> {
  const spare = !/^\d{6}$/.test(code);
  const answer = await post(spare ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp', { code });
  const no = refused(answer);
  if (no) return no;
  if (answer?.ok) return { kind: 'in' };
  const body = (await answer?.json().catch(() => null)) as { code?: string } | null;
  return { kind: body?.code === 'INVALID_TWO_FACTOR_COOKIE' ? 'expired' : 'wrong' };
}
