export { readSheets } from './read-sheets.ts';
export { DEFAULT_LIMITS, REGISTER_LIMITS, type ReadingLimits } from './limits.ts';
export { readingError } from './errors.ts';
export { loadTerritory, type Territory, type TerritoryOptions } from './territory.ts';
