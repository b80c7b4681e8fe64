import { Buffer } from 'node:buffer';
import type { Call } from '@anyam/contract-kit';
import { sha256Hex, xlsxBase64, type SheetColumn } from '@anyam/server-kit';
import type { Download } from '../contract/index.ts';
import type { Aid } from './context.ts';
import { XLSX } from './sheets.ts';

/** More rows than a person reads; a larger district narrows its filter. */
export const EXPORT_MOST = 20_000;

/** A list as filtered, with a sheet that says by whom, when and how. */
export async function listFile<T>(aid: Aid, call: Call, name: string, filter: object, columns: readonly SheetColumn<T>[], rows: readonly T[]): Promise<Download> {
  const base64 = await xlsxBase64<T>({ sheet: name, columns, rows, about: { by: call.actor.name, at: aid.kit.clock.now(), filter: JSON.stringify(filter) } });
  return { name: `${name}-${aid.kit.clock.today()}.xlsx`, mime: XLSX, base64, sha256: sha256Hex(Buffer.from(base64, 'base64')) };
}
