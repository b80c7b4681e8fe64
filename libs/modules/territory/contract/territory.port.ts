import type { Call } from '@anyam/contract-kit';
import type { RegionIndex } from '@anyam/domain/kernel';
import type { z } from 'zod';
import type { aboutInput, aboutOutput, aliasInput, aliasRow, childrenInput, matchInput, matchOutput, regionRow } from './territory.schema.ts';

/** What other modules and the routers may ask of the territory. */
export interface TerritoryPort {
  /** Areas directly under one (19 kecamatan under a kabupaten), by name. Public reference data. */
  children(call: Call, input: z.infer<typeof childrenInput>): Promise<z.infer<typeof regionRow>[]>;
  /** Villages whose name or alias is like the text, inside an area; best first. */
  match(call: Call, input: z.infer<typeof matchInput>): Promise<z.infer<typeof matchOutput>>;
  /** Version of the reference data and counts under an area. */
  about(call: Call, input: z.infer<typeof aboutInput>): Promise<z.infer<typeof aboutOutput>>;
  /** Names by code, for showing. Unknown codes are left out. */
  names(codes: readonly string[]): Promise<Map<string, string>>;
  /** Whether this village exists in the reference data in use. */
  exists(code: string): Promise<boolean>;
  /** Areas inside one, with their aliases, for tolerant matching of many names in memory. */
  gazetteer(within: string): Promise<RegionIndex>;
  aliases(call: Call): Promise<z.infer<typeof aliasRow>[]>;
  /** Adds another spelling. Errors: NOT_FOUND outside the caller's area, ALIAS_TAKEN. */
  addAlias(call: Call, input: z.infer<typeof aliasInput>): Promise<z.infer<typeof aliasRow>>;
  removeAlias(call: Call, input: { id: string }): Promise<void>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    territory: TerritoryPort;
  }
}
