/** A size that does not fit in memory: the figure names it, and runs again when it fits. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { failure, showsStill } from './box.ts';
import { slider, started } from './figure.ts';
import { test } from './visit.ts';

const tooLarge =
  'large-table: cannot start with size=32: out of memory (unreachable). A line that rises while the table fits.';
const figureOf = (page: Page): Locator => page.locator('section.present live-demo');
const reached = (page: Page, slide: string) =>
  expect.poll(() => page.locator('section.present').getAttribute('id')).toBe(slide);

async function goesOn(page: Page): Promise<void> {
  await page.keyboard.press('PageUp');
  await reached(page, 'breaking');
  await page.keyboard.press('PageDown');
  await reached(page, 'table');
}

/** Moves the slider of the size with the keys. */
async function resize(page: Page, key: 'Home' | 'End'): Promise<void> {
  await slider(figureOf(page), 'size').focus();
  await page.keyboard.press(key);
}

describe('a size that does not fit in memory', () => {
  test('is named, the last picture stays, and the number put back the figure runs again', async ({ open }) => {
    const page = await open('rehearsal/#/table');
    await started(figureOf(page));
    await resize(page, 'End');
    await failure(figureOf(page)).toEqual([tooLarge]);
    expect(await figureOf(page).locator('.plot-simulation').isVisible()).toBe(true);
    await goesOn(page);
    await failure(figureOf(page)).toEqual([tooLarge]);
    await resize(page, 'Home');
    await failure(figureOf(page)).toEqual(['']);
    await started(figureOf(page));
  });

  test('from the start leaves its place to the still, until the number is put back', async ({ open }) => {
    const page = await open('rehearsal/#/table', { rewrite: (html) => html.replace('size=1', 'size=32') });
    await showsStill(figureOf(page), tooLarge);
    await goesOn(page);
    await showsStill(figureOf(page), tooLarge);
    await resize(page, 'Home');
    await started(figureOf(page));
    await expect.poll(() => figureOf(page).locator(':scope > .still').isVisible()).toBe(false);
  });
});
