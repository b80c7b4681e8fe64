import { expect, test } from '@playwright/test';
import { totp } from '@anyam/server-kit/totp';
import { PASSWORD, signIn } from './steps.ts';

test('a leader adds a code from the phone, signs in with it, and switches it off again', async ({ page }) => {
  await signIn(page, 'pimpinan');
  await page.goto('/akun');
  await page.getByRole('button', { name: 'Aktifkan', exact: true }).click();
  await page.getByLabel('Sandi Anda').fill(PASSWORD);
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
  const secret = (await page.locator('code.num').first().innerText()).replace(/\s/g, '');
  await page.getByLabel('Kode 6 angka').fill(totp(secret));
  await page.getByRole('button', { name: 'Periksa dan aktifkan' }).click();
  await expect(page.getByText('Verifikasi dua langkah aktif.')).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill('pimpinan');
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page).toHaveURL(/masuk\/kode/);
  await page.getByRole('textbox').fill('000000');
  await page.getByRole('textbox').press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByRole('textbox').fill(totp(secret));
  await page.getByRole('textbox').press('Enter');
  await expect(page).not.toHaveURL(/masuk/);

  await page.goto('/akun');
  await page.getByRole('button', { name: 'Matikan', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Kata sandi Anda').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Matikan', exact: true }).click();
  await expect(page.getByText('Belum aktif')).toBeVisible();
});

test('who guesses a password must wait, and is told how long', async ({ page }) => {
  await page.goto('/masuk');
  for (let i = 0; i < 6; i += 1) {
    await page.getByLabel('Nama pengguna').fill('pendamping.geneng.tiruan');
    await page.getByLabel('Kata sandi', { exact: true }).fill(`tebakan-${i}`);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: i < 5 ? 'salah' : /Coba lagi dalam \d+ detik/ })).toBeVisible();
  }
});
