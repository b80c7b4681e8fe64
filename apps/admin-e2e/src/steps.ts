import { expect, type Page } from '@playwright/test';
import { wire } from '@anyam/contract-kit/wire';

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

/** A question by procedure instead of by screen, as whoever is signed in. */
export async function ask<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const sent = encodeURIComponent(JSON.stringify(wire.serialize(input)));
  const answer: unknown = await page.evaluate(async ([path, given]) => (await (await fetch(`/trpc/${path}?input=${given}`)).json()).result.data, [procedure, sent] as const);
  return wire.deserialize(answer) as T;
}

/** A step by procedure instead of by screen, as whoever is signed in: the status and what was said. */
export async function send(page: Page, procedure: string, input: unknown): Promise<{ status: number; result: unknown; error: unknown }> {
  const { status, result, error } = await page.evaluate(async ([path, body]) => {
    const answer = await fetch(`/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const said = (await answer.json()) as { result?: { data: string }; error?: string };
    return { status: answer.status, result: said.result?.data, error: said.error };
  }, [procedure, JSON.stringify(wire.serialize(input))] as const);
  return { status, result: result === undefined ? undefined : wire.deserialize(result), error: error === undefined ? undefined : wire.deserialize(error) };
}

/** As `send`; fails when it is refused. */
export async function tell<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const { result, error } = await send(page, procedure, input);
  expect(error, procedure).toBeUndefined();
  return result as T;
}
