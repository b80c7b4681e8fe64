/** A sound roster as CSV: `groups` groups of ten families in Dumplengan. Every name and number is made up; another `first` gives other people. */
export function madeUpRoster(groups: number, name = 'Karya Uji', first = 0): string {
  const lines = ['Nama KUBE;Desa;Jenis Usaha;No Rekening;Nama;NIK;No KK;Tanggal Lahir;L/P;Jabatan;Pekerjaan;Alamat'];
  const roles = ['Ketua', 'Sekretaris', 'Bendahara'];
  for (let g = first; g < first + groups; g += 1) {
    for (let i = 0; i < 10; i += 1) {
      const n = g * 10 + i;
      const day = String(1 + (n % 28)).padStart(2, '0');
      const month = String(1 + (Math.floor(n / 28) % 12)).padStart(2, '0');
      const year = 1970 + (Math.floor(n / 336) % 25);
      const serial = String(1 + Math.floor(n / 8_400)).padStart(4, '0');
      lines.push(
        [
          `${name} ${letters(g - first)}`, 'Dumplengan', 'Anyaman tikar', `880${String(g).padStart(7, '0')}`, `Warga ${letters(n)}`,
          `352116${day}${month}${String(year).slice(2)}${serial}`, `352116${String(n + 1).padStart(10, '0')}`, `${day}-${month}-${year}`, 'L',
          roles[i] ?? 'Anggota', 'Petani', `RT ${1 + (g % 9)} RW 01`,
        ].join(';'),
      );
    }
  }
  return lines.join('\n');
}

/** 0 is "A", 26 is "BA": names without figures, since people's names have none. */
function letters(n: number): string {
  const rest = String.fromCharCode(65 + (n % 26));
  return n < 26 ? rest : letters(Math.floor(n / 26)) + rest.toLowerCase();
}

/** The extract of the social register in which everybody of that roster stands, as CSV. */
export function registerOf(roster: string): string {
  const rows = roster.split('\n').slice(1).map((line) => line.split(';'));
  return ['NIK;No KK;Nama;Desa;Desil;Status', ...rows.map(([, village, , , name, nik, card]) => [nik, card, name, village, '2', 'aktif'].join(';'))].join('\n');
}
