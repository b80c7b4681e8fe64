import { fields, UNITS } from './field.ts';

/** Facilitation, maturity and cases: rules 44-49. */
export const fieldWorkFields = fields({
  facilitatorLoad: {
    section: 'fieldWork', kind: 'integer', unit: UNITS.groups, min: 1, max: 100, value: 10,
    label: { id: 'Kelompok per pendamping', en: 'Groups per facilitator' },
    help: { id: 'Di atas ini muncul peringatan.', en: 'Above this a warning appears.' },
    source: 'Ternate',
  },
  visitDays: {
    section: 'fieldWork', kind: 'integer', unit: UNITS.days, min: 7, max: 365, value: 30,
    label: { id: 'Kunjungan paling lambat setiap', en: 'A visit at least every' },
    help: { id: 'Kelompok yang lewat dari ini masuk daftar tindak lanjut.', en: 'Groups beyond this come on the list to follow up.' },
    source: 'asumsi (kasus NTT)',
  },
  visitMembersMet: {
    section: 'fieldWork', kind: 'integer', unit: UNITS.persons, min: 0, max: 20, value: 1,
    label: { id: 'Anggota biasa yang ditemui', en: 'Ordinary members met' },
    help: { id: 'Paling sedikit pada tiap kunjungan.', en: 'At least, on each visit.' },
    source: 'kasus NTT',
  },
  maturityMonths: {
    section: 'fieldWork', kind: 'integer', unit: UNITS.months, min: 3, max: 24, value: 12,
    label: { id: 'Penilaian kelas setiap', en: 'Maturity scored every' },
    help: { id: 'Tahunan atau setengah tahunan.', en: 'Yearly or half-yearly.' },
    source: 'B2P3KS',
  },
  maturityGrowing: {
    section: 'fieldWork', kind: 'percent', unit: UNITS.points, min: 1, max: 100, value: 50,
    label: { id: 'Nilai mulai berkembang', en: 'Score from which a group is growing' },
    help: { id: 'Dihitung dari tiga aspek; pejabat yang memutuskan.', en: 'Computed from three aspects; an official decides.' },
    source: 'asumsi',
  },
  maturityIndependent: {
    section: 'fieldWork', kind: 'percent', unit: UNITS.points, min: 1, max: 100, value: 75,
    label: { id: 'Nilai mulai mandiri', en: 'Score from which a group is independent' },
    help: { id: 'Dihitung dari tiga aspek; pejabat yang memutuskan.', en: 'Computed from three aspects; an official decides.' },
    source: 'asumsi',
  },
  referralAnswerDays: {
    section: 'fieldWork', kind: 'integer', unit: UNITS.days, min: 1, max: 90, value: 14,
    label: { id: 'Rujukan OPD dijawab dalam', en: 'Agency referral answered within' },
    help: { id: 'Lewat dari ini rujukan ditandai.', en: 'Beyond this the referral is marked.' },
    source: 'asumsi',
  },
  complaintAnswerDays: {
    section: 'fieldWork', kind: 'integer', unit: UNITS.days, min: 1, max: 90, value: 14,
    label: { id: 'Pengaduan dijawab dalam', en: 'Complaint answered within' },
    help: { id: 'Ditangani orang lain daripada yang diadukan.', en: 'Handled by someone other than the person named.' },
    source: 'asumsi',
  },
  breachNoticeHours: {
    section: 'fieldWork', kind: 'integer', unit: { id: 'jam', en: 'hours' }, min: 1, max: 72, value: 72,
    label: { id: 'Pemberitahuan kebocoran data dalam', en: 'Data breach notice within' },
    help: { id: 'Paling lama 3 x 24 jam menurut undang-undang.', en: 'At most 3 x 24 hours by law.' },
    source: 'UU 27/2022',
  },
});
