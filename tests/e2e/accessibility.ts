/**
 * What axe-core finds on a page, or on the part of it that `selector` names, as it is now: rule, element, reason. Where rules
 * are named it looks at those alone.
 */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { themes } from '../../src/deck/appearance.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function violations(page: Page, selector = 'html', rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  return page.evaluate(
    async ([selector, options]) => {
      const { run } = (window as unknown as { axe: { run(part: string, options: object): Promise<AxeResults> } }).axe;
      const { violations } = await run(selector, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    [selector, options] as const,
  );
}

/** What axe-core finds of contrast in each of the themes but the light one, which `violations` is about. */
export async function paleWords(page: Page, selector = 'html'): Promise<string[]> {
  const found: string[] = [];
  const was = await page.evaluate(() => document.documentElement.dataset.theme);
  for (const theme of themes) {
    if (theme === 'light') continue;
    await showTheme(page, theme);
    found.push(...(await violations(page, selector, ['color-contrast'])).map((text) => `${theme}: ${text}`));
  }
  await showTheme(page, was);
  return found;
}

/** Shows a theme; undefined is the one of the reader's system. */
export const showTheme = (page: Page, theme: string | undefined): Promise<void> =>
  page.evaluate((theme) => {
    if (theme === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, theme);
