import { z } from 'zod';

const TRAINING_SECRET = 'hanya-untuk-latihan-jangan-dipakai-sungguhan';

const schema = z
  .object({
    /** `training` seeds a made-up district and shows its accounts; `production` refuses both. */
    ANYAM_MODE: z.enum(['training', 'production']).default('training'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z.url().optional(),
    /** The address that people type, when a proxy stands in front. */
    PUBLIC_URL: z.url().optional(),
    AUTH_SECRET: z.string().default(TRAINING_SECRET),
    TRAINING_PASSWORD: z.string().min(8).default('latihan-anyam-2020'),
    /** First start in production: the password of the account `admin`. */
    ADMIN_PASSWORD: z.string().min(12, 'paling sedikit 12 huruf (at least 12 characters)').max(128).optional(),
    TIME_ZONE: z.enum(['WIB', 'WITA', 'WIT']).default('WIB'),
    REGION_CODE: z.string().regex(/^\d{2}\.\d{2}$/).default('35.21'),
  })
  .superRefine((env, ctx) => {
    if (env.ANYAM_MODE !== 'production') return;
    if (env.AUTH_SECRET === TRAINING_SECRET || env.AUTH_SECRET.length < 32) {
      ctx.addIssue({
        code: 'custom',
        path: ['AUTH_SECRET'],
        message: 'belum ada atau terlalu lemah; buat dengan: openssl rand -base64 32 (missing or weak secret)',
      });
    }
    if (!env.DATABASE_URL) {
      ctx.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: 'harus menunjuk PostgreSQL milik kantor (must name your PostgreSQL)' });
    }
    if (!env.PUBLIC_URL?.startsWith('https://')) {
      ctx.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'harus alamat https:// yang dibuka pegawai (must be the https address)' });
    }
  });

export type Config = Readonly<z.infer<typeof schema>>;

/** Reads and checks the settings. Throws one Error whose message says every setting that is wrong and how to mend it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Anyam tidak dapat mulai, pengaturan belum benar:\n${lines.join('\n')}`);
}
