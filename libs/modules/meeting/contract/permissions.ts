import { definePermissions, ROLES } from '@anyam/contract-kit';

/** An officer of a group (`pengurus`) reaches the meetings of the own group only. Which step who may take stands in the domain's flow. */
export const meetingPermissions = definePermissions({
  'meeting.read': { title: { id: 'Melihat rapat kelompok', en: 'See meetings of groups' }, roles: [...ROLES, 'pengurus'] },
  'meeting.write': { title: { id: 'Mengatur jadwal dan mengisi rapat', en: 'Plan and keep meetings' }, roles: ['operator', 'pendamping', 'pengurus'] },
  'meeting.officers': { title: { id: 'Menerapkan keputusan pengurus', en: 'Apply decisions on officers' }, roles: ['operator', 'pendamping'] },
  'meeting.export': { title: { id: 'Mengekspor daftar rapat', en: 'Export the list of meetings' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'pendamping', 'auditor', 'admin'] },
});
