/** Figures in which one presses: the place becomes numbers of the figure, and its runs begin anew with them. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoIds } from '../../src/build/demos.ts';
import { laidOut } from './layout.ts';
import { asked, record } from './requests.ts';
import { phone, screen, test } from './visit.ts';

/** Parts of the width and the height of the area. */
const places = [
  [0.7, 0.6],
  [0.4, 0.3],
] as const;

const centre = async (mark: Locator): Promise<readonly [number, number]> => {
  const { x, y, width, height } = (await mark.boundingBox()) as { x: number; y: number; width: number; height: number };
  return [x + width / 2, y + height / 2];
};

/** Presses there; resolves when the ring is there, or in that column where it is moved to the sides alone. */
async function press(page: Page, figure: Locator, [across, down]: readonly [number, number], hand: 'mouse' | 'finger') {
  const box = await figure.locator('.plot-pick').boundingBox();
  if (!box) throw new Error('expected an area to press');
  const place = [box.x + across * box.width, box.y + down * box.height] as const;
  if (hand === 'mouse') await page.mouse.click(...place);
  else await page.touchscreen.tap(...place);
  const isAcross = (await figure.locator('.plot-pick.across').count()) > 0;
  // numbers are rounded to five digits of the way between their ends
  await expect
    .poll(async () => {
      const [x, y] = await centre(figure.locator('.plot-ring'));
      return Math.hypot(x - place[0], isAcross ? 0 : y - place[1]);
    })
    .toBeLessThan(4);
}

for (const [hand, viewport] of [
  ['mouse', screen],
  ['finger', phone],
] as const) {
  test(`with a ${hand} the ring comes to where it is pressed, and the runs begin there`, async ({ open }) => {
    let pressed = 0;
    for (const id of demoIds()) {
      const page = await open(`demo/${id}/`, { viewport, before: record, hasTouch: hand === 'finger' });
      const figure = page.locator('live-demo');
      await expect.poll(() => figure.locator('.status').textContent()).toMatch(/\d/);
      if ((await figure.locator('.plot-pick').count()) > 0) {
        ++pressed;
        await laidOut(page);
        await figure.locator('.plot-pick').scrollIntoViewIfNeeded();
        for (const place of places) {
          const { length } = await asked(page);
          await press(page, figure, place, hand);
          await expect
            .poll(async () => (await asked(page)).slice(length).some(({ type, params }) => type === 'open' || params))
            .toBe(true);
        }
      }
      await page.close();
    }
    expect(pressed).toBeGreaterThan(0);
  });
}
