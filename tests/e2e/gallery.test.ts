/** The gallery: the way to every talk and every figure. */
import { expect, inject } from 'vitest';
import { paleWords, violations } from './accessibility.ts';
import { cutOff } from './layout.ts';
import { phone, test } from './visit.ts';

test('leads to pages that exist, and axe finds nothing on it', async ({ open }) => {
  const page = await open('');
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) {
    expect(link).toMatch(new RegExp(`^${inject('site')}.*/$`));
    expect((await page.request.get(link)).status()).toBe(200);
  }
  expect(await violations(page)).toEqual([]);
  expect(await paleWords(page)).toEqual([]);
});

test('fits on a phone', async ({ open }) => {
  const page = await open('', { viewport: phone });
  expect(await page.evaluate(cutOff)).toEqual([]);
  expect(await violations(page)).toEqual([]);
});
