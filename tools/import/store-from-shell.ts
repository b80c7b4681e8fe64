import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@anyam/server-kit';
import { withDatabase } from '../database/connect.ts';
import type { ImportArgs } from './args.ts';
import { openOffice } from './office.ts';
import { receiptAsJson, receiptAsText } from './print.ts';
import { FileError } from './read-lists.ts';
import { storeRoster } from './store.ts';

/** Stores on the configured database and prints the receipt. Gives the exit code. */
export async function storeFromShell(args: ImportArgs): Promise<number> {
  const config = readConfig(process.env);
  if (!config.DATABASE_URL && !existsSync(join(config.DATA_DIR, 'postgres', 'PG_VERSION'))) {
    throw new FileError(`Belum ada data Anyam di ${config.DATA_DIR}. Jalankan "npm start" sekali, atau sebutkan basis datanya dengan DATABASE_URL.`);
  }
  let code = 1;
  await withDatabase(async (url) => {
    const office = await openOffice(url, config);
    try {
      const stored = await storeRoster(office, args);
      for (const note of stored.notes) console.error(note);
      process.stdout.write(args.json ? receiptAsJson(stored, args.lang) : receiptAsText(stored, args.lang));
      code = 0;
    } catch (cause) {
      if (!(cause instanceof FileError)) throw cause;
      console.error(cause.message);
      code = 2;
    } finally {
      await office.close();
    }
  });
  return code;
}
