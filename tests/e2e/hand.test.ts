/** Talks and figures in the hand: phones and tablets, upright and sideways, under a finger. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoIds } from '../../src/build/demos.ts';
import { talkNames } from '../../src/talk/site.ts';
import { clickAway, slider, time, value, walk } from './figure.ts';
import { drag, smallTargets, smallWords, stageHeights } from './finger.ts';
import { cutOff, laidOut, leastHeight, type Side, standOut } from './layout.ts';
import { demoSlides } from './rehearsal.ts';
import { goForwards, present, slideNow, slidesOf } from './slides-of.ts';
import { phone, phoneSideways, test, type Visit, type Visited, visit } from './visit.ts';

const touch = { hasTouch: true, isMobile: true } as const satisfies Visit;
const devices = [
  ['a phone', phone, 'portrait'],
  ['a phone held sideways', phoneSideways, 'sideways'],
  ['a small phone held sideways', { width: 667, height: 375 }, 'sideways'],
  ['a tablet', { width: 768, height: 1024 }, 'portrait'],
  ['a tablet held sideways', { width: 1024, height: 768 }, 'landscape'],
] as const;
const aside: Side[] = ['left', 'right'];

describe.each(devices)('%s', (_, viewport, shape) => {
  test.for(talkNames())('has room for a finger and for words on every slide of %s', async (talk, { open }) => {
    const page = await open(`${talk}/`, { ...touch, viewport });
    await page.waitForSelector(`.reveal.ready[data-page="${shape}"]`);
    for (const id of slidesOf(talk)) {
      await goForwards(page, id);
      const figures = await page.locator(`${present} live-demo:not([background])`).count();
      await expect.poll(() => page.locator(`${present} .transport`).count()).toBe(figures);
      await laidOut(page);
      expect(await page.evaluate(smallTargets, 'section.present'), id).toEqual([]);
      expect(await page.evaluate(smallWords, present), id).toEqual([]);
      expect(await page.evaluate(standOut, aside), id).toEqual([]);
      for (const height of await stageHeights(page, present)) expect(height, id).toBeGreaterThanOrEqual(leastHeight);
    }
  });
});

test.for(demoIds())('the page of %s has room for a finger and for words on each of them', async (id, { open }) => {
  const page = await open(`demo/${id}/`, touch);
  await page.locator('live-demo .transport').waitFor();
  for (const [name, viewport] of devices) {
    await page.setViewportSize(viewport);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(viewport.width);
    await laidOut(page);
    expect(await page.evaluate(smallTargets, 'body'), name).toEqual([]);
    expect(await page.evaluate(smallWords, 'body'), name).toEqual([]);
    expect(await page.evaluate(cutOff), name).toEqual([]);
    expect(Math.min(...(await stageHeights(page, 'body'))), name).toBeGreaterThanOrEqual(leastHeight);
  }
});

/** Where a finger meets the slider's thumb. */
async function thumb(range: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await range.boundingBox()) as {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  const place = Number(await range.inputValue()) / Number(await range.getAttribute('max'));
  const half = 8;
  return { x: x + half + place * (width - 2 * half), y: y + height / 2 };
}

const scrolled = (page: Page): Promise<number> => page.locator(present).evaluate((slide) => slide.scrollTop);

describe.each([
  ['upright', phone],
  ['sideways', phoneSideways],
] as const)('a finger on a phone held %s', (_, viewport) => {
  const [id, next] = demoSlides as [string, string];
  let visited: Visited;
  let page: Page;
  let range: Locator;
  test.beforeAll(async ({ browser }) => {
    visited = await visit(browser, `rehearsal/#/${id}`, { ...touch, viewport, reducedMotion: 'reduce' });
    page = visited.page;
    const figure = page.locator(`section[id="${id}"] live-demo`);
    await figure.locator('.status', { hasText: /\d/ }).waitFor({ state: 'attached' });
    range = figure.locator('input[type="range"]').first();
  });
  test.afterAll(() => visited.close());
  test.afterEach(() => expect(visited.complaints()).toEqual([]));

  test('that moves a slider moves the slider, and the slide stays', async () => {
    for (const by of [60, -40]) {
      await range.scrollIntoViewIfNeeded();
      const before = Number(await range.inputValue());
      const top = await scrolled(page);
      await drag(page, await thumb(range), { x: by, y: 6 });
      await expect.poll(async () => Math.sign(Number(await range.inputValue()) - before)).toBe(Math.sign(by));
      expect(await slideNow(page)).toBe(id);
      expect(await scrolled(page)).toBe(top);
    }
  });

  test('that begins on a slider and goes up or down scrolls the slide, and the number stays', async () => {
    await range.scrollIntoViewIfNeeded();
    const before = await value(range);
    const top = await scrolled(page);
    await drag(page, await thumb(range), { x: 3, y: top > 0 ? 90 : -90 });
    await expect.poll(() => scrolled(page)).not.toBe(top);
    expect(await value(range)).toBe(before);
    expect(await slideNow(page)).toBe(id);
  });

  test('that wipes over a chart goes to the next slide, and back', async () => {
    await page.locator(present).evaluate((slide) => slide.scrollTo(0, 0));
    const at = { x: viewport.width / 3, y: viewport.height / 2 };
    await drag(page, at, { x: -120, y: 10 });
    await expect.poll(() => slideNow(page)).toBe(next);
    await drag(page, at, { x: 120, y: -10 });
    await expect.poll(() => slideNow(page)).toBe(id);
  });

  test('that goes up over a chart scrolls the slide', async () => {
    await page.locator(present).evaluate((slide) => slide.scrollTo(0, 0));
    await drag(page, { x: viewport.width / 3, y: (3 * viewport.height) / 4 }, { x: 10, y: -90 });
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
    expect(await slideNow(page)).toBe(id);
  });
});

test('a phone that is turned and turned back keeps the numbers, the state and every node', async ({ open }) => {
  const page = await open('rehearsal/#/waiting', { ...touch, viewport: phone });
  const figure = page.locator(`${present} live-demo`);
  await walk(figure, 3);
  await clickAway(slider(figure, 'drift'));
  const state = async () => [await time(figure), await value(slider(figure, 'drift')), await slideNow(page)];
  const before = await state();
  const nodes = await page.evaluateHandle(() => [...document.querySelectorAll('.slides, .slides *:not(.plot *)')]);
  for (const [, viewport, shape] of [...devices, ...devices.toReversed()]) {
    await page.setViewportSize(viewport);
    await page.waitForSelector(`.reveal[data-page="${shape}"]`);
    await laidOut(page);
    expect(await state()).toEqual(before);
    expect(await nodes.evaluate((all) => all.filter((node) => !node.isConnected).length)).toBe(0);
  }
});
