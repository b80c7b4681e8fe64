import { z } from 'zod';
export const schema = z.object({ name: z.string().min(3), nik: z.string().regex(/^\d{16}$/, 'NIK harus 16 angka. || A NIK has 16 digits.'), village: z.string(), kind: z.string().min(1), formed: z.iso.date(), amount: z.bigint().min(1_000_000n), type: z.enum(['bansos', 'hibah']), note: z.string().optional(), agree: z.literal(true) });
