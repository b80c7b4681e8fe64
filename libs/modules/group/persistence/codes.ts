/** States as the domain names them, and as the table keeps them. */
const STORED = { candidate: 'calon', formed: 'terbentuk', active: 'aktif', inactive: 'tidakAktif', dissolved: 'bubar' } as const;
export type GroupState = keyof typeof STORED;

const BACK = Object.fromEntries(Object.entries(STORED).map(([domain, stored]) => [stored, domain])) as Record<string, GroupState>;

export const storedState = (state: GroupState): string => STORED[state];
export const stateOf = (stored: string): GroupState => {
  const state = BACK[stored];
  if (!state) throw new Error(`unknown state of a group: ${stored}`);
  return state;
};
