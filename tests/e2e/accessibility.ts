/** What axe-core finds on a page, or on the part of it that `selector` names, as it is now: rule, element, reason. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function violations(page: Page, selector = 'html'): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async (selector) => {
    const { run } = (window as unknown as { axe: { run(part: string, options: object): Promise<AxeResults> } }).axe;
    const { violations } = await run(selector, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, selector);
}
