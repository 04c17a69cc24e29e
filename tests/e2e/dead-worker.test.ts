/** A worker that dies in mid-run, as one does to which the system denies memory: nothing is heard of it any more. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { failure } from './box.ts';
import { button, picture, started } from './figure.ts';
import { keep, ring } from './kept.ts';
import { test } from './visit.ts';

const figureOf = (page: Page): Locator => page.locator('section.present live-demo');
const silent = 'the worker has not answered for 20 s. A line that rises evenly.';

test('a worker that died is said to be silent, the deck goes on, and Play begins anew with another', async ({
  open,
}) => {
  const page = await open('rehearsal/#/line', { before: keep });
  await started(figureOf(page));
  await page.evaluate(() => window.workers[0]?.terminate());
  await expect
    .poll(async () => {
      await page.evaluate(ring);
      return figureOf(page).locator('.failure').allTextContents();
    })
    .toEqual([silent]);
  expect(await picture(figureOf(page))).toMatch(/\d/);
  expect(page.workers()).toEqual([]);

  await page.keyboard.press('PageUp');
  await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe('words');
  await page.keyboard.press('PageDown');
  await failure(figureOf(page)).toEqual([silent]);
  await button(figureOf(page), 'Play').click();
  await failure(figureOf(page)).toEqual(['']);
  await started(figureOf(page));
  expect(await page.evaluate(() => window.workers.length)).toBe(2);
});
