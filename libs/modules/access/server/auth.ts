import type { Kit } from '@anyam/server-kit';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor, username } from 'better-auth/plugins';
import { passwordTries } from './password-tries.ts';

const SIGN_IN = '/sign-in/username';
const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** What a person does to the own account; the sign-in writes these itself, so they are told to the audit log from here. */
const SECURITY_STEPS: Readonly<Record<string, string>> = {
  '/change-password': 'access.changePassword',
  '/two-factor/disable': 'access.disableTwoFactor',
  '/two-factor/generate-backup-codes': 'access.renewBackupCodes',
};
export type OnSecurity = (action: string, user: { readonly id: string; readonly name: string }) => Promise<void>;

/** Sign-in by user name and password, TOTP offered, sessions in our database. Who may do what is not decided here. */
export function createAuth({ db, config, clock }: Pick<Kit, 'db' | 'config' | 'clock'>, onSecurity: OnSecurity = async () => undefined) {
  const tries = passwordTries(db, clock);
  const typedName = (body: unknown): string => String((body as { username?: unknown } | undefined)?.username ?? '');
  return betterAuth({
    appName: 'Anyam',
    secret: config.AUTH_SECRET,
    basePath: '/api/auth',
    ...(config.PUBLIC_URL ? { baseURL: config.PUBLIC_URL } : {}),
    trustedOrigins: (request?: Request) => (config.PUBLIC_URL ? [config.PUBLIC_URL] : localOrigin(request)),
    database: db.pool,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', ...timestamps },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    session: {
      modelName: 'auth_session',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...timestamps },
      // Thirty idle minutes end a session; use moves the end on, written at most once a minute.
      expiresIn: 30 * 60,
      updateAge: 60,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token',
        idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...timestamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...timestamps } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: {
        // An office signs in from one address at eight in the morning. The library starts its count anew only after a whole
        // window without a sign-in, so the window is short: a minute's would shut out an office that never pauses one.
        [SIGN_IN]: { window: 10, max: 30 },
        '/two-factor/verify-totp': { window: 60, max: 5 },
        '/two-factor/verify-backup-code': { window: 60, max: 5 },
        '/get-session': false,
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== SIGN_IN) return;
        const seconds = await tries.waitFor(typedName(ctx.body));
        if (seconds > 0) throw new APIError('TOO_MANY_REQUESTS', { code: 'ACCOUNT_WAITS', message: `Try again in ${seconds} seconds.` }, { 'x-retry-after': String(seconds) });
      }),
      after: createAuthMiddleware(async (ctx) => {
        const { returned, session, newSession } = ctx.context;
        if (ctx.path === SIGN_IN) {
          if (!(returned instanceof APIError)) await tries.right(typedName(ctx.body));
          else if (returned.statusCode === 401) await tries.wrong(typedName(ctx.body));
        }
        if (returned instanceof APIError) return;
        const user = newSession?.user ?? session?.user;
        if (!user) return;
        // A code that is checked while nobody was enrolled yet ends the enrolment; at sign-in it is only the second step.
        const enrolled = ctx.path === '/two-factor/verify-totp' && session !== null && session.user['twoFactorEnabled'] !== true;
        const action = enrolled ? 'access.enableTwoFactor' : SECURITY_STEPS[ctx.path];
        if (action) await onSecurity(action, user);
      }),
    },
    plugins: [
      username({ schema: { user: { fields: { displayUsername: 'display_username' } } } }),
      twoFactor({
        issuer: 'Anyam',
        twoFactorTable: 'auth_two_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              userId: 'user_id', backupCodes: 'backup_codes', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    advanced: { cookiePrefix: 'anyam', useSecureCookies: config.ANYAM_MODE === 'production' },
    // Money steps check the password themselves (AccessPort.confirmed), with the count of wrong tries.
    disabledPaths: ['/verify-password'],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}
export type Auth = ReturnType<typeof createAuth>;

/** Without a public address the console is used on this machine or its network: the address in the request itself. */
function localOrigin(request?: Request): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`] : [];
}
