import { moduleApi, useQueryClient } from '@anyam/admin-kit/api';
import type { z } from 'zod';
import type { BooksRouter, bookView, booksRow, entryRow, memberRow, monthTurnover, overviewView } from '../contract/index.ts';

export const useBooksApi = moduleApi<BooksRouter>('books');
export type Overview = z.infer<typeof overviewView>;
export type BookView = z.infer<typeof bookView>;
export type EntryRow = z.infer<typeof entryRow>;
export type MemberRow = z.infer<typeof memberRow>;
export type BooksRow = z.infer<typeof booksRow>;
export type MonthTurnover = z.infer<typeof monthTurnover>;

/** An entry shows in every book, so after a write all that is on screen is asked for again. */
export function useRefresh(): () => Promise<unknown> {
  const api = useBooksApi();
  const client = useQueryClient();
  return () => client.invalidateQueries(api.pathFilter());
}
