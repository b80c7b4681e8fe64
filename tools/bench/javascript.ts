/** Gzipped JavaScript and fonts that a browser fetches for the first look at each kind of page, against the budgets of the console. */
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import packed from '@sparticuz/chromium';

export interface PageSize {
  readonly page: string;
  readonly path: string;
  readonly jsKb: number;
  readonly budgetKb: number;
  readonly toBudget: number;
  readonly chunks: number;
  readonly fontKb: number;
  readonly cssKb: number;
  /** Without the chunks of the screen itself: what every page of the console loads. */
  readonly shellKb?: number;
}
interface Wanted {
  readonly page: string;
  readonly path: string;
  readonly budgetKb: number;
}

const kb = (bytes: number): number => Math.round(bytes / 102.4) / 10;

async function look(browser: Browser, base: string, cookie: string | null, wanted: Wanted): Promise<PageSize> {
  const context = await browser.newContext({ locale: 'id-ID' });
  if (cookie) {
    await context.addCookies(cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: base })));
  }
  const page = await context.newPage();
  const sizes = new Map<string, number>();
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const url = response.url().split('?')[0] ?? '';
    if (!/\.(js|css|woff2)$/.test(url) || sizes.has(url)) return;
    sizes.set(url, 0);
    // A font is packed already; the rest is counted as gzip whatever the server chose.
    reading.push(response.body().then((body) => void sizes.set(url, url.endsWith('.woff2') ? body.length : gzipSync(body).length), () => undefined));
  });
  await page.goto(base + wanted.path, { waitUntil: 'networkidle' });
  const html = cookie ? await (await context.request.get(base + wanted.path)).text() : '';
  await Promise.all(reading);
  await context.close();
  const sum = (keep: (url: string) => boolean) => [...sizes].reduce((total, [url, size]) => (keep(url) ? total + size : total), 0);
  const js = sum((url) => url.endsWith('.js'));
  return {
    ...wanted, jsKb: kb(js), toBudget: Number((js / 1024 / wanted.budgetKb).toFixed(2)), chunks: [...sizes.keys()].filter((url) => url.endsWith('.js')).length,
    fontKb: kb(sum((url) => url.endsWith('.woff2'))), cssKb: kb(sum((url) => url.endsWith('.css'))),
    ...(cookie ? { shellKb: kb(sum((url) => url.endsWith('.js') && html.includes(url.slice(base.length)))) } : {}),
  };
}

/** `ids` name a group, a member and a programme that the signed-in person sees. */
export async function benchJavascript(base: string, cookie: string, ids: { group: string; person: string; programme: string }): Promise<PageSize[]> {
  const pages: readonly Wanted[] = [
    { page: 'home', path: '/', budgetKb: 170 },
    { page: 'list', path: '/kelompok', budgetKb: 190 },
    { page: 'list', path: '/anggota', budgetKb: 190 },
    { page: 'list', path: '/bantuan', budgetKb: 190 },
    { page: 'detail', path: `/kelompok/${ids.group}`, budgetKb: 180 },
    { page: 'detail', path: `/anggota/${ids.person}`, budgetKb: 180 },
    { page: 'form', path: '/kelompok/baru', budgetKb: 200 },
    { page: 'form', path: `/kelompok/${ids.group}/tugas/identity`, budgetKb: 200 },
    { page: 'form', path: `/kelompok/${ids.group}/tugas/officers`, budgetKb: 200 },
    { page: 'form', path: `/bantuan/program/${ids.programme}`, budgetKb: 200 },
    { page: 'import', path: '/impor', budgetKb: 190 },
  ];
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await packed.executablePath());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  try {
    const found = [await look(browser, base, null, { page: 'sign-in', path: '/masuk', budgetKb: 130 })];
    for (const wanted of pages) found.push(await look(browser, base, cookie, wanted));
    return found;
  } finally {
    await browser.close();
  }
}
