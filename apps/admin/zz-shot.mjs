// scratch
import { chromium as pw } from 'playwright-core';
import chromium from '@sparticuz/chromium';
import { gzipSync } from 'node:zlib';
const base = 'http://127.0.0.1:4555';
const jobs = JSON.parse(process.argv[2]);
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args.filter((a) => a !== '--single-process' && a !== '--no-zygote'), '--no-sandbox', '--disable-gpu', '--headless'], headless: true });
for (const j of jobs) {
  const ctx = await browser.newContext({ viewport: j.phone ? { width: 390, height: 844 } : { width: 1440, height: 940 }, hasTouch: !!j.phone, isMobile: !!j.phone, reducedMotion: 'reduce' });
  await ctx.addCookies([{ name: 'tema', value: j.dark ? 'dark' : 'light', url: base }, ...(j.out ? [] : [{ name: 'sesi', value: '1', url: base }])]);
  const page = await ctx.newPage();
  let js = 0, css = 0, fonts = 0; const names = [];
  page.on('response', async (r) => { const u = r.url(); try { if (/\.js(\?|$)/.test(u)) { const b = await r.body(); const z = gzipSync(b, { level: 9 }).length; js += z; names.push(z + ' ' + u.split('/').pop()); } else if (/\.css/.test(u)) css += gzipSync(await r.body()).length; else if (/woff2/.test(u)) fonts += (await r.body()).length; } catch {} });
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log('   console', m.type(), m.text().slice(0, 300)));
  page.on('pageerror', (e) => console.log('   pageerror', e.message.slice(0, 400)));
  await page.goto(base + j.path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(400);
  const first = { js, css, fonts };
  for (const s of j.steps ?? []) { if (s.click) await page.click(s.click, { force: true, timeout: 5000 }); if (s.key) await page.keyboard.press(s.key); if (s.type) await page.keyboard.type(s.type); if (s.fill) await page.fill(s.fill[0], s.fill[1]); if (s.hover) await page.hover(s.hover); if (s.eval) console.log('   eval', await page.evaluate(s.eval)); await page.waitForTimeout(s.wait ?? 350); }
  if (j.axe) { await page.addScriptTag({ path: '/work/main/node_modules/axe-core/axe.min.js' }); const v = await page.evaluate(async () => (await axe.run({ exclude: ["[data-base-ui-focus-guard]"] })).violations.map((x) => x.id + ' [' + x.impact + '] ' + x.nodes.slice(0, 4).map((n) => n.html.slice(0, 140) + ' :: ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '').slice(0, 160)).join(' | '))); console.log('   axe', j.path, v.length ? v.join('\n      ') : 'clean'); }
  if (j.shot) await page.screenshot({ path: `/tmp/shots/${j.shot}.png`, fullPage: !!j.full });
  console.log(j.path, j.phone ? 'phone' : '', JSON.stringify(first), j.names ? names.join('\n  ') : '');
  await ctx.close();
}
await browser.close();
