import { expect, test } from '@playwright/test';
import { madeUpRoster } from '@anyam/server-kit/made-up-roster';
import { signIn } from './steps.ts';

test('an operator imports a roster with a broken NIK, mends it in the grid, and finds the groups', async ({ page }) => {
  const sound = madeUpRoster(12, 'Karya Impor', 100);
  const lines = sound.split('\n');
  const third = (lines[3] ?? '').split(';');
  const nik = third[5] ?? '';
  third[5] = nik.slice(0, 15);
  lines[3] = third.join(';');

  await signIn(page, 'operator');
  await page.goto('/impor');
  await page.locator('input[type=file]').first().setInputFiles({ name: 'daftar-uji.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(page).toHaveURL(/\/impor\/[0-9a-f-]{36}/, { timeout: 20_000 });

  await page.goto(`${new URL(page.url()).pathname}?langkah=periksa`);
  const row = page.getByRole('row', { name: 'baris 4', exact: true });
  await expect(row).toContainText('15 angka');
  const cell = row.getByRole('gridcell').filter({ hasText: nik.slice(0, 15) });
  await cell.click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: /NIK/ }).last();
  await field.fill(nik);
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Simpan 120 baris yang baik' })).toBeVisible();

  await page.getByRole('button', { name: 'Simpan 120 baris yang baik' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Simpan/ }).click();
  await expect(page.getByText('Tersimpan').first()).toBeVisible({ timeout: 30_000 });

  await page.goto('/kelompok');
  await expect(page.getByText('Karya Impor A').first()).toBeVisible();
  await page.getByRole('searchbox').or(page.getByPlaceholder('Cari nama kelompok')).first().fill('karya imppor b');
  await expect(page.getByText('Karya Impor B', { exact: false }).first()).toBeVisible();

  await page.goto('/impor');
  await page.locator('input[type=file]').first().setInputFiles({ name: 'daftar-uji-lagi.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(page.getByText(/sudah diimpor/).first()).toBeVisible();
});

test('a facilitator from next door does not see the groups, and the auditor sees them and has no way to write', async ({ page }) => {
  await signIn(page, 'pendamping.geneng');
  await page.goto('/kelompok');
  await expect(page.locator('h1')).toHaveText('Kelompok');
  await expect(page.getByText('Karya Impor A')).toHaveCount(0);

  await signIn(page, 'auditor');
  await page.goto('/kelompok');
  await expect(page.getByText('Karya Impor A').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kelompok baru' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Kelompok baru' })).toHaveCount(0);
  await page.goto('/jejak-audit');
  await expect(page.getByText(/daftar-uji|impor/i).first()).toBeVisible();
});
