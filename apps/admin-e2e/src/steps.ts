import { expect, type Page } from '@playwright/test';

export const PASSWORD = process.env['TRAINING_PASSWORD'] ?? 'latihan-anyam-2020';

/** Signs in by the form, as a person does, after leaving whoever was signed in. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page).not.toHaveURL(/masuk/);
}

export interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly string[];
}

/** What axe finds serious or critical on the page as it stands. */
export async function seriousFaults(page: Page): Promise<Violation[]> {
  await page.addScriptTag({ path: new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url).pathname });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string; target: string[] }[] }[] }> };
    };
    const { violations } = await axe.run({ exclude: [['[data-base-ui-focus-guard]']] }, { resultTypes: ['violations'] });
    return violations
      .filter((found) => found.impact === 'serious' || found.impact === 'critical')
      .map((found) => ({ id: found.id, impact: found.impact, nodes: found.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`) }));
  });
}
