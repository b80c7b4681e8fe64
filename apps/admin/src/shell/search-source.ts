import type { SearchGroup } from '@anyam/admin-kit/search-palette';

/** Where the palette asks. Without a search procedure in the registry it offers commands alone. */
export function useSearchSource(): ((query: string) => Promise<readonly SearchGroup[]>) | undefined {
  return undefined;
}
