import type { ComponentType } from 'react';
import type { Bilingual } from './text.tsx';

export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
}

/** One screen of a module; its code is fetched when it is first shown. */
export interface Screen {
  /** `/kelompok/:id` */
  readonly path: string;
  readonly permission: string;
  readonly title: Bilingual;
  readonly load: () => Promise<{ readonly default: ComponentType<ScreenProps> }>;
}

/** `export const screens = defineScreens([...])` in a module's `admin/index.ts`. */
export const defineScreens = <const T extends readonly Screen[]>(screens: T): T => screens;
