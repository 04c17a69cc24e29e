/** Slides of 4:3, on projectors of their own shape, on wider ones, on a phone and on paper. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { narrowSlides } from './four-to-three.ts';
import { laidOut, printed, type Side, standOut } from './layout.ts';
import { phone, screen, test } from './visit.ts';

const present = 'section.present:not(.stack)';
const windows = [
  [{ width: 1024, height: 768 }, ['left', 'right', 'top', 'bottom']],
  [screen, ['left', 'right', 'top', 'bottom']],
  [phone, ['left', 'right']],
] as const satisfies [object, Side[]][];

/** Every slide of the talk, one after another, when its figure stands. */
async function visitSlides(page: Page, look: (id: string) => Promise<void>): Promise<void> {
  for (const id of narrowSlides) {
    await page.evaluate((id) => {
      location.hash = `#/${id}`;
    }, id);
    await page.waitForSelector(`${present}[id="${id}"] .transport`);
    await laidOut(page);
    await look(id);
  }
}

describe.each(windows)('slides of 4:3 in a window of %o', (viewport, sides) => {
  test('hold their words and figures, with all controls', async ({ open }) => {
    const page = await open('four-to-three/', { viewport });
    await page.waitForSelector('.reveal.ready[data-page]');
    await visitSlides(page, async (id) => {
      expect(await page.locator(`${present} live-demo .failure`).allTextContents(), id).toEqual(['']);
      expect(await page.evaluate(standOut, sides), id).toEqual([]);
      const controls = page.locator(`${present} live-demo :is(.control-strip button, input)`);
      expect(await controls.count(), id).toBeGreaterThan(4);
      for (const control of await controls.all()) expect(await control.isVisible(), id).toBe(true);
      const plots = await page
        .locator(`${present} .panel:not(:has(> .read-out))`)
        .evaluateAll((all) => all.map((panel) => [panel.clientWidth, panel.clientHeight]));
      const strip = page.locator(`${present} .control-strip`);
      const { top } = await strip.evaluate((root) => root.getBoundingClientRect());
      const bottoms = await page
        .locator(`${present} .panel`)
        .evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect().bottom));
      expect(Math.max(...bottoms), id).toBeLessThanOrEqual(top);
      expect(plots.length, id).toBeGreaterThan(0);
      for (const [width = 0, height = 0] of plots) expect([width >= 150, height >= 120], id).toEqual([true, true]);
    });
  });
});

test('pages of 4:3 are 960 x 720', async ({ open }) => {
  const page = await open('four-to-three/?view=print');
  await printed(page);
  const sizes = await page
    .locator('.pdf-page')
    .evaluateAll((all) => all.map((one) => [one.clientWidth, one.clientHeight + (one.clientHeight % 2)]));
  expect(new Set(sizes.map(String))).toEqual(new Set(['960,720']));
  expect(sizes).toHaveLength(narrowSlides.length);
});
