import writeXlsxFile from 'write-excel-file/node';

export interface SheetColumn<T> {
  readonly title: string;
  readonly width?: number;
  /** Text stays text (a NIK keeps its digits, `=1+1` is no formula); a bigint or number is a number cell. */
  readonly value: (row: T) => string | number | bigint | Date | null;
}

/**
 * A list as XLSX in base64: frozen header, text as text, and a second sheet that says who exported it, when and with which filter.
 * Cells are written with their type, so nothing a person typed can become a formula.
 */
export async function xlsxBase64<T>(options: {
  readonly sheet: string;
  readonly columns: readonly SheetColumn<T>[];
  readonly rows: readonly T[];
  readonly about: { readonly by: string; readonly at: Date; readonly filter: string };
}): Promise<string> {
  const head = options.columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const }));
  const body = options.rows.map((row) => options.columns.map((column) => cell(column.value(row))));
  const about = [
    ['Diekspor oleh', options.about.by],
    ['Waktu', options.about.at.toISOString()],
    ['Saringan', options.about.filter],
    ['Jumlah baris', String(options.rows.length)],
  ].map((pair) => pair.map((text) => cell(text ?? '')));
  const file = writeXlsxFile([
    { sheet: options.sheet, data: [head, ...body], columns: options.columns.map(({ width, title }) => ({ width: width ?? Math.max(12, title.length + 2) })), stickyRowsCount: 1 },
    { sheet: 'Keterangan', data: about, columns: [{ width: 18 }, { width: 60 }] },
  ]);
  return (await file.toBuffer()).toString('base64');
}

function cell(value: string | number | bigint | Date | null) {
  if (value === null) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? { value: Number(value), type: Number, format: '#,##0' } : { value: String(value), type: String };
  if (typeof value === 'number') return { value, type: Number };
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  return { value, type: String };
}
