import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { flattenFaults, sayMessage, zodResolver } from './zod-resolver.ts';

const schema = z.object({
  name: z.string().min(3),
  nik: z.string().regex(/^\d{16}$/, 'NIK harus 16 angka. || A NIK has 16 digits.'),
  lines: z.array(z.object({ amount: z.bigint().min(1000n) })).min(1),
});
const ask = async (values: unknown) => {
  const { errors } = await zodResolver(schema)(values as never, undefined, { fields: {}, shouldUseNativeValidation: false });
  return flattenFaults(errors).map((f) => [f.path, sayMessage(f.message, 'id')]);
};

describe('zodResolver', () => {
  it('passes what is sound', async () => expect(await ask({ name: 'Mugi', nik: '3521164709800024', lines: [{ amount: 5000n }] })).toEqual([]));
  it('says in words what is missing, short, or wrong, at its place', async () =>
    expect(await ask({ name: '', nik: '12', lines: [{ amount: 5n }] })).toEqual([
      ['name', 'Wajib diisi.'],
      ['nik', 'NIK harus 16 angka.'],
      ['lines.0.amount', 'Paling sedikit 1.000.'],
    ]));
  it('counts a missing list', async () => expect(await ask({ name: 'Mugi', nik: '3521164709800024', lines: [] })).toEqual([['lines', 'Pilih paling sedikit 1.']]));
  it('has English beside it', () => expect(sayMessage('a || b', 'en')).toBe('b'));
});
