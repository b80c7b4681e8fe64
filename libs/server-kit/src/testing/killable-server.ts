import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The whole API with its jobs in a process of its own on a test's database; gives it once it serves. It ends with the test. */
export async function serveIn(databaseUrl: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, '../../../../apps/api/src/testing/serve.ts'), [], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, DATA_DIR: '/tmp' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((done, fail) => {
    child.once('message', () => done());
    child.once('exit', (code) => fail(new Error(`server ended with ${code}`)));
  });
  return child;
}

/** As a power cut ends it: nothing in the process gets to tidy up. */
export const killNow = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
