/** The printed talk: one page for each slide, or for each state of a slide, with its figures in it. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { talkNames } from '../../src/talk/site.ts';
import { picture, slider, value } from './figure.ts';
import { printed } from './layout.ts';
import { type Open, test } from './visit.ts';

async function openPrint(open: Open, talk: string, query = ''): Promise<Page> {
  const page = await open(`${talk}/?view=print${query}`);
  await printed(page);
  return page;
}

/** Pages of the PDF that the browser makes of the page. */
async function pagesOfPdf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe.each([...talkNames(), 'rehearsal'])('%s', (talk) => {
  test('is a page for each slide when the show itself is printed, with words where a figure has not run', async ({
    open,
  }) => {
    const page = await open(`${talk}/`);
    await page.waitForSelector('.reveal.ready');
    const slides = await page.locator('section[id]').count();
    expect(await pagesOfPdf(page)).toBe(slides);
    await page.emulateMedia({ media: 'print' });
    const { width, height } = (await page
      .locator('.reveal')
      .evaluate((reveal) => ({ ...reveal.dataset }))) as DOMStringMap;
    const boxes = await page.locator('section[id]').evaluateAll((all) =>
      all.map((slide) => {
        const { left, width, height } = slide.getBoundingClientRect();
        return { left, width, height: height + 1 };
      }),
    );
    for (const box of boxes) expect(box).toEqual({ left: 0, width: Number(width), height: Number(height) });
    for (const figure of await page.locator('live-demo:not([background]):has(.status:empty) .stage').all()) {
      const words = await figure.evaluate((stage) => getComputedStyle(stage, '::before').content);
      expect(words).toContain(await figure.getAttribute('aria-label'));
      expect(await figure.locator('.panel').first().isVisible()).toBe(false);
    }
  });

  test('has one page for each slide, with every figure painted', async ({ open }) => {
    const page = await openPrint(open, talk);
    const pages = page.locator('.pdf-page');
    const ids = await pages.locator('section[id]').evaluateAll((all) => all.map((slide) => slide.id));
    const slides = new Set(ids).size;
    expect(slides).toBeGreaterThan(0);
    expect(await pages.count()).toBe(slides);
    for (const figure of await page.locator('live-demo').all()) {
      expect(await figure.locator('.status').textContent()).toMatch(/\d/);
      if ((await figure.getAttribute('background')) === null) expect(await picture(figure)).toMatch(/\d/);
    }
    expect(await page.locator('live-demo .failure:not(:empty)').count()).toBe(talk === 'rehearsal' ? 1 : 0);
    expect(page.workers()).toEqual([]);
    expect(await pagesOfPdf(page)).toBe(slides);
  });
});

test('each state of the fragments has its own page, its own numbers and its own picture', async ({ open }) => {
  const page = await openPrint(open, 'rehearsal', '&pdfSeparateFragments=true&pdfMaxPagesPerSlide=9');
  const figures = await page.locator('.pdf-page:has(#line) live-demo').all();
  const states = await Promise.all(
    figures.map(async (figure) => [
      await value(slider(figure, 'drift')),
      await figure.locator('.status').textContent(),
    ]),
  );
  expect(states).toEqual([
    ['1', 'After 10 steps x is 13.'],
    ['2', 'After 10 steps x is 23.'],
    ['2', 'After 10 steps x is 23.'],
    ['\u22121', 'After 10 steps x is -7.'],
  ]);
  const pictures = await Promise.all(figures.map(picture));
  expect(pictures[1]).toBe(pictures[2]);
  expect(new Set(pictures).size).toBe(3);
});
