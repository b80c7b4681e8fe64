import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '@anyam/domain/kernel';

export type Theme = 'light' | 'dark' | 'system';

/** What a browser keeps of a person's taste; read on the server so that nothing flashes. */
export interface Taste {
  /** Null while nobody chose. */
  readonly language: Language | null;
  readonly theme: Theme;
  readonly narrow: boolean;
  readonly fiscalYear: number | null;
}

export const COOKIE = { language: 'bahasa', theme: 'tema', rail: 'rel', year: 'tahun' } as const;

export function readTaste(req: IncomingMessage | undefined): Taste {
  const cookies = new Map((req?.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=', 2) as [string, string]));
  const theme = cookies.get(COOKIE.theme);
  const language = cookies.get(COOKIE.language);
  const year = Number(cookies.get(COOKIE.year));
  return {
    language: language === 'id' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    narrow: cookies.get(COOKIE.rail) === 'sempit',
    fiscalYear: Number.isInteger(year) && year > 2000 ? year : null,
  };
}

/** Pages show one person's data: no cache may keep them. */
export function forbidCaching(res: ServerResponse): void {
  res.setHeader('cache-control', 'private, no-store');
}
