import { readConfig } from '@anyam/server-kit';
import { startEmbedded } from './embedded.ts';

/** Runs `work` on the configured database: DATABASE_URL, or the embedded server of DATA_DIR, which is started and stopped again. */
export async function withDatabase(work: (url: string, dataDir: string) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const embedded = config.DATABASE_URL ? null : await startEmbedded({ dataDir: config.DATA_DIR, database: 'anyam', onlyIfIdle: true });
  try {
    await work(config.DATABASE_URL ?? (embedded?.url as string), config.DATA_DIR);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await embedded?.stop();
    // The embedded server's own exit hook forgets what the process has to say.
    const code = process.exitCode;
    process.on('exit', () => void (process.exitCode = code));
  }
}
