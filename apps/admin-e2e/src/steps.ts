import { expect, type Page } from '@playwright/test';
import { groupRouter } from '@anyam/group/contract';

export const PASSWORD = process.env['TRAINING_PASSWORD'] ?? 'latihan-anyam-2020';

/** Signs in by the form, as a person does, after leaving whoever was signed in. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
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

/** What the client itself speaks over the wire. */
const { transformer } = groupRouter._def._config;

/** A question by procedure instead of by screen, as whoever is signed in. */
export async function ask<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const sent = encodeURIComponent(JSON.stringify(transformer.input.serialize(input)));
  const answer: unknown = await page.evaluate(async ([path, given]) => (await (await fetch(`/trpc/${path}?input=${given}`)).json()).result.data, [procedure, sent] as const);
  return transformer.output.deserialize(answer) as T;
}

/** A step by procedure instead of by screen, as whoever is signed in; fails when it is refused. */
export async function tell<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const body = JSON.stringify(transformer.input.serialize(input));
  const answer = await page.evaluate(
    async ([path, given]) => (await fetch(`/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: given })).json(), [procedure, body] as const);
  expect(answer.error?.message, procedure).toBeUndefined();
  return transformer.output.deserialize(answer.result.data) as T;
}
