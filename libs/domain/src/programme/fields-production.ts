import { fields, UNITS } from './field.ts';

/** Production, sales and livestock: rules 40-43. */
export const productionFields = fields({
  buyerSharePercent: {
    section: 'production', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 70,
    label: { id: 'Bagian satu pembeli', en: 'Share of one buyer' },
    help: { id: 'Di atas ini kelompok bergantung pada satu pembeli.', en: 'Above this the group depends on one buyer.' },
    source: 'asumsi',
  },
  priceBelowMedianPercent: {
    section: 'production', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 15,
    label: { id: 'Harga di bawah median sekitar', en: 'Price below the median nearby' },
    help: { id: 'Selisih yang memunculkan peringatan.', en: 'Difference that raises a warning.' },
    source: 'asumsi',
  },
  materialPriceAbovePercent: {
    section: 'production', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 15,
    label: { id: 'Harga bahan di atas median sekitar', en: 'Material price above the median nearby' },
    help: { id: 'Selisih yang memunculkan peringatan.', en: 'Difference that raises a warning.' },
    source: 'asumsi',
  },
  holdingMonths: {
    section: 'production', kind: 'integer', unit: UNITS.months, min: 0, max: 60, value: 12,
    label: { id: 'Ternak bantuan tidak dijual selama', en: 'Aid livestock not sold for' },
    help: { id: 'Bulan sejak serah terima.', en: 'Months since handover.' },
    source: 'asumsi (kasus Jombang)',
  },
  soldTooEarly: {
    section: 'production', kind: 'severity', value: 'warn',
    label: { id: 'Ternak bantuan dijual lebih awal', en: 'Aid livestock sold too early' },
    help: { id: 'Tolak atau ingatkan.', en: 'Refuse or warn.' },
    source: 'asumsi',
  },
  deathReportDays: {
    section: 'production', kind: 'integer', unit: UNITS.days, min: 1, max: 60, value: 7,
    label: { id: 'Kematian ternak dilaporkan dalam', en: 'Death of livestock reported within' },
    help: { id: 'Dengan foto atau saksi.', en: 'With a photo or witnesses.' },
    source: 'asumsi',
  },
  deathWitnesses: {
    section: 'production', kind: 'integer', unit: UNITS.persons, min: 1, max: 5, value: 2,
    label: { id: 'Saksi kematian tanpa foto', en: 'Witnesses of a death without photo' },
    help: { id: 'Saksi bukan pemelihara ternak itu.', en: 'A witness is not the keeper.' },
    source: 'asumsi',
  },
  stockCountMonths: {
    section: 'production', kind: 'integer', unit: UNITS.months, min: 1, max: 12, value: 3,
    label: { id: 'Hitung ternak setiap', en: 'Livestock counted every' },
    help: { id: 'Ditandatangani pendamping dan satu OPD lain.', en: 'Signed by the facilitator and one other agency.' },
    source: 'kasus Jombang',
  },
});
