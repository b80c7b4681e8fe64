// Written by tools/module/registry.ts from the module folders. Do not edit.
import { screens as groupScreens } from '@anyam/group/admin';
import { screens as memberScreens } from '@anyam/member/admin';
import { screens as overviewScreens } from '@anyam/overview/admin';
import { screens as programmeScreens } from '@anyam/programme/admin';
import { manifests } from './manifests.ts';
export const screens = [...groupScreens, ...memberScreens, ...overviewScreens, ...programmeScreens];
export const nav = manifests.flatMap((manifest) => [...manifest.nav]).sort((a, b) => a.order - b.order);
