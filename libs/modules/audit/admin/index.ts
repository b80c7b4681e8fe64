import { defineScreens } from '@anyam/admin-kit/screen';

export const screens = defineScreens([
  { path: '/jejak-audit', module: 'audit', permission: 'audit.read', title: { id: 'Jejak audit', en: 'Audit log' }, load: () => import('./audit.screen.tsx') },
]);
