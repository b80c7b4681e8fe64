import { expect, test } from '@playwright/test';
import { seriousFaults, signIn } from './steps.ts';

/** Screens that need no record, by the person who uses them. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  operator: ['/', '/kelompok', '/kelompok/baru', '/anggota', '/anggota/duplikat', '/impor', '/bantuan', '/bantuan/program', '/akun'],
  verifikator: ['/', '/bantuan/verifikasi'],
  bendahara: ['/bantuan/penetapan', '/bantuan/pencairan', '/bantuan/lpj', '/bantuan/pembukuan'],
  admin: ['/pengaturan/pengguna', '/pengaturan/wilayah', '/jejak-audit'],
};

test('the sign-in screen works with the keyboard alone and axe finds nothing serious', async ({ page }) => {
  await page.goto('/masuk');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel('Nama pengguna').focus();
  await page.keyboard.type('operator');
  await page.keyboard.press('Tab');
  await page.keyboard.type('salah-sama-sekali');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
});

for (const [username, paths] of Object.entries(SCREENS)) {
  for (const width of [1440, 390]) {
    test(`${username}: every screen at ${width} px shows itself, without a serious fault and without sideways scrolling`, async ({ page }) => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 940 });
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      await signIn(page, username);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.locator('h1').first(), path).toBeVisible();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: test.info().outputPath(`${username}${path.replaceAll('/', '-')}-${width}.png`) });
        expect(await seriousFaults(page), path).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      expect(problems).toEqual([]);
    });
  }
}

test('the dark look has no serious fault either', async ({ page }) => {
  await signIn(page, 'operator');
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  for (const path of ['/', '/kelompok']) {
    await page.goto(path);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await expect(page.locator('h1').first()).toBeVisible();
    expect(await seriousFaults(page), path).toEqual([]);
  }
});

test('what is typed into a field that finds is kept while its code is still on the way', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/kelompok/baru', { waitUntil: 'networkidle' });
  // A slow line: the code of the list comes after the typing.
  await page.route('**/_next/static/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await page.getByLabel('Desa', { exact: true }).pressSequentially('dumpl');
  await expect(page.getByRole('option', { name: /Dumplengan/ }).first()).toBeVisible();
  await expect(page.getByLabel('Desa', { exact: true })).toHaveValue('dumpl');
});
