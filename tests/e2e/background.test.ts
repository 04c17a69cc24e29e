/** A figure behind the words of a slide: it is seen, moves, and is in nobody's way. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { talkNames } from '../../src/talk/site.ts';
import { slidesOf } from './slides-of.ts';
import { test } from './visit.ts';

const talk = talkNames()[0] as string;
const background = (page: Page) => page.locator('section.present live-demo[background]');
const seed = (page: Page) => background(page).evaluate((figure) => (figure as HTMLElement).dataset.set);
/** The tick of the figure on the first slide, whether it is shown or not. */
const tick = (page: Page): Promise<number> =>
  page.evaluate(
    () => (document.querySelector('live-demo[background]') as HTMLElement & { figure: { tick: number } }).figure.tick,
  );

describe('behind the title', () => {
  test('it plays while its slide is shown, and only then', async ({ open }) => {
    const page = await open(`${talk}/`);
    await expect.poll(() => tick(page)).toBeGreaterThan(5);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe(slidesOf(talk)[1]);
    await expect.poll(() => page.locator('section.present live-demo.playing').count()).toBe(1);
    const before = await tick(page);
    await page.waitForTimeout(500);
    // an answer that was out when the slide went
    expect(await tick(page)).toBeLessThanOrEqual(before + 1);
  });

  test('it fills the window, faint, and takes neither clicks nor keys nor the ear', async ({ open }) => {
    const page = await open(`${talk}/`, { viewport: { width: 1280, height: 800 } });
    await expect.poll(() => tick(page)).toBeGreaterThan(0);
    const box = await background(page).boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
    const style = await background(page).evaluate((figure) => {
      const { opacity, pointerEvents } = getComputedStyle(figure);
      return { opacity: Number(opacity), pointerEvents };
    });
    expect(style.pointerEvents).toBe('none');
    expect(style.opacity).toBeLessThan(0.5);
    const isHit = await page.evaluate(() =>
      [
        [5, 5],
        [640, 400],
        [1270, 790],
      ].some(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('live-demo') !== null),
    );
    expect(isHit).toBe(false);
    expect(await background(page).locator('a, button, input, select, [tabindex]').count()).toBe(0);
    expect(await page.getByRole('group').count()).toBe(0);
  });

  test('it is another one each time the talk is opened, and the same on every print', async ({ open }) => {
    const page = await open(`${talk}/`);
    await expect.poll(() => seed(page)).toMatch(/^seed=\d+$/);
    const first = await seed(page);
    await page.reload();
    await expect.poll(() => seed(page)).toMatch(/^seed=\d+$/);
    expect(await seed(page)).not.toBe(first);
    const print = await open(`${talk}/?view=print`);
    const printed = print.locator('.pdf-page live-demo[background]').first();
    await expect.poll(() => printed.getAttribute('data-set')).toBe('seed=1');
  });

  test('it is a still where motion is not wanted', async ({ open }) => {
    const page = await open(`${talk}/`, { reducedMotion: 'reduce' });
    await expect.poll(() => tick(page)).toBeGreaterThan(0);
    const before = await tick(page);
    await page.waitForTimeout(500);
    expect(await tick(page)).toBe(before);
  });
});
