import { definePermissions, ROLES } from '@anyam/contract-kit';

export const territoryPermissions = definePermissions({
  'territory.read': { title: { id: 'Melihat wilayah', en: 'See the territory' }, roles: ROLES },
  'territory.alias': { title: { id: 'Menambah nama lain wilayah', en: 'Add aliases' }, roles: ['admin', 'operator'] },
});
