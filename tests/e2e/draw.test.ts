/** Pictures on which one draws: what is drawn is seen at once, belongs to the figure's history, and leaves the page alone. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoIds } from '../../src/build/demos.ts';
import type { LiveDemo } from '../../src/demo/live-demo.ts';
import { pause, started } from './figure.ts';
import { drag } from './finger.ts';
import { phone, screen, test } from './visit.ts';

const figureOf = (page: Page): Locator => page.locator('main > live-demo');
const slateOf = (page: Page): Locator => figureOf(page).locator('.plot-slate');

/** The picture as it is painted. */
const painted = (page: Page): Promise<string> =>
  slateOf(page)
    .locator('canvas')
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** A line from left to right through the picture. */
async function draw(page: Page, hand: 'mouse' | 'finger'): Promise<void> {
  const box = (await slateOf(page).boundingBox()) as { x: number; y: number; width: number; height: number };
  const from = { x: box.x + 0.1 * box.width, y: box.y + 0.6 * box.height };
  const by = { x: 0.8 * box.width, y: -0.2 * box.height };
  if (hand === 'finger') return drag(page, from, by);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 12 });
  await page.mouse.up();
}

for (const [hand, viewport] of [
  ['mouse', screen],
  ['finger', phone],
] as const) {
  test(`with a ${hand} a line is drawn, and a link shows the same`, async ({ open }) => {
    let drawn = 0;
    for (const id of demoIds()) {
      const page = await open(`demo/${id}/`, { viewport, hasTouch: hand === 'finger' });
      const figure = figureOf(page);
      await expect.poll(() => figure.locator('.status').textContent()).toMatch(/\d/);
      if ((await slateOf(page).count()) > 0) {
        ++drawn;
        await started(figure);
        await pause(figure);
        await slateOf(page).scrollIntoViewIfNeeded();
        const before = [await painted(page), await page.evaluate(() => scrollY), page.url()];
        await draw(page, hand);
        await expect.poll(() => painted(page)).not.toBe(before[0]);
        expect([await page.evaluate(() => scrollY), page.url()]).toEqual(before.slice(1));

        const other = await open(await figure.evaluate((demo) => (demo as LiveDemo).link().href), { viewport });
        await expect.poll(async () => (await painted(other)) === (await painted(page))).toBe(true);
        await other.close();
      }
      await page.close();
    }
    expect(drawn).toBeGreaterThan(0);
  });
}
