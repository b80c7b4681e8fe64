import type { Bilingual, TextParams } from '@anyam/domain/kernel';

export interface ApiFieldError {
  readonly path: string;
  readonly text: Bilingual;
  readonly params?: TextParams;
}

/** What the server says of a failure; `data.anyam` of a tRPC error. */
export interface AnyamError {
  readonly code: string;
  readonly text: Bilingual;
  readonly params?: TextParams;
  readonly fields?: readonly ApiFieldError[];
}

/** `status` 0 means that no answer came: the line is down or the server is starting. */
export interface ReadError extends AnyamError {
  readonly status: number;
}

const OFFLINE: AnyamError = {
  code: 'NO_ANSWER',
  text: { id: 'Server tidak menjawab. Periksa sambungan internet, lalu coba lagi.', en: 'The server does not answer. Check the connection, then try again.' },
};
const UNKNOWN: AnyamError = {
  code: 'UNKNOWN',
  text: { id: 'Terjadi kesalahan di server. Isian Anda tidak hilang; coba lagi sebentar lagi.', en: 'Something went wrong on the server. What you filled in is kept; try again in a moment.' },
};
const BY_STATUS: Readonly<Record<number, AnyamError>> = {
  401: { code: 'UNAUTHORIZED', text: { id: 'Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.', en: 'Your session has ended. Sign in again to go on.' } },
  403: { code: 'FORBIDDEN', text: { id: 'Anda tidak berwenang melakukan ini.', en: 'You may not do this.' } },
  404: { code: 'NOT_FOUND', text: { id: 'Data ini tidak ditemukan. Mungkin sudah dihapus, atau di luar wilayah Anda.', en: 'This was not found. It may be deleted, or lie outside your area.' } },
  429: { code: 'TOO_MANY', text: { id: 'Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.', en: 'Too many requests. Wait a little, then try again.' } },
};

const isBilingual = (v: unknown): v is Bilingual => typeof v === 'object' && v !== null && 'id' in v && 'en' in v;

/** Reads any thrown thing into a sentence; structural, so that it needs no client library. */
export function readApiError(error: unknown): ReadError {
  const data = typeof error === 'object' && error !== null && 'data' in error ? (error.data as { anyam?: AnyamError; httpStatus?: number } | null | undefined) : undefined;
  if (!data) {
    const ours = typeof error === 'object' && error !== null && 'text' in error && isBilingual(error.text);
    if (ours) return { ...(error as AnyamError), status: 400 };
    const named = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
    return named === 'TRPCClientError' || named === 'TypeError' ? { ...OFFLINE, status: 0 } : { ...UNKNOWN, status: 500 };
  }
  const status = data.httpStatus ?? 500;
  if (data.anyam && isBilingual(data.anyam.text)) return { ...data.anyam, status };
  return { ...(BY_STATUS[status] ?? UNKNOWN), status };
}

export const fieldErrors = (error: unknown): readonly ApiFieldError[] => readApiError(error).fields ?? [];
