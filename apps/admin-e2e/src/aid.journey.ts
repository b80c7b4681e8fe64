import { expect, test, type Page } from '@playwright/test';
import { madeUpRoster, registerOf } from '@anyam/server-kit/made-up-roster';
import { ask, PASSWORD, send, signIn, tell } from './steps.ts';

/** The whole way of the money: from the office's spreadsheet to aid accounted for, through the hands of six people. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const GROUPS = 40;
const roster = madeUpRoster(GROUPS);
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`) });
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const dialogOf = (page: Page) => page.getByRole('dialog');
const fileOf = (page: Page) => dialogOf(page).locator('input[type=file]:not([capture])');
let batch = '';
let report = '';

test('an operator mends a faulty roster and forms forty groups', async ({ page }) => {
  const lines = roster.split('\n').map((line) => line.split(';'));
  const sound = lines.map((line) => line.join(';'));
  const nik = lines[7]?.[5] ?? '';
  (lines[7] as string[])[5] = nik.slice(0, 15);
  const village = lines[25] as string[];
  village[1] = 'Dumplengun Lor Wetan';

  await signIn(page, 'operator');
  await page.goto('/impor');
  const drops = page.locator('input[type=file]');
  await page.getByLabel('Periode').first().fill('2020-01');
  await drops.nth(1).setInputFiles(csv('dtks-2020-01.csv', registerOf(sound.join('\n'))));
  await expect(page.getByText('400 baris untuk periode 2020-01 tersimpan.')).toBeVisible();
  await drops.nth(0).setInputFiles(csv('kube-dumplengan.csv', lines.map((line) => line.join(';')).join('\n')));
  await expect(page).toHaveURL(/\/impor\/[0-9a-f-]{36}/, { timeout: 20_000 });

  await page.goto(`${new URL(page.url()).pathname}?langkah=periksa`);
  await mend(page, 8, nik.slice(0, 15), nik, /NIK/);
  await mend(page, 26, 'Dumplengun Lor Wetan', 'Dumplengan', /Desa/);
  await page.getByRole('button', { name: 'Simpan 400 baris yang baik' }).click();
  await dialogOf(page).getByRole('button', { name: /^Simpan/ }).click();
  await expect(page.getByText('Tersimpan').first()).toBeVisible({ timeout: 60_000 });

  await page.goto('/kelompok?cari=Karya%20Uji');
  await selectAll(page);
  await page.getByRole('button', { name: 'Nyatakan terbentuk' }).click();
  for (const [i, name] of ['rekap-berita-acara.pdf', 'daftar-hadir.pdf'].entries()) {
    await fileOf(page).nth(i).setInputFiles(pdf(name));
    await expect(page.getByText(`${name} terunggah.`)).toBeVisible();
  }
  await dialogOf(page).getByRole('button', { name: 'Periksa dulu' }).click();
  await dialogOf(page).getByRole('button', { name: `Nyatakan ${GROUPS} kelompok terbentuk` }).click();
  await finished(page);
});

test('forty proposals are made, completed and handed in, and verified by somebody else', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/bantuan?baru=ya');
  await page.getByLabel('Pilih semua yang tampil').check();
  await page.getByRole('button', { name: 'Periksa dulu' }).click();
  await page.getByRole('button', { name: `Buat ${GROUPS} usulan` }).click();
  await finished(page);

  await page.goto('/bantuan?cari=KUBE%20Karya%20Uji%20A');
  await page.getByRole('link', { name: 'KUBE Karya Uji A', exact: true }).click();
  const plan = [['Mesin anyam', '10', 'unit', '1500000'], ['Pandan kering', '500', 'ikat', '10000']];
  for (const [i, [what = '', quantity = '', unit = '', price = '']] of plan.entries()) {
    await page.getByRole('button', { name: 'Tambah baris' }).click();
    await page.getByLabel(`Uraian, baris ${i + 1}`).fill(what);
    await page.getByLabel(`Banyaknya, baris ${i + 1}`).fill(quantity);
    await page.getByLabel(`Satuan, baris ${i + 1}`).fill(unit);
    await page.getByLabel(`Harga satuan (Rp), baris ${i + 1}`).fill(price);
  }
  await page.getByRole('button', { name: 'Simpan RAB' }).click();
  await expect(page.getByText('RAB tersimpan.')).toBeVisible();

  await page.goto('/bantuan');
  await selectAll(page);
  await page.getByRole('button', { name: 'Lengkapi' }).click();
  await dialogOf(page).getByLabel('Ambil RAB dari').fill('Karya Uji A');
  await page.getByRole('option', { name: /Karya Uji A/ }).first().click();
  await dialogOf(page).getByRole('button', { name: `Simpan ke ${GROUPS - 1} usulan` }).click();
  await finished(page, GROUPS - 1);
  await samePaper(page, 'proposal', 'proposal-desa.pdf');
  await together(page, 'Ajukan');

  await signIn(page, 'verifikator');
  await together(page, 'Mulai verifikasi administrasi');
  await together(page, 'Berkas lengkap');
  await page.goto('/bantuan?cari=KUBE%20Karya%20Uji%20A');
  await page.getByRole('link', { name: 'KUBE Karya Uji A', exact: true }).click();
  await page.getByRole('tab', { name: /Pemeriksaan/ }).click();
  await page.getByRole('button', { name: 'Catat kunjungan' }).click();
  await dialogOf(page).getByLabel('Hasil').selectOption('yes');
  await dialogOf(page).getByLabel(/Anggota biasa/).fill('4');
  await dialogOf(page).getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Kunjungan tersimpan.')).toBeVisible();
  // The other thirty-nine are the same dialog again; they go by the same procedure, in this person's session.
  const found = await ask<{ rows: { id: string }[] }>(page, 'disbursement.proposals.list', { page: 1, pageSize: 100 });
  const on = await page.evaluate(() => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' }));
  for (const { id } of found.rows) await tell(page, 'disbursement.proposals.recordVisit', { id, key: crypto.randomUUID(), on, suitable: true, ordinaryMembersMet: 3 });
  await together(page, 'Luluskan');
});

test('the head decrees with the password, within the ceiling, and the list is frozen', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/bantuan/penetapan');
  await page.getByRole('button', { name: 'Susun konsep SK' }).click();
  await dialogOf(page).getByRole('button', { name: 'Pilih semua' }).click();
  await dialogOf(page).getByRole('button', { name: 'Susun konsep SK' }).click();
  await expect(page).toHaveURL(/penetapan\/[0-9a-f-]{36}/);
  const decree = new URL(page.url()).pathname;

  await signIn(page, 'kepala');
  await page.goto(decree);
  await page.getByRole('button', { name: 'Terbitkan SK' }).click();
  await dialogOf(page).getByLabel('Nomor SK').fill('188/45/404.101/2020');
  await dialogOf(page).getByLabel('Kata sandi Anda').fill('bukan-sandi-saya');
  await dialogOf(page).getByRole('button', { name: 'Terbitkan SK' }).click();
  await expect(dialogOf(page).getByText(/Kata sandi belum benar/)).toBeVisible();
  await password(page);
  await dialogOf(page).getByRole('button', { name: 'Terbitkan SK' }).click();
  await closed(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('188/45/404.101/2020');

  await signIn(page, 'operator');
  await samePaper(page, 'regentDecree', 'sk-bupati.pdf');
  await samePaper(page, 'integrityPact', 'pakta-integritas.pdf');
  await page.goto('/bantuan');
  await selectAll(page);
  await page.getByRole('button', { name: 'Lengkapi' }).click();
  await dialogOf(page).getByLabel('Yang dilengkapi').selectOption('training');
  await dialogOf(page).getByRole('button', { name: `Simpan ke ${GROUPS} usulan` }).click();
  await finished(page);
  await together(page, 'Nyatakan siap cair');
});

test('a batch goes from operator to bank; one transfer comes back and is an open case', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/bantuan/pencairan');
  await page.getByRole('button', { name: 'Buat batch' }).click();
  await dialogOf(page).getByLabel('Nama batch').fill('Tahap I Dumplengan');
  await dialogOf(page).getByRole('button', { name: 'Pilih semua' }).click();
  await dialogOf(page).getByRole('button', { name: 'Buat batch' }).click();
  await expect(page).toHaveURL(/pencairan\/[0-9a-f-]{36}/);
  batch = new URL(page.url()).pathname;
  await step(page, 'Kunci');
  await as(page, 'kabid', batch, 'Setujui', () => password(page));
  await as(page, 'kepala', batch, 'Sahkan', () => password(page));
  await as(page, 'bendahara', batch, 'Catat SPP-LS', () => dialogOf(page).getByLabel('Nomor surat').fill('SPP/01/2020'));
  await step(page, 'Catat SPM', () => dialogOf(page).getByLabel('Nomor surat').fill('SPM/01/2020'));
  await step(page, 'Catat SP2D', async () => {
    await dialogOf(page).getByLabel('Nomor surat').fill('SP2D/01/2020');
    await fileOf(page).setInputFiles(pdf('sp2d.pdf'));
    await expect(dialogOf(page).getByText('sp2d.pdf terunggah.')).toBeVisible();
  });
  await expect(page.getByRole('button', { name: 'Kirim daftar ke bank', exact: true })).toBeVisible({ timeout: 30_000 });
  await step(page, 'Kirim daftar ke bank', () => password(page));

  await signIn(page, 'operator');
  await page.goto(batch);
  const { lines } = await ask<{ lines: { reference: string; accountName: string; groupName: string }[] }>(page, 'disbursement.batches.detail', { id: batch.split('/').pop() });
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Jakarta' }));
  const row = (line: (typeof lines)[number], words: string) => `${today},${line.reference},${line.accountName},"20.000.000",${words}`;
  const returned = lines.findIndex((line) => line.groupName === 'KUBE Karya Uji B');
  const statement = ['Bank Jatim Cabang Ngawi', '', 'Tanggal,Referensi,Nama Penerima,Nominal,Keterangan',
    ...lines.flatMap((line, i) => [row(line, 'TRANSFER BANTUAN'), ...(i === returned ? [row(line, 'RETUR rekening tidak aktif')] : [])]), '', 'Total,,,,'];
  await page.getByRole('tab', { name: /Rekening koran/ }).click();
  await page.locator('input[type=file]:not([capture])').setInputFiles(csv('rekening-koran.csv', statement.join('\n')));
  await expect(page.getByText(`${GROUPS + 1} baris terbaca`)).toBeVisible();
  await page.getByRole('button', { name: 'Cocokkan sekarang' }).click();
  await expect(page.getByText(`${GROUPS - 1} terbayar, 1 diretur`)).toBeVisible();
  await step(page, 'Nyatakan cocok');
  await page.getByRole('tab', { name: /Selisih/ }).click();
  await page.getByRole('button', { name: 'Selesaikan selisih KUBE Karya Uji B' }).or(page.getByRole('button', { name: /Selesaikan selisih/ })).first().click();
  await dialogOf(page).locator('textarea').fill('Nomor rekening salah ketik; dibetulkan dan direncanakan ulang.');
  await dialogOf(page).getByRole('button', { name: 'Selesaikan selisih' }).click();
  await closed(page);
  await as(page, 'kabid', batch, 'Tutup batch');
});

test('two members say that the money came, the report is written, confirmed, reviewed and accepted', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto(batch);
  await page.getByRole('link', { name: 'KUBE Karya Uji A', exact: true }).click();
  for (const n of [1, 2]) {
    await step(page, 'Catat pernyataan', async () => void (await dialogOf(page).getByLabel(/Anggota/).selectOption({ index: 1 })));
    await expect(page.getByText(`${n} dari 2 pernyataan`)).toBeVisible();
  }
  await step(page, 'Mulai pemakaian');
  await page.getByRole('link', { name: 'Buka LPJ' }).click();
  await expect(page).toHaveURL(/lpj\/[0-9a-f-]{36}/);
  report = new URL(page.url()).pathname;
  await step(page, 'Buat LPJ');
  for (const [line = '', goods = '', payee = '', amount = ''] of [['Mesin anyam', 'Mesin anyam 10 unit', 'Toko Jaya Ngawi', '15000000'], ['Pandan kering', 'Pandan 480 ikat', 'Pak Karto', '4800000']]) {
    await page.getByRole('button', { name: 'Tambah belanja' }).click();
    await dialogOf(page).getByLabel('Baris RAB').selectOption({ label: line });
    await dialogOf(page).getByLabel('Barang atau jasa').fill(goods);
    await dialogOf(page).getByLabel('Penerima uang').fill(payee);
    await dialogOf(page).getByLabel('Jumlah').fill(amount);
    await fileOf(page).setInputFiles(pdf(`kuitansi ${line}.pdf`));
    await expect(dialogOf(page).getByText(`kuitansi ${line}.pdf`).first()).toBeVisible();
    await dialogOf(page).getByRole('button', { name: 'Masukkan ke LPJ' }).click();
    await closed(page);
  }
  await page.getByLabel('Sisa di rekening').fill('200000');
  await page.getByRole('button', { name: 'Simpan LPJ' }).click();
  await expect(page.getByText('Perubahan LPJ belum disimpan.')).toHaveCount(0);
  for (const officer of ['Ketua', 'Bendahara']) {
    await step(page, 'Catat pernyataan', async () => {
      const names = await dialogOf(page).getByLabel('Pengurus').locator('option').allTextContents();
      await dialogOf(page).getByLabel('Pengurus').selectOption(names.find((name) => name.includes(officer)) ?? '');
    });
  }
  await step(page, 'Ajukan LPJ');
  await as(page, 'verifikator', report, 'Periksa');
  await as(page, 'kabid', report, 'Terima LPJ', () => password(page));
  await expect(page.getByText('Diterima', { exact: true }).first()).toBeVisible();
});

test('the ledger balances, and the auditor sees everything and can change nothing', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/bantuan/pembukuan');
  await expect(page.getByText('Buku besar utuh dan seimbang.')).toBeVisible();
  await expect(page.getByText('Seimbang: jumlah saldo sama dengan pagu.')).toBeVisible();
  for (const amount of ['20.000.000', '760.200.000', '19.800.000', '800.000.000']) await expect(page.getByText(amount, { exact: true }).first()).toBeVisible();
  for (const path of [batch, report, '/bantuan', '/bantuan/penetapan']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const verb of ['Setujui', 'Terima LPJ', 'Usulan baru', 'Susun konsep SK', 'Tambah belanja', 'Pilih tindakan']) await expect(page.getByRole('button', { name: verb, exact: true, disabled: false })).toHaveCount(0);
  }
  const giveBack = { id: report.split('/').pop(), key: crypto.randomUUID(), action: 'giveBack', expectedState: 'diterima', note: 'coba-coba' };
  expect((await send(page, 'disbursement.lpj.act', giveBack)).status).toBe(403);
  await page.goto('/jejak-audit');
  await expect(page.getByText(/LPJ|lpj/).first()).toBeVisible();
});

async function mend(page: Page, row: number, before: string, after: string, label: RegExp): Promise<void> {
  await page.getByRole('row', { name: `baris ${row}`, exact: true }).locator('td[data-at]').filter({ hasText: before }).click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: label }).or(page.getByRole('combobox', { name: label })).last();
  await field.fill(after);
  await field.press('Enter');
  await expect(page.locator('td.fault-block').filter({ hasText: before })).toHaveCount(0);
}

async function selectAll(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /semua/i }).first().click();
  await page.getByRole('button', { name: /Pilih semua/ }).first().click();
  await expect(page.getByText(`${GROUPS} dipilih`)).toBeVisible();
}

/** The table of results says how many went, then it is closed. */
async function finished(page: Page, n = GROUPS): Promise<void> {
  await expect(page.getByText(`${n} berhasil, 0 tidak dijalankan.`)).toBeVisible({ timeout: 60_000 });
  await dialogOf(page).getByRole('button', { name: 'Tutup', exact: true }).last().click();
  await closed(page);
}
const closed = (page: Page) => expect(dialogOf(page)).toHaveCount(0, { timeout: 60_000 });
const password = (page: Page) => dialogOf(page).getByLabel('Kata sandi Anda').fill(PASSWORD);

async function samePaper(page: Page, kind: string, name: string): Promise<void> {
  await page.goto('/bantuan');
  await selectAll(page);
  await page.getByRole('button', { name: 'Lengkapi' }).click();
  await dialogOf(page).getByLabel('Yang dilengkapi').selectOption('paper');
  await dialogOf(page).getByLabel('Jenis berkas').selectOption(kind);
  await fileOf(page).setInputFiles(pdf(name));
  await expect(dialogOf(page).getByText(`${name} terunggah.`)).toBeVisible();
  await dialogOf(page).getByRole('button', { name: `Simpan ke ${GROUPS} usulan` }).click();
  await finished(page);
}

async function together(page: Page, action: string): Promise<void> {
  await page.goto('/bantuan');
  await selectAll(page);
  await page.getByRole('button', { name: 'Pilih tindakan' }).click();
  await dialogOf(page).getByLabel('Tindakan').selectOption({ label: action });
  await dialogOf(page).getByRole('button', { name: 'Periksa dulu' }).click();
  await dialogOf(page).getByRole('button', { name: `Jalankan untuk ${GROUPS} usulan` }).click();
  await finished(page);
}

/** One step of a flow: its button, what the dialog asks, the same words again. */
async function step(page: Page, action: string, fill?: () => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  await fill?.();
  await dialogOf(page).getByRole('button', { name: action, exact: true }).click();
  await closed(page);
}

async function as(page: Page, who: string, path: string, action: string, fill?: () => Promise<unknown>): Promise<void> {
  await signIn(page, who);
  await page.goto(path);
  await step(page, action, fill);
}

