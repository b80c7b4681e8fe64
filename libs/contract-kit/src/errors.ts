import { DomainError, errorFamily, type Bilingual, type ErrorKind } from '@anyam/domain/kernel';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

/** Errors that any procedure may give. */
export const fail = errorFamily({
  NOT_SIGNED_IN: {
    kind: 'forbidden',
    text: { id: 'Anda belum masuk. Silakan masuk lagi.', en: 'You are not signed in. Please sign in again.' },
  },
  NOT_ALLOWED: {
    kind: 'forbidden',
    text: {
      id: 'Peran Anda tidak memuat tindakan ini. Mintalah kepada admin bila memang tugas Anda.',
      en: 'Your role does not include this action. Ask the admin if it is your task.',
    },
  },
  NOT_FOUND: {
    kind: 'notFound',
    text: {
      id: 'Data tidak ditemukan di wilayah tugas Anda. Periksa tautannya.',
      en: 'Not found in your area. Check the link.',
    },
  },
  INPUT_INVALID: {
    kind: 'invalid',
    text: {
      id: 'Ada isian yang belum benar. Periksa yang ditandai.',
      en: 'Some fields are not right. Check the marked ones.',
    },
  },
  CHANGED_MEANWHILE: {
    kind: 'conflict',
    text: {
      id: 'Data ini baru saja diubah orang lain. Muat ulang, lalu periksa kembali.',
      en: 'Someone else has just changed this. Reload and check again.',
    },
  },
  UNEXPECTED: {
    kind: 'unavailable',
    text: {
      id: 'Ada gangguan di pihak kami. Yang Anda isi belum tersimpan; coba lagi sebentar.',
      en: 'Something failed on our side. Nothing was stored; try again shortly.',
    },
  },
});

/** How an error looks on the wire, under `data.anyam`. */
export interface WireError {
  readonly code: string;
  readonly text: Bilingual;
  readonly params: Record<string, string | number>;
  readonly fields?: readonly { path: string; text: Bilingual }[];
}

const TRPC_CODE: Record<ErrorKind, TRPCError['code']> = {
  invalid: 'BAD_REQUEST',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  conflict: 'CONFLICT',
  tooMany: 'TOO_MANY_REQUESTS',
  unavailable: 'INTERNAL_SERVER_ERROR',
};

export function toTrpcError(error: DomainError): TRPCError {
  const code = error.code === 'NOT_SIGNED_IN' ? 'UNAUTHORIZED' : TRPC_CODE[error.kind];
  return new TRPCError({ code, message: error.say('id'), cause: error });
}

/** The wire form of whatever was thrown. Unknown failures never show their message. */
export function wireError(error: TRPCError): WireError {
  const cause = error.cause;
  if (cause instanceof DomainError) return wire(cause);
  if (cause instanceof ZodError) {
    return {
      ...wire(fail('INPUT_INVALID')),
      fields: cause.issues.map((issue) => ({ path: issue.path.join('.'), text: bilingual(issue.message) })),
    };
  }
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') return wire(fail('INPUT_INVALID'));
  if (error.code === 'NOT_FOUND') return wire(fail('NOT_FOUND'));
  return wire(fail('UNEXPECTED'));
}

function wire(error: DomainError): WireError {
  const params = Object.fromEntries(
    Object.entries(error.params).map(([key, value]) => [key, typeof value === 'bigint' ? String(value) : value]),
  );
  return { code: error.code, text: { id: error.say('id'), en: error.say('en') }, params };
}

/** Schemas may carry both languages as "id || en"; other messages stand for both. */
function bilingual(message: string): Bilingual {
  const [id = message, en = id] = message.split(' || ');
  return { id, en };
}
