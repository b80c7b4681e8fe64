import type { Field } from './fields.ts';

/**
 * Names of columns as offices write them. Compared as sets of words after abbreviations are written out (see
 * `header-words.ts`), so "Tgl. Lahir", "Lahir Tgl" and "TANGGAL LAHIR" are one entry.
 */
export const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  sequence: ['nomor', 'nomor urut', 'urut', 'nomor anggota', 'nomor urut anggota', 'nomor urut kelompok', 'nomor kelompok', '#', 'id', 'index'],
  groupName: ['nama kube', 'kube', 'nama kelompok', 'kelompok', 'nama kelompok usaha bersama', 'kelompok usaha bersama', 'nama kelompok kube', 'kelompok kube', 'nama usaha bersama', 'nama poktan', 'group', 'group name', 'kube name', 'nama grup', 'kelompok penerima', 'nama lembaga'],
  groupVillage: ['desa kube', 'desa kelompok', 'lokasi kube', 'lokasi kelompok', 'alamat kube', 'alamat kelompok', 'desa kelurahan kube', 'domisili kube', 'domisili kelompok', 'kelurahan kube', 'kedudukan kube', 'tempat kedudukan kube'],
  business: ['jenis usaha', 'usaha', 'jenis usaha kube', 'jenis kegiatan', 'kegiatan usaha', 'bidang usaha', 'jenis uep', 'uep', 'usaha ekonomi produktif', 'jenis kube', 'komoditas', 'jenis bantuan', 'usaha kelompok', 'business', 'rencana usaha', 'jenis usaha kelompok', 'usaha yang dikembangkan', 'sektor usaha'],
  account: ['nomor rekening', 'rekening', 'nomor rekening kube', 'nomor rekening kelompok', 'rekening kelompok', 'rekening kube', 'nomor rekening bank', 'rekening bank', 'account', 'account number', 'nomor buku rekening', 'nomor tabungan', 'nomor rekening tabungan', 'nomor rekening bank jatim'],
  bank: ['bank', 'nama bank', 'bank penyalur', 'cabang bank', 'bank cabang', 'nama bank rekening', 'jenis bank'],
  accountHolder: ['atas nama', 'atas nama rekening', 'nama rekening', 'nama pemilik rekening', 'pemilik rekening', 'rekening atas nama', 'nama pada rekening', 'nama di rekening', 'nama dalam rekening', 'nama pada buku tabungan', 'nama rekening kube', 'nama rekening kelompok', 'nama nasabah'],
  facilitator: ['pendamping', 'nama pendamping', 'pendamping sosial', 'pendamping kube', 'tksk', 'fasilitator', 'nama fasilitator', 'petugas pendamping'],
  name: ['nama', 'nama anggota', 'nama lengkap', 'nama penerima', 'nama kpm', 'nama peserta', 'nama pengurus anggota', 'nama anggota kube', 'nama anggota kelompok', 'nama calon penerima', 'nama krt', 'nama kepala keluarga', 'nama penerima manfaat', 'nama warga', 'nama individu', 'nama art', 'name', 'full name', 'member name', 'nama penduduk', 'nama orang', 'nama pengurus', 'anggota', 'nama ktp', 'penerima manfaat', 'nama pm'],
  nik: ['nik', 'nomor nik', 'nomor induk kependudukan', 'nomor ktp', 'ktp', 'nomor identitas', 'nomor induk', 'nik ktp', 'nomor e ktp', 'nomor ktp nik', 'nik anggota', 'nik penerima', 'nomor kartu tanda penduduk', 'nomor pokok kependudukan', 'nomor kependudukan', 'id card', 'national id', 'identitas ktp', 'nik kpm', 'nomor ktp el', 'nomor induk kependudukan nik', 'nomor kartu identitas', 'nomor id'],
  kk: ['kk', 'nomor kk', 'nkk', 'nokk', 'nomor kartu keluarga', 'kartu keluarga', 'nomor nkk', 'nomor kk anggota', 'nomor kartu keluarga kk', 'nomor induk keluarga', 'family card', 'nomor keluarga', 'idkk', 'id kk', 'nomor induk kartu keluarga', 'nomor kepala keluarga'],
  sex: ['jenis kelamin', 'kelamin', 'l p', 'p l', 'jk', 'jenkel', 'jns kelamin', 'sex', 'gender', 'jenis kelamin l p', 'laki laki perempuan', 'lk pr', 'pria wanita', 'l w', 'j k', 'kelamin l p', 'jenis klamin'],
  markMale: ['l', 'laki laki', 'lk', 'pria', 'jenis kelamin l', 'jenis kelamin laki laki', 'l p l', 'jenis kelamin lk'],
  markFemale: ['p', 'perempuan', 'pr', 'wanita', 'w', 'jenis kelamin p', 'jenis kelamin perempuan', 'l p p', 'jenis kelamin pr'],
  birthPlace: ['tempat lahir', 'lahir tempat', 'kota lahir', 'kota kelahiran', 'tempat kelahiran', 'birth place', 'place of birth', 'kabupaten lahir'],
  birthDate: ['tanggal lahir', 'tempat tanggal lahir', 'ttl', 'tempat dan tanggal lahir', 'tanggal bulan tahun lahir', 'tanggal kelahiran', 'lahir', 'birth date', 'date of birth', 'dob', 'tempat tanggal bulan tahun lahir', 'kelahiran', 'tempat tanggal bln thn lahir', 'tanggal bulan dan tahun lahir', 'kelahiran tanggal', 'tempat tanggal'],
  age: ['umur', 'usia', 'age', 'umur tahun', 'usia tahun', 'umur thn'],
  address: ['alamat', 'alamat lengkap', 'alamat rumah', 'tempat tinggal', 'alamat anggota', 'alamat domisili', 'domisili', 'alamat ktp', 'alamat jalan', 'alamat rt rw', 'address', 'alamat tinggal', 'alamat tempat tinggal', 'alamat penerima', 'alamat rt rw desa', 'alamat rt rw dusun', 'jalan', 'alamat asal', 'rt rw', 'rtrw'],
  hamlet: ['dusun', 'dukuh', 'dsn', 'lingkungan', 'dusun lingkungan', 'kampung', 'nama dusun', 'dukuhan', 'dusun dukuh'],
  rt: ['rt', 'nomor rt', 'rukun tetangga', 'alamat rt'],
  rw: ['rw', 'nomor rw', 'rukun warga', 'alamat rw'],
  village: ['desa', 'kelurahan', 'desa kelurahan', 'kelurahan desa', 'nama desa', 'nama kelurahan', 'desa domisili', 'nama desa kelurahan', 'village', 'desa tempat tinggal', 'alamat desa kelurahan', 'alamat desa', 'nmkel', 'nagari', 'gampong', 'pekon', 'kampung desa', 'lokasi desa', 'nama deskel', 'deskel', 'lokasi'],
  villageCode: ['kode desa', 'kode kelurahan', 'kode desa kelurahan', 'kode wilayah', 'village code', 'kdkel', 'kddesa', 'kode kemendagri', 'kode wilayah desa', 'kode area', 'kode kel'],
  district: ['kecamatan', 'nama kecamatan', 'alamat kecamatan', 'district', 'distrik', 'nmkec', 'kecamatan domisili'],
  regency: ['kabupaten', 'kabupaten kota', 'kota', 'nama kabupaten', 'kota kabupaten', 'regency', 'nmkab', 'kab kota'],
  occupation: ['pekerjaan', 'jenis pekerjaan', 'mata pencaharian', 'pekerjaan utama', 'profesi', 'occupation', 'job', 'kerja', 'pekerjaan pokok', 'pekerjaan ktp', 'status pekerjaan'],
  role: ['jabatan', 'kedudukan', 'jabatan kelompok', 'jabatan dalam kelompok', 'jabatan kube', 'kedudukan dalam kelompok', 'kedudukan kelompok', 'posisi', 'peran', 'status keanggotaan', 'status anggota', 'pengurus anggota', 'keanggotaan', 'status dalam kelompok', 'jabatan dalam kube', 'role', 'position', 'jbt', 'tugas', 'struktur', 'susunan pengurus', 'status pengurus', 'status kepengurusan', 'kepengurusan', 'status dalam kube', 'kedudukan dalam kube', 'pengurus'],
  markChair: ['ketua', 'ketua kelompok', 'ketua kube', 'nama ketua', 'nama ketua kelompok', 'nama ketua kube', 'jabatan ketua', 'chair', 'pengurus ketua'],
  markSecretary: ['sekretaris', 'nama sekretaris', 'sekretaris kelompok', 'sekretaris kube', 'jabatan sekretaris', 'sekertaris', 'pengurus sekretaris'],
  markTreasurer: ['bendahara', 'nama bendahara', 'bendahara kelompok', 'bendahara kube', 'jabatan bendahara', 'bendahara anggota', 'pengurus bendahara'],
  phone: ['nomor hp', 'hp', 'nomor telepon', 'telepon', 'nomor wa', 'whatsapp', 'nomor handphone', 'kontak', 'nomor kontak', 'phone', 'nomor hp wa', 'nomor telepon hp', 'handphone', 'wa', 'contact person', 'nomor whatsapp', 'nomor seluler'],
  marital: ['status kawin', 'status perkawinan', 'perkawinan', 'status nikah', 'kawin', 'status pernikahan', 'marital status', 'stt kawin', 'kawin belum kawin'],
  decile: ['desil', 'desil dtsen', 'desil kesejahteraan', 'peringkat kesejahteraan', 'decile', 'desil dtks', 'kelompok desil', 'desil nasional', 'peringkat desil', 'status kesejahteraan', 'tingkat kesejahteraan'],
  status: ['status', 'status data', 'status kependudukan', 'keterangan status', 'status dtks', 'status dtsen', 'kondisi', 'status aktif', 'status kpm', 'status penduduk', 'status keaktifan', 'status art', 'status individu', 'keberadaan', 'status keberadaan', 'hasil verval', 'keterangan meninggal pindah'],
  year: ['tahun', 'tahun anggaran', 'tahun bantuan', 'tahun terima', 'tahun penerimaan', 'ta', 'year', 'tahun menerima', 'thn', 'periode', 'tahun realisasi', 'tanggal terima', 'tahun penyaluran'],
  programme: ['program', 'nama program', 'jenis bantuan', 'bantuan', 'nama bantuan', 'programme', 'jenis program', 'program bantuan', 'bantuan sosial', 'jenis bansos', 'bansos', 'kegiatan', 'jenis bantuan sosial'],
  amount: ['nilai', 'jumlah', 'nominal', 'nilai bantuan', 'jumlah bantuan', 'besaran', 'besar bantuan', 'jumlah uang', 'amount', 'rupiah', 'rp', 'jumlah rp', 'nilai rp', 'besaran bantuan', 'nominal bantuan', 'jumlah diterima'],
  note: ['keterangan', 'ket', 'catatan', 'note', 'remarks', 'lain lain', 'keterangan lain', 'tanda tangan', 'ttd', 'paraf'],
};

/** Under one of these in the upper of two header rows, a plain "Nama" or "Desa" means the group's, or the person's. */
export const SCOPE_WORDS = {
  member: ['anggota', 'pengurus', 'identitas anggota', 'data anggota', 'penerima', 'kpm', 'identitas', 'susunan', 'data pribadi', 'biodata', 'data diri', 'personil', 'peserta', 'penerima manfaat', 'member'],
  group: ['kube', 'kelompok', 'usaha bersama', 'identitas kelompok', 'data kelompok', 'group', 'data kube', 'identitas kube', 'profil kube', 'profil kelompok', 'kelompok usaha bersama'],
  account: ['rekening', 'bank', 'rekening bank', 'data rekening', 'perbankan', 'rekening kelompok', 'rekening kube', 'buku tabungan'],
} as const;

/** What a plain child name means under a scope word; other names keep their own meaning. */
export const SCOPED: Readonly<Record<keyof typeof SCOPE_WORDS, Readonly<Record<string, Field>>>> = {
  group: { nama: 'groupName', desa: 'groupVillage', kelurahan: 'groupVillage', 'desa kelurahan': 'groupVillage', alamat: 'groupVillage', lokasi: 'groupVillage', nomor: 'sequence', usaha: 'business', jenis: 'business', rekening: 'account' },
  member: { nama: 'name', alamat: 'address', nomor: 'sequence', desa: 'village', kelurahan: 'village', 'desa kelurahan': 'village' },
  account: { nomor: 'account', 'atas nama': 'accountHolder', nama: 'accountHolder', bank: 'bank', 'nama bank': 'bank', cabang: 'bank', pemilik: 'accountHolder' },
};
