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
  normStrayPercent: {
    section: 'production', kind: 'percent', unit: UNITS.percent, min: 0, max: 100, value: 15,
    label: { id: 'Pemakaian bahan menyimpang dari takaran', en: 'Use of material off the norm' },
    help: { id: 'Di atas selisih ini, lebih atau kurang, muncul peringatan.', en: 'A larger difference, more or less, raises a warning.' },
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
  matchWeights: {
    section: 'production', kind: 'percents', min: 4, max: 4, value: [30, 30, 20, 20],
    label: { id: 'Bobot kecocokan penawaran', en: 'Weights of a match' },
    help: { id: 'Berurutan: mutu, jumlah, jarak, tanggal.', en: 'In order: grade, quantity, distance, date.' },
    source: 'asumsi',
  },
  matchDistanceKm: {
    section: 'production', kind: 'integer', unit: { id: 'km', en: 'km' }, min: 1, max: 1000, value: 50,
    label: { id: 'Jarak tanpa nilai kecocokan', en: 'Distance without points' },
    help: { id: 'Mulai jarak ini nilai jarak nol.', en: 'From this distance on it earns no points.' },
    source: 'asumsi',
  },
  matchStepKm: {
    section: 'production', kind: 'integer', unit: { id: 'km', en: 'km' }, min: 1, max: 200, value: 8,
    label: { id: 'Perkiraan jarak antardesa satu kecamatan', en: 'Guessed distance of villages in a kecamatan' },
    help: { id: 'Dipakai bila titik desa belum ada; satu kabupaten dihitung tiga kalinya.', en: 'Used where villages have no coordinates; within a kabupaten three times as far.' },
    source: 'asumsi',
  },
  matchLateDays: {
    section: 'production', kind: 'integer', unit: UNITS.days, min: 1, max: 365, value: 30,
    label: { id: 'Keterlambatan tanpa nilai kecocokan', en: 'Lateness without points' },
    help: { id: 'Mulai selisih hari ini nilai tanggal nol.', en: 'From so many days late the date earns no points.' },
    source: 'asumsi',
  },
  priceMedianDeals: {
    section: 'production', kind: 'integer', unit: { id: 'penjualan', en: 'deals' }, min: 2, max: 100, value: 5,
    label: { id: 'Median harga mulai dari', en: 'Price median from' },
    help: { id: 'Lebih sedikit dari ini harga tidak dibandingkan.', en: 'With fewer deals no price is compared.' },
    source: 'asumsi',
  },
  buyerLateDays: {
    section: 'production', kind: 'integer', unit: UNITS.days, min: 0, max: 365, value: 7,
    label: { id: 'Pembeli disebut terlambat setelah', en: 'A buyer is late after' },
    help: { id: 'Hari setelah jatuh tempo pembayaran.', en: 'Days after the payment was due.' },
    source: 'asumsi',
  },
  fairnessMonths: {
    section: 'production', kind: 'integer', unit: UNITS.months, min: 1, max: 60, value: 12,
    label: { id: 'Ketergantungan dihitung dari', en: 'Dependence is judged over' },
    help: { id: 'Penjualan, bahan, dan panjar dalam bulan-bulan terakhir ini.', en: 'Sales, material and advances of these last months.' },
    source: 'asumsi',
  },
  debtTrapPercent: {
    section: 'production', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 50,
    label: { id: 'Bagian yang menandai jerat utang', en: 'Share that marks a debt trap' },
    help: { id: 'Satu mitra di atas bagian ini pada bahan, uang muka, dan penjualan sekaligus.', en: 'One party above this share of material, advances and sales at once.' },
    source: 'asumsi',
  },
});
