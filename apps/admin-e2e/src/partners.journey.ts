import { expect, test, type Page } from '@playwright/test';
import { composeNik, type IsoDate } from '@anyam/domain/kernel';
import { ask, seriousFaults, signIn, tell } from './steps.ts';

/** People outside the office who sign in: an officer of a group and a broker, both on a phone. Each finds the own work and nothing else. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const PHONE = { width: 390, height: 844 };
const on = '2020-03-01';
const FIRST_PASSWORD = 'sandi-pertama-2020';
const groups: string[] = [];
let party = '';
let signInOf = { username: '', password: '' };

/** A group of four with its officers, by procedure: how it comes about is another journey's. */
async function makeGroup(page: Page, name: string, first: number): Promise<string> {
  const { id } = await tell<{ id: string }>(page, 'group.create', { key: crypto.randomUUID(), name, villageCode: '35.21.16.2003', business: 'Anyaman tikar', address: 'RT 02 RW 01', phone: null });
  const members: string[] = [];
  for (const [i, person] of ['Murni Astuti', 'Parti Wulandari', 'Giyem Lestari', 'Sumi Handayani'].entries()) {
    const birthDate = `197${i}-06-1${i}` as IsoDate;
    const about = {
      nationalId: composeNik('352116', birthDate, 'P', first + i), familyCardNo: `35211690000${first}${i}`, name: person, birthPlace: 'Ngawi', birthDate, sex: 'P', villageCode: '35.21.16.2003',
      address: 'RT 02 RW 01', phone: null, occupation: 'Pengrajin', married: true,
    };
    members.push((await tell<{ membershipId: string }>(page, 'group.join', { key: crypto.randomUUID(), id, person: about, on })).membershipId);
  }
  const { updatedAt } = await ask<{ updatedAt: Date }>(page, 'group.get', { id });
  await tell(page, 'group.saveTask', {
    task: 'officers', id, seenAt: updatedAt, chair: members[0], secretary: members[1], treasurer: members[2], on, minutes: { heldOn: on, number: null, present: 4, decision: 'Disetujui bersama', fileId: null },
  });
  return id;
}

/** Collects what the server refuses while a partner goes through the own pages. */
function refusals(page: Page): string[] {
  const found: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) found.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
  });
  return found;
}

/** The page is shown, tells of no error and nothing hangs over the edge of the phone. */
async function sound(page: Page, axe = true): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(0);
  if (axe) expect(await seriousFaults(page), page.url()).toEqual([]);
}

test('the operator gives the chair of a group an account on the group’s page, and a broker one', async ({ page }) => {
  await signIn(page, 'operator');
  groups.push(await makeGroup(page, 'KUBE Puspa Rini', 9301), await makeGroup(page, 'KUBE Tetangga Jauh', 9351));
  ({ id: party } = await tell<{ id: string }>(page, 'marketplaceBroker.parties.save', { key: crypto.randomUUID(), id: null, name: 'Bu Karsi', phone: '0812-7777-1234', kinds: ['broker'], coverage: [{ goodsId: null, area: '35.21.16' }] }));
  await tell(page, 'marketplaceBroker.parties.giveAccount', { id: party, name: 'Bu Karsi', username: 'bu.karsi', position: '', password: FIRST_PASSWORD });

  await page.goto(`/kelompok/${groups[0]}`);
  await page.getByRole('tab', { name: /Anggota/ }).click();
  await page.getByRole('button', { name: 'Buat akun Murni Astuti' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Nama pengguna')).toHaveValue(/^murni\.astuti/);
  await dialog.getByRole('button', { name: 'Buat akun' }).click();
  await expect(dialog.getByText('Catat dan serahkan sekarang')).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  const shown = (label: string) => dialog.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').innerText();
  signInOf = { username: await shown('Nama pengguna'), password: await shown('Sandi') };
  expect(signInOf.password).toMatch(/^(\w{4}-){3}\w{4}$/);
  await dialog.getByRole('button', { name: 'Sudah saya serahkan' }).click();
  await expect(page.getByRole('row').filter({ hasText: signInOf.username })).toContainText('belum pernah masuk');
});

test('the chair signs in on a phone, works in the own group and enters no other', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, signInOf.username, signInOf.password);
  const refused = refusals(page);
  await expect(page).toHaveURL(/\/kelompok-saya$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('KUBE Puspa Rini');
  await expect(page.getByRole('link', { name: 'Jadwal rapat belum diatur' })).toBeVisible();
  await sound(page);
  const own = `/kelompok/${groups[0]}`;
  for (const name of ['rapat', 'simpanan', 'buku', 'produksi', 'jual']) {
    await page.goto(`${own}/${name}`);
    await sound(page, name !== 'produksi' && name !== 'jual');
  }
  await page.goto('/akun');
  await sound(page, false);

  // The menu holds the own group's pages and no list of the district.
  await page.goto('/');
  await expect(page).toHaveURL(/\/kelompok-saya$/);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const entries = page.getByRole('dialog').getByRole('link');
  await expect(entries).toHaveText(['Beranda', 'Rapat', 'Produksi', 'Jual', 'Simpanan', 'Buku']);
  await entries.filter({ hasText: 'Rapat' }).click();
  await expect(page).toHaveURL(`${own}/rapat`);
  expect(refused).toEqual([]);

  // The neighbour's pages and the office's are closed, also by address.
  for (const name of ['rapat', 'buku', 'simpanan']) {
    await page.goto(`/kelompok/${groups[1]}/${name}`);
    await expect(page.getByText('Data tidak ditemukan di wilayah tugas Anda').first(), name).toBeVisible();
    await expect(page.getByText('Tetangga Jauh')).toHaveCount(0);
  }
  for (const path of [`/kelompok/${groups[0]}`, '/anggota']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Bukan wewenang Anda' })).toBeVisible();
    await page.getByRole('link', { name: 'Ke Beranda' }).click();
    await expect(page).toHaveURL(/\/kelompok-saya$/);
  }
});

test('the broker signs in on a phone and finds the own deals', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, 'bu.karsi', FIRST_PASSWORD);
  const refused = refusals(page);
  await expect(page).toHaveURL(/\/kerja-sama$/);
  await sound(page);
  await page.getByRole('button', { name: 'Tulis' }).first().click();
  await page.getByRole('dialog').getByLabel('Diantar ke').pressSequentially('Dumplengan');
  await expect(page.getByRole('option', { name: /Dumplengan/ }).first()).toBeVisible();
  expect(refused).toEqual([]);
  await page.goto(`/kelompok/${groups[0]}/jual`);
  await expect(page.getByRole('heading', { name: 'Bukan wewenang Anda' })).toBeVisible();
});

test('when the officers change, the old chair is signed out at once', async ({ page, browser }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, signInOf.username, signInOf.password);
  const office = await (await browser.newContext()).newPage();
  await signIn(office, 'operator');
  const id = groups[0] as string;
  const { updatedAt, memberships } = await ask<{ updatedAt: Date; memberships: { membershipId: string; role: string }[] }>(office, 'group.get', { id });
  const of = (role: string) => memberships.find((m) => m.role === role)?.membershipId;
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' });
  await tell(office, 'group.saveTask', {
    task: 'officers', id, seenAt: updatedAt, chair: of('member'), secretary: of('secretary'), treasurer: of('treasurer'), on: today, minutes: { heldOn: today, number: null, present: 4, decision: 'Ketua diganti', fileId: null },
  });
  await page.reload();
  await expect(page).toHaveURL(/\/masuk/);
  await office.close();
});
