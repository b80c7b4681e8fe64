import { definePermissions, PARTNER_ROLES, ROLES } from '@anyam/contract-kit';

export const accessPermissions = definePermissions({
  'access.self': { title: { id: 'Mengatur akun sendiri', en: 'Manage the own account' }, roles: [...ROLES, ...PARTNER_ROLES] },
  'access.users': { title: { id: 'Melihat pengguna', en: 'See users' }, roles: ['admin', 'auditor'] },
  'access.manage': { title: { id: 'Mengatur pengguna dan peran', en: 'Manage users and roles' }, roles: ['admin'] },
});
