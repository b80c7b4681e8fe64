/** `npm run -s verify:audit`: recomputes every hash of every chain. Ends with 1 when one is broken, and says which entry. */
import { verifyChain } from '@anyam/audit/server';
import { openDatabase } from '@anyam/server-kit';
import { withDatabase } from './connect.ts';

await withDatabase(async (url) => {
  const db = openDatabase(url, 2);
  try {
    const { rows } = await db.pool.query<{ chain: string }>('SELECT chain FROM audit_head ORDER BY 1');
    for (const { chain } of rows) {
      const { entries, firstBroken } = await verifyChain(db.pool, chain);
      console.log(firstBroken === null ? `${chain}: ${entries} catatan, utuh` : `${chain}: RUSAK pada catatan ${firstBroken}`);
      if (firstBroken !== null) process.exitCode = 1;
    }
    if (rows.length === 0) console.log('Belum ada catatan.');
  } finally {
    await db.close();
  }
});
