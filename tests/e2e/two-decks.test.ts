/** Two decks on one page, as in a page of lecture notes: they share the page and nothing else. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, clickAway, slider, started, time, value } from './figure.ts';
import { askedNext, record } from './requests.ts';
import { type Open, test } from './visit.ts';

/** The page of the talk with its deck twice, each in a box. */
const twice = (html: string) =>
  html.replace(/<div class="reveal"[\s\S]*<\/div>(?=\s*<\/body>)/, (deck) => {
    const box = 'width: 640px; height: 360px; position: relative; margin: 8px';
    return [deck, deck].map((one) => `<div style="${box}">${one}</div>`).join('\n');
  });

const deckOf = (page: Page, k: number): Locator => page.locator('.reveal').nth(k);
const figureOf = (page: Page, k: number): Locator => deckOf(page, k).locator('section.present live-demo');
const slideOf = (page: Page, k: number) => deckOf(page, k).locator('section.present').getAttribute('id');

async function openTwo(open: Open): Promise<Page> {
  const page = await open('rehearsal/', { before: record, rewrite: twice });
  await expect.poll(() => page.locator('.reveal.ready').count()).toBe(2);
  return page;
}

/** Clicks beside everything: from now on the keys are for that deck. */
const touch = (page: Page, k: number) => deckOf(page, k).click({ position: { x: 5, y: 350 } });

async function goTo(page: Page, k: number, slide: string): Promise<void> {
  await touch(page, k);
  for (let press = 0; press < 20 && (await slideOf(page, k)) !== slide; press++) await page.keyboard.press('PageDown');
  expect(await slideOf(page, k)).toBe(slide);
}

test('keys go to the one that was touched last', async ({ open }) => {
  const page = await openTwo(open);
  expect([await slideOf(page, 0), await slideOf(page, 1)]).toEqual(['words', 'words']);
  await goTo(page, 0, 'waiting');
  expect(await slideOf(page, 1)).toBe('words');
  await goTo(page, 1, 'line');
  expect(await slideOf(page, 0)).toBe('waiting');
  for (const key of ['ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
  await expect.poll(() => slideOf(page, 1)).toBe('words');
  expect(await slideOf(page, 0)).toBe('waiting');
});

test('figures of one are not those of the other, and only those on their slides compute', async ({ open }) => {
  const page = await openTwo(open);
  await goTo(page, 0, 'line');
  await goTo(page, 1, 'line');
  for (const k of [0, 1]) await started(figureOf(page, k));
  const computing = async () => new Set((await askedNext(page)).map(({ worker }) => worker)).size;
  await expect.poll(computing).toBe(2);

  const [first, second] = [figureOf(page, 0), figureOf(page, 1)];
  await clickAway(slider(second, 'drift'));
  expect(await value(slider(first, 'drift'))).toBe('1');
  await page.keyboard.press('m');
  await expect.poll(() => button(second, 'Play').count()).toBe(1);
  expect(await button(first, 'Pause').count()).toBe(1);
  const rested = await time(second);
  await touch(page, 0);
  await page.keyboard.press('m');
  await expect.poll(() => button(first, 'Play').count()).toBe(1);
  expect(await time(second)).toBe(rested);

  await button(first, 'Play').click();
  await goTo(page, 1, 'waiting');
  await expect.poll(computing).toBe(1);
  await touch(page, 1);
  await page.keyboard.press('b');
  await expect.poll(() => deckOf(page, 1).evaluate((deck) => deck.classList.contains('paused'))).toBe(true);
  expect(await deckOf(page, 0).evaluate((deck) => deck.classList.contains('paused'))).toBe(false);
  await expect.poll(computing).toBe(1);
});
